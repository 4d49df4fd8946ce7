//! From "both", "the two countries", "the trio", "the former" to the group that was named before.

use super::How;
use super::discourse::Discourse;
use super::draft::Shape;
use super::grammar::{Role, role};
use super::groups::{self, Wanted};
use super::phrases::{MODIFIERS, single, subjects_of_clause};
use super::references::{Binding, Place};
use super::word_classes::{Class, is};
use crate::syntax::Upos;
use crate::terms::ActorId;

/// "Both", "the two countries", "the pair", "the three", "neither", "either side".
pub(super) fn several(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    let determined = matches!(
        place.word(0),
        "the"
            | "these"
            | "those"
            | "all"
            | "its"
            | "their"
            | "our"
            | "any"
            | "none"
            | "neither"
            | "either"
            | "both"
            | "each"
    );
    if !determined {
        return None;
    }
    let (count, mut at, loose) = match (place.word(0), place.word(1)) {
        ("both", _) => (2, place.at + 1, true),
        ("neither" | "either" | "each", _) => (2, place.at + 1, true),
        ("all" | "the" | "these" | "those" | "any" | "none", second) => {
            let skip =
                usize::from(second == "the" || second == "of") + usize::from(second == "of" && place.word(2) == "the");
            let mut at = place.at + 1 + skip;
            if matches!(line.word(at), "other" | "same") {
                at += 1;
            }
            match line.word(at) {
                "two" | "pair" | "duo" | "couple" | "twosome" => (2, at + 1, true),
                "three" | "trio" | "threesome" => (3, at + 1, true),
                "four" | "quartet" => (4, at + 1, true),
                "five" | "quintet" => (5, at + 1, true),
                "six" => (6, at + 1, true),
                "seven" => (7, at + 1, true),
                "eight" => (8, at + 1, true),
                _ if place.word(0) != "any" && place.word(0) != "none" => (0, at, false),
                _ => return None,
            }
        }
        _ => return None,
    };
    // "both of them", "neither of the two", "either of which"
    let mut noun = None;
    for ahead in 0..=MODIFIERS {
        let word = line.word(at + ahead);
        if place.draft_at(at + ahead).is_some_and(|draft| draft.shape != Shape::Modifier) {
            break;
        }
        if is(word, Class::PairNoun) && (loose || is(word, Class::BarePair))
            || count == 2 && matches!(place.word(0), "neither" | "either" | "each") && is(word, Class::OneOfPair)
        {
            noun = Some(at + ahead);
            break;
        }
        if !line.modifies(at + ahead) || is(word, Class::ActsForCountry) {
            break;
        }
    }
    match noun {
        Some(noun) => {
            // "the two countries' leaders" and "the powers of the president" are others.
            let conjunction = matches!(place.word(0), "neither" | "either") && is_conjunction(place);
            if conjunction || line.word(noun + 1) == "of" && !matches!(line.word(noun + 2), "which" | "whom") {
                return None;
            }
            at = noun + 1;
        }
        None => {
            if !loose || place.draft_at(at).is_some() {
                return None;
            }
            // After a number only a plural noun is counted.
            let noun_follows = (at..at + 4).take_while(|ahead| line.modifies(*ahead)).any(|ahead| {
                line.words[ahead].xpos.ends_with('S') || matches!(line.word(ahead), "people" | "men" | "women")
            });
            if noun_follows && !matches!(line.word(at - 1), "pair" | "trio" | "duo") {
                return None;
            }
            // "Neither did they"; "did not act either".
            let adverb = place.word(0) == "neither" && line.upos(at) == Some(Upos::Aux)
                || place.word(0) == "either"
                    && line.upos(at) == Some(Upos::Punct)
                    && line.upos(place.at.wrapping_sub(1)) != Some(Upos::Adp);
            let negated = place.word(0) == "either" && (0..place.at).any(|at| line.word(at) == "neither");
            if adverb || negated || matches!(place.word(0), "both" | "neither" | "either") && is_conjunction(place) {
                return None;
            }
            let one = matches!(place.word(0), "each" | "either" | "neither");
            if one && (line.modifies(at) || line.word(at) == "other") {
                return None;
            }
            if line.word(at) == "of"
                && !matches!(line.word(at + 1), "them" | "which" | "whom" | "the" | "these" | "those" | "us")
            {
                return None;
            }
            // "Each of these members" needs a noun of pairs too.
            if line.word(at) == "of" && matches!(line.word(at + 1), "the" | "these" | "those") {
                let pair = |at: usize| is(line.word(at), Class::PairNoun) || line.word(at) == "two";
                if !(at + 2..=at + 2 + MODIFIERS).any(pair) {
                    return None;
                }
            }
        }
    }
    // "The three states, Palau, ..." are named right after.
    let named_after =
        matches!(line.word(at), "," | ":" | "(" | "—" | "–") && place.draft_at(at + 1).is_some() && noun.is_some();
    if line.word(at) == "-" || named_after {
        return None;
    }
    let head = at - 1;
    let (actors, certainty) = group_of(place, discourse, count, head)?;
    if count == 0 {
        // A bare plural ("the rivals") needs the words before it to be about few.
        if certainty < 0.6 || matches!(place.word(0), "all" | "these" | "those") {
            return None;
        }
    }
    Some(Binding { tokens: place.at..at, head, actors, how: How::Phrase, shape: Shape::Several, certainty })
}

