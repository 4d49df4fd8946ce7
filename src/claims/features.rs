//! What features are made of: a sentence with all that its candidates are judged by, and hashing into buckets.

use super::arcs::Arcs;
use super::prominence::Prominence;
use super::slots::Slot;
use super::surface::Surface;
use super::triggers::Occurrence;
use crate::actors::{How, Mention};
use crate::text::{SentenceRole, Token};

/// Number of buckets that features are hashed into, a power of two.
pub const BUCKETS: usize = 1 << 16;

/// A sentence with all that its candidates are judged by.
pub struct SentenceView<'a> {
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its arcs.
    pub arcs: &'a Arcs<'a>,
    /// Its mentions.
    pub mentions: &'a [&'a Mention],
    /// Whether each mention's actor is an organisation or bloc rather than a state.
    pub groupings: &'a [bool],
    /// Its triggers.
    pub occurrences: &'a [Occurrence<'a>],
    /// Prose, heading or list item.
    pub role: SentenceRole,
    /// Lists of actors and clauses as the order of words shows them.
    pub surface: &'a Surface,
    /// By mention: the number of its actor in `prominence`.
    pub numbers: &'a [usize],
    /// By trigger, then by mention: where the mention stands relative to it.
    pub slots: &'a [Slot],
    /// How much of the document its actors take up.
    pub prominence: &'a Prominence,
    /// Hash of each word's lemma.
    pub lemmas: &'a [u32],
}

/// Hashes a word for use in features.
pub fn hash_word(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193))
}

/// Collects features, each a template number with values, into buckets.
#[derive(Default)]
pub struct Features {
    /// Bucket numbers, one per feature.
    pub buckets: Vec<u32>,
}

impl Features {
    /// Adds a feature.
    pub fn add(&mut self, template: u32, values: &[u32]) {
        let mut hash = template.wrapping_mul(0x9e37_79b1) ^ 0x7f4a_7c15;
        for &value in values {
            hash = (hash.rotate_left(5) ^ value).wrapping_mul(0x85eb_ca6b);
        }
        hash ^= hash >> 15;
        hash = hash.wrapping_mul(0xc2b2_ae35);
        hash ^= hash >> 13;
        self.buckets.push(hash & (BUCKETS as u32 - 1));
    }
}

pub(super) fn slot_hash(slot: Slot) -> u32 {
    slot.steps().iter().fold(17, |hash: u32, &step| (hash.rotate_left(7) ^ u32::from(step)).wrapping_mul(0x0100_0193))
}

pub(super) fn bucket(distance: usize) -> u32 {
    match distance {
        0..=3 => distance as u32,
        4..=6 => 4,
        7..=10 => 5,
        11..=16 => 6,
        17..=26 => 7,
        _ => 8,
    }
}

pub(super) fn how_code(how: How) -> u32 {
    match how {
        How::Name => 0,
        How::Demonym => 1,
        How::Metonym => 2,
        How::Person => 3,
        How::Pronoun => 4,
        How::Phrase => 5,
    }
}

/// How many other mentions stand between a mention and the trigger, on the same side.
pub(super) fn rank(view: &SentenceView, mention: usize, head: usize) -> u32 {
    let at = view.mentions[mention].head;
    let (from, to) = (at.min(head), at.max(head));
    let between = view.mentions.iter().filter(|other| other.head > from && other.head < to && other.head != at).count();
    (between as u32).min(5)
}

pub(super) fn certainty_bucket(mention: &Mention) -> u32 {
    (mention.certainty * 5.0) as u32
}

pub(super) fn role_code(role: SentenceRole) -> u32 {
    match role {
        SentenceRole::Prose => 0,
        SentenceRole::Heading => 1,
        SentenceRole::ListItem => 2,
    }
}

/// Counts what separates clauses in a stretch of words: finite verbs, semicolons and the like, relative pronouns.
pub(super) fn breaks_between(view: &SentenceView, from: usize, to: usize) -> u32 {
    let (mut verbs, mut marks, mut commas) = (0, 0, 0);
    for at in from + 1..to {
        let word = &view.arcs.words[at];
        match word.xpos {
            "VBD" | "VBZ" | "VBP" | "MD" => verbs += 1,
            ":" | "." => marks += 1,
            "," => commas += 1,
            _ => {}
        }
        if view.tokens[at].form == ";" {
            marks += 1;
        }
    }
    (verbs.min(3) * 4 + marks.min(2)) * 4 + commas.min(3)
}
