//! From a pronoun to whom it refers to, by number, gender, role, distance and what the clause allows.

use super::How;
use super::discourse::{Discourse, Lately, Referent};
use super::draft::Shape;
use super::grammar::{Role, clause, first_of_list, role, subject_of};
use super::pronoun_kinds::{is_expletive, mutual, own_country, relative, speakers};
use super::references::{Binding, Place};
use super::scene::Line;
use super::stand_ins::{is_plural_noun, noun_that_acts};
use super::word_classes::{Class, is};
use crate::syntax::Upos;
use crate::terms::ActorId;

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
    let line = place.line;
    let word = place.word(0);
    let possessive =
        matches!(word, "its" | "their" | "his") || word == "her" && line.words[place.at].xpos.ends_with('$');
    let own = Own::of(place, possessive);
    let (referent, score, margin) = best(place, discourse, &own, kind)?;
    if referent.actors.is_empty() || score < 0.25 {
        return None;
    }
    let shape = match kind {
        Kind::Thing => Shape::Thing,
        Kind::Several => Shape::Several,
        Kind::Man => Shape::Person,
        Kind::Woman => Shape::Woman,
    };
    let certainty = certainty(place, &own, kind, referent, margin);
    let mut binding = one_token(place, referent.actors.clone(), shape, certainty);
    if possessive {
        let next = place.at + 1;
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

/// The referent that fits best, its score, and how far the best of those who stand for others lies behind.
fn best<'d>(place: &Place, discourse: &'d Discourse, own: &Own, kind: Kind) -> Option<(&'d Referent, f32, f32)> {
    let mut best: Option<(f32, &Referent)> = None;
    let mut rival = f32::MIN;
    let lately = discourse.lately_meant(place.index);
    for referent in discourse.recent(place.index) {
        let Some(score) = score(place, discourse, own, kind, &lately, referent) else { continue };
        match best {
            Some((top, known)) if score <= top => {
                if known.actors != referent.actors {
                    rival = rival.max(score);
                }
            }
            _ => {
                if let Some((top, known)) = best
                    && known.actors != referent.actors
                {
                    rival = rival.max(top);
                }
                best = Some((score, referent));
            }
        }
    }
    best.map(|(score, referent)| (referent, score, score - rival))
}

/// The share of bindings of this sort that are right, measured on annotated passages; how far the next best is tells little.
fn certainty(place: &Place, own: &Own, kind: Kind, referent: &Referent, margin: f32) -> f32 {
    let certainty: f32 = match (own.points_to(place, referent), kind) {
        (true, _) if margin > 0.35 => 0.85,
        (true, _) => 0.7,
        (false, Kind::Man | Kind::Woman) if margin > 0.05 => 0.6,
        (false, Kind::Thing) if margin > 0.2 => 0.6,
        (false, Kind::Several) if own.possessive => 0.55,
        // "The Chinese signed; they", "Laos and Siam signed; they".
        (_, Kind::Several) if referent.shape == Shape::Several && referent.single().is_some() => 0.55,
        (_, Kind::Several) if referent.named && referent.line == place.index && referent.actors.len() > 1 => 0.55,
        _ => 0.45,
    };
    // One state is seldom "they".
    let one = kind == Kind::Several && referent.shape == Shape::Thing && referent.single().is_some();
    let certainty = if one { certainty.min(0.45) } else { certainty };
    if referent.named { certainty } else { referent.certainty.min(certainty) }
}

pub(super) fn one_token(place: &Place, actors: Vec<ActorId>, shape: Shape, certainty: f32) -> Binding {
    Binding { tokens: place.at..place.at + 1, head: place.at, actors, how: How::Pronoun, shape, certainty }
}

/// How the pronoun itself stands in its sentence.
struct Own {
    possessive: bool,
    role: Role,
    clause: usize,
    /// The subject of its clause.
    subject: Option<usize>,
    /// The subject of the clause on which its clause depends.
    governor: Option<usize>,
}

