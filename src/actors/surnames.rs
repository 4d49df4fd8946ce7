//! From a surname alone to the person who is meant: by who was introduced, who is spoken of, whose time it is.

use super::document_context::Context;
use super::names::Name;
use super::readings::{Choice, is_addressed, person_choice, time_score};
use super::scene::{Line, Scene};
use super::surroundings::UNSURE;
use super::word_classes::{Class, is};
use crate::lexicon::{PersonRecord, Reading};
use crate::syntax::Upos;
use std::ops::Range;

/// Whom a surname alone stands for.
pub(super) fn surname<'d>(
    scene: &Scene<'d>,
    context: &Context<'d, '_>,
    name: &Name<'d>,
    titled: bool,
) -> Option<Choice> {
    let line = &scene.lines[name.line];
    let word = line.word(name.tokens.start);
    if follows_forename(scene, name) || name.tokens.len() == 1 && is(word, Class::Title) {
        return None;
    }
    let mut best: Option<(f32, &PersonRecord)> = None;
    let mut rival: Option<f32> = None;
    for reading in &name.readings {
        let Reading::Surname(person) = reading else { continue };
        let introduced = context.introduced.contains(&*person.name);
        let mentioned = context.actor(scene, &person.actor, name.line);
        let mut score = if introduced { 4.0 } else { 0.0 };
        score += mentioned * 2.0;
        let time = time_score(scene, name, &[person.period]);
        // The years that an undated text names may be those of its history.
        let stale = scene.dated || mentioned < 0.5 && !titled;
        // Of two who are spoken of today, the one in office now.
        score += time + if person.period.to.is_none() { 0.2 } else { 0.0 };
        if !introduced && time < 0.0 && stale {
            continue;
        }
        match best {
            Some((top, known)) if score <= top => {
                if known.actor != person.actor {
                    rival = Some(rival.map_or(score, |old: f32| old.max(score)));
                }
            }
            _ => {
                if let Some((top, _)) = best.filter(|(_, known)| known.actor != person.actor) {
                    rival = Some(rival.map_or(top, |old: f32| old.max(top)));
                }
                best = Some((score, person));
            }
        }
    }
    let (score, person) = best?;
    let introduced = context.introduced.contains(&*person.name);
    let mentioned = context.actor(scene, &person.actor, name.line) > 0.0;
    // "HO" is an office, and any Mr Smith may be no statesman.
    let shown_acronym = line.acronym(name.tokens.start) && !line.shouted && !line.titled;
    let courtesy = is_addressed(line, name.tokens.start) || line.before(name.tokens.start, 1) == ".";
    let held_office = time_score(scene, name, &[person.period]) >= 0.0;
    let unmistakable = rival.is_none() && leads(person) && held_office;
    if !introduced && (shown_acronym || courtesy && !mentioned && !unmistakable) {
        return None;
    }
    // "Kim Hyun-chong" is another Kim.
    if !introduced && !titled && line.capital(name.tokens.end) && line.upos(name.tokens.end) == Some(Upos::Propn) {
        return None;
    }
    if !introduced && !titled && is(word, Class::GivenName) && !mentioned {
        return None;
    }
    // "Eden turned to Mollet" acts, "May saw a truce" does not.
    let calendar = is(word, Class::Calendar);
    let wordlike = name.tokens.len() == 1 && (calendar || is(word, Class::WordlikeSurname));
    let acts = (introduced || mentioned) && acts_with_will(line, name.tokens.start);
    // Inside a sentence a bush has no capital.
    let leader = unmistakable && !calendar && is_proper(line, name.tokens.start) && stands_alone(line, &name.tokens);
    if wordlike && !titled && !acts && !leader && (calendar || !introduced) {
        return None;
    }
    let margin = rival.map_or(f32::MAX, |rival| score - rival);
    let alone = name.tokens.len() == 1 && scene.year.is_none() && !leads_now(person, rival.is_some());
    if !introduced && !titled && !mentioned && alone {
        // Nothing but the surname speaks for the person.
        return (margin > 0.5 && stands_alone(line, &name.tokens)).then(|| person_choice(person, UNSURE));
    }
    if !introduced && !held_office {
        let sole = stands_alone(line, &name.tokens) || titled && !line.capital(name.tokens.end);
        return (margin > 0.5 && sole && !is(word, Class::GivenName)).then(|| person_choice(person, 0.6));
    }
    let certainty = match (introduced, mentioned) {
        (true, _) if margin > 0.5 => 0.95,
        (_, true) if margin > 0.5 => 0.85,
        (_, false) if margin > 0.5 => 0.7,
        _ if margin > 0.0 => 0.55,
        _ => return None,
    };
    Some(person_choice(person, certainty))
}

/// Whether the token's capital tells that it is a name.
fn is_proper(line: &Line, at: usize) -> bool {
    at > 0 && line.capital(at) && line.upos(at) == Some(Upos::Propn) && !line.titled && !line.shouted
}

/// Whether the token, capitalised inside the sentence, is the subject of what states and people do.
fn acts_with_will(line: &Line, at: usize) -> bool {
    let verb = line.words.get(at).map_or(at, |word| word.head);
    let subject = line.upos(at) == Some(Upos::Propn)
        && line.words[at].relation == "nsubj"
        && line.words.get(verb).is_some_and(|word| is(&word.lemma, Class::AgentVerb));
    let owner = line.word(at + 1) == "'s" && !matches!(line.before(at, 1), "last" | "next" | "this");
    at > 0 && (subject || owner)
}

/// Whether the name is a word of some length without other capitalised words at its side.
fn stands_alone(line: &Line, tokens: &Range<usize>) -> bool {
    let beside = |at: usize| line.capital(at) && line.upos(at) == Some(Upos::Propn);
    let before = tokens.start.checked_sub(1).is_some_and(beside);
    line.word(tokens.start).chars().count() > 3 && !before && !beside(tokens.end)
}

/// Heads of state and government in office are known without their country.
fn leads_now(person: &PersonRecord, has_rival: bool) -> bool {
    !has_rival && person.period.to.is_none() && leads(person)
}

/// Whether the office is that of a head of state or government.
fn leads(person: &PersonRecord) -> bool {
    let highest =
        ["president", "prime minister", "supreme leader", "chancellor", "king", "general secretary", "leader"];
    highest.contains(&&*person.office)
}

/// Whether an unknown forename stands before the surname, so that someone else is meant (Barbara Bush).
fn follows_forename(scene: &Scene, name: &Name) -> bool {
    let line = &scene.lines[name.line];
    let Some(at) = name.tokens.start.checked_sub(1) else { return false };
    let word = line.word(at);
    !line.shouted
        && !line.titled
        && line.capital(at)
        && at > 0
        && line.upos(at) == Some(Upos::Propn)
        && !is(word, Class::Title)
        && !is(word, Class::Calendar)
        && scene.lexicon.longest(&[line.tokens[at].form.as_str()]).is_none()
}
