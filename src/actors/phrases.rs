//! From a noun phrase such as "the two countries", "the kingdom" or "its neighbour" to whom it refers to.

use super::How;
use super::discourse::{Discourse, REACH, Referent};
use super::draft::Shape;
use super::grammar::{Role, clause, role};
use super::groupings::members_of_bloc;
use super::references::{Binding, Place};
use super::word_classes::{Class, is};
use crate::lexicon::ActorKind;
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back a pair may have been named.
const GROUP_REACH: usize = 10;

/// So many lines back an organisation may have been named.
const ORGANISATION_REACH: usize = 40;

/// How many modifiers may stand inside the phrase.
const MODIFIERS: usize = 3;

/// The binding of the phrase that begins at the place, if there is one and it can be bound.
pub(super) fn bind(place: &Place, discourse: &Discourse) -> Option<Binding> {
    several(place, discourse)
        .or_else(|| former_or_latter(place, discourse))
        .or_else(|| other_party(place, discourse))
        .or_else(|| described(place, discourse))
}

/// "Both", "the two countries", "the pair", "the three", "neither", "either side".
fn several(place: &Place, discourse: &Discourse) -> Option<Binding> {
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
    let excluded = if head > place.at { subjects_of_clause(place, discourse, head) } else { Vec::new() };
    let wanted = |actors: &[ActorId]| {
        let size = actors.len();
        (if count == 0 { (2..=3).contains(&size) } else { size == count })
            && !actors.iter().any(|actor| excluded.contains(actor))
            && (!states || actors.iter().all(|actor| is_state(place, actor)))
    };
    let mut best: Option<(f32, Vec<ActorId>)> = None;
    let mut offer = |score: f32, actors: Vec<ActorId>| {
        let known = actors.iter().map(|actor| discourse.times_named(actor)).min().unwrap_or(0);
        let score = score + 0.03 * known.min(4) as f32;
        if wanted(&actors) && best.as_ref().is_none_or(|(top, _)| score > *top) {
            best = Some((score, actors));
        }
    };
    for group in discourse.within(place.index, GROUP_REACH).filter(|referent| referent.actors.len() > 1) {
        let people = matches!(group.shape, Shape::Person | Shape::Woman);
        let back = place.line.order.saturating_sub(place.scene.lines[group.line].order) as f32;
        let near = if group.line == place.index { 0.9 } else { 0.88 - 0.08 * back };
        let persons = match (persons, people) {
            (true, true) => 0.1,
            (true, false) => -0.1,
            _ => 0.0,
        };
        let custom = 0.02 * discourse.times_together(&group.actors).min(3) as f32;
        offer(near + persons + custom - if group.named { 0.0 } else { 0.02 }, group.actors.clone());
    }
    for back in 0..=2 {
        let Some(line) = place.index.checked_sub(back) else { break };
        let end = if back == 0 { place.at } else { usize::MAX };
        let mut actors = discourse.actors_before(line, end);
        actors.retain(|actor| !excluded.contains(actor));
        let score = [0.76, 0.6, 0.5][back] - if persons { 0.2 } else { 0.0 };
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
                let presence = discourse.presence(place.scene, referent, place.index, place.at);
                match ranked.iter_mut().find(|(_, known)| known == actor) {
                    Some((top, _)) => *top = top.max(presence) + 0.1,
                    None => ranked.push((presence, actor.clone())),
                }
            }
        }
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        offer(0.5, ranked.into_iter().take(2).map(|(_, actor)| actor).collect());
    }
    // As a share of right bindings, measured on marked mentions.
    let certainty = |score: f32| match score {
        _ if score > 0.85 => 0.85,
        _ if score > 0.7 => 0.65,
        _ if score > 0.6 => 0.55,
        _ => 0.4,
    };
    best.map(|(score, actors)| (actors, certainty(score)))
}

/// Whoever acts in the clause is not among those acted on: "A telephoned both leaders".
fn subjects_of_clause(place: &Place, discourse: &Discourse, head: usize) -> Vec<ActorId> {
    if role(place.line, head) == Role::Subject {
        return Vec::new();
    }
    let clause = clause(place.line, head);
    let subjects = discourse
        .recent(place.index)
        .filter(|referent| referent.line == place.index && referent.role == Role::Subject && referent.clause == clause);
    subjects.flat_map(|referent| referent.actors.clone()).collect()
}

