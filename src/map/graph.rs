//! From ties to a signed graph: whose friendly and hostile ties are held, and how heavily.

use super::ties::{Tie, weight};
use crate::analysis::ClaimView;
use crate::sorting::{map_of, set_of};
use crate::terms::{ActorId, Sign, Status};

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
    pub(super) fn of(ties: &'m [Tie], claims: &[ClaimView]) -> Self {
        let ids = set_of(ties.iter().flat_map(|tie| [&tie.a, &tie.b]));
        let actors: Vec<_> = ids.into_iter().collect();
        let numbers = map_of(actors.iter().enumerate().map(|(number, id)| (*id, number)));
        let edges = ties.iter().enumerate().filter_map(|(index, tie)| {
            let held = |sign| weight(claims, &tie.claims, sign, Status::Asserted);
            let (friendly, hostile) = (damped(held(Sign::Friendly)), damped(held(Sign::Hostile)));
            let (a, b) = (numbers[&tie.a], numbers[&tie.b]);
            (friendly + hostile > 0).then_some(Edge { a, b, tie: index, sign: tie.sign, friendly, hostile })
        });
        let edges = edges.collect();
        SignedGraph { actors, edges }
    }
}

/// What is said four times is twice as strong: repeating oneself is cheap.
fn damped(weight: u64) -> u32 {
    weight.isqrt() as u32
}
