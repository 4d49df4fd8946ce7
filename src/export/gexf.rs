//! A map as GEXF 1.3 (<https://gexf.net>), as Gephi opens it: actors as nodes, one edge per pair and sign.
//!
//! Gephi merges parallel edges unless their `kind` differs, so the sign is the kind. Edges live in the time that their
//! claims speak of; undated ones have no spells and are always there.

use super::decimal::decimal;
use super::edges::{ATTRIBUTES, Edge, edges, word};
use super::xml::escaped;
use crate::analysis::{Actor, Analysis};
use crate::terms::Sign;

/// Writes the map.
pub fn write(analysis: &Analysis) -> String {
    let mut file = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n",
        "  <meta><creator>Alliance Map</creator><description>Who stands with whom, as articles claim it</description></meta>\n",
        "  <graph mode=\"dynamic\" defaultedgetype=\"undirected\" timeformat=\"date\" timerepresentation=\"interval\">\n",
    ));
    let node_attributes = [("kind", "string"), ("latitude", "double"), ("longitude", "double")];
    file += &declared("node", node_attributes.iter());
    file += &declared("edge", ATTRIBUTES.iter());
    file += "    <nodes>\n";
    analysis.actors.iter().for_each(|actor| file += &node(actor));
    file += "    </nodes>\n    <edges>\n";
    edges(analysis).iter().for_each(|one| file += &edge(one));
    file + "    </edges>\n  </graph>\n</gexf>\n"
}

fn declared<'n>(of: &str, attributes: impl Iterator<Item = &'n (&'n str, &'n str)>) -> String {
    let rows = attributes.map(|(name, kind)| {
        let kind = if *kind == "int" { "integer" } else { kind };
        format!("      <attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>\n")
    });
    format!("    <attributes class=\"{of}\" mode=\"static\">\n{}    </attributes>\n", rows.collect::<String>())
}

fn node(actor: &Actor) -> String {
    let place = actor.latitude.zip(actor.longitude);
    let mut values = value("kind", actor.kind.as_str());
    let mut position = String::new();
    if let Some((north, east)) = place {
        values += &value("latitude", &decimal(north));
        values += &value("longitude", &decimal(east));
        // Ten units a degree: a plain map that Gephi shows at a legible size.
        position = format!("<viz:position x=\"{}\" y=\"{}\" z=\"0\"/>", decimal(east * 10.0), decimal(north * 10.0));
    }
    let [id, label] = [actor.id.as_str(), &actor.name].map(escaped);
    format!("      <node id=\"{id}\" label=\"{label}\"><attvalues>{values}</attvalues>{position}</node>\n")
}

fn edge(edge: &Edge) -> String {
    let [id, source, target] = [&edge.id, edge.source.as_str(), edge.target.as_str()].map(escaped);
    let direction = if edge.directed { "directed" } else { "undirected" };
    let (kind, weight) = (word(edge.sign), edge.weight);
    let values: String = ATTRIBUTES.iter().zip(&edge.values).map(|((name, _), text)| value(name, text)).collect();
    let spells = edge.spells.iter().map(|(start, end)| format!("<spell start=\"{start}\" end=\"{end}\"/>"));
    let spells: String = spells.collect();
    let spells = if spells.is_empty() { spells } else { format!("<spells>{spells}</spells>") };
    let (red, green, blue) = match edge.sign {
        Sign::Friendly => (0, 114, 178),
        Sign::Hostile => (213, 94, 0),
        Sign::Neutral => (118, 118, 118),
    };
    format!(
        "      <edge id=\"{id}\" source=\"{source}\" target=\"{target}\" type=\"{direction}\" kind=\"{kind}\" \
         weight=\"{weight}\"><attvalues>{values}</attvalues>{spells}<viz:color r=\"{red}\" g=\"{green}\" b=\"{blue}\"/></edge>\n"
    )
}

fn value(name: &str, value: &str) -> String {
    format!("<attvalue for=\"{name}\" value=\"{}\"/>", escaped(value))
}
