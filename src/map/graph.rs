//! From ties to a signed graph: whose friendly and hostile ties are held, and how heavily.

use super::ties::Tie;
use crate::terms::{ActorId, Sign, Status};
use std::collections::BTreeMap;

/// Actors as numbers, in the order of their ids, and the asserted ties between them.
pub(super) struct SignedGraph<'m> {
    /// The actors that have a tie.
    pub actors: Vec<&'m ActorId>,
    /// One edge per tie that is asserted to be friendly or hostile.
    pub edges: Vec<Edge>,
}

/// One tie as an edge; `a` is less than `b`.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    pub a: usize,
    pub b: usize,
    /// Index of the tie.
    pub tie: usize,
    /// What prevails among its asserted claims.
    pub sign: Sign,
    pub friendly: u32,
    pub hostile: u32,
}

impl<'m> SignedGraph<'m> {
    pub(super) fn of(ties: &'m [Tie]) -> Self {
        let ids: std::collections::BTreeSet<_> = ties.iter().flat_map(|tie| [&tie.a, &tie.b]).collect();
        let actors: Vec<_> = ids.into_iter().collect();
        let numbers: BTreeMap<_, _> = actors.iter().enumerate().map(|(number, id)| (*id, number)).collect();
        let edges = ties.iter().enumerate().filter_map(|(index, tie)| {
            let (friendly, hostile) =
                (tie.count(Sign::Friendly, Status::Asserted), tie.count(Sign::Hostile, Status::Asserted));
            (friendly + hostile > 0).then(|| Edge {
                a: numbers[&tie.a],
                b: numbers[&tie.b],
                tie: index,
                sign: tie.sign,
                friendly: weight(friendly),
                hostile: weight(hostile),
            })
        });
        let edges = edges.collect();
        SignedGraph { actors, edges }
    }
}

/// What is said ten times is not ten times as strong: the weight grows by one with each doubling.
fn weight(claims: usize) -> u32 {
    claims.checked_ilog2().map_or(0, |doublings| doublings + 1)
}
