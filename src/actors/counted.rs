//! From "both", "the two countries", "the trio", "the former" to the group that was named before.

use super::How;
use super::discourse::{Discourse, Referent};
use super::draft::Shape;
use super::grammar::{Role, role};
use super::groups::{self, Wanted};
use super::phrases::{MODIFIERS, single, subjects_of_clause};
use super::references::{Binding, Place};
use super::scene::Line;
use super::word_classes::{Class, is};
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back a list that lacks one may be what is counted.
const NEAR_LIST: usize = 3;

/// "Both", "the two countries", "the pair", "the three", "neither", "either side".
pub(super) fn several(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    let counted = count(place)?;
    let noun = noun_of_pair(place, &counted);
    let at = match noun {
        Some(noun) => {
            // "the two countries' leaders" and "the powers of the president" are others.
            let conjunction = matches!(place.word(0), "neither" | "either") && is_conjunction(place);
            if conjunction || line.word(noun + 1) == "of" && !matches!(line.word(noun + 2), "which" | "whom") {
                return None;
            }
            noun + 1
        }
        None if stands_alone(place, &counted) => counted.end,
        None => return None,
    };
    // "The three states, Palau, ..." are named right after.
    let named_after =
        matches!(line.word(at), "," | ":" | "(" | "—" | "–") && place.draft_at(at + 1).is_some() && noun.is_some();
    if line.word(at) == "-" || named_after {
        return None;
    }
    let head = at - 1;
    let (actors, certainty) = group_of(place, discourse, counted.count, head, noun.is_some())?;
    // A bare plural ("the rivals") needs the words before it to be about few.
    if counted.count == 0 && (certainty < 0.6 || matches!(place.word(0), "all" | "these" | "those")) {
        return None;
    }
    Some(Binding { tokens: place.at..at, head, actors, how: How::Phrase, shape: Shape::Several, certainty })
}

/// The words that say how many.
struct Count {
    /// How many; 0 where no number stands there.
    count: usize,
    /// The token after them.
    end: usize,
}

/// "Both", "all three", "the two", "the": how many are meant.
fn count(place: &Place) -> Option<Count> {
    let line = place.line;
    match (place.word(0), place.word(1)) {
        ("both" | "neither" | "either" | "each", _) => Some(Count { count: 2, end: place.at + 1 }),
        (first @ ("all" | "the" | "these" | "those" | "any" | "none"), second) => {
            let skip =
                usize::from(second == "the" || second == "of") + usize::from(second == "of" && place.word(2) == "the");
            let mut at = place.at + 1 + skip;
            at += usize::from(matches!(line.word(at), "other" | "same"));
            let count = match line.word(at) {
                "two" | "pair" | "duo" | "couple" | "twosome" => 2,
                "three" | "trio" | "threesome" => 3,
                "four" | "quartet" => 4,
                "five" | "quintet" => 5,
                "six" => 6,
                "seven" => 7,
                "eight" => 8,
                _ if first != "any" && first != "none" => return Some(Count { count: 0, end: at }),
                _ => return None,
            };
            Some(Count { count, end: at + 1 })
        }
        _ => None,
    }
}

/// The noun that is counted, if it is one of countries, leaders and the like.
fn noun_of_pair(place: &Place, counted: &Count) -> Option<usize> {
    let line = place.line;
    let one = matches!(place.word(0), "neither" | "either" | "each");
    for at in counted.end..=counted.end + MODIFIERS {
        let word = line.word(at);
        if place.draft_at(at).is_some_and(|draft| draft.shape != Shape::Modifier) {
            return None;
        }
        if is(word, Class::PairNoun) && (counted.count > 0 || is(word, Class::BarePair))
            || one && is(word, Class::OneOfPair)
        {
            return Some(at);
        }
        if !line.modifies(at) || is(word, Class::ActsForCountry) {
            return None;
        }
    }
    None
}

/// Whether "both", "the two" need no noun after them: "both of them", "neither of the two", "either of which".
fn stands_alone(place: &Place, counted: &Count) -> bool {
    let (line, at) = (place.line, counted.end);
    if counted.count == 0 || place.draft_at(at).is_some() {
        return false;
    }
    // After a number only a plural noun is counted.
    let noun_follows = (at..at + 4)
        .take_while(|ahead| line.modifies(*ahead))
        .any(|ahead| line.words[ahead].xpos.ends_with('S') || matches!(line.word(ahead), "people" | "men" | "women"));
    if noun_follows && !matches!(line.word(at - 1), "pair" | "trio" | "duo") {
        return false;
    }
    if is_adverb(place, at) || matches!(place.word(0), "both" | "neither" | "either") && is_conjunction(place) {
        return false;
    }
    let one = matches!(place.word(0), "each" | "either" | "neither");
    if one && (line.modifies(at) || line.word(at) == "other") {
        return false;
    }
    line.word(at) != "of" || is_of_several(line, at + 1)
}

