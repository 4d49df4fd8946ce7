//! From names with rival readings to the one that is meant: by cue words, by dates, by who else is spoken of, by titles.

use super::How;
use super::document_context::Context;
use super::names::Name;
use super::scene::{Line, Scene};
use super::surnames::surname;
use super::word_classes::{Class, is};
use crate::lexicon::{AliasHow, AliasRecord, Date, Period, PersonRecord, Reading};
use crate::sorting::sort_by;
use crate::syntax::Upos;
use crate::terms::ActorId;
use std::ops::Range;

/// The reading that was chosen.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub actor: ActorId,
    pub how: How,
    /// Set for names of the table of aliases.
    pub alias: Option<AliasHow>,
    /// 0 to 1.
    pub certainty: f32,
}

/// Chooses among the readings of a name; `None` where no actor is meant or none surely.
pub(super) fn choose<'d>(scene: &Scene<'d>, context: &Context<'d, '_>, name: &Name<'d>) -> Option<Choice> {
    let people = || {
        name.readings.iter().filter_map(|reading| match reading {
            Reading::Person(person) => Some(*person),
            _ => None,
        })
    };
    if let Some(person) = in_office(scene, name, people()) {
        return Some(person_choice(person, 0.97));
    }
    let aliases: Vec<_> = name
        .readings
        .iter()
        .filter_map(|reading| match reading {
            Reading::Alias(alias) => Some(*alias),
            _ => None,
        })
        .collect();
    let titled = has_title(scene, name);
    if (aliases.is_empty() || titled)
        && let Some(choice) = surname(scene, context, name, titled)
    {
        return Some(choice);
    }
    if name.tokens.len() == 1 && is_addressed(&scene.lines[name.line], name.tokens.start) {
        return None;
    }
    let longer = if aliases.len() > 1 { context.longer(scene, name) } else { Vec::new() };
    let mut ranked: Vec<_> =
        aliases.iter().enumerate().map(|(at, alias)| (fit(scene, context, name, alias, &longer), at)).collect();
    sort_by(&mut ranked, |a, b| b.0.total_cmp(&a.0));
    let &(score, at) = ranked.first()?;
    let alias = aliases[at];
    let rival = ranked.iter().find(|(_, other)| aliases[*other].actor != alias.actor);
    // An alias that never wins by itself needs a cue.
    let near = |cue: &str| context.cue(scene, cue, name.line) >= CUE_NEAR;
    if !alias.is_default() && rival.is_none() && alias.cues().next().is_some() && !alias.cues().any(near) {
        return None;
    }
    let certainty = match rival.map_or(f32::MAX, |(second, _)| score - second) {
        margin if margin > 1.0 => 0.97,
        margin if margin > 0.3 => 0.85,
        _ => 0.6,
    };
    let actor = alias.actor.clone()?;
    let how = match alias.how {
        AliasHow::Name | AliasHow::Acronym | AliasHow::Nickname => How::Name,
        AliasHow::Adjective | AliasHow::Demonym | AliasHow::Prefix => How::Demonym,
        _ => How::Metonym,
    };
    Some(Choice { actor, how, alias: Some(alias.how), certainty })
}

/// How well an alias fits what its sentence and the document say; `longer` names stand in its line and hold its word.
fn fit(scene: &Scene, context: &Context, name: &Name, alias: &AliasRecord, longer: &[&Name]) -> f32 {
    let line = &scene.lines[name.line];
    let cues = alias.cues().filter(|cue| !is_of_longer_name(line, cue, longer));
    let mut score = if alias.is_default() { 0.7 } else { 0.0 };
    let Some(actor) = &alias.actor else {
        // What is no actor at all is told by the sentence itself; a common word counts little outside one phrase with the name.
        let weigh = |cue| match line.places_of(cue).next() {
            Some(_) if speaks_of(line, &name.tokens, cue) => 3.0,
            Some(_) => 0.8,
            None => 0.0,
        };
        return score + cues.map(weigh).sum::<f32>().min(6.0) + 0.6 * time_score(scene, name, &[]);
    };
    // Who is meant is told by all that is spoken of, most by the sentence.
    let weigh = |cue| match context.cue(scene, cue, name.line) {
        near if near < 1.0 => 1.2 * near,
        _ => 3.0,
    };
    score += cues.map(weigh).sum::<f32>().min(6.0);
    // "Guinea and Guinea-Bissau" are two.
    let apart = longer.iter().any(|other| other.readings.iter().any(|reading| reading.actor() == Some(actor)));
    score += if apart { -2.0 } else { context.actor(scene, actor, name.line) };
    let exists = scene.lexicon.actor(actor.as_str()).map_or(Period::default(), |actor| actor.period);
    score += time_score(scene, name, &[alias.period, exists]);
    // A reading that held for some years only is meant when those years are told of.
    let aliases = name.readings.iter().filter(|reading| matches!(reading, Reading::Alias(_))).count();
    let dated = alias.period != Period::default() && aliases > 1;
    let told = line.year_near(name.tokens.start).map(|year| (year, 1.7));
    let before =
        if scene.dated { scene.year.map(|year| (year, 1.2)) } else { line.carried_year.map(|year| (year, 0.7)) };
    let told = told.or(before).filter(|(year, _)| dated && covers_year(&alias.period, *year));
    score + told.map_or(0.0, |(_, weight)| weight)
}

