//! From a noun phrase such as "the two countries", "the kingdom" or "its neighbour" to whom it refers to.

use super::discourse::{Discourse, REACH, Referent};
use super::draft::Shape;
use super::grammar::{Role, clause, role};
use super::references::{Binding, Place};
use super::scene::Scene;
use super::stand_ins::is_plural_noun;
use super::word_classes::{Class, is};
use super::{How, counted, relatives};
use crate::lexicon::{ActorKind, ActorRecord, Date, Reading};
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back an organisation may have been named.
const ORGANISATION_REACH: usize = 40;

/// So many lines back a person may have been named with the title.
const TITLE_REACH: usize = 15;

/// How surely the seat of a government tells whose it is.
const OF_SEAT: f32 = 0.85;

/// How many modifiers may stand inside the phrase.
pub(super) const MODIFIERS: usize = 3;

/// The binding of the phrase that begins at the place, if there is one and it can be bound.
pub(super) fn bind(place: &Place, discourse: &Discourse) -> Option<Binding> {
    counted::former_or_latter(place, discourse)
        .or_else(|| counted::several(place, discourse))
        .or_else(|| relatives::other_party(place, discourse))
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

/// "The country", "the kingdom", "the bloc", "the president": the latest whom the noun describes.
fn described(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let noun = describing_noun(place)?;
    let word = place.line.word(noun);
    // "This country", "this kingdom" is that of whoever says "we".
    let own = place.word(0) == "this" && (is(word, Class::CountryNoun) || is(word, Class::FormOfState));
    if let Some((author, certainty)) = discourse.author.clone().filter(|_| own && !place.line.is_quoted(place.at)) {
        return Some(single(place, noun + 1, author, certainty));
    }
    // "The regime in Kigali" is that of whoever sits there.
    let acts = is(word, Class::ActsForCountry) || is(word, Class::PersonNoun);
    let seat = place.draft_at(noun + 2).filter(|_| acts && place.line.word(noun + 1) == "in");
    if let Some(seat) = seat.filter(|seat| seat.shape != Shape::Modifier && is_state(place, &seat.actor)) {
        return Some(single(place, noun + 1, seat.actor.clone(), OF_SEAT));
    }
    // "The government", "the army": whose was spoken of with the same noun.
    let same = discourse.recent(place.index).find(|referent| {
        let line = &place.scene.lines[referent.line];
        referent.single().is_some() && referent.line + 4 >= place.index && line.word(referent.head) == word
    });
    if let Some(actor) = same.filter(|_| is(word, Class::ActsForCountry)).and_then(Referent::single) {
        return Some(single(place, noun + 1, actor.clone(), 0.65));
    }
    if is(word, Class::PersonNoun) {
        return person(place, discourse, noun);
    }
    let body = is(word, Class::BodyNoun) && place.line.capital(noun);
    let reach = match () {
        () if is(word, Class::AgreementName) => 3,
        () if body || is(word, Class::GroupNoun) || is(word, Class::ArmedNoun) => ORGANISATION_REACH,
        () => REACH,
    };
    // "Chad armed the kingdom" is another kingdom; but "NATO widened the alliance".
    let mut acting = subjects_of_clause(place, discourse, noun);
    acting.retain(|actor| is_state(place, actor));
    let actor_of = |referent: &&Referent| referent.single().filter(|actor| !acting.contains(actor)).cloned();
    let describes = |referent: &&Referent| actor_of(referent).is_some_and(|actor| describes(place, &actor, noun));
    let is_such =
        |referent: &&Referent| actor_of(referent).is_some_and(|actor| is_such(place, referent.shape, &actor, noun));
    // "The Union" is the European one before it is the United States.
    let such_body = |referent: &&Referent| -> bool {
        referent.single().is_some_and(|actor| is_body(place.scene, actor)) && (describes(referent) || is_such(referent))
    };
    let referent = if is(word, Class::GroupNoun) { most_spoken_of(place, discourse, reach, such_body) } else { None };
    let referent = referent.or_else(|| most_spoken_of(place, discourse, reach, describes));
    let Some(referent) = referent.or_else(|| most_spoken_of(place, discourse, reach, is_such)) else {
        return those_who_act(place, discourse, noun);
    };
    let back = place.index - referent.line;
    Some(single(place, noun + 1, referent.single()?.clone(), if back < 2 { 0.75 } else { 0.6 }))
}

/// The noun of the phrase that begins at the place, where no more than adjectives stand before it.
fn describing_noun(place: &Place) -> Option<usize> {
    let line = place.line;
    if !matches!(place.word(0), "the" | "this" | "that") {
        return None;
    }
    let mut noun = place.at + 1;
    while noun <= place.at + MODIFIERS && line.upos(noun) == Some(Upos::Adj) && !is_describing(line.word(noun)) {
        noun += 1;
    }
    let says_more = matches!(line.word(noun + 1), "of" | "between" | "that" | "with" | "-");
    // "The emirate hosts an airfield" goes on with a verb, whatever its tag.
    let verb = line.word(noun + 1).ends_with('s') && line.upos(noun + 2) == Some(Upos::Det);
    let compound = !verb && matches!(line.upos(noun + 1), Some(Upos::Noun | Upos::Propn));
    (place.draft_at(noun).is_none() && !says_more && !compound).then_some(noun)
}

/// Whether the table of actors describes the actor by the noun, alone or with the word before it.
fn describes(place: &Place, actor: &ActorId, noun: usize) -> bool {
    let word = place.line.word(noun);
    let Some(record) = place.scene.lexicon.actor(actor.as_str()) else { return false };
    let is_so = |descriptor: &str| {
        let pair = descriptor.split_once(' ').map(|(first, second)| (first.to_lowercase(), second.to_lowercase()));
        descriptor == word || pair.is_some_and(|(first, second)| first == place.line.word(noun - 1) && second == word)
    };
    !is(word, Class::TooGeneral)
        && record.descriptors().any(is_so)
        && (!is(word, Class::FormOfState) || had_form(place, record, word))
}

/// Whether the noun stands for any actor of that kind: a country, a bloc, a militia.
fn is_such(place: &Place, shape: Shape, actor: &ActorId, noun: usize) -> bool {
    let word = place.line.word(noun);
    let Some(record) = place.scene.lexicon.actor(actor.as_str()) else { return false };
    match record.kind {
        ActorKind::State | ActorKind::Territory => is(word, Class::CountryNoun) && shape != Shape::Modifier,
        ActorKind::Organisation | ActorKind::Bloc => {
            let any = matches!(word, "organisation" | "organization" | "bloc" | "grouping" | "body" | "club" | "group");
            noun == place.at + 1
                && (is(word, Class::GroupNoun) || is(word, Class::BodyNoun) && place.line.capital(noun))
                && (any || record.name.to_lowercase().contains(word))
        }
        ActorKind::ArmedGroup => is(word, Class::ArmedNoun),
        _ => false,
    }
}

/// "The General" is a camp of that name, who was called so before, or the last person.
fn person(place: &Place, discourse: &Discourse, noun: usize) -> Option<Binding> {
    let word = place.line.word(noun);
    let camp = |referent: &&Referent| -> bool {
        let actor = referent.single();
        let record = actor.and_then(|actor| place.scene.lexicon.actor(actor.as_str()));
        record.is_some_and(|record| record.kind == ActorKind::ArmedGroup)
            && actor.is_some_and(|actor| describes(place, actor, noun))
    };
    if let Some(actor) = most_spoken_of(place, discourse, REACH, camp).and_then(Referent::single) {
        return Some(single(place, noun + 1, actor.clone(), 0.6));
    }
    let people = |reach: usize| {
        let people = discourse.within(place.index, reach);
        people.filter(|referent| matches!(referent.shape, Shape::Person | Shape::Woman))
    };
    let called = people(TITLE_REACH).find(|referent| referent.named && is_called(place, referent, word));
    let (person, certainty) = match called {
        Some(called) => (called, 0.75),
        None => (people(2).next()?, if place.line.capital(noun) { 0.45 } else { 0.6 }),
    };
    let mut binding = single(place, noun + 1, person.single()?.clone(), certainty);
    binding.shape = person.shape;
    Some(binding)
}

/// "The ministers" are those of the states last named together, "the government" that of whoever is most spoken of.
fn those_who_act(place: &Place, discourse: &Discourse, noun: usize) -> Option<Binding> {
    let word = place.line.word(noun);
    if !is(word, Class::ActsForCountry) {
        return None;
    }
    if is_plural_noun(word) {
        let states = |group: &&Referent| group.actors.iter().all(|actor| is_state(place, actor));
        let mut groups = discourse.within(place.index, 3).filter(|group| (2..=4).contains(&group.actors.len()));
        if let Some(group) = groups.find(states) {
            let mut binding = single(place, noun + 1, group.actors[0].clone(), 0.4);
            binding.actors = group.actors.clone();
            binding.shape = Shape::Several;
            return Some(binding);
        }
    }
    // It is not that of one who acts on it.
    let mut acting = subjects_of_clause(place, discourse, noun);
    if place.line.word(noun + 1) == "there" {
        // "The junta there" is not that of who left.
        let subjects = discourse.recent(place.index).filter(|referent| referent.role == Role::Subject);
        acting.extend(subjects.flat_map(|referent| referent.actors.clone()));
    }
    let state =
        |referent: &&Referent| referent.single().is_some_and(|actor| is_state(place, actor) && !acting.contains(actor));
    let actor = most_spoken_of(place, discourse, 2, state)?;
    Some(single(place, noun + 1, actor.single()?.clone(), 0.4))
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