/// "Neither did they"; "did not act either"; the "either" after "neither".
fn is_adverb(place: &Place, at: usize) -> bool {
    let line = place.line;
    match place.word(0) {
        "neither" => line.upos(at) == Some(Upos::Aux),
        "either" => {
            let last = line.upos(at) == Some(Upos::Punct) && line.upos(place.at.wrapping_sub(1)) != Some(Upos::Adp);
            last || (0..place.at).any(|at| line.word(at) == "neither")
        }
        _ => false,
    }
}

/// What follows "each of": "each of these members" needs a noun of pairs too.
fn is_of_several(line: &Line, at: usize) -> bool {
    match line.word(at) {
        "them" | "which" | "whom" | "us" => true,
        "the" | "these" | "those" => {
            (at + 1..=at + 1 + MODIFIERS).any(|at| is(line.word(at), Class::PairNoun) || line.word(at) == "two")
        }
        _ => false,
    }
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

/// "Laos and Siam, both of them neutral": the list that ends before the comma.
fn list_before_comma(place: &Place, discourse: &Discourse, count: usize) -> Option<Vec<ActorId>> {
    let comma = place.at.checked_sub(1).filter(|&comma| place.line.word(comma) == ",")?;
    let last = place.drafts.iter().find(|draft| draft.tokens.end == comma)?;
    let mut lists = discourse.recent(place.index).take_while(|referent| referent.line == place.index);
    let list = lists.find(|referent| referent.named && referent.actors.len() == count)?;
    (list.actors.last() == Some(&last.actor)).then(|| list.actors.clone())
}

/// The group of that many that fits best; 0 asks for any few.
fn group_of(
    place: &Place,
    discourse: &Discourse,
    count: usize,
    head: usize,
    has_noun: bool,
) -> Option<(Vec<ActorId>, f32)> {
    if let Some(list) = list_before_comma(place, discourse, count) {
        return Some((list, 0.85));
    }
    let noun = place.line.word(head);
    let one = noun.strip_suffix('s').unwrap_or(noun);
    let persons = is(one, Class::PersonNoun) || matches!(noun, "men" | "autocrats" | "statesmen" | "women");
    let states = persons
        || is(one, Class::CountryNoun)
        || matches!(one, "capital" | "government" | "neighbour" | "neighbor" | "republic")
        || noun.starts_with("countr");
    let acted_on = matches!(role(place.line, head), Role::Object | Role::Oblique);
    let excluded = if acted_on { subjects_of_clause(place, discourse, head) } else { Vec::new() };
    let or_more = place.word(0) == "each";
    let wanted = Wanted { head, count, or_more, persons, states, has_noun, excluded: &excluded };
    let chosen = groups::choose(place, discourse, &wanted);
    if chosen.is_some() || count < 4 {
        return chosen;
    }
    // "All eight countries (Denmark included)" may count one who is named apart.
    let all_but_one = discourse.within(place.index, groups::REACH).find(|group| group.actors.len() + 1 == count)?;
    let near = all_but_one.line + NEAR_LIST >= place.index;
    Some((all_but_one.actors.clone(), if near { 0.6 } else { 0.4 }))
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
    // "Egypt armed the latter, Syria the former": either half means one of those named before the first of them.
    let halves = line.lower.iter().take(place.at).position(|word| word == half).unwrap_or(place.at);
    let near = |reach: usize| {
        let before = discourse.recent(place.index).filter(move |one| one.line < place.index || one.at < halves);
        before.filter(move |referent| referent.named && referent.line + reach >= place.index)
    };
    // Two that the sentence itself names come before a list of the sentence before.
    let of_line = two_named(near(0));
    let listed = near(usize::from(of_line.len() < 2)).find(|referent| referent.actors.len() == 2);
    if let Some(pair) = listed {
        return Some(single(place, end, pair.actors[usize::from(!first)].clone(), 0.8));
    }
    let named = if of_line.len() < 2 { two_named(near(1)) } else { of_line };
    let actor = named.into_iter().nth(usize::from(first))?;
    Some(single(place, end, actor, 0.75))
}

/// The last two actors that are named alone, the latest first.
fn two_named<'d>(referents: impl Iterator<Item = &'d Referent>) -> Vec<ActorId> {
    let mut named: Vec<ActorId> = Vec::new();
    for actor in referents.filter_map(Referent::single) {
        if named.len() < 2 && !named.contains(actor) {
            named.push(actor.clone());
        }
    }
    named
}
