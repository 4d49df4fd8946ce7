//! From a signed graph to blocs: groups that hold together by friendly ties and apart by hostile ones.
//!
//! The method is Louvain's (Blondel et al. 2008) with the modularity for signed graphs of Gómez, Jensen and Arenas
//! (2009): a group counts for its friendly ties above what chance would give, and against its hostile ones. All sums
//! are whole numbers and all choices go by id, so that the same ties give the same blocs everywhere.

use super::graph::{Edge, SignedGraph};
use crate::sorting::sort_by_key;
use crate::terms::{ActorId, Sign};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Two or more actors held together by friendly ties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Bloc {
    /// In the order of their ids.
    pub members: Vec<ActorId>,
    /// The member with the strongest friendly ties inside.
    pub core: ActorId,
    /// Members with friendly ties to other blocs too.
    pub between: Vec<Between>,
}

/// A member of one bloc with friendly ties to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Between {
    /// The member.
    pub actor: ActorId,
    /// Index of the other bloc.
    pub bloc: usize,
    /// Indices of the friendly ties to its members.
    pub ties: Vec<usize>,
}

/// Finds the blocs, largest first. Who has no friendly tie is in none.
pub(super) fn find(graph: &SignedGraph) -> Vec<Bloc> {
    let groups = connected(&communities(graph), graph);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (actor, &group) in groups.iter().enumerate() {
        members.entry(group).or_default().push(actor);
    }
    let mut blocs: Vec<_> = members.into_values().filter(|members| members.len() > 1).collect();
    sort_by_key(&mut blocs, |members| (Reverse(members.len()), members[0]));
    let mut bloc_of = vec![None; graph.actors.len()];
    for (bloc, members) in blocs.iter().enumerate() {
        members.iter().for_each(|&actor| bloc_of[actor] = Some(bloc));
    }
    let (weights_inside, mut crossings) = ties_of_blocs(graph, &bloc_of);
    let describe = |(bloc, members): (usize, Vec<usize>)| {
        let core = members.iter().copied().max_by_key(|&actor| (weights_inside[actor], Reverse(actor)));
        Bloc {
            core: graph.actors[core.unwrap_or(members[0])].clone(),
            members: members.iter().map(|&actor| graph.actors[actor].clone()).collect(),
            between: std::mem::take(&mut crossings[bloc]),
        }
    };
    blocs.into_iter().enumerate().map(describe).collect()
}

/// Friendly weight of each actor inside its bloc, and for each bloc its members' friendly ties to others.
fn ties_of_blocs(graph: &SignedGraph, bloc_of: &[Option<usize>]) -> (Vec<u32>, Vec<Vec<Between>>) {
    let mut inside = vec![0; graph.actors.len()];
    let mut crossing: BTreeMap<(usize, usize, usize), Vec<usize>> = BTreeMap::new();
    for edge in graph.edges.iter().filter(|edge| edge.sign == Sign::Friendly) {
        match (bloc_of[edge.a], bloc_of[edge.b]) {
            (Some(one), Some(other)) if one == other => {
                inside[edge.a] += edge.friendly;
                inside[edge.b] += edge.friendly;
            }
            (Some(one), Some(other)) => {
                crossing.entry((one, edge.a, other)).or_default().push(edge.tie);
                crossing.entry((other, edge.b, one)).or_default().push(edge.tie);
            }
            _ => {}
        }
    }
    let mut between: Vec<Vec<Between>> = Vec::new();
    between.resize_with(bloc_of.iter().flatten().max().map_or(0, |last| last + 1), Vec::new);
    for ((own, actor, bloc), ties) in crossing {
        between[own].push(Between { actor: graph.actors[actor].clone(), bloc, ties });
    }
    (inside, between)
}

/// Splits groups whose members no chain of friendly ties joins.
fn connected(groups: &[usize], graph: &SignedGraph) -> Vec<usize> {
    let mut friends = vec![Vec::new(); groups.len()];
    for edge in graph.edges.iter().filter(|edge| edge.sign == Sign::Friendly && groups[edge.a] == groups[edge.b]) {
        friends[edge.a].push(edge.b);
        friends[edge.b].push(edge.a);
    }
    let mut found = vec![usize::MAX; groups.len()];
    for first in 0..groups.len() {
        let mut reached = vec![first];
        while let Some(actor) = reached.pop() {
            if found[actor] == usize::MAX {
                found[actor] = first;
                reached.extend(&friends[actor]);
            }
        }
    }
    found
}