/// "Both X and Y", "neither X nor Y", "either X or Y" only join.
fn is_conjunction(place: &Place) -> bool {
    let pair = match place.word(0) {
        "both" => "and",
        "neither" => "nor",
        _ => "or",
    };
    let line = place.line;
    if place.word(0) != "both" {
        let end = (place.at + 14).min(line.len());
        return (place.at + 1..end).any(|at| line.word(at) == pair);
    }
    if matches!(line.before(place.at, 1), "has" | "is" | "was" | "does") {
        return true;
    }
    // "both China and Russia", "both at home and abroad"; but "both deny it and", "both have".
    let next = place.at + 1;
    if matches!(line.upos(next), Some(Upos::Verb | Upos::Aux | Upos::Punct | Upos::Part)) || next == line.len() {
        return false;
    }
    (next + 1..(next + 9).min(line.len())).any(|at| line.word(at) == "and")
}

/// The group of that many that fits best; 0 asks for any few.
fn group_of(place: &Place, discourse: &Discourse, count: usize, head: usize) -> Option<(Vec<ActorId>, f32)> {
    let noun = place.line.word(head);
    let one = noun.strip_suffix('s').unwrap_or(noun);
    let persons = is(one, Class::PersonNoun) || matches!(noun, "men" | "autocrats" | "statesmen" | "women");
    let states = persons
        || is(one, Class::CountryNoun)
        || matches!(one, "capital" | "government" | "neighbour" | "neighbor" | "republic")
        || noun.starts_with("countr");
    let acted_on = matches!(role(place.line, head), Role::Object | Role::Oblique);
    let excluded = if acted_on { subjects_of_clause(place, discourse, head) } else { Vec::new() };
    let wanted = Wanted { head, count, persons, states, excluded: &excluded };
    let chosen = groups::choose(place, discourse, &wanted);
    if chosen.is_some() || count < 4 {
        return chosen;
    }
    // "All eight countries (Denmark included)" may count one who is named apart.
    let all_but_one = discourse.within(place.index, groups::REACH).find(|group| group.actors.len() + 1 == count)?;
    Some((all_but_one.actors.clone(), 0.6))
}

/// "The former", "the latter": the first and the last of the pair named before.
pub(super) fn former_or_latter(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    if place.word(0) != "the" {
        return None;
    }
    let first = match place.word(1) {
        "former" => true,
        "latter" => false,
        _ => return None,
    };
    let end = place.at + 2;
    // "The former fears smugglers, the latter spies": beside its other half it needs no noun.
    let half = if first { "latter" } else { "former" };
    let contrasted = line.lower.iter().any(|word| word == half);
    let noun = !contrasted && matches!(line.upos(end), Some(Upos::Noun | Upos::Propn | Upos::Adj))
        || place.draft_at(end).is_some();
    let end = match noun {
        true if !first && (is(line.word(end), Class::CountryNoun) || line.word(end) == "two") => end + 1,
        true => return None,
        false => end,
    };
    let near = || discourse.recent(place.index).filter(|referent| referent.named && referent.line + 1 >= place.index);
    if let Some(pair) = near().find(|referent| referent.actors.len() == 2) {
        return Some(single(place, end, pair.actors[usize::from(!first)].clone(), 0.8));
    }
    let mut named = Vec::new();
    for referent in near() {
        if let Some(actor) = referent.single()
            && !named.contains(actor)
        {
            named.push(actor.clone());
        }
        if named.len() == 2 {
            break;
        }
    }
    let actor = named.into_iter().nth(usize::from(first))?;
    Some(single(place, end, actor, 0.75))
}
