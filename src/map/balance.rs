//! From a signed graph to its triads: which are balanced, which are strained, and who stands between two that are at odds.

use super::blocs::Bloc;
use super::graph::SignedGraph;
use crate::sorting::{map_of, sort_by_key};
use crate::terms::{ActorId, Sign};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How the triads of a map fit together (Heider 1946, Cartwright and Harary 1956).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Balance {
    /// Triads with no or two hostile ties: friends' friends and common foes.
    pub balanced: usize,
    /// Triads with one or three hostile ties: someone's friends are at odds, or all three are.
    pub strained: usize,
    /// The triads, those with the most claims first, strained before balanced; at most 1,000.
    pub triads: Vec<Triad>,
}

/// Three actors of whom each two have a tie that is asserted to be friendly or hostile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Triad {
    /// In the order of their ids.
    pub actors: [ActorId; 3],
    /// Indices of the ties between the first two, the first and the last, and the last two.
    pub ties: [usize; 3],
    /// What prevails in each of these ties.
    pub signs: [Sign; 3],
    /// Whether the number of hostile ties is even.
    pub balanced: bool,
}

/// An actor that links sides: friendly with two who are hostile to each other, or with members of several blocs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Broker {
    /// The actor.
    pub actor: ActorId,
    /// Pairs of its friends that are hostile to each other; at most 100.
    pub sides: Vec<[ActorId; 2]>,
    /// Indices of the blocs among whose members it has friends, where there are several.
    pub blocs: Vec<usize>,
}

const MOST_TRIADS: usize = 1_000;
const MOST_SIDES: usize = 100;

/// Finds the triads, and the brokers among their actors.
pub(super) fn find(graph: &SignedGraph, blocs: &[Bloc]) -> (Balance, Vec<Broker>) {
    let triangles = triangles(graph);
    let mut sides = vec![Vec::new(); graph.actors.len()];
    for triangle in &triangles {
        let [ab, ac, bc] = triangle.edges.map(|edge| graph.edges[edge].sign);
        let [a, b, c] = triangle.actors;
        let torn = match (ab, ac, bc) {
            (Sign::Friendly, Sign::Friendly, Sign::Hostile) => Some((a, [b, c])),
            (Sign::Friendly, Sign::Hostile, Sign::Friendly) => Some((b, [a, c])),
            (Sign::Hostile, Sign::Friendly, Sign::Friendly) => Some((c, [a, b])),
            _ => None,
        };
        if let Some((actor, pair)) = torn {
            sides[actor].push(pair);
        }
    }
    (balance(triangles, graph), brokers(sides, graph, blocs))
}

struct Triangle {
    actors: [usize; 3],
    edges: [usize; 3],
}

/// All triangles of friendly and hostile edges, in the order of their actors.
fn triangles(graph: &SignedGraph) -> Vec<Triangle> {
    let signed = || graph.edges.iter().enumerate().filter(|(_, edge)| edge.sign != Sign::Neutral);
    let mut degrees = vec![0usize; graph.actors.len()];
    signed().for_each(|(_, edge)| [edge.a, edge.b].into_iter().for_each(|actor| degrees[actor] += 1));
    // Edges point to the busier actor, so that no actor has many to pair with each other.
    let mut onward: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); graph.actors.len()];
    for (index, edge) in signed() {
        let busier_b = (degrees[edge.a], edge.a) < (degrees[edge.b], edge.b);
        let (from, to) = if busier_b { (edge.a, edge.b) } else { (edge.b, edge.a) };
        onward[from].insert(to, index);
    }
    let mut found = Vec::new();
    for (first, neighbours) in onward.iter().enumerate() {
        for (&second, &edge) in neighbours {
            for (&third, &far) in neighbours {
                if let Some(&closing) = onward[second].get(&third) {
                    found.push(in_order([first, second, third], [edge, far, closing], graph));
                }
            }
        }
    }
    sort_by_key(&mut found, |triangle| triangle.actors);
    found
}

fn in_order(mut actors: [usize; 3], mut edges: [usize; 3], graph: &SignedGraph) -> Triangle {
    actors.sort_unstable();
    edges.sort_unstable_by_key(|&edge| (graph.edges[edge].a, graph.edges[edge].b));
    Triangle { actors, edges }
}

fn balance(triangles: Vec<Triangle>, graph: &SignedGraph) -> Balance {
    let all = triangles.iter().map(|triangle| {
        let edges = triangle.edges.map(|edge| graph.edges[edge]);
        let hostile = edges.iter().filter(|edge| edge.sign == Sign::Hostile).count();
        let weight = edges.iter().map(|edge| edge.friendly + edge.hostile).min();
        (hostile % 2 == 0, weight, triangle)
    });
    let mut all: Vec<_> = all.collect();
    let balanced = all.iter().filter(|(balanced, _, _)| *balanced).count();
    let strained = all.len() - balanced;
    sort_by_key(&mut all, |(balanced, weight, triangle)| (std::cmp::Reverse(*weight), *balanced, triangle.actors));
    all.truncate(MOST_TRIADS);
    let triads = all.into_iter().map(|(balanced, _, triangle)| Triad {
        actors: triangle.actors.map(|actor| graph.actors[actor].clone()),
        ties: triangle.edges.map(|edge| graph.edges[edge].tie),
        signs: triangle.edges.map(|edge| graph.edges[edge].sign),
        balanced,
    });
    Balance { balanced, strained, triads: triads.collect() }
}

fn brokers(sides: Vec<Vec<[usize; 2]>>, graph: &SignedGraph, blocs: &[Bloc]) -> Vec<Broker> {
    let numbers = blocs.iter().enumerate().flat_map(|(bloc, of)| of.members.iter().map(move |actor| (actor, bloc)));
    let numbers = map_of(numbers);
    let mut linked = vec![BTreeSet::new(); graph.actors.len()];
    for edge in graph.edges.iter().filter(|edge| edge.sign == Sign::Friendly) {
        linked[edge.a].extend(numbers.get(graph.actors[edge.b]));
        linked[edge.b].extend(numbers.get(graph.actors[edge.a]));
    }
    let mut found: Vec<_> = (0..graph.actors.len())
        .map(|actor| (sides[actor].len(), linked[actor].len(), actor))
        .filter(|&(sides, blocs, _)| sides > 0 || blocs > 1)
        .collect();
    sort_by_key(&mut found, |&(sides, blocs, actor)| (std::cmp::Reverse((sides, blocs)), actor));
    let describe = |(_, reached, actor): (usize, usize, usize)| Broker {
        actor: graph.actors[actor].clone(),
        sides: sides[actor].iter().take(MOST_SIDES).map(|pair| pair.map(|side| graph.actors[side].clone())).collect(),
        blocs: if reached > 1 { linked[actor].iter().copied().collect() } else { Vec::new() },
    };
    found.into_iter().map(describe).collect()
}
