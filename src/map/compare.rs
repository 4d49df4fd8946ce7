//! From claims to a comparison of documents: what several hold, what only one holds, and what one holds and another denies.

use super::ties::{Disagreement, disagreements};
use crate::analysis::ClaimView;
use crate::terms::{ActorId, Sign, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How documents speak of the same pairs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Comparison {
    /// What at least two of the documents claim.
    pub shared: Vec<ComparedTie>,
    /// What only one of them claims.
    pub single: Vec<ComparedTie>,
    /// What one of them holds and another denies.
    pub disputed: Vec<DisputedTie>,
}

/// The claims of one sign about one pair, by document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ComparedTie {
    /// The actor whose id sorts first.
    pub a: ActorId,
    /// The other.
    pub b: ActorId,
    /// Sign of the claims.
    pub sign: Sign,
    /// Documents that claim it, in the order of their ids.
    pub documents: Vec<DocumentClaims>,
}

/// What one document claims about a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DocumentClaims {
    /// Id of the document.
    pub document: String,
    /// Indices of its claims.
    pub claims: Vec<usize>,
}

/// A pair about which documents contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct DisputedTie {
    /// The actor whose id sorts first.
    pub a: ActorId,
    /// The other.
    pub b: ActorId,
    /// What is disputed, with the claims on each side.
    pub disagreements: Vec<Disagreement>,
}

/// Compares the documents with those ids. Claims that are denied count for disputes alone.
pub fn compare(claims: &[ClaimView], documents: &[&str]) -> Comparison {
    let chosen = claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| documents.contains(&claim.document.as_str()) && claim.source != claim.target);
    let mut pairs: BTreeMap<(&ActorId, &ActorId), Vec<usize>> = BTreeMap::new();
    for (index, claim) in chosen {
        pairs.entry(claim.pair()).or_default().push(index);
    }
    let mut comparison = Comparison::default();
    for ((a, b), indices) in pairs {
        for sign in [Sign::Friendly, Sign::Hostile, Sign::Neutral] {
            let mut by_document: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for &index in
                indices.iter().filter(|&&index| claims[index].sign == sign && claims[index].status != Status::Denied)
            {
                by_document.entry(&claims[index].document).or_default().push(index);
            }
            let list = match by_document.len() {
                0 => continue,
                1 => &mut comparison.single,
                _ => &mut comparison.shared,
            };
            let documents =
                by_document.into_iter().map(|(document, claims)| DocumentClaims { document: document.into(), claims });
            list.push(ComparedTie { a: a.clone(), b: b.clone(), sign, documents: documents.collect() });
        }
        let between_documents = |disagreement: &Disagreement| {
            let first = &claims[disagreement.denying[0]].document;
            disagreement.holding.iter().chain(&disagreement.denying).any(|&index| claims[index].document != *first)
        };
        let disagreements: Vec<_> = disagreements(&indices, claims).into_iter().filter(between_documents).collect();
        if !disagreements.is_empty() {
            comparison.disputed.push(DisputedTie { a: a.clone(), b: b.clone(), disagreements });
        }
    }
    comparison
}
