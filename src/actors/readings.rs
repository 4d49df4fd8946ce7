//! From names with rival readings to the one that is meant: by cue words, by dates, by who else is spoken of, by titles.

use super::How;
use super::names::Name;
use super::scene::{Line, Scene};
use super::surroundings::UNSURE;
use super::word_classes::{Class, is};
use crate::lexicon::{AliasHow, Date, Period, PersonRecord, Reading};
use crate::sorting::sort_by;
use crate::syntax::Upos;
use crate::terms::ActorId;
use std::collections::{HashMap, HashSet};
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

/// What the whole document says that helps to choose.
pub(super) struct Context<'d, 'n> {
    /// Where each lower-case word stands: the lines, ascending.
    words: HashMap<String, Vec<usize>>,
    /// Lines in which an actor is named beyond doubt.
    actors: HashMap<ActorId, Vec<usize>>,
    /// People whom the document names in full.
    introduced: HashSet<&'d str>,
    /// Names of several words.
    long: Vec<&'n Name<'d>>,
}

impl<'d, 'n> Context<'d, 'n> {
    pub fn new(scene: &Scene<'d>, names: &'n [Name<'d>]) -> Self {
        let mut context = Context {
            words: HashMap::new(),
            actors: HashMap::new(),
            introduced: HashSet::new(),
            long: names.iter().filter(|name| name.tokens.len() > 1).collect(),
        };
        for (index, line) in scene.lines.iter().enumerate() {
            for word in &line.lower {
                match context.words.get_mut(word.as_str()) {
                    Some(lines) if lines.last() == Some(&index) => {}
                    Some(lines) => lines.push(index),
                    None => drop(context.words.insert(word.clone(), vec![index])),
                }
            }
        }
        for name in names {
            let mut actors = name.readings.iter().map(Reading::actor);
            let first = actors.next().flatten();
            let certain = !name.readings.iter().any(|reading| matches!(reading, Reading::Surname(_)));
            if let (Some(actor), true) = (first, certain && actors.all(|actor| actor == first)) {
                context.actors.entry(actor.clone()).or_default().push(name.line);
            }
            for reading in &name.readings {
                if let Reading::Person(person) = reading {
                    context.introduced.insert(&person.name);
                }
            }
        }
        context
    }

    /// How near the nearest of `lines` is: 1 in the same line, less in the paragraph, little elsewhere, 0 for none.
    fn nearness(scene: &Scene, lines: Option<&Vec<usize>>, line: usize) -> f32 {
        let paragraph = scene.lines[line].paragraph;
        lines.map_or(0.0, |lines| {
            let at = lines.partition_point(|other| *other < line);
            let near = |at: usize| -> f32 {
                lines.get(at).map_or(0.0, |&other| match scene.lines[other].paragraph {
                    _ if other == line => 1.0,
                    _ if other.abs_diff(line) == 1 => 0.6,
                    other if other == paragraph => 0.5,
                    _ => 0.15,
                })
            };
            near(at).max(at.checked_sub(1).map_or(0.0, near))
        })
    }

    /// As [`Context::nearness`], for a cue of one or more words.
    fn cue(&self, scene: &Scene, cue: &str, line: usize) -> f32 {
        let mut nearest = 1.0f32;
        for word in cue.split(' ') {
            nearest = nearest.min(Self::nearness(scene, self.words.get(word), line));
        }
        nearest
    }

    /// The longer names of the line that hold the word of a name of one word.
    fn longer(&self, scene: &Scene, name: &Name) -> Vec<&'n Name<'d>> {
        if name.tokens.len() > 1 {
            return Vec::new();
        }
        let line = &scene.lines[name.line];
        let word = line.word(name.tokens.start);
        let first = self.long.partition_point(|other| other.line < name.line);
        let of_line = self.long[first..].iter().take_while(|other| other.line == name.line);
        of_line.copied().filter(|other| other.tokens.clone().any(|at| line.word(at) == word)).collect()
    }

    /// How near the actor is named beyond doubt.
    fn actor(&self, scene: &Scene, actor: &ActorId, line: usize) -> f32 {
        Self::nearness(scene, self.actors.get(actor), line)
    }
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
    let mut ranked = Vec::with_capacity(aliases.len());
    for (at, alias) in aliases.iter().enumerate() {
        let mut score = if alias.is_default() { 0.7 } else { 0.0 };
        // What is no actor at all is told by the sentence itself, who is meant by all that is spoken of.
        let reach = if alias.actor.is_some() { 0.0 } else { 1.0 };
        let cues = alias.cues().filter(|cue| !is_of_longer_name(&scene.lines[name.line], cue, &longer));
        let cues = cues.map(|cue| (cue, context.cue(scene, cue, name.line))).filter(|(_, near)| *near >= reach);
        // A cue in the sentence itself weighs most; for what is no actor, a common word only in one phrase with the name.
        let line = &scene.lines[name.line];
        let weigh = |(cue, near): (&str, f32)| match near {
            near if near < 1.0 => 1.2 * near,
            _ if alias.actor.is_some() || speaks_of(line, &name.tokens, cue) => 3.0,
            _ if line.places_of(cue).next().is_some() => 0.8,
            _ => 0.0,
        };
        score += cues.fold(0.0, |sum: f32, cue| sum + weigh(cue)).min(6.0);
        if let Some(actor) = &alias.actor {
            // "Guinea and Guinea-Bissau" are two.
            let apart = longer.iter().any(|other| other.readings.iter().any(|reading| reading.actor() == Some(actor)));
            score += if apart { -2.0 } else { context.actor(scene, actor, name.line) };
            let exists = scene.lexicon.actor(actor.as_str()).map_or(Period::default(), |actor| actor.period);
            score += time_score(scene, name, &[alias.period, exists]);
            // A reading that held for some years only is meant when those years are told of.
            let dated = alias.period != Period::default() && aliases.len() > 1;
            let line = &scene.lines[name.line];
            let told = line.year_near(name.tokens.start).map(|year| (year, 1.7));
            let before = if scene.dated {
                scene.year.map(|year| (year, 1.2))
            } else {
                line.carried_year.map(|year| (year, 0.7))
            };
            let told = told.or(before);
            score +=
                told.filter(|(year, _)| dated && covers_year(&alias.period, *year)).map_or(0.0, |(_, weight)| weight);
        } else {
            score += 0.6 * time_score(scene, name, &[]);
        }
        ranked.push((score, at));
    }
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
fn time_score(scene: &Scene, name: &Name, periods: &[Period]) -> f32 {
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

fn person_choice(person: &PersonRecord, certainty: f32) -> Choice {
    Choice { actor: person.actor.clone(), how: How::Person, alias: None, certainty }
}

/// Whether the token is somebody's name, whatever country or capital it may also be (Mr Jordan).
fn is_addressed(line: &Line, at: usize) -> bool {
    matches!(line.before(at, 1), "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "dr" | "dr.")
}

/// Whether a title stands before the name (President Xi, Mr Putin).
fn has_title(scene: &Scene, name: &Name) -> bool {
    let line = &scene.lines[name.line];
    let before = line.before(name.tokens.start, 1);
    is(before, Class::Title) || before == "." && is(line.before(name.tokens.start, 2), Class::Title)
}

/// Whom a surname alone stands for.
fn surname<'d>(scene: &Scene<'d>, context: &Context<'d, '_>, name: &Name<'d>, titled: bool) -> Option<Choice> {
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
    let unmistakable = rival.is_none() && leads(person) && time_score(scene, name, &[person.period]) >= 0.0;
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
    let in_time = introduced || time_score(scene, name, &[person.period]) >= 0.0;
    if !in_time {
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
    let owner = matches!(line.word(at + 1), "'s" | "’s") && !matches!(line.before(at, 1), "last" | "next" | "this");
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