fn is_state(place: &Place, actor: &ActorId) -> bool {
    place
        .scene
        .lexicon
        .actor(actor.as_str())
        .is_none_or(|record| matches!(record.kind, ActorKind::State | ActorKind::Territory))
}

/// "The former", "the latter": the first and the last of the pair named before.
fn former_or_latter(place: &Place, discourse: &Discourse) -> Option<Binding> {
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
    let noun = matches!(line.upos(end), Some(Upos::Noun | Upos::Propn | Upos::Adj)) || place.draft_at(end).is_some();
    let end = match noun {
        true if !first && (is(line.word(end), Class::CountryNoun) || line.word(end) == "two") => end + 1,
        true => return None,
        false => end,
    };
    let mut named = Vec::new();
    for referent in discourse.recent(place.index).filter(|referent| referent.named && referent.line + 1 >= place.index)
    {
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

fn single(place: &Place, end: usize, actor: ActorId, certainty: f32) -> Binding {
    Binding {
        tokens: place.at..end,
        head: end - 1,
        actors: vec![actor],
        how: How::Phrase,
        shape: Shape::Thing,
        certainty,
    }
}

/// "Its neighbour", "Beijing's ally": another party, the latest who is not the owner.
fn other_party(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    if !is(place.word(0), Class::NeighbourNoun) || line.upos(place.at) != Some(Upos::Noun) {
        return None;
    }
    let mut start = place.at;
    let owner = loop {
        start = start.checked_sub(1)?;
        let word = line.word(start);
        if matches!(word, "its" | "their" | "his" | "her" | "our") {
            let owner =
                discourse.recent(place.index).find(|referent| referent.line == place.index && referent.at == start)?;
            break owner.actors.clone();
        }
        if matches!(word, "'s" | "’s" | "'" | "’") {
            let draft = place.draft_at(start.checked_sub(1)?)?;
            start = draft.tokens.start;
            break vec![draft.actor.clone()];
        }
        if place.at - start > MODIFIERS || !line.modifies(start) || place.draft_at(start).is_some() {
            return None;
        }
    };
    // "Its neighbour Vietnam" names it.
    let next = place.at + 1;
    if place.draft_at(next).is_some() && !matches!(line.word(next), "in" | "to")
        || line.word(next) == "," && place.draft_at(next + 1).is_some_and(|draft| line.word(draft.tokens.end) == ",")
        || matches!(line.upos(next), Some(Upos::Noun | Upos::Propn))
    {
        return None;
    }
    // "Germany declared war on Serbia's patron": the patron is someone else.
    let acting = subjects_of_clause(place, discourse, place.at);
    let mut others: Vec<(&ActorId, usize, f32)> = Vec::new();
    for referent in discourse.recent(place.index).filter(|referent| referent.line + 2 >= place.index) {
        for actor in &referent.actors {
            if !owner.contains(actor)
                && !acting.contains(actor)
                && is_state(place, actor)
                && !others.iter().any(|(known, _, _)| *known == actor)
            {
                let presence = discourse.presence(place.scene, referent, place.index, place.at);
                others.push((actor, referent.line, presence + 0.1 * discourse.times_named(actor).min(6) as f32));
            }
        }
    }
    let (actor, line_of, _) = others.iter().reduce(|best, other| if other.2 > best.2 { other } else { best })?;
    let certainty = match others.len() {
        1 => 0.7,
        _ if *line_of == place.index => 0.45,
        _ => 0.4,
    };
    let mut binding = single(place, place.at + 1, (*actor).clone(), certainty);
    binding.tokens.start = start;
    Some(binding)
}

/// "The country", "the kingdom", "the bloc", "the president": the latest whom the noun describes.
fn described(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    if !matches!(place.word(0), "the" | "this" | "that") {
        return None;
    }
    let mut noun = place.at + 1;
    while noun <= place.at + MODIFIERS && line.upos(noun) == Some(Upos::Adj) && !is_describing(line.word(noun)) {
        noun += 1;
    }
    let word = line.word(noun);
    if place.draft_at(noun).is_some() || matches!(line.word(noun + 1), "of" | "between" | "that" | "with") {
        return None;
    }
    if line.upos(noun + 1) == Some(Upos::Noun) || line.upos(noun + 1) == Some(Upos::Propn) || line.word(noun + 1) == "-"
    {
        return None;
    }
    let phrase = format!("{} {word}", line.word(noun - 1));
    let describes = |referent: &&Referent| -> bool {
        let Some(record) = referent.single().and_then(|actor| place.scene.lexicon.actor(actor.as_str())) else {
            return false;
        };
        !is(word, Class::TooGeneral)
            && record.descriptors().any(|descriptor| descriptor == word || descriptor.to_lowercase() == phrase)
    };
    let is_such = |referent: &&Referent| -> bool {
        let Some(record) = referent.single().and_then(|actor| place.scene.lexicon.actor(actor.as_str())) else {
            return false;
        };
        match record.kind {
            ActorKind::State | ActorKind::Territory => {
                is(word, Class::CountryNoun) && referent.shape != Shape::Modifier
            }
            ActorKind::Organisation | ActorKind::Bloc => {
                noun == place.at + 1
                    && is(word, Class::GroupNoun)
                    && (matches!(
                        word,
                        "organisation" | "organization" | "bloc" | "grouping" | "body" | "club" | "group"
                    ) || record.name.to_lowercase().contains(word))
            }
            ActorKind::ArmedGroup => is(word, Class::ArmedNoun),
            _ => false,
        }
    };
    // "The government", "the army": whose was spoken of with the same noun.
    let same = discourse.recent(place.index).find(|referent| {
        let line = &place.scene.lines[referent.line];
        referent.single().is_some() && referent.line + 4 >= place.index && line.word(referent.head) == word
    });
    if let Some(actor) = same.filter(|_| is(word, Class::ActsForCountry)).and_then(Referent::single) {
        return Some(single(place, noun + 1, actor.clone(), 0.65));
    }
    if is(word, Class::ActsForCountry) && !is(word, Class::PersonNoun) {
        // Else of whoever is most spoken of.
        let state = |referent: &&Referent| referent.single().is_some_and(|actor| is_state(place, actor));
        let actor = most_spoken_of(place, discourse, 2, state).and_then(Referent::single)?;
        return Some(single(place, noun + 1, actor.clone(), 0.4));
    }
    // "The marshal" may be the name of a camp.
    let camp = |referent: &&Referent| -> bool {
        let record = referent.single().and_then(|actor| place.scene.lexicon.actor(actor.as_str()));
        record.is_some_and(|record| record.kind == ActorKind::ArmedGroup) && describes(referent)
    };
    if is(word, Class::PersonNoun)
        && let Some(actor) = most_spoken_of(place, discourse, REACH, camp).and_then(Referent::single)
    {
        return Some(single(place, noun + 1, actor.clone(), 0.6));
    }
    if is(word, Class::PersonNoun) {
        let person = discourse.recent(place.index).find(|referent| {
            matches!(referent.shape, Shape::Person | Shape::Woman) && referent.line + 2 >= place.index
        })?;
        let actor = person.single()?.clone();
        let mut binding = single(place, noun + 1, actor, 0.6);
        binding.shape = person.shape;
        return Some(binding);
    }
    let reach = if is(word, Class::GroupNoun) || is(word, Class::ArmedNoun) { ORGANISATION_REACH } else { REACH };
    let reach = if is(word, Class::AgreementName) { 3 } else { reach };
    let referent = most_spoken_of(place, discourse, reach, describes);
    let referent = referent.or_else(|| most_spoken_of(place, discourse, reach, is_such))?;
    let back = place.index - referent.line;
    Some(single(place, noun + 1, referent.single()?.clone(), if back < 2 { 0.75 } else { 0.6 }))
}

/// Of the referents that fit, the one most present and most often named.
fn most_spoken_of<'d>(
    place: &Place,
    discourse: &'d Discourse,
    reach: usize,
    fits: impl Fn(&&Referent) -> bool,
) -> Option<&'d Referent> {
    let mut best: Option<(f32, &Referent)> = None;
    for referent in discourse.within(place.index, reach).filter(|referent| fits(referent)) {
        let presence = discourse.presence(place.scene, referent, place.index, place.at).max(-1.0);
        let score = presence + 0.2 * discourse.times_named(&referent.actors[0]).min(6) as f32;
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, referent));
        }
    }
    best.map(|(_, referent)| referent)
}

fn is_describing(word: &str) -> bool {
    is(word, Class::CountryNoun) || is(word, Class::GroupNoun) || is(word, Class::PersonNoun)
}
