//! From a pronoun and a phrase that it may mean to what speaks for it and against: features, each with one of a few values.

use super::discourse::{Discourse, Lately, Referent};
use super::grammar::{Role, clause, first_of_list, role};
use super::references::Place;
use super::scene::Line;
use super::stance::Stance;
use super::word_classes::{Class, is};
use crate::lexicon::ActorKind;
use crate::syntax::Upos;
use crate::terms::ActorId;

/// Number of different values of each feature of a pronoun, as in `training/train_antecedents.py`.
pub const OF_PRONOUN: [usize; 10] = [12, 6, 4, 7, 9, 8, 4, 3, 4, 6];

/// Number of different values of each feature of a phrase that it may mean.
pub const OF_PHRASE: [usize; 20] = [11, 8, 18, 20, 6, 7, 13, 7, 5, 7, 5, 6, 8, 10, 2, 4, 3, 9, 6, 3];

/// The pronouns, in the order of the first feature.
pub(super) const PRONOUNS: [&str; 12] =
    ["it", "its", "they", "them", "their", "theirs", "he", "him", "his", "she", "her", "hers"];

/// The features of the pronoun itself. `choice` is the number of phrases that it may mean: against few of them it weighs less that none is.
pub(super) fn of_pronoun(place: &Place, own: &Stance, choice: usize) -> [usize; OF_PRONOUN.len()] {
    let line = place.line;
    let word = PRONOUNS.iter().position(|&one| one == place.word(0)).unwrap_or(0);
    let at = match place.at {
        0..=2 => 0,
        3..=7 => 1,
        8..=15 => 2,
        _ => 3,
    };
    let governs = line.words.get(own.clause).map_or("", |word| word.lemma.as_str());
    let verb = match () {
        () if own.possessive => 0,
        () if line.words[place.at].relation == "nsubj:pass" => 1,
        () if is(governs, Class::ThingVerb) => 2,
        () if is(governs, Class::AgentVerb) => 3,
        () if line.upos(own.clause) != Some(Upos::Verb) => 4,
        () if has_object(line, own.clause) => 5,
        () => 6,
    };
    let mut owned = 0;
    if own.possessive {
        owned = (1..4).map(|ahead| class_of(place.word(ahead))).find(|&class| class > 0).unwrap_or(0).min(8);
    }
    let subjects = usize::from(own.subject.is_some()) + 2 * usize::from(own.governor.is_some());
    let after = match place.word(1) {
        "own" => 1,
        "'s" | "is" | "was" | "are" | "were" => 2,
        _ => 0,
    };
    let before = match line.before(place.at, 1) {
        "" => 0,
        "and" | "or" => 1,
        "," => 2,
        "that" => 3,
        "with" | "of" | "to" | "for" | "from" | "by" | "against" => 4,
        "as" | "when" | "while" | "if" | "because" | "but" | "though" | "although" | "where" => 5,
        "\"" | "'" => 6,
        _ => 7,
    };
    let setting = usize::from(line.is_quoted(place.at)) + 2 * usize::from(line.titled);
    let choice = match choice {
        0..=1 => 0,
        2..=3 => 1,
        4..=7 => 2,
        8..=14 => 3,
        15..=24 => 4,
        _ => 5,
    };
    [word, own.role as usize, at, verb, owned, before, subjects, after, setting, choice]
}

/// Which of a few classes of nouns a word belongs to; 0 for none.
fn class_of(word: &str) -> usize {
    const CLASSES: [Class; 9] = [
        Class::OwnedByCountry,
        Class::ActsForCountry,
        Class::PersonNoun,
        Class::NeighbourNoun,
        Class::RelationshipNoun,
        Class::CountryNoun,
        Class::BodyNoun,
        Class::Event,
        Class::ActsForItself,
    ];
    let one = word.strip_suffix('s').unwrap_or(word);
    CLASSES.iter().position(|&class| is(word, class) || is(one, class)).map_or(0, |at| at + 1)
}