impl Own {
    fn of(place: &Place, possessive: bool) -> Self {
        let line = place.line;
        let clause = clause(line, place.at);
        let mut verb = place.at + 1;
        while line.upos(verb) == Some(Upos::Adv) || matches!(line.word(verb), "n't" | "not") {
            verb += 1;
        }
        // What stands right before a verb is its subject, whatever the arcs say.
        let before_verb =
            matches!(line.upos(verb), Some(Upos::Verb | Upos::Aux)) && !matches!(line.words[verb].xpos, "VBG" | "VBN");
        let role = if before_verb && !possessive { Role::Subject } else { role(line, place.at) };
        let above = line.words.get(clause).map_or(clause, |word| word.head);
        let governor = if above == clause { None } else { subject_of(line, above) };
        Own { possessive, role, clause, subject: subject_of(line, clause), governor }
    }

    /// Whether the grammar itself speaks for the referent: "China said it", "France and its allies", a subject's own.
    fn points_to(&self, place: &Place, referent: &Referent) -> bool {
        if referent.line != place.index {
            let next = place.scene.lines[referent.line].order + 1 == place.line.order;
            return place.at < 3
                && next
                && referent.role == Role::Subject
                && (self.role == Role::Subject || self.possessive);
        }
        let is = |subject: Option<usize>| subject.is_some_and(|subject| heads_list(place.line, referent, subject));
        if self.possessive {
            return is(self.subject) || follows_and(place, referent) || self.owns_subject(place, referent);
        }
        self.role == Role::Subject && is(self.governor)
    }

    /// "Beijing's choices will be informed by its vision".
    fn owns_subject(&self, place: &Place, referent: &Referent) -> bool {
        referent.role == Role::Possessive && self.subject == Some(place.line.words[referent.head].head)
    }
}

/// Whether the referent is the subject, or the list that the subject heads.
fn heads_list(line: &Line, referent: &Referent, subject: usize) -> bool {
    referent.head == subject || referent.role == Role::Subject && first_of_list(line, referent.head) == subject
}

/// "Moscow rejected its note": what is answered is another's.
fn answers(place: &Place, clause: usize) -> bool {
    let line = place.line;
    let verb = line.words.get(clause).is_some_and(|word| is(&word.lemma, Class::AnswerVerb));
    verb && (place.at + 1..place.at + 4).any(|at| is(line.word(at).trim_end_matches('s'), Class::MessageNoun))
}

/// "He", "King Hussein".
fn is_man(place: &Place, referent: &Referent) -> bool {
    let line = &place.scene.lines[referent.line];
    (referent.at..=referent.head.max(referent.at)).any(|at| is(line.word(at), Class::ManWord))
}

/// Whether the token is one of several listed by "and".
fn is_in_list(line: &Line, head: usize) -> bool {
    let nominal = |at: usize| matches!(line.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Pron));
    first_of_list(line, head) != head
        || (head + 1..(head + 8).min(line.len()))
            .any(|at| line.words[at].head == head && line.relation(at) == "conj" && nominal(at))
}

/// How well a referent fits; `None` where it cannot be meant.
fn score(
    place: &Place,
    discourse: &Discourse,
    own: &Own,
    kind: Kind,
    lately: &[Lately],
    referent: &Referent,
) -> Option<f32> {
    let mut score = discourse.presence(place.scene, referent, place.index) + agreement(place, kind, referent)?;
    if referent.actors.is_empty() {
        score -= 2.0 * thing_malus(place, own, kind, referent);
    }
    if referent.shape == Shape::Modifier {
        score -= 0.1;
    }
    if referent.line == place.index {
        score += fit_in_sentence(place, own, kind, referent)?;
    }
    // Subjects go on being subjects, objects objects.
    if !own.possessive && own.role == referent.role {
        score += 0.1;
    }
    if referent.line < place.index && place.at < 3 && referent.role == Role::Subject {
        score += 0.15;
    }
    // A text goes on telling of the same.
    if let Some(known) = referent.single().and_then(|actor| lately.iter().find(|known| known.actor == actor)) {
        score += match kind {
            Kind::Thing => 0.045 * known.times.min(6) as f32,
            Kind::Man | Kind::Woman => 0.1 * known.as_person.min(5) as f32,
            Kind::Several => 0.0,
        };
    }
    Some(score)
}

