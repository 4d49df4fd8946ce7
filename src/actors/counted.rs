//! From "both", "the two countries", "the trio", "the former" to the group that was named before.

use super::How;
use super::discourse::{Discourse, Referent};
use super::draft::Shape;
use super::grammar::{Role, role};
use super::groupings::members_of_bloc;
use super::phrases::{MODIFIERS, is_state, single, subjects_of_clause};
use super::references::{Binding, Place};
use super::word_classes::{Class, is};
use crate::sorting::sort_by;
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back a pair may have been named.
const GROUP_REACH: usize = 10;

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
            || count == 2 && matches!(place.word(0), "neither" | "either" | "each") && is_singular_of_pair(word)
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
    let (actors, mut certainty) = group_of(place, discourse, count, head)?;
    if count == 0 {
        certainty -= 0.36;
        // A bare plural ("the leaders") needs the words before it to be about few.
        if certainty < 0.5 || matches!(place.word(0), "all" | "these" | "those") {
            return None;
        }
    }
    Some(Binding { tokens: place.at..at, head, actors, how: How::Phrase, shape: Shape::Several, certainty })
}

fn is_singular_of_pair(word: &str) -> bool {
    matches!(
        word,
        "side"
            | "country"
            | "state"
            | "government"
            | "party"
            | "capital"
            | "leader"
            | "power"
            | "nation"
            | "neighbour"
            | "neighbor"
            | "man"
            | "president"
            | "ally"
            | "partner"
            | "army"
            | "king"
            | "victim"
            | "belligerent"
            | "rival"
            | "foe"
            | "camp"
            | "combatant"
            | "signatory"
            | "delegation"
            | "claimant"
            | "republic"
            | "kingdom"
            | "court"
            | "ministry"
            | "general"
    )
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
    let wanted = |actors: &[ActorId]| {
        let size = actors.len();
        (if count == 0 { (2..=3).contains(&size) } else { size == count })
            && !actors.iter().any(|actor| excluded.contains(actor))
            && (!states || actors.iter().all(|actor| is_state(place, actor)))
    };
    let mut best: Option<(f32, Vec<ActorId>)> = None;
    let mut rival = 0.0f32;
    let mut offer = |score: f32, actors: Vec<ActorId>| {
        let known = actors.iter().map(|actor| discourse.times_named(actor)).min().unwrap_or(0);
        let score = score + 0.05 * known.min(8) as f32;
        if !wanted(&actors) {
            return;
        }
        let same = |known: &[ActorId]| known.len() == actors.len() && known.iter().all(|one| actors.contains(one));
        match &mut best {
            Some((top, known)) if same(known) => *top = top.max(score),
            Some((top, _)) if score <= *top => rival = rival.max(score),
            _ => {
                rival = best.as_ref().map_or(rival, |(top, _)| rival.max(*top));
                best = Some((score, actors));
            }
        }
    };
    for group in discourse.within(place.index, GROUP_REACH).filter(|referent| referent.actors.len() > 1) {
        let people = matches!(group.shape, Shape::Person | Shape::Woman);
        let back = place.line.order.saturating_sub(place.scene.lines[group.line].order) as f32;
        let near = if group.line == place.index { 0.9 } else { 0.75 - 0.08 * back };
        let persons = match (persons, people) {
            (true, true) => 0.1,
            (true, false) => -0.1,
            _ => 0.0,
        };
        let custom = 0.02 * discourse.times_together(&group.actors).min(6) as f32
            + if group.role == Role::Subject { 0.05 } else { 0.0 };
        offer(near + persons + custom - if group.named { 0.0 } else { 0.02 }, group.actors.clone());
    }
    for back in 0..=2 {
        let Some(line) = place.index.checked_sub(back) else { break };
        let end = if back == 0 { place.at } else { usize::MAX };
        let mut actors = discourse.actors_before(line, end);
        actors.retain(|actor| !excluded.contains(actor));
        let score = [0.85, 0.45, 0.5][back] - if persons { 0.2 } else { 0.0 };
        offer(score, actors.clone());
        actors.retain(|actor| is_state(place, actor));
        offer(score - 0.05, actors);
    }
    for bloc in discourse.recent(place.index).filter_map(Referent::single) {
        if let Some(members) = members_of_bloc(place.scene, bloc).filter(|members| members.len() == count) {
            offer(0.75, members);
        }
    }
    if count > 3 {
        // "All eight countries (Denmark included)" may count one who is named apart.
        for group in discourse.within(place.index, GROUP_REACH).filter(|group| group.actors.len() + 1 == count) {
            if best.is_none() {
                best = Some((0.6, group.actors.clone()));
            }
        }
        return best.map(|(score, actors)| (actors, score.min(0.9)));
    }
    if count == 2 {
        // The two most prominent of late.
        let mut ranked: Vec<(f32, ActorId)> = Vec::new();
        for referent in discourse.recent(place.index).filter(|referent| referent.shape != Shape::Modifier) {
            for actor in referent.actors.iter().filter(|actor| is_state(place, actor) && !excluded.contains(actor)) {
                let presence = discourse.presence(place.scene, referent, place.index);
                match ranked.iter_mut().find(|(_, known)| known == actor) {
                    Some((top, _)) => *top = top.max(presence) + 0.1,
                    None => ranked.push((presence, actor.clone())),
                }
            }
        }
        sort_by(&mut ranked, |a, b| b.0.total_cmp(&a.0));
        offer(0.65, ranked.into_iter().take(2).map(|(_, actor)| actor).collect());
    }
    // As a share of right bindings, measured on annotated passages.
    let certainty = |score: f32| match score - rival {
        _ if score > 0.85 => 0.85,
        margin if score > 0.6 && margin > 0.3 => 0.7,
        margin if score > 0.6 && margin > 0.15 => 0.6,
        _ if score > 0.6 => 0.45,
        _ => 0.4,
    };
    best.map(|(score, actors)| (actors, certainty(score)))
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
