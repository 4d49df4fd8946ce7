//! From "these partnerships", "the embargo" to the parties between whom the text last spoke of such a relationship.

use super::How;
use super::discourse::Discourse;
use super::draft::Shape;
use super::references::{Binding, Place};
use super::word_classes::{Class, is};
use crate::syntax::Upos;

/// So many lines back the relationship may have been spoken of.
const REACH: usize = 4;

/// How many modifiers may stand inside the phrase.
const MODIFIERS: usize = 3;

/// Where more parties stood beside the noun, it does not tell whose it is.
const MOST_PARTIES: usize = 4;

/// The binding of a relationship's name that begins at the place; never sure, for the parties go unsaid.
pub(super) fn bind(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    if !matches!(place.word(0), "the" | "this" | "that" | "these" | "those" | "such") {
        return None;
    }
    let mut noun = place.at + 1;
    while noun <= place.at + MODIFIERS
        && line.modifies(noun)
        && line.modifies(noun + 1)
        && place.draft_at(noun).is_none()
    {
        noun += 1;
    }
    if line.upos(noun) != Some(Upos::Noun)
        || !is(line.word(noun), Class::RelationshipNoun)
        || place.draft_at(noun).is_some()
    {
        return None;
    }
    // "The alliance with Japan" names a party; so does "the war between the two".
    let says_whose = matches!(line.word(noun + 1), "of" | "between" | "with" | "against" | "among" | "-")
        || (noun + 1..noun + 4).any(|at| place.draft_at(at).is_some());
    if says_whose {
        return None;
    }
    let lemma = &line.words[noun].lemma;
    let earliest = place.index.saturating_sub(REACH);
    let told = (earliest..place.index)
        .rev()
        .find(|&back| place.scene.lines[back].words.iter().any(|word| word.lemma == *lemma))?;
    let mut actors = discourse.actors_before(told, usize::MAX);
    actors.truncate(MOST_PARTIES + 1);
    if !(1..=MOST_PARTIES).contains(&actors.len()) {
        return None;
    }
    Some(Binding {
        tokens: place.at..noun + 1,
        head: noun,
        actors,
        how: How::Phrase,
        shape: Shape::Thing,
        certainty: 0.4,
    })
}