/// What the text has said before the pronoun, counted once for all phrases that it may mean.
pub(super) struct Background<'d> {
    /// Whom it has meant of late.
    lately: Vec<Lately<'d>>,
    /// How often each of them has been named, the most often first.
    named: Vec<(&'d ActorId, usize)>,
    /// Whom alone the first line names.
    topic: Option<&'d ActorId>,
    /// Actors that the line names, with where and whether they take part in the pronoun's clause.
    in_line: Vec<(&'d ActorId, bool, bool)>,
}

impl<'d> Background<'d> {
    pub fn new(place: &Place<'d>, discourse: &'d Discourse, own: &Stance) -> Self {
        let lately = discourse.lately_meant(place.index);
        let mut named: Vec<(&ActorId, usize)> =
            lately.iter().map(|known| (known.actor, discourse.times_named(known.actor))).collect();
        crate::sorting::sort_by_key(&mut named, |(_, times)| std::cmp::Reverse(*times));
        let in_line = place
            .drafts
            .iter()
            .map(|draft| {
                let together = clause(place.line, draft.head) == own.clause
                    && matches!(role(place.line, draft.head), Role::Subject | Role::Object | Role::Oblique);
                (&draft.actor, draft.tokens.start > place.at, together)
            })
            .collect();
        Self { lately, named, topic: discourse.topic(), in_line }
    }
}

/// The features of a phrase that may be meant. `between` counts the other actors spoken of since, `seen` tells whether a later
/// phrase means the same.
pub(super) fn of_phrase(
    place: &Place,
    own: &Stance,
    background: &Background,
    referent: &Referent,
    between: usize,
    seen: bool,
) -> [usize; OF_PHRASE.len()] {
    let here = referent.line == place.index;
    let line = &place.scene.lines[referent.line];
    let back = place.line.order.saturating_sub(line.order);
    let distance = match (here, place.at.saturating_sub(referent.head)) {
        (true, 0..=2) => 0,
        (true, 3..=5) => 1,
        (true, 6..=9) => 2,
        (true, 10..=15) => 3,
        (true, _) => 4,
        _ => 4 + back.clamp(1, 6),
    };
    let age = if here { 0 } else { back.clamp(1, 2) };
    let state = 3 * usize::from(referent.listed)
        + match (referent.named, referent.certainty) {
            (true, _) => 0,
            (_, 0.5..) => 1,
            _ => 2,
        };
    let single = referent.single();
    let actor_kind = match single.map(|actor| place.scene.lexicon.actor(actor.as_str()).map(|record| record.kind)) {
        None => usize::from(!referent.actors.is_empty()),
        Some(Some(ActorKind::State | ActorKind::Territory)) | Some(None) => 2,
        Some(Some(ActorKind::Organisation)) => 3,
        Some(Some(ActorKind::Bloc)) => 4,
        Some(Some(ActorKind::ArmedGroup)) => 5,
        Some(Some(_)) => 6,
    };
    let known = single.and_then(|actor| background.lately.iter().find(|known| known.actor == actor));
    let rank = single.and_then(|actor| background.named.iter().position(|(named, _)| *named == actor));
    let times = rank.map_or(0, |rank| background.named[rank].1);
    let times = match times {
        0..=3 => times,
        4..=6 => 4,
        7..=12 => 5,
        _ => 6,
    };
    let paragraphs = place.line.paragraph.saturating_sub(line.paragraph).min(2) + 3 * usize::from(referent.at < 3);
    let elsewhere = elsewhere(background, referent);
    let noun = if referent.actors.is_empty() { class_of(line.word(referent.head)) } else { 0 };
    let setting = usize::from(line.titled) + 2 * usize::from(line.relation(referent.clause) == "root");
    let quoted = match (line.is_quoted(referent.at), place.line.is_quoted(place.at)) {
        (false, false) | (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
    };
    let alike = match (own.role == referent.role, referent.role) {
        (true, Role::Subject) => 1,
        (true, Role::Object) => 2,
        (true, Role::Oblique) => 3,
        (true, _) => 4,
        (false, Role::Subject) => 5,
        (false, Role::Object) => 6,
        (false, Role::Oblique) => 7,
        (false, _) => 8,
    };
    let word = match line.word(referent.head) {
        "it" | "its" => 1,
        "they" | "them" | "their" => 2,
        "he" | "him" | "his" => 3,
        "she" | "her" => 4,
        "who" | "which" | "that" | "whose" => 5,
        _ => 0,
    };
    let topic = match background.topic {
        None => 0,
        Some(topic) => 1 + usize::from(single == Some(topic)),
    };
    [
        distance,
        between.min(7),
        referent.role as usize * 3 + age,
        referent.shape as usize * 4 + referent.actors.len().min(3),
        state,
        actor_kind,
        if here { grammar(place, own, referent) } else { usize::from(place.at >= 3) },
        known.map_or(0, |known| known.times.min(6)),
        known.map_or(0, |known| known.as_person.min(4)),
        times,
        rank.map_or(4, |rank| rank.min(3)),
        paragraphs,
        elsewhere,
        noun,
        usize::from(seen),
        setting,
        quoted,
        alike,
        word,
        topic,
    ]
}

/// Where else the line names whom the phrase means: before or after the pronoun, and whether in its clause.
fn elsewhere(background: &Background, referent: &Referent) -> usize {
    let Some(actor) = referent.single() else { return 0 };
    let mut found = 0;
    for (named, after, together) in &background.in_line {
        if *named == actor {
            found |= if *together {
                4
            } else if *after {
                2
            } else {
                1
            };
        }
    }
    found
}

/// What the grammar of the sentence says of a phrase that stands in it.
fn grammar(place: &Place, own: &Stance, referent: &Referent) -> usize {
    let line = place.line;
    let heads = |subject: Option<usize>| subject.is_some_and(|subject| heads_list(line, referent, subject));
    let hangs_on = line.words[referent.head].head;
    match () {
        // "China and its allies"
        () if follows_and(place, referent) => 2,
        () if own.possessive && heads(own.subject) => 3,
        // "Beijing's choices will be informed by its vision"
        () if own.possessive && referent.role == Role::Possessive && own.subject == Some(hangs_on) => 4,
        () if own.role == Role::Subject && heads(own.governor) => 5,
        // "They urged Moscow to withdraw its troops"
        () if own.lender == Some(hangs_on) && matches!(referent.role, Role::Object | Role::Oblique) => 12,
        // "The king of Norway signed it"
        () if own.subject == Some(hangs_on) => 6,
        () if own.governor == Some(hangs_on) => 7,
        () if heads(own.subject) => 8,
        () if heads(own.governor) => 9,
        () if referent.clause == own.clause => 10,
        () => 11,
    }
}

/// Whether only "and" stands between the referent and the pronoun.
pub(super) fn follows_and(place: &Place, referent: &Referent) -> bool {
    let line = place.line;
    let joined = matches!(line.before(place.at, 1), "and" | "or" | "with");
    // "The superpowers and their clients"
    if joined && referent.actors.is_empty() && referent.line == place.index && referent.head + 2 == place.at {
        return true;
    }
    joined && place.drafts.iter().any(|draft| draft.head == referent.head && draft.tokens.end + 1 == place.at)
}

/// Whether the referent is the subject, or the list that the subject heads.
fn heads_list(line: &Line, referent: &Referent, subject: usize) -> bool {
    referent.head == subject || referent.role == Role::Subject && first_of_list(line, referent.head) == subject
}

fn has_object(line: &Line, verb: usize) -> bool {
    (verb + 1..(verb + 12).min(line.len()))
        .any(|at| line.words[at].head == verb && matches!(line.relation(at), "obj" | "ccomp" | "xcomp"))
}