/// What number and gender add to a referent's score; `None` where they forbid it.
fn agreement(place: &Place, kind: Kind, referent: &Referent) -> Option<f32> {
    let several = referent.actors.len() > 1;
    match (kind, referent.shape) {
        (Kind::Thing, Shape::Thing | Shape::Modifier) if !several => Some(0.0),
        (Kind::Several, _) if several => Some(0.25),
        (Kind::Several, Shape::Several) => Some(0.0),
        // An organisation or government may be "they".
        (Kind::Several, Shape::Thing) if !referent.actors.is_empty() => Some(0.0),
        (Kind::Several, Shape::Modifier) => Some(-0.6),
        (Kind::Man, Shape::Person) if !several => Some(0.0),
        (Kind::Woman, Shape::Woman) => Some(0.3),
        (Kind::Woman, Shape::Person) if !several && !is_man(place, referent) => Some(-0.3),
        // Ships and countries were once "she".
        _ => None,
    }
}

/// What the sentence's own grammar adds to the score of a referent that stands in it; `None` where it forbids it.
fn fit_in_sentence(place: &Place, own: &Own, kind: Kind, referent: &Referent) -> Option<f32> {
    let line = place.line;
    let same_clause = referent.clause == own.clause;
    let acts = referent.role == Role::Subject && (same_clause || own.subject == Some(referent.head));
    if acts && !own.possessive && own.role != Role::Subject {
        // "China criticised it" is not China.
        return None;
    }
    // "Both embraced under his eye" is not one of the two.
    if own.possessive && own.subject == Some(referent.head) && answers(place, own.clause) {
        return None;
    }
    let mut score = 0.0;
    let alone = kind == Kind::Several || !is_in_list(line, referent.head);
    let is = |subject: Option<usize>| alone && subject.is_some_and(|subject| heads_list(line, referent, subject));
    if !alone && !referent.listed {
        score -= 0.25;
    }
    // "The king of Norway signed it" is not Norway.
    let inside = own.subject.is_some_and(|subject| line.words[referent.head].head == subject);
    if inside && !own.possessive && own.role != Role::Subject {
        score -= 0.5;
    }
    // "Riyadh has left its own invitation unanswered"
    if place.word(1) == "own" && referent.head + 5 >= place.at {
        score += 0.4;
    }
    if own.possessive && is(own.subject) {
        score += 0.3;
    } else if own.role == Role::Subject && is(own.governor) {
        score += 0.8;
    }
    if own.possessive && (follows_and(place, referent) || own.owns_subject(place, referent)) {
        score += 0.6;
    }
    Some(score)
}

/// Whether only "and" stands between the referent and the pronoun.
fn follows_and(place: &Place, referent: &Referent) -> bool {
    let line = place.line;
    let joined = matches!(line.before(place.at, 1), "and" | "or" | "with");
    // "The superpowers and their clients"
    if joined && referent.actors.is_empty() && referent.line == place.index && referent.head + 2 == place.at {
        return true;
    }
    joined && place.drafts.iter().any(|draft| draft.head == referent.head && draft.tokens.end + 1 == place.at)
}

/// How much less likely a thing is meant than an actor.
fn thing_malus(place: &Place, own: &Own, kind: Kind, referent: &Referent) -> f32 {
    let line = place.line;
    let noun = place.scene.lines[referent.line].word(referent.head);
    // A committee does what states do.
    if is(noun, Class::BodyNoun) || is(noun, Class::ActsForCountry) {
        return 0.2;
    }
    if kind == Kind::Man || kind == Kind::Woman {
        return 0.1;
    }
    if own.possessive {
        // "its army" is a state's.
        let owned = (1..4).map(|ahead| place.word(ahead)).any(|word| is(word, Class::OwnedByCountry));
        return if owned { 0.9 } else { 0.35 };
    }
    if own.role == Role::Subject {
        let verb = line.words.get(own.clause).map_or("", |word| word.lemma.as_str());
        let passive = line.words.get(place.at).is_some_and(|word| word.relation == "nsubj:pass");
        return match () {
            () if passive => -0.05,
            () if is(verb, Class::ThingVerb) => 0.15,
            () if is(verb, Class::AgentVerb) => 0.9,
            () if line.upos(own.clause) != Some(Upos::Verb) => 0.1,
            () if has_object(line, own.clause) => 0.7,
            () => 0.35,
        };
    }
    0.1
}

fn has_object(line: &Line, verb: usize) -> bool {
    (verb + 1..(verb + 12).min(line.len()))
        .any(|at| line.words[at].head == verb && matches!(line.relation(at), "obj" | "ccomp" | "xcomp"))
}
