//! From a noun phrase such as "the two countries", "the kingdom" or "its neighbour" to whom it refers to.

use super::discourse::{Discourse, REACH, Referent};
use super::draft::Shape;
use super::grammar::{Role, clause, role};
use super::references::{Binding, Place};
use super::scene::Scene;
use super::stand_ins::is_plural_noun;
use super::word_classes::{Class, is};
use super::{How, counted};
use crate::lexicon::{ActorKind, ActorRecord, Date, Reading};
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back an organisation may have been named.
const ORGANISATION_REACH: usize = 40;

/// So many lines back a person may have been named with the title.
const TITLE_REACH: usize = 15;

/// How many modifiers may stand inside the phrase.
pub(super) const MODIFIERS: usize = 3;

/// The binding of the phrase that begins at the place, if there is one and it can be bound.
pub(super) fn bind(place: &Place, discourse: &Discourse) -> Option<Binding> {
    counted::former_or_latter(place, discourse)
        .or_else(|| counted::several(place, discourse))
        .or_else(|| other_party(place, discourse))
        .or_else(|| described(place, discourse))
}

/// Whoever acts in the clause is not among those acted on: "A telephoned both leaders".
pub(super) fn subjects_of_clause(place: &Place, discourse: &Discourse, head: usize) -> Vec<ActorId> {
    if role(place.line, head) == Role::Subject {
        return Vec::new();
    }
    let clause = clause(place.line, head);
    let subjects = discourse
        .recent(place.index)
        .filter(|referent| referent.line == place.index && referent.role == Role::Subject && referent.clause == clause);
    subjects.flat_map(|referent| referent.actors.clone()).collect()
}

pub(super) fn is_state(place: &Place, actor: &ActorId) -> bool {
    place
        .scene
        .lexicon
        .actor(actor.as_str())
        .is_none_or(|record| matches!(record.kind, ActorKind::State | ActorKind::Territory))
}

/// An organisation, pacts among them.
pub(super) fn is_body(scene: &Scene, actor: &ActorId) -> bool {
    scene.lexicon.actor(actor.as_str()).is_some_and(|record| record.kind == ActorKind::Organisation)
}

pub(super) fn single(place: &Place, end: usize, actor: ActorId, certainty: f32) -> Binding {
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
                let presence = discourse.presence(place.scene, referent, place.index);
                others.push((actor, referent.line, presence + 0.1 * discourse.times_named(actor).min(6) as f32));
            }
        }
    }
    let neighbour = matches!(place.word(0), "neighbour" | "neighbor");
    if neighbour {
        // "Its northern neighbour" lies near, and north.
        let direction = (start + 1..place.at).map(|at| line.word(at)).find(|word| word.ends_with("ern")).unwrap_or("");
        others.retain(|(actor, _, _)| owner.iter().any(|owner| lies_near(place, owner, direction, actor)));
    }
    let (actor, line_of, _) = others.iter().reduce(|best, other| if other.2 > best.2 { other } else { best })?;
    // As a share of right bindings, measured on annotated passages.
    let certainty = match others.len() {
        1 => 0.7,
        _ if *line_of == place.index && neighbour => 0.6,
        _ if *line_of == place.index => 0.45,
        _ => 0.4,
    };
    let mut binding = single(place, place.at + 1, (*actor).clone(), certainty);
    binding.tokens.start = start;
    Some(binding)
}

