//! From a name beside a noun that acts for its country to a mention of the whole phrase: "Russian officials", "China's army".

use super::How;
use super::draft::{Draft, Shape};
use super::references::listed_together;
use super::scene::{Line, Scene};
use super::surroundings::is_plural_people;
use super::word_classes::{Class, is};
use crate::syntax::Upos;

/// How many modifiers may stand between a country and the noun that acts for it.
const MODIFIERS: usize = 4;

/// Widens mentions over the noun that acts for them and settles their shape.
pub(super) fn widen(scene: &Scene, drafts: &mut [Draft]) {
    for at in (0..drafts.len()).rev() {
        let (draft, later) = drafts[at..].split_first_mut().expect("at is an index");
        let line = &scene.lines[draft.line];
        let possessive = line.is_possessive(draft.tokens.end);
        if draft.how == How::Person {
            // "The Kennedy administration", "Castro's government".
            let noun = draft.tokens.end + usize::from(possessive);
            if is(line.word(noun), Class::ActsForCountry) && !line.capital(noun) && line.upos(noun) == Some(Upos::Noun)
            {
                draft.tokens.end = noun + 1;
                draft.head = noun;
                draft.shape = if is_plural_noun(line.word(noun)) { Shape::Several } else { Shape::Thing };
            }
            continue;
        }
        let demonym = draft.how == How::Demonym;
        let start = draft.tokens.end + usize::from(possessive);
        match noun_that_acts(line, start, demonym && !possessive) {
            // A bare name before a noun is an apposition or a compound ("US troops", "NATO forces").
            Some(noun) if demonym || possessive || noun <= start + 1 => {
                draft.tokens.end = noun + 1;
                draft.head = noun;
                draft.shape = if is_plural_noun(line.word(noun)) { Shape::Several } else { Shape::Thing };
                if is(line.word(noun), Class::PersonNoun) {
                    draft.shape = Shape::Person;
                }
                draft.certainty = draft.certainty.max(0.9);
            }
            _ if demonym => {
                draft.shape = demonym_shape(line, draft);
                // "Russian and Chinese officials" are of both.
                if let Some(next) = later.first().filter(|next| shares_noun(line, draft, next)) {
                    (draft.tokens.end, draft.head, draft.shape) = (next.tokens.end, next.head, next.shape);
                }
            }
            _ => widen_over_form(line, draft),
        }
    }
}

/// "The Kingdom of Jordan" is one mention: arcs arrive at its form of state.
fn widen_over_form(line: &Line, draft: &mut Draft) {
    let start = draft.tokens.start;
    let the = usize::from(line.before(start, 1) == "the");
    let form = start.checked_sub(2 + the).filter(|_| line.before(start, 1 + the) == "of");
    let Some(form) = form.filter(|&form| line.capital(form) && is(line.word(form), Class::FormOfState)) else { return };
    let adjective = form.checked_sub(1).filter(|&at| line.capital(at) && at > 0 && line.upos(at) == Some(Upos::Adj));
    draft.tokens.start = adjective.unwrap_or(form);
    draft.head = form;
}

/// The noun that acts for its country, if one follows within few modifiers and no other noun hangs on. With
/// `relatives`, "its American protector" acts too.
pub(super) fn noun_that_acts(line: &Line, start: usize, relatives: bool) -> Option<usize> {
    let mut found = None;
    for at in start..(start + MODIFIERS).min(line.len()) {
        let word = line.word(at);
        let acts = (is(word, Class::ActsForCountry) || relatives && is(word, Class::NeighbourNoun))
            && !(line.capital(at) && line.capital(at + 1) && !line.titled);
        if acts {
            found = Some(at);
        } else if found.is_some() {
            // "Russian army chief" goes on, "Russian army drills" does not act.
            if line.upos(at) == Some(Upos::Noun) && !line.capital(at) && !line.words[at].xpos.starts_with('V') {
                return None;
            }
            break;
        } else if !(line.modifies(at) || word == "-" || word == "and" && at > start) || line.upos(at) == Some(Upos::Num)
        {
            break;
        }
    }
    // "Haftar's men guard the depots" has a verb there.
    found.filter(|found| {
        is_plural_noun(line.word(*found)) || !matches!(line.word(found + 1), "the" | "a" | "an" | "its" | "their")
    })
}

/// Chinese officials said they; the Chinese army said it.
pub(super) fn is_plural_noun(word: &str) -> bool {
    matches!(word, "police" | "people" | "spokesmen" | "airmen" | "statesmen" | "troops" | "forces")
        || word.ends_with('s') && !word.ends_with("ss") && !matches!(word, "chargé" | "chargé d'affaires")
}

/// "the Chinese" and "Russians" are people, "Chinese" before a noun is colour.
fn demonym_shape(line: &Line, draft: &Draft) -> Shape {
    let noun_follows = matches!(line.upos(draft.tokens.end), Some(Upos::Noun | Upos::Adj | Upos::Propn))
        || line.word(draft.tokens.end) == "-";
    let the = line.before(draft.tokens.start, 1) == "the";
    match () {
        () if noun_follows && !is_plural_people(line.word(draft.tokens.start)) => Shape::Modifier,
        () if the || is_plural_people(line.word(draft.tokens.start)) => Shape::Several,
        () => Shape::Modifier,
    }
}

/// Whether the adjective is listed with the next, which a noun follows.
fn shares_noun(line: &Line, draft: &Draft, next: &Draft) -> bool {
    next.how == How::Demonym
        && next.tokens.end > next.name.end
        && !is_plural_people(line.word(draft.name.start))
        && listed_together(line, draft, next)
}