/// The group of each actor.
fn communities(graph: &SignedGraph) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..graph.actors.len()).collect();
    let mut level = Level::of(groups.len(), &graph.edges);
    while let Some(moved) = level.move_nodes() {
        groups.iter_mut().for_each(|group| *group = moved[*group]);
        level = level.merged(&moved);
    }
    groups
}

/// A graph whose nodes are actors or, later, groups of them.
struct Level {
    /// Friendly minus hostile weight to each neighbour.
    neighbours: Vec<Vec<(usize, i64)>>,
    /// Sum of friendly weights at each node, those inside it counted twice.
    friendly: Vec<i64>,
    /// The same for hostile weights.
    hostile: Vec<i64>,
}

impl Level {
    fn of(nodes: usize, edges: &[Edge]) -> Level {
        let (mut friendly, mut hostile) = (vec![0; nodes], vec![0; nodes]);
        let mut neighbours = vec![Vec::new(); nodes];
        for edge in edges {
            for (node, other) in [(edge.a, edge.b), (edge.b, edge.a)] {
                friendly[node] += i64::from(edge.friendly);
                hostile[node] += i64::from(edge.hostile);
                neighbours[node].push((other, i64::from(edge.friendly) - i64::from(edge.hostile)));
            }
        }
        Level { neighbours, friendly, hostile }
    }

    /// Moves nodes into the group where they fit best until none gains by moving. Returns the groups, numbered from
    /// zero, or `None` where nothing moved.
    fn move_nodes(&self) -> Option<Vec<usize>> {
        const MOST_ROUNDS: usize = 100;
        let nodes = self.neighbours.len();
        let (all_friendly, all_hostile) =
            (self.friendly.iter().sum::<i64>().max(1), self.hostile.iter().sum::<i64>().max(1));
        let mut group: Vec<usize> = (0..nodes).collect();
        let (mut friendly, mut hostile) = (self.friendly.clone(), self.hostile.clone());
        // Weight of the ties between the node in hand and each group; zero again after each node.
        let mut ties = vec![0i64; nodes];
        let mut moved_at_all = false;
        for _ in 0..MOST_ROUNDS {
            let mut moved = false;
            for node in 0..nodes {
                let own = group[node];
                friendly[own] -= self.friendly[node];
                hostile[own] -= self.hostile[node];
                let mut candidates = vec![own];
                for &(other, weight) in self.neighbours[node].iter().filter(|(other, _)| *other != node) {
                    candidates.push(group[other]);
                    ties[group[other]] += weight;
                }
                // Times `all_friendly` and `all_hostile`, so that no fraction is left.
                let gain = |candidate: usize| {
                    let expected_friendly = i128::from(self.friendly[node]) * i128::from(friendly[candidate]);
                    let expected_hostile = i128::from(self.hostile[node]) * i128::from(hostile[candidate]);
                    i128::from(ties[candidate]) * i128::from(all_friendly) * i128::from(all_hostile)
                        - expected_friendly * i128::from(all_hostile)
                        + expected_hostile * i128::from(all_friendly)
                };
                let best = candidates.iter().map(|&candidate| (gain(candidate), Reverse(candidate))).max();
                if let Some((_, Reverse(candidate))) = best.filter(|(better, _)| *better > gain(own)) {
                    group[node] = candidate;
                    moved = true;
                }
                candidates.iter().for_each(|&candidate| ties[candidate] = 0);
                friendly[group[node]] += self.friendly[node];
                hostile[group[node]] += self.hostile[node];
            }
            moved_at_all |= moved;
            if !moved {
                break;
            }
        }
        let mut numbers = BTreeMap::new();
        let numbered = group.into_iter().map(|group| {
            let next = numbers.len();
            *numbers.entry(group).or_insert(next)
        });
        moved_at_all.then(|| numbered.collect())
    }

    /// The graph whose nodes are the groups.
    fn merged(&self, groups: &[usize]) -> Level {
        let count = groups.iter().max().map_or(0, |last| last + 1);
        let (mut friendly, mut hostile) = (vec![0; count], vec![0; count]);
        let mut weights: Vec<BTreeMap<usize, i64>> = vec![BTreeMap::new(); count];
        for (node, &group) in groups.iter().enumerate() {
            friendly[group] += self.friendly[node];
            hostile[group] += self.hostile[node];
            for &(other, weight) in &self.neighbours[node] {
                *weights[group].entry(groups[other]).or_default() += weight;
            }
        }
        Level { neighbours: weights.into_iter().map(|w| w.into_iter().collect()).collect(), friendly, hostile }
    }
}
