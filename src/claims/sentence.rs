//! One sentence set up for reading: its arcs, mentions and triggers, and the actors that it may relate.

use super::arcs::Arcs;
use super::prominence::Prominence;
use super::surface::Surface;
use super::triggers::{Occurrence, PlainWord, find_triggers, plain_words};
use crate::actors::Mention;
use crate::lexicon::{ActorKind, Frames, Lexicon};
use crate::sorting::sort_by_key;
use crate::text::{SentenceRole, Token};

/// Mentions after this many are not paired, so that endless lists stay linear.
const MOST: usize = 28;
/// Of two actors with several mentions so many pairs of mentions are looked at, the nearest first.
const NEAREST: usize = 3;

/// A sentence with all that its claims are read from.
pub struct SentenceView<'a> {
    /// Its tokens.
    pub tokens: &'a [Token],
    /// What the parser makes of them, one after the other, in steps of 1/16.
    pub vectors: &'a [i8],
    /// Its words as tables have them.
    pub plain: Vec<PlainWord>,
    /// Its arcs.
    pub arcs: &'a Arcs<'a>,
    /// Its mentions.
    pub mentions: &'a [&'a Mention],
    /// Of which sort each mention's actor is. Who is in no table counts as a state.
    pub sorts: Vec<ActorKind>,
    /// Its triggers.
    pub occurrences: Vec<Occurrence<'a>>,
    /// Prose, heading or list item.
    pub role: SentenceRole,
    /// Lists of actors and clauses as the order of words shows them.
    pub surface: Surface,
    /// By mention: the number of its actor in `prominence`.
    pub numbers: Vec<usize>,
    /// How many actors it names.
    pub actors: usize,
    /// How much of the document its actors take up.
    pub prominence: &'a Prominence,
    lexicon: &'a Lexicon,
}

impl<'a> SentenceView<'a> {
    /// Sets a sentence up; none where it does not name two actors.
    pub fn new(
        (tokens, vectors): (&'a [Token], &'a [i8]),
        role: SentenceRole,
        arcs: &'a Arcs<'a>,
        mentions: &'a [&'a Mention],
        frames: &'a Frames,
        prominence: &'a Prominence,
        lexicon: &'a Lexicon,
    ) -> Option<SentenceView<'a>> {
        if mentions.windows(2).all(|pair| pair[0].actor == pair[1].actor) {
            return None;
        }
        let sort =
            |mention: &&Mention| lexicon.actor(mention.actor.as_str()).map_or(ActorKind::State, |actor| actor.kind);
        let plain = plain_words(arcs.words, tokens);
        let numbers: Vec<usize> = mentions.iter().map(|mention| prominence.number(&mention.actor)).collect();
        let mut actors = numbers.clone();
        actors.sort_unstable();
        actors.dedup();
        Some(SentenceView {
            tokens,
            vectors,
            arcs,
            mentions,
            sorts: mentions.iter().map(sort).collect(),
            occurrences: find_triggers(arcs.words, &plain, frames),
            plain,
            role,
            surface: Surface::new(arcs.words, tokens, mentions),
            numbers,
            actors: actors.len(),
            prominence,
            lexicon,
        })
    }

    /// 1 where the actor of the one mention was ever a member of the other's, -1 where only others were, 0 where nobody is known to
    /// have been: of five names in a sentence on two pacts, who joined which is often told by nothing else.
    pub fn membership(&self, one: usize, other: usize) -> f32 {
        if !matches!(self.sorts[other], ActorKind::Organisation | ActorKind::Bloc) {
            return 0.0;
        }
        let (mut anybody, mut here) = (false, false);
        for row in self.lexicon.members_of(self.mentions[other].actor.as_str(), None) {
            anybody = true;
            here |= row.member == self.mentions[one].actor;
        }
        f32::from(i8::from(anybody) * if here { 1 } else { -1 })
    }

    /// Whether the sentence names an organisation or bloc of which both were ever members.
    pub fn is_of_one_grouping(&self, one: usize, other: usize) -> bool {
        (0..self.mentions.len()).any(|third| self.membership(one, third) == 1.0 && self.membership(other, third) == 1.0)
    }

    /// Every two actors of the sentence with the mentions that could relate them, the earlier mention of each two first.
    pub fn pairs(&self) -> Vec<ActorPair> {
        let mut order: Vec<usize> = (0..self.mentions.len()).collect();
        sort_by_key(&mut order, |&at| self.mentions[at].head);
        order.truncate(MOST);
        let mut found: Vec<((usize, usize), (usize, usize))> = Vec::new();
        for (at, &first) in order.iter().enumerate() {
            for &second in &order[at + 1..] {
                let (a, b) = (self.numbers[first], self.numbers[second]);
                if a != b {
                    found.push(((a.min(b), a.max(b)), (first, second)));
                }
            }
        }
        let apart = |(first, second): (usize, usize)| self.mentions[second].head - self.mentions[first].head;
        sort_by_key(&mut found, |&(actors, mentions)| (actors, apart(mentions)));
        found
            .chunk_by(|one, other| one.0 == other.0)
            .map(|same| ActorPair {
                actors: same[0].0,
                mentions: same.iter().take(NEAREST).map(|&(_, mentions)| mentions).collect(),
            })
            .collect()
    }
}

/// Two actors of a sentence.
pub struct ActorPair {
    /// Their numbers in the document, the smaller first.
    pub actors: (usize, usize),
    /// Two mentions each, as indices into the sentence's, the nearest first.
    pub mentions: Vec<(usize, usize)>,
}

/// Two mentions by which two actors are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The earlier mention, as an index into the sentence's.
    pub first: usize,
    /// The later.
    pub second: usize,
    /// How many pairs of mentions of the same actors stand nearer to each other.
    pub rank: usize,
}

impl ActorPair {
    /// The looks at them.
    pub fn looks(&self) -> impl Iterator<Item = Look> {
        self.mentions.iter().enumerate().map(|(rank, &(first, second))| Look { first, second, rank })
    }
}
