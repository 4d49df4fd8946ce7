//! A map as GraphML (<http://graphml.graphdrawing.org>): actors as nodes, one edge per pair and sign.
//!
//! Several readers refuse a file that mixes directed and undirected edges, so all are undirected; where all claims go one
//! way, the edge says so as data and runs from the one who acts.

use super::decimal::decimal;
use super::edges::{ATTRIBUTES, edges};
use super::xml::escaped;
use crate::analysis::Analysis;

/// Writes the map.
pub fn write(analysis: &Analysis) -> String {
    let mut file = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"",
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
        " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns",
        " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
    ));
    for (name, kind) in [("label", "string"), ("kind", "string"), ("latitude", "double"), ("longitude", "double")] {
        file += &key("node", name, kind);
    }
    file += &key("edge", "weight", "double");
    for (name, kind) in ATTRIBUTES {
        file += &key("edge", name, kind);
    }
    for name in ["from", "to"] {
        file += &key("edge", name, "string");
    }
    file += "  <graph id=\"alliance-map\" edgedefault=\"undirected\">\n";
    for actor in &analysis.actors {
        file += &format!("    <node id=\"{}\">", escaped(actor.id.as_str()));
        file += &data("node", "label", &actor.name);
        file += &data("node", "kind", actor.kind.as_str());
        for (name, degrees) in [("latitude", actor.latitude), ("longitude", actor.longitude)] {
            file += &degrees.map_or_else(String::new, |degrees| data("node", name, &decimal(degrees)));
        }
        file += "</node>\n";
    }
    for edge in edges(analysis) {
        let [id, source, target] = [&edge.id, edge.source.as_str(), edge.target.as_str()].map(escaped);
        file += &format!("    <edge id=\"{id}\" source=\"{source}\" target=\"{target}\">");
        file += &data("edge", "weight", &edge.weight.to_string());
        for ((name, _), value) in ATTRIBUTES.iter().zip(&edge.values) {
            file += &data("edge", name, value);
        }
        if let Some((from, _)) = edge.spells.first() {
            let to = edge.spells.iter().map(|(_, to)| to).max().unwrap_or(from);
            file += &data("edge", "from", from);
            file += &data("edge", "to", to);
        }
        file += "</edge>\n";
    }
    file + "  </graph>\n</graphml>\n"
}

fn key(of: &str, name: &str, kind: &str) -> String {
    format!("  <key id=\"{of}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n")
}

fn data(of: &str, name: &str, value: &str) -> String {
    format!("<data key=\"{of}-{name}\">{}</data>", escaped(value))
}
