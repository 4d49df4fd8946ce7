//! From words of joining and leaving ("Pakistan acceded", "its candidacy"), and from the noun that says what the body of an entry is, to the
//! body that they mean without naming it.

use super::How;
use super::discourse::Discourse;
use super::draft::Shape;
use super::phrases::is_body;
use super::references::{Binding, Place};
use super::scene::Line;
use super::word_classes::{Class, is};
use crate::lexicon::ActorKind;
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back the body may have been named; members are of a body of which the text speaks right now.
const REACH: usize = 3;
const REACH_OF_MEMBERS: usize = 1;

/// The noun that says what an entry is about stands this near to its beginning.
const DEFINED_BEFORE: usize = 8;

/// The binding of such a word, if the text speaks of one body alone.
pub(super) fn bind(place: &Place, discourse: &Discourse) -> Option<Binding> {
    joined(place, discourse).or_else(|| defined(place, discourse))
}

/// "Defensive alliance concluded in 1955 between Iraq and Turkey", right below the name of the pact.
fn defined(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let (line, noun) = (place.line, place.at);
    let says_what = is(place.word(0), Class::GroupNoun) || is(place.word(0), Class::AgreementName);
    if place.index != 1
        || noun >= DEFINED_BEFORE
        || !says_what
        || !matches!(line.upos(noun), Some(Upos::Noun | Upos::Propn))
    {
        return None;
    }
    let before = |at: usize| line.modifies(at) || matches!(line.upos(at), Some(Upos::Det | Upos::Adv | Upos::Punct));
    let goes_on = matches!(line.upos(noun + 1), Some(Upos::Noun | Upos::Propn));
    if goes_on || !(0..noun).all(before) || place.drafts.iter().any(|draft| can_be_joined(place, &draft.actor)) {
        return None;
    }
    let body = title(place, discourse)?;
    Some(unsaid(place, body, 0.8))
}

/// A word of joining or leaving.
fn joined(place: &Place, discourse: &Discourse) -> Option<Binding> {
    if !is(place.word(0), Class::JoiningWord) || place.drafts.iter().any(|draft| can_be_joined(place, &draft.actor)) {
        return None;
    }
    let line = place.line;
    let title = title(place, discourse);
    let goes_unsaid = match line.upos(place.at)? {
        Upos::Verb => verb_stands_alone(line, place.at) || title.is_some() && is_of_what_was_joined(line, place.at),
        Upos::Noun => noun_stands_alone(line, place.at),
        _ => false,
    };
    if !goes_unsaid {
        return None;
    }
    let mut bodies = Vec::new();
    let reach =
        if place.word(0).contains("member") && place.word(0) != "membership" { REACH_OF_MEMBERS } else { REACH };
    for referent in discourse.within(place.index, reach) {
        let Some(actor) = referent.single().filter(|actor| can_be_joined(place, actor)) else { continue };
        if referent.line == place.index {
            return None;
        }
        if !bodies.contains(&actor) {
            bodies.push(actor);
        }
    }
    let (body, certainty) = match (&bodies[..], title) {
        (bodies, Some(title)) if bodies.is_empty() || bodies.contains(&title) => (title, 0.65),
        ([body], _) => (*body, 0.45),
        _ => return None,
    };
    // Armies and envoys withdraw and leave as well.
    let may_move = place.word(0).starts_with("withdr") || matches!(place.word(0), "left" | "leaves" | "quit");
    if !has_members(place, body) || may_move && title != Some(body) {
        return None;
    }
    Some(Binding { shape: Shape::Modifier, ..unsaid(place, body, certainty) })
}

fn unsaid(place: &Place, body: &ActorId, certainty: f32) -> Binding {
    Binding {
        tokens: place.at..place.at + 1,
        head: place.at,
        actors: vec![body.clone()],
        how: How::Phrase,
        shape: Shape::Thing,
        certainty,
    }
}