/// Whether one capital lies within some fifty degrees of another, on the side that the word says; states are wider than high.
fn lies_near(place: &Place, owner: &ActorId, direction: &str, other: &ActorId) -> bool {
    let of = |actor: &ActorId| place.scene.lexicon.actor(actor.as_str()).and_then(|record| record.place);
    let (Some((south, west)), Some((latitude, longitude))) = (of(owner), of(other)) else { return true };
    let (north, east) = (latitude - south, longitude - west);
    let side = match direction {
        "northern" => north > 0.0,
        "southern" => north < 0.0,
        "eastern" => east > 0.0,
        "western" => east < 0.0,
        _ => true,
    };
    side && north * north + 0.25 * east * east < 3100.0
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
    // "The emirate hosts an airfield" goes on with a verb, whatever its tag.
    let verb = line.word(noun + 1).ends_with('s') && line.upos(noun + 2) == Some(Upos::Det);
    if !verb && matches!(line.upos(noun + 1), Some(Upos::Noun | Upos::Propn)) || line.word(noun + 1) == "-" {
        return None;
    }
    let phrase = format!("{} {word}", line.word(noun - 1));
    let describes = |referent: &&Referent| -> bool {
        let Some(record) = referent.single().and_then(|actor| place.scene.lexicon.actor(actor.as_str())) else {
            return false;
        };
        !is(word, Class::TooGeneral)
            && record.descriptors().any(|descriptor| descriptor == word || descriptor.to_lowercase() == phrase)
            && (!is(word, Class::FormOfState) || had_form(place, record, word))
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
                    && (is(word, Class::GroupNoun) || is(word, Class::BodyNoun) && line.capital(noun))
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
        // "The General" is who was called so before, else the last person.
        let people = |reach: usize| {
            let people = discourse.within(place.index, reach);
            people.filter(|referent| matches!(referent.shape, Shape::Person | Shape::Woman))
        };
        let called = people(TITLE_REACH).find(|referent| referent.named && is_called(place, referent, word));
        let (person, certainty) = match called {
            Some(called) => (called, 0.75),
            None => (people(2).next()?, if line.capital(noun) { 0.45 } else { 0.6 }),
        };
        let actor = person.single()?.clone();
        let mut binding = single(place, noun + 1, actor, certainty);
        binding.shape = person.shape;
        return Some(binding);
    }
    let body = is(word, Class::BodyNoun) && line.capital(noun);
    let reach =
        if body || is(word, Class::GroupNoun) || is(word, Class::ArmedNoun) { ORGANISATION_REACH } else { REACH };
    let reach = if is(word, Class::AgreementName) { 3 } else { reach };
    // "The Union" is the European one before it is the United States.
    let such_body = |referent: &&Referent| -> bool {
        referent.single().is_some_and(|actor| is_body(place.scene, actor)) && (describes(referent) || is_such(referent))
    };
    let referent = if is(word, Class::GroupNoun) { most_spoken_of(place, discourse, reach, such_body) } else { None };
    let referent = referent.or_else(|| most_spoken_of(place, discourse, reach, describes));
    let referent = referent.or_else(|| most_spoken_of(place, discourse, reach, is_such));
    let Some(referent) = referent else {
        // "The ministers" are those of the states last named together.
        if is(word, Class::ActsForCountry) && is_plural_noun(word) {
            let states = |group: &&Referent| group.actors.iter().all(|actor| is_state(place, actor));
            let mut groups = discourse.within(place.index, 3).filter(|group| (2..=4).contains(&group.actors.len()));
            if let Some(group) = groups.find(|group| states(group)) {
                let mut binding = single(place, noun + 1, group.actors[0].clone(), 0.4);
                binding.actors = group.actors.clone();
                binding.shape = Shape::Several;
                return Some(binding);
            }
        }
        // "The government" is that of whoever is most spoken of, but of no one who acts on it.
        let mut acting = subjects_of_clause(place, discourse, noun);
        if line.word(noun + 1) == "there" {
            // "The junta there" is not that of who left.
            let subjects = discourse.recent(place.index).filter(|referent| referent.role == Role::Subject);
            acting.extend(subjects.flat_map(|referent| referent.actors.clone()));
        }
        let state = |referent: &&Referent| {
            referent.single().is_some_and(|actor| is_state(place, actor) && !acting.contains(actor))
        };
        let actor = most_spoken_of(place, discourse, 2, state).filter(|_| is(word, Class::ActsForCountry))?;
        return Some(single(place, noun + 1, actor.single()?.clone(), 0.4));
    };
    let back = place.index - referent.line;
    Some(single(place, noun + 1, referent.single()?.clone(), if back < 2 { 0.75 } else { 0.6 }))
}

/// Whether the state was a kingdom, empire and so on in the time spoken of: the tables date its full names.
fn had_form(place: &Place, record: &ActorRecord, form: &str) -> bool {
    let mut capital = form.to_string();
    capital[..1].make_ascii_uppercase();
    let forms: Vec<&str> = [&*capital, "of"].into_iter().chain(record.name.split(' ')).collect();
    let Some(full) = place.scene.lexicon.longest(&forms).filter(|found| found.forms == forms.len()) else {
        return true;
    };
    let year = place.line.years.last().map(|(_, year)| *year).or(place.line.carried_year).or(place.scene.year);
    full.readings.iter().any(|reading| match (reading, year.and_then(|year| u16::try_from(year).ok())) {
        (Reading::Alias(alias), Some(year)) => alias.period.covers(Date::year(year)),
        (Reading::Alias(alias), None) => alias.period.to.is_none(),
        _ => false,
    })
}

/// Whether the words around a named person hold the title: "General de Gaulle", "Egypt's president".
fn is_called(place: &Place, referent: &Referent, title: &str) -> bool {
    let line = &place.scene.lines[referent.line];
    let from = referent.at.min(referent.head);
    (from..=referent.at.max(referent.head)).any(|at| line.word(at) == title)
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
        let presence = discourse.presence(place.scene, referent, place.index).max(-1.0);
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
