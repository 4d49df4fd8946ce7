//! Sets one sentence up for reading: its arcs, mentions, triggers and candidates, as the reader and the training program see it.

use super::arcs::Arcs;
use super::candidates::{Candidate, FrameSlots, pair_mentions};
use super::features::{SentenceView, hash_word};
use super::prominence::Prominence;
use super::slots::Slot;
use super::surface::Surface;
use super::triggers::find_triggers;
use crate::actors::Mention;
use crate::lexicon::{ActorKind, Frames, Lexicon};
use crate::text::Sentence;

/// Shows a sentence with its candidates to `look`; does nothing where there are not two actors and a trigger.
pub fn with_candidates<R>(
    sentence: &Sentence,
    arcs: &Arcs,
    mentions: &[&Mention],
    (frames, slots): (&Frames, &FrameSlots),
    prominence: &Prominence,
    lexicon: &Lexicon,
    look: impl FnOnce(&SentenceView, &[Candidate]) -> R,
) -> Option<R> {
    if mentions.windows(2).all(|pair| pair[0].actor == pair[1].actor) {
        return None;
    }
    let occurrences = find_triggers(arcs.words, &sentence.tokens, frames);
    if occurrences.is_empty() {
        return None;
    }
    let mut places: Vec<Slot> = Vec::with_capacity(occurrences.len() * mentions.len());
    for (at, occurrence) in occurrences.iter().enumerate() {
        // Triggers of several frames on one word share its arcs.
        match occurrences[..at].iter().rposition(|other| other.head == occurrence.head) {
            Some(same) => places.extend_from_within(same * mentions.len()..(same + 1) * mentions.len()),
            None => places.extend(mentions.iter().map(|mention| arcs.slot(occurrence.head, mention.head))),
        }
    }
    let numbers: Vec<usize> = mentions.iter().map(|mention| prominence.number(&mention.actor)).collect();
    let candidates = pair_mentions(&occurrences, mentions, &places, slots);
    let groupings: Vec<bool> = mentions
        .iter()
        .map(|mention| {
            lexicon
                .actor(mention.actor.as_str())
                .is_some_and(|actor| matches!(actor.kind, ActorKind::Organisation | ActorKind::Bloc))
        })
        .collect();
    let lemmas: Vec<u32> = arcs.words.iter().map(|word| hash_word(&word.lemma)).collect();
    let surface = Surface::new(arcs.words, &sentence.tokens, mentions);
    let view = SentenceView {
        tokens: &sentence.tokens,
        arcs,
        mentions,
        groupings: &groupings,
        occurrences: &occurrences,
        role: sentence.role,
        surface: &surface,
        numbers: &numbers,
        slots: &places,
        prominence,
        lemmas: &lemmas,
    };
    Some(look(&view, &candidates))
}
