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
    if follows_forename(scene, name) || name.tokens.len() == 1 && is(line.word(name.tokens.start), Class::Title) {
        return None;
    }
    let candidate = best(scene, context, name, titled)?;
    if candidate.is_another(line, &name.tokens) || candidate.is_common_word(line, &name.tokens) {
        return None;
    }
    let certainty = candidate.certainty(scene, line, &name.tokens)?;
    Some(person_choice(candidate.person, certainty))
}

/// Of those who have a surname the one who fits best, and what speaks for them.
struct Candidate<'d> {
    person: &'d PersonRecord,
    /// By how much they fit better than the best who acts for another; `f32::MAX` where there is none.
    margin: f32,
    /// A title stands before the name.
    titled: bool,
    /// The document names them in full.
    introduced: bool,
    /// The document names their actor.
    mentioned: bool,
    /// They were in office at the time that is told of, or not long before or after.
    held_office: bool,
}

fn best<'d>(scene: &Scene<'d>, context: &Context<'d, '_>, name: &Name<'d>, titled: bool) -> Option<Candidate<'d>> {
    let mut best: Option<(f32, &PersonRecord)> = None;
    let mut rival: Option<f32> = None;
    for reading in &name.readings {
        let Reading::Surname(person) = reading else { continue };
        let introduced = context.introduced.contains(&*person.name);
        let mentioned = context.actor(scene, &person.actor, name.line);
        // Nasser led Egypt throughout, and a union with Syria for a while.
        let longer = |other: &Reading| match other {
            Reading::Surname(other) => {
                other.name == person.name && other.actor != person.actor && other.period.holds(&person.period)
            }
            _ => false,
        };
        if mentioned == 0.0 && name.readings.iter().any(longer) {
            continue;
        }
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
    Some(Candidate {
        person,
        margin: rival.map_or(f32::MAX, |rival| score - rival),
        titled,
        introduced: context.introduced.contains(&*person.name),
        mentioned: context.actor(scene, &person.actor, name.line) > 0.0,
        held_office: time_score(scene, name, &[person.period]) >= 0.0,
    })
}

impl Candidate<'_> {
    fn has_rival(&self) -> bool {
        self.margin < f32::MAX
    }

    /// The only one of the name who led a state at the time.
    fn is_unmistakable(&self) -> bool {
        !self.has_rival() && leads(self.person) && self.held_office
    }

    /// Whether the words around the name show that somebody or something else is meant.
    fn is_another(&self, line: &Line, tokens: &Range<usize>) -> bool {
        if self.introduced {
            return false;
        }
        // "HO" is an office, and any Mr Smith may be no statesman.
        let shown_acronym = line.acronym(tokens.start) && !line.shouted && !line.titled;
        let courtesy = is_addressed(line, tokens.start) || line.before(tokens.start, 1) == ".";
        // "Kim Hyun-chong" is another Kim.
        let goes_on = line.capital(tokens.end) && line.upos(tokens.end) == Some(Upos::Propn);
        let forename = is(line.word(tokens.start), Class::GivenName);
        shown_acronym
            || courtesy && !self.mentioned && !self.is_unmistakable()
            || !self.titled && (goes_on || forename && !self.mentioned)
    }

    /// Whether the name is no more than a word here: "Eden turned to Mollet" acts, "May saw a truce" does not.
    fn is_common_word(&self, line: &Line, tokens: &Range<usize>) -> bool {
        let word = line.word(tokens.start);
        let calendar = is(word, Class::Calendar);
        let wordlike = tokens.len() == 1 && (calendar || is(word, Class::WordlikeSurname));
        let acts = (self.introduced || self.mentioned) && acts_with_will(line, tokens.start);
        // Inside a sentence a bush has no capital.
        let leader = self.is_unmistakable() && !calendar && is_proper(line, tokens.start) && stands_alone(line, tokens);
        wordlike && !self.titled && !acts && !leader && (calendar || !self.introduced)
    }

    /// How surely they are meant, 0 to 1; `None` where too little speaks for them.
    fn certainty(&self, scene: &Scene, line: &Line, tokens: &Range<usize>) -> Option<f32> {
        let ahead = self.margin > 0.5;
        // Heads of state and government in office are known without their country.
        let leads_now = !self.has_rival() && self.person.period.to.is_none() && leads(self.person);
        let alone = tokens.len() == 1 && scene.year.is_none() && !leads_now;
        if !self.introduced && !self.titled && !self.mentioned && alone {
            // Nothing but the surname speaks for the person.
            return (ahead && stands_alone(line, tokens)).then_some(UNSURE);
        }
        if !self.introduced && !self.held_office {
            let sole = stands_alone(line, tokens) || self.titled && !line.capital(tokens.end);
            return (ahead && sole && !is(line.word(tokens.start), Class::GivenName)).then_some(0.6);
        }
        match (self.introduced, self.mentioned) {
            (true, _) if ahead => Some(0.95),
            (_, true) if ahead => Some(0.85),
            (_, false) if ahead => Some(0.7),
            _ if self.margin > 0.0 => Some(0.55),
            _ => None,
        }
    }
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

/// Whether the office is that of a head of state or government.
fn leads(person: &PersonRecord) -> bool {
    is(&person.office, Class::HighestOffice)
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
