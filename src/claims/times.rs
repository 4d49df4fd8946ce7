//! From a sentence's words to the times that it names, and to the one that belongs to a trigger.

use super::When;
use super::surface::Surface;
use crate::lexicon::Date;
use crate::span::Span;
use crate::text::dates::month;
use crate::text::{Document, Token};

/// Times farther from a trigger than this many words, in another clause, are not its own.
const REACH: usize = 14;

/// A time expression in a sentence.
#[derive(Clone, Debug)]
pub struct Time {
    first: usize,
    last: usize,
    when: When,
}

/// Finds the time expressions of a sentence, in order. Relative ones need the document's date.
pub fn find_times(document: &Document, tokens: &[Token]) -> Vec<Time> {
    let words: Vec<String> = tokens.iter().map(|token| token.form.to_lowercase()).collect();
    let today = document.date.as_deref().and_then(year_and_month);
    let mut times: Vec<Time> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(point) = point_at(&words, at, today) else {
            at += 1;
            continue;
        };
        let (end, from, to) = range_from(&words, at, &point, today).unwrap_or(point);
        let (mut first, mut from, mut to) = (at, from, to);
        match at.checked_sub(1).map(|before| words[before].as_str()) {
            Some("since") => (first, to) = (at - 1, None),
            Some("until" | "till" | "before") => (first, from, to) = (at - 1, None, from),
            Some("in" | "on" | "by" | "during" | "from" | "after") => first = at - 1,
            _ => {}
        }
        let span = Span::new(tokens[first].span.start, tokens[end - 1].span.end);
        let text = span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        times.push(Time { first, last: end - 1, when: When { text, from, to } });
        at = end;
    }
    times
}

/// The time that belongs to the word `trigger`: the nearest in its clause, else one nearby.
pub fn time_of(times: &[Time], trigger: usize, surface: &Surface) -> Option<When> {
    let cost = |time: &&Time| {
        let distance = if time.first > trigger { time.first - trigger } else { trigger.saturating_sub(time.last) };
        distance + 20 * surface.clauses_apart(trigger, time.first).unsigned_abs() as usize
    };
    let near = |time: &&Time| surface.clauses_apart(trigger, time.first) == 0 || cost(time) <= REACH + 20;
    times.iter().filter(near).min_by_key(cost).map(|time| time.when.clone())
}

type Dated = (usize, Option<String>, Option<String>);

/// "from 1955 to 1991", "between 1904 and 1907", "1914-18", "1934-1938".
fn range_from(words: &[String], at: usize, point: &Dated, today: Option<(i32, u32)>) -> Option<Dated> {
    let (end, from, _) = point;
    let link = words.get(*end)?.as_str();
    let opener = at.checked_sub(1).map(|before| words[before].as_str());
    let linked =
        matches!((opener, link), (Some("from"), "to" | "until") | (Some("between"), "and") | (_, "-" | "–" | "—"));
    if !linked {
        return None;
    }
    let from = from.as_ref()?;
    let second = words.get(end + 1)?;
    if let (Some(_), Ok(short)) = (year(&from[..4.min(from.len())]), second.parse::<u32>())
        && second.len() == 2
        && short < 100
    {
        return Some((end + 2, Some(from.clone()), Some(format!("{}{second}", &from[..2]))));
    }
    let (end, to, _) = point_at(words, end + 1, today)?;
    Some((end, Some(from.clone()), to))
}

/// A single time: day, month, year, decade, or a word for one relative to the document's date.
fn point_at(words: &[String], at: usize, today: Option<(i32, u32)>) -> Option<Dated> {
    let word = words[at].as_str();
    let next = |step: usize| words.get(at + step).map(String::as_str);
    let same = |end: usize, time: String| Some((end, Some(time.clone()), Some(time)));
    let day = |word: &str| {
        word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u32>().ok().filter(|day| (1..=31).contains(day))
    };
    if let (Some(number), Some(month)) = (day(word), next(1).and_then(month)) {
        return match next(2).and_then(year) {
            Some(year) => same(at + 3, day_of(year, month, number)),
            None => Some((at + 2, today.map(|today| day_of(latest(month, today), month, number)), None)),
        };
    }
    if let Some(month) = month(word).filter(|_| {
        !matches!(word, "may" | "march" | "mar")
            || next(1).is_some_and(|next| year(next).is_some() || day(next).is_some())
            || before(words, at)
    }) {
        if let (Some(number), Some(year)) = (
            next(1).and_then(day),
            next(2).and_then(|word| if word == "," { next(3).and_then(year) } else { year(word) }),
        ) {
            let end = if next(2) == Some(",") { at + 4 } else { at + 3 };
            return same(end, day_of(year, month, number));
        }
        let (shift, after) = if next(1) == Some("of") { (2, next(2)) } else { (1, next(1)) };
        if let Some(year) = after.and_then(year) {
            return same(at + shift + 1, format!("{year:04}-{month:02}"));
        }
        let time = today.map(|today| format!("{:04}-{month:02}", latest(month, today)));
        return Some((at + 1, time.clone(), time));
    }
    if let Some(year) = year(word) {
        return same(at + 1, format!("{year:04}"));
    }
    if let Some(decade) = word.strip_suffix('s').and_then(year).filter(|decade| decade % 10 == 0) {
        return Some((at + 1, Some(format!("{decade:04}")), Some(format!("{:04}", decade + 9))));
    }
    let (now, unit) = (today?, next(1)?);
    let shift = match word {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    match unit {
        "year" => same(at + 2, format!("{:04}", now.0 + shift)),
        "month" => {
            let months = now.0 * 12 + now.1 as i32 - 1 + shift;
            same(at + 2, format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1))
        }
        _ => {
            let month = month(unit)?;
            let year = match shift {
                -1 if month >= now.1 => now.0 - 1,
                1 if month <= now.1 => now.0 + 1,
                _ => now.0,
            };
            same(at + 2, format!("{year:04}-{month:02}"))
        }
    }
}

/// True where a preposition shows that "may" or "march" is a month.
fn before(words: &[String], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(words[before].as_str(), "in" | "since" | "by" | "until" | "last" | "this" | "next" | "of" | "during")
    })
}

/// A day; its month alone where that has no such day.
fn day_of(year: i32, month: u32, day: u32) -> String {
    let date = format!("{year:04}-{month:02}-{day:02}");
    if Date::parse(&date).is_some() { date } else { date[..7].to_owned() }
}

/// The year of the latest such month that is not after the document's date.
fn latest(month: u32, today: (i32, u32)) -> i32 {
    if month <= today.1 { today.0 } else { today.0 - 1 }
}

fn year(word: &str) -> Option<i32> {
    let plausible = |year: &i32| (1600..=2100).contains(year);
    (word.len() == 4).then(|| word.parse::<i32>().ok()).flatten().filter(plausible)
}

/// Year and month of a document's date, December where it has no month.
fn year_and_month(date: &str) -> Option<(i32, u32)> {
    let date = Date::parse(date)?;
    Some((date.year.into(), if date.month == 0 { 12 } else { date.month.into() }))
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn a_day_that_its_month_does_not_have_leaves_the_month() {
        assert_eq!(day_of(2024, 2, 29), "2024-02-29");
        assert_eq!(day_of(2021, 2, 31), "2021-02");
    }
}
