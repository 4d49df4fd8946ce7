//! From a pronoun to whom it refers to, by number, gender, role, distance and what the clause allows.

use super::How;
use super::antecedents::{Answer, Question};
use super::discourse::{Discourse, Referent};
use super::draft::Shape;
use super::grammar::Role;
use super::pronoun_kinds::{is_expletive, mutual, own_country, relative, speakers};
use super::references::{Binding, Place};
use super::stance::Stance;
use super::stand_ins::{is_plural_noun, noun_that_acts};
use super::word_classes::{Class, is};
use crate::terms::ActorId;

/// Whoever is less likely meant is not worth telling.
const LEAST: f32 = 0.15;
/// No pronoun is surer than a name.
const SUREST: f32 = 0.9;

/// What a pronoun asks of its antecedent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Thing,
    Several,
    Man,
    Woman,
}

/// The binding of the pronoun at the place, if there is one and it can be bound.
pub(super) fn bind(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let word = place.word(0);
    match word {
        "it" | "its" => personal(place, discourse, Kind::Thing),
        "they" | "them" | "their" | "theirs" => personal(place, discourse, Kind::Several),
        "he" | "him" | "his" => personal(place, discourse, Kind::Man),
        "she" | "her" | "hers" => personal(place, discourse, Kind::Woman),
        "who" | "whom" | "whose" | "which" | "that" => relative(place, discourse),
        "we" | "us" | "our" | "ours" | "ourselves" => speakers(place, discourse),
        "my" => own_country(place, discourse),
        "each" if place.word(1) == "other" => mutual(place, discourse),
        "one" if place.word(1) == "another" => mutual(place, discourse),
        _ => None,
    }
}

fn personal(place: &Place, discourse: &Discourse, kind: Kind) -> Option<Binding> {
    if kind == Kind::Thing && is_expletive(place) {
        return None;
    }
    let stance = Stance::of(place);
    let question = Question::new(place, discourse, &stance, |referent| may_mean(place, &stance, kind, referent));
    #[cfg(feature = "training")]
    discourse.asked.borrow_mut().push(super::asked::Asked::of_pronoun(place, &question));
    let Answer { referent, share } = question.answer().filter(|answer| answer.share > LEAST)?;
    let shape = match kind {
        Kind::Thing => Shape::Thing,
        Kind::Several => Shape::Several,
        Kind::Man => Shape::Person,
        Kind::Woman => Shape::Woman,
    };
    let mut binding = one_token(place, referent.actors.clone(), shape, share.min(SUREST));
    if stance.possessive {
        let (line, next) = (place.line, place.at + 1);
        let country =
            is(line.word(next), Class::CountryNoun) || is(line.word(next).trim_end_matches('s'), Class::CountryNoun);
        // "Its army" acts, and so does "his country".
        if let Some(noun) = noun_that_acts(line, next, false).or(country.then_some(next)) {
            binding.tokens.end = noun + 1;
            binding.head = noun;
            binding.shape = if is_plural_noun(line.word(noun)) { Shape::Several } else { Shape::Thing };
        }
    }
    Some(binding)
}

/// Whether number, gender and the clause allow the pronoun to mean the referent.
fn may_mean(place: &Place, stance: &Stance, kind: Kind, referent: &Referent) -> bool {
    let several = referent.actors.len() > 1;
    let agrees = match (kind, referent.shape) {
        (Kind::Thing, Shape::Thing | Shape::Modifier) | (Kind::Man, Shape::Person) => !several,
        (Kind::Several, Shape::Several | Shape::Modifier) => true,
        // An organisation or government may be "they".
        (Kind::Several, Shape::Thing) => !referent.actors.is_empty(),
        (Kind::Several, _) => several,
        // Ships and countries were once "she".
        (Kind::Woman, Shape::Woman) => true,
        (Kind::Woman, Shape::Person) => !several && !is_man(place, referent),
        _ => false,
    };
    // "China criticised it" is not China.
    let acts = referent.line == place.index
        && referent.role == Role::Subject
        && (referent.clause == stance.clause || stance.subject == Some(referent.head));
    let acted_on = !stance.possessive && stance.role != Role::Subject;
    agrees && !(acted_on && (acts || is_subject(place, stance, referent)))
}

/// Whether the referent's actor is the subject of the pronoun's clause, by whatever name.
fn is_subject(place: &Place, stance: &Stance, referent: &Referent) -> bool {
    let subject = place.drafts.iter().find(|draft| Some(draft.head) == stance.subject);
    subject.is_some_and(|subject| referent.single() == Some(&subject.actor))
}

pub(super) fn one_token(place: &Place, actors: Vec<ActorId>, shape: Shape, certainty: f32) -> Binding {
    Binding { tokens: place.at..place.at + 1, head: place.at, actors, how: How::Pronoun, shape, certainty }
}

/// "He", "King Hussein".
fn is_man(place: &Place, referent: &Referent) -> bool {
    let line = &place.scene.lines[referent.line];
    (referent.at..=referent.head.max(referent.at)).any(|at| is(line.word(at), Class::ManWord))
}