/// Whether the cue stands in the line only inside those longer names.
fn is_of_longer_name(line: &Line, cue: &str, longer: &[&Name]) -> bool {
    !longer.is_empty()
        && (0..line.len())
            .filter(|&at| line.word(at) == cue)
            .all(|at| longer.iter().any(|name| name.tokens.contains(&at)))
}

/// Whether the cue stands in the line, as a name itself (Ohio) or as part of one phrase with the name (ballots in Georgia).
fn speaks_of(line: &Line, name: &Range<usize>, cue: &str) -> bool {
    let within = ["amod", "compound", "nmod", "flat", "appos", "nsubj"];
    let joins = |from: usize, to: usize| line.words[from].head == to && within.contains(&line.relation(from));
    line.places_of(cue)
        .flat_map(|found| found.filter(|at| !name.contains(at)))
        .any(|at| line.upos(at) == Some(Upos::Propn) || name.clone().any(|part| joins(at, part) || joins(part, at)))
}

fn covers_year(period: &Period, year: i32) -> bool {
    u16::try_from(year).is_ok_and(|year| period.covers(Date::year(year)))
}

/// A cue that an alias needs stands in the paragraph or next to it.
const CUE_NEAR: f32 = 0.5;

/// So many years before and after its time an actor may be spoken of.
const NEAR: u16 = 12;

/// How well the time that all periods share fits the line's own year, the year told of before it, and the document's.
pub(super) fn time_score(scene: &Scene, name: &Name, periods: &[Period]) -> f32 {
    let line = &scene.lines[name.line];
    let own_year = line.year_near(name.tokens.start);
    let mut score = 0.0;
    let mut any = false;
    let mut weigh = |year: Option<i32>, weight: f32| {
        let Some(year) = year.and_then(|year| u16::try_from(year).ok()) else { return };
        let covers = |around: u16| {
            let from = Some(Date::year(year.saturating_sub(around)));
            let time = Period { from, to: Some(Date::year(year + around)) };
            periods.iter().all(|period| period.overlaps(&time))
        };
        if covers(0) {
            score += weight;
            any = true;
        } else if covers(NEAR) {
            // What is no more is still spoken of for a while.
            score += weight * 0.6;
            any = true;
        }
    };
    weigh(own_year, 2.0);
    let (carried, document) = if scene.dated { (1.0, 1.5) } else { (1.5, 1.0) };
    weigh(line.carried_year, carried);
    weigh(scene.year, document);
    if any || (own_year.is_none() && line.carried_year.is_none() && scene.year.is_none()) { score } else { -3.0 }
}

/// Of the terms of office of one name, the one that fits the time best.
fn in_office<'d>(
    scene: &Scene,
    name: &Name,
    people: impl Iterator<Item = &'d PersonRecord>,
) -> Option<&'d PersonRecord> {
    let mut best: Option<(f32, &PersonRecord)> = None;
    for person in people {
        let score = time_score(scene, name, &[person.period]);
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, person));
        }
    }
    best.map(|(_, person)| person)
}

pub(super) fn person_choice(person: &PersonRecord, certainty: f32) -> Choice {
    Choice { actor: person.actor.clone(), how: How::Person, alias: None, certainty }
}

/// Whether the token is somebody's name, whatever country or capital it may also be (Mr Jordan).
pub(super) fn is_addressed(line: &Line, at: usize) -> bool {
    is(line.before(at, 1), Class::Courtesy)
}

/// Whether a title stands before the name (President Xi, Mr Putin).
fn has_title(scene: &Scene, name: &Name) -> bool {
    let line = &scene.lines[name.line];
    let before = line.before(name.tokens.start, 1);
    is(before, Class::Title) || before == "." && is(line.before(name.tokens.start, 2), Class::Title)
}
