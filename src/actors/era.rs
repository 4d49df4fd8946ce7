//! From the people, dissolved states and years that an undated text names to the year that it is most likely about.

use super::names::Name;
use super::scene::Scene;
use crate::lexicon::{Period, Reading};
use std::collections::HashSet;

/// The first and the last year that may be chosen.
const FIRST: usize = 1800;
const LAST: usize = 2030;

/// What was is spoken of for some years after.
const AFTER: usize = 2;

/// The year in which most of what the text names is of its time; the middle one of several. `None` where it names
/// nothing of one time.
pub(super) fn year(scene: &Scene, names: &[Name]) -> Option<i32> {
    let mut votes = Votes { changes: [0.0; LAST - FIRST + 2] };
    let mut years: Vec<usize> =
        scene.lines.iter().flat_map(|line| &line.years).map(|&(_, year)| year as usize).collect();
    years.sort_unstable();
    years.dedup();
    for &year in &years {
        votes.add(year, year, 0.5);
    }
    if let Some(&latest) = years.last() {
        votes.add(latest, latest, 1.5);
    }
    let mut known: HashSet<&str> = HashSet::new();
    for name in names {
        for reading in &name.readings {
            let Some((label, period, weight)) = dated(scene, name, reading) else { continue };
            // One vote each, also for those with several terms.
            if known.insert(label) {
                let same = name.readings.iter().filter_map(|other| match other {
                    Reading::Person(person) | Reading::Surname(person)
                        if *person.name == *label || *person.short == *label =>
                    {
                        Some(&person.period)
                    }
                    _ => None,
                });
                let from = same.clone().map(first).min().unwrap_or_else(|| first(period));
                let to = same.map(last).max().unwrap_or_else(|| last(period));
                votes.add(from, to, weight);
            }
        }
    }
    let (top, first, last) = votes.most()?;
    (top >= 0.7).then_some(((first + last) / 2) as i32)
}

/// What a reading is of, where that has a time of its own: its name, its time, and how much that tells.
fn dated<'d>(scene: &Scene<'d>, name: &Name<'d>, reading: &Reading<'d>) -> Option<(&'d str, &'d Period, f32)> {
    match reading {
        Reading::Person(person) => Some((&person.name, &person.period, 1.0)),
        // One who is written in several ways votes once.
        Reading::Surname(person) if is_of_one_time(&name.readings) => Some((&person.short, &person.period, 0.4)),
        Reading::Surname(person) if is_of_one(&name.readings) => Some((&person.name, &person.period, 0.4)),
        Reading::Alias(alias) if name.readings.len() == 1 => {
            let actor = scene.lexicon.actor(alias.actor.as_ref()?.as_str())?;
            // Only what is no more tells a time.
            actor.period.to.is_some().then_some((&*actor.name, &actor.period, 0.3))
        }
        _ => None,
    }
}

/// Votes for years.
struct Votes {
    /// By how much each year has more than the year before it.
    changes: [f32; LAST - FIRST + 2],
}

impl Votes {
    /// Votes for the years from the one to the other, and some after.
    fn add(&mut self, from: usize, to: usize, weight: f32) {
        let (from, to) = (from.clamp(FIRST, LAST), (to + AFTER).clamp(FIRST, LAST));
        if from <= to {
            self.changes[from - FIRST] += weight;
            self.changes[to - FIRST + 1] -= weight;
        }
    }

    /// The most votes that a year has, and the first and the last year of the first run of such years.
    fn most(&self) -> Option<(f32, usize, usize)> {
        let mut best: Option<(f32, usize, usize)> = None;
        let mut sum = 0.0;
        for (year, change) in (FIRST..=LAST).zip(&self.changes) {
            sum += change;
            match &mut best {
                Some((top, _, last)) if (sum - *top).abs() < 1e-3 && *last + 1 == year => *last = year,
                Some((top, _, _)) if sum <= *top + 1e-3 => {}
                _ => best = Some((sum, year, year)),
            }
        }
        best
    }
}

/// Whether all readings are of few people of one actor.
fn is_of_one(readings: &[Reading]) -> bool {
    readings.len() < 3 || readings.iter().all(|reading| reading.actor() == readings[0].actor())
}

/// Whether all readings are of people who were in office at one time.
fn is_of_one_time(readings: &[Reading]) -> bool {
    let period = |reading: &Reading| match reading {
        Reading::Person(person) | Reading::Surname(person) => Some(person.period),
        Reading::Alias(_) => None,
    };
    let Some(first) = readings.first().and_then(period) else { return false };
    readings.iter().all(|reading| period(reading).is_some_and(|other| other.overlaps(&first)))
}

fn first(period: &Period) -> usize {
    period.from.map_or(FIRST, |date| date.year.into())
}

fn last(period: &Period) -> usize {
    period.to.map_or(LAST, |date| date.year.into())
}
