//! From ties to the edges of a graph file: one per pair and sign, as the map draws its lines.

use super::days::spell;
use super::distinct;
use crate::analysis::Analysis;
use crate::map::{Strand, Tie};
use crate::sorting::sort_by;
use crate::terms::{ActorId, Sign};

/// The claims of one sign about one pair.
pub struct Edge<'a> {
    pub id: String,
    pub source: &'a ActorId,
    pub target: &'a ActorId,
    /// Whether all its claims go from source to target only.
    pub directed: bool,
    pub sign: Sign,
    /// How many claims it has.
    pub weight: usize,
    /// The values of [`ATTRIBUTES`].
    pub values: [String; ATTRIBUTES.len()],
    /// First and last days of the times that its claims speak of, in order, each once.
    pub spells: Vec<(String, String)>,
}

/// Names and types of what an edge says beyond its ends.
pub const ATTRIBUTES: [(&str, &str); 10] = [
    ("directed", "boolean"),
    ("sign", "string"),
    ("asserted", "int"),
    ("possible", "int"),
    ("denied", "int"),
    ("ended", "int"),
    ("contested", "boolean"),
    ("mixed", "boolean"),
    ("kinds", "string"),
    ("documents", "string"),
];

/// All edges, in the order of their ties.
pub fn edges(analysis: &Analysis) -> Vec<Edge<'_>> {
    let strands = analysis.map.ties.iter().flat_map(|tie| tie.strands.iter().map(move |strand| (tie, strand)));
    strands.map(|(tie, strand)| edge(tie, strand, analysis)).collect()
}

/// The sign as a word, for programs that want one.
pub fn word(sign: Sign) -> &'static str {
    match sign {
        Sign::Friendly => "friendly",
        Sign::Hostile => "hostile",
        Sign::Neutral => "neutral",
    }
}

fn edge<'a>(tie: &'a Tie, strand: &'a Strand, analysis: &'a Analysis) -> Edge<'a> {
    let claims = || strand.claims.iter().filter_map(|&index| analysis.claims.get(index));
    let one_way = claims().next().filter(|first| claims().all(|claim| claim.directed && claim.source == first.source));
    let (source, target) = one_way.map_or((&tie.a, &tie.b), |claim| (&claim.source, &claim.target));
    let contested = tie.disagreements.iter().any(|disagreement| disagreement.kind.sign() == strand.sign);
    let mut spells: Vec<_> = claims().filter_map(|claim| claim.when.as_ref()).filter_map(spell).collect();
    sort_by(&mut spells, Ord::cmp);
    spells.dedup();
    Edge {
        id: format!("{}-{}-{}", tie.a, tie.b, word(strand.sign)),
        source,
        target,
        directed: one_way.is_some(),
        sign: strand.sign,
        weight: strand.claims.len(),
        values: [
            one_way.is_some().to_string(),
            strand.sign.as_str().to_string(),
            strand.asserted.to_string(),
            strand.possible.to_string(),
            strand.denied.to_string(),
            strand.ended.to_string(),
            contested.to_string(),
            tie.mixed.to_string(),
            distinct(&strand.claims, analysis, |claim| claim.kind.as_str()),
            distinct(&strand.claims, analysis, |claim| &claim.document),
        ],
        spells,
    }
}
