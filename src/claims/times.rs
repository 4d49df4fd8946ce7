//! From a sentence's words to the times that it names, and to the one that belongs to a trigger.

use super::When;
use super::surface::Surface;
use crate::lexicon::Date;
use crate::span::Span;
use crate::text::dates::month;
use crate::text::{Document, Token, on_one_line};

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
        let text = on_one_line(span.of(&document.text));
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

/// One past the last word of a time, its start and its end.
type Dated = (usize, Option<String>, Option<String>);

/// Of a document's date.
type YearAndMonth = (i32, u32);

/// "from 1955 to 1991", "between 1904 and 1907", "1914-18", "1934-1938".
fn range_from(words: &[String], at: usize, point: &Dated, today: Option<YearAndMonth>) -> Option<Dated> {
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
fn point_at(words: &[String], at: usize, today: Option<YearAndMonth>) -> Option<Dated> {
    let word = words[at].as_str();
    if let (Some(day), Some(month)) = (day(word), words.get(at + 1).and_then(|next| month(next))) {
        return match words.get(at + 2).and_then(|next| year(next)) {
            Some(year) => same(at + 3, day_of(year, month, day)),
            None => Some((at + 2, today.map(|today| day_of(latest(month, today), month, day)), None)),
        };
    }
    if let Some(month) = month(word).filter(|_| is_month(words, at)) {
        return month_first(words, at, month, today);
    }
    if let Some(year) = year(word) {
        return same(at + 1, format!("{year:04}"));
    }
    if let Some(decade) = word.strip_suffix('s').and_then(year).filter(|decade| decade % 10 == 0) {
        return Some((at + 1, Some(format!("{decade:04}")), Some(format!("{:04}", decade + 9))));
    }
    relative(words, at, today?)
}

/// "March 2, 2021", "March 2021", "March of 2021", "March".
fn month_first(words: &[String], at: usize, month: u32, today: Option<YearAndMonth>) -> Option<Dated> {
    let next = |step: usize| words.get(at + step).map(String::as_str);
    let comma = usize::from(next(2) == Some(","));
    if let (Some(day), Some(year)) = (next(1).and_then(day), next(2 + comma).and_then(year)) {
        return same(at + 3 + comma, day_of(year, month, day));
    }
    let of = usize::from(next(1) == Some("of"));
    if let Some(year) = next(1 + of).and_then(year) {
        return same(at + 2 + of, format!("{year:04}-{month:02}"));
    }
    let time = today.map(|today| format!("{:04}-{month:02}", latest(month, today)));
    Some((at + 1, time.clone(), time))
}

/// "last year", "this month", "next May".
fn relative(words: &[String], at: usize, today: YearAndMonth) -> Option<Dated> {
    let unit = words.get(at + 1)?.as_str();
    let shift = match words[at].as_str() {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let time = match unit {
        "year" => format!("{:04}", today.0 + shift),
        "month" => {
            let months = today.0 * 12 + today.1 as i32 - 1 + shift;
            format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
        }
        _ => {
            let month = month(unit)?;
            let year = match shift {
                -1 if month >= today.1 => today.0 - 1,
                1 if month <= today.1 => today.0 + 1,
                _ => today.0,
            };
            format!("{year:04}-{month:02}")
        }
    };
    same(at + 2, time)
}

/// A time that begins and ends with one year, month or day.
fn same(end: usize, time: String) -> Option<Dated> {
    Some((end, Some(time.clone()), Some(time)))
}

/// The number of a day: `4`, `4th`.
fn day(word: &str) -> Option<u32> {
    word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u32>().ok().filter(|day| (1..=31).contains(day))
}

/// Whether the name of a month is not the word that it also is ("may", "march").
fn is_month(words: &[String], at: usize) -> bool {
    let dated = || words.get(at + 1).is_some_and(|next| year(next).is_some() || day(next).is_some());
    !matches!(words[at].as_str(), "may" | "march" | "mar") || dated() || before(words, at)
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
fn latest(month: u32, today: YearAndMonth) -> i32 {
    if month <= today.1 { today.0 } else { today.0 - 1 }
}

fn year(word: &str) -> Option<i32> {
    let plausible = |year: &i32| (1600..=2100).contains(year);
    (word.len() == 4).then(|| word.parse::<i32>().ok()).flatten().filter(plausible)
}

/// Year and month of a document's date, December where it has no month.
fn year_and_month(date: &str) -> Option<YearAndMonth> {
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
