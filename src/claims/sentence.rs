//! Sets one sentence up for reading: its arcs, mentions, triggers and candidates, as the reader and the training program see it.

use super::arcs::Arcs;
use super::candidates::{Candidate, FrameSlots, pair_mentions};
use super::features::{SentenceView, hash_word};
use super::prominence::Prominence;
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
    let candidates = pair_mentions(&occurrences, mentions, arcs, slots);
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
        prominence,
        lemmas: &lemmas,
    };
    Some(look(&view, &candidates))
}
