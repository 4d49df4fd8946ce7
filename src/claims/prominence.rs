//! From a document's mentions to how much of it each actor and each pair takes up: those an article is about are related
//! more often than those it names in passing.

use crate::actors::Mention;
use crate::terms::ActorId;
use std::collections::{BTreeMap, BTreeSet};

/// Actors of one sentence beyond this many are not paired, so that endless lists stay linear.
const PAIRED: usize = 12;

/// How often actors and pairs occur in a document.
#[derive(Clone, Debug, Default)]
pub struct Prominence {
    actors: BTreeMap<ActorId, usize>,
    pairs: BTreeMap<(ActorId, ActorId), usize>,
}

impl Prominence {
    /// Counts the mentions of a document, which stand in text order.
    pub fn new(mentions: &[Mention]) -> Prominence {
        let mut prominence = Prominence::default();
        for sentence in mentions.chunk_by(|one, other| one.sentence == other.sentence) {
            for mention in sentence {
                *prominence.actors.entry(mention.actor.clone()).or_default() += 1;
            }
            let actors: Vec<&ActorId> = sentence
                .iter()
                .map(|mention| &mention.actor)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .take(PAIRED)
                .collect();
            for (at, a) in actors.iter().enumerate() {
                for b in &actors[at + 1..] {
                    *prominence.pairs.entry(((*a).clone(), (*b).clone())).or_default() += 1;
                }
            }
        }
        prominence
    }

    /// How many mentions the actor has, up to twelve: beyond that it is what the text is about.
    pub fn mentions(&self, actor: &ActorId) -> i32 {
        self.actors.get(actor).copied().unwrap_or(0).min(12) as i32
    }

    /// In how many sentences both occur, up to twelve.
    pub fn together(&self, a: &ActorId, b: &ActorId) -> i32 {
        let key = if a < b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
        self.pairs.get(&key).copied().unwrap_or(0).min(12) as i32
    }
}