/// An organisation, or a grouping without organs that has members on record: the Little Entente.
fn can_be_joined(place: &Place, actor: &ActorId) -> bool {
    let bloc = || place.scene.lexicon.actor(actor.as_str()).is_some_and(|record| record.kind == ActorKind::Bloc);
    is_body(place.scene, actor) || bloc() && has_members(place, actor)
}

/// A court has no members that are states.
fn has_members(place: &Place, actor: &ActorId) -> bool {
    place.scene.lexicon.members_of(actor.as_str(), None).next().is_some()
}

/// The body whose entry or article this is: the only one that the first line names.
fn title<'d>(place: &Place, discourse: &'d Discourse) -> Option<&'d ActorId> {
    let mut named = discourse.referents.iter().take_while(|referent| referent.line == 0).filter_map(|one| one.single());
    let body = named.clone().find(|actor| can_be_joined(place, actor))?;
    let alone = |actor: &ActorId| actor == body || place.scene.lines[0].titled && !can_be_joined(place, actor);
    named.all(alone).then_some(body)
}

/// "Iraq withdrew in 1959", "Helsinki was admitted", but not "joined the war", "withdrew from the city", "was admitted to hospital".
fn verb_stands_alone(line: &Line, verb: usize) -> bool {
    if matches!(line.word(verb + 1), "with" | "in" | "by" | "together" | "forces" | "hands" | "him" | "them")
        && !is_date(line, verb + 2)
    {
        return false;
    }
    // A body admits, but who is admitted joins.
    let admitted = line.word(verb).ends_with("admitted");
    if admitted && line.words[verb].xpos != "VBN" {
        return false;
    }
    let near = verb.saturating_sub(12)..(verb + 12).min(line.len());
    near.filter(|&at| line.words[at].head == verb && at != verb).all(|at| match line.relation(at) {
        "obj" | "ccomp" | "xcomp" => false,
        "obl" | "advmod" => is_date(line, at) || !near_case(line, at),
        "aux" => admitted || line.words[at].relation != "aux:pass",
        _ => true,
    })
}

/// "A pact made by Iraq and Turkey and joined by Iran": the participle hangs on the pact.
fn is_of_what_was_joined(line: &Line, verb: usize) -> bool {
    let has_auxiliary =
        (verb.saturating_sub(4)..verb).any(|at| line.words[at].head == verb && line.relation(at) == "aux");
    let hangs_on = if line.relation(verb) == "conj" { line.words[verb].head } else { verb };
    line.word(verb).starts_with("joined")
        && !has_auxiliary
        && line.words[verb].xpos == "VBN"
        && line.relation(hangs_on) == "acl"
}

/// "Its membership", "four members", but not "a member of parliament", "crew members".
fn noun_stands_alone(line: &Line, noun: usize) -> bool {
    let before = noun.checked_sub(1);
    let rank = |word| {
        matches!(word, "full" | "new" | "founding" | "founder" | "associate" | "other" | "remaining" | "original")
    };
    let of_others = before.is_some_and(|at| match line.upos(at) {
        Some(Upos::Noun | Upos::Propn | Upos::Punct | Upos::Pron | Upos::Adj) => !rank(line.word(at)),
        _ => false,
    });
    !of_others && !matches!(line.word(noun + 1), "of" | "to" | "in" | "for" | "-")
}

fn is_date(line: &Line, at: usize) -> bool {
    is(line.word(at), Class::Calendar) || line.years.iter().any(|(year, _)| *year == at)
}

/// "Into the war", "to it", "from which", "with Austria".
fn near_case(line: &Line, noun: usize) -> bool {
    let says_what =
        |at: usize| matches!(line.word(at), "to" | "into" | "from" | "with" | "in" | "of" | "for" | "by" | "against");
    (noun.saturating_sub(5)..noun).any(|at| line.words[at].head == noun && line.relation(at) == "case" && says_what(at))
}
