//! From a document's mentions to how much of it each actor and each pair takes up: those an article is about are related
//! more often than those it names in passing.

use crate::actors::Mention;
use crate::sorting::set_of;
use crate::terms::ActorId;
use crate::text::{Document, SentenceRole};
use std::collections::BTreeMap;

/// Actors of one sentence beyond this many are not paired, so that endless lists stay linear.
const PAIRED: usize = 12;

/// How often actors and pairs occur in a document. Actors are numbered, so that asking for a pair compares numbers alone.
#[derive(Clone, Debug, Default)]
pub struct Prominence {
    numbers: BTreeMap<ActorId, usize>,
    /// By number of the actor.
    mentions: Vec<usize>,
    /// By number: whether a heading names it.
    titled: Vec<bool>,
    pairs: BTreeMap<(usize, usize), usize>,
}

impl Prominence {
    /// Counts the mentions of a document, which stand in text order.
    pub fn new(document: &Document, mentions: &[Mention]) -> Prominence {
        let mut prominence = Prominence::default();
        for sentence in mentions.chunk_by(|one, other| one.sentence == other.sentence) {
            let heading = document.sentences[sentence[0].sentence].role == SentenceRole::Heading;
            for mention in sentence {
                let next = prominence.numbers.len();
                let number = *prominence.numbers.entry(mention.actor.clone()).or_insert(next);
                prominence.mentions.resize(prominence.numbers.len(), 0);
                prominence.mentions[number] += 1;
                prominence.titled.resize(prominence.numbers.len(), false);
                prominence.titled[number] |= heading;
            }
            let actors = set_of(sentence.iter().map(|mention| &mention.actor));
            let actors: Vec<usize> = actors.into_iter().take(PAIRED).map(|actor| prominence.numbers[actor]).collect();
            for (at, &a) in actors.iter().enumerate() {
                for &b in &actors[at + 1..] {
                    *prominence.pairs.entry((a.min(b), a.max(b))).or_default() += 1;
                }
            }
        }
        prominence
    }

    /// The number of an actor that the document mentions.
    pub fn number(&self, actor: &ActorId) -> usize {
        self.numbers.get(actor).copied().unwrap_or(usize::MAX)
    }

    /// How many mentions the actor of that number has, up to twelve: beyond that it is what the text is about.
    pub fn mentions(&self, number: usize) -> i32 {
        self.mentions.get(number).copied().unwrap_or(0).min(12) as i32
    }

    /// Whether a heading names the actor of that number.
    pub fn in_heading(&self, number: usize) -> bool {
        self.titled.get(number).copied().unwrap_or(false)
    }

    /// In how many sentences both occur, up to twelve.
    pub fn together(&self, a: usize, b: usize) -> i32 {
        self.pairs.get(&(a.min(b), a.max(b))).copied().unwrap_or(0).min(12) as i32
    }
}
