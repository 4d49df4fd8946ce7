//! From the words for a day to its ISO 8601 date.

use crate::lexicon::Date;
use std::ops::RangeInclusive;

/// The number of a month by its English name or its usual short form, in any case.
pub fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let short = matches!(word.len(), 3 | 4);
    let number = MONTHS.iter().position(|month| {
        let start = month.get(..word.len()).filter(|_| short);
        start.unwrap_or(month).eq_ignore_ascii_case(word)
    })?;
    Some(number as u32 + 1)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Numbers of four digits outside of these are no years of articles.
const YEARS: RangeInclusive<u32> = 1500..=2199;

/// The first whole date in a text, as `2021-03-02`, or a month with its year as `2021-03`.
pub fn find_date(text: &str) -> Option<String> {
    iso_date(text).or_else(|| written_date(text))
}

/// `2021-03-02` or `2021/03/02`, also with a time behind it.
fn iso_date(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    (0..bytes.len().saturating_sub(9)).find_map(|start| {
        let digits = |range: std::ops::Range<usize>| -> Option<u32> {
            let part = bytes.get(range)?;
            part.iter()
                .all(u8::is_ascii_digit)
                .then(|| part.iter().fold(0, |sum, byte| sum * 10 + u32::from(byte - b'0')))
        };
        let year = digits(start..start + 4)?;
        let mark = bytes[start + 4];
        let free = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        let ends = !bytes.get(start + 10).is_some_and(u8::is_ascii_digit);
        if !free || !ends || !matches!(mark, b'-' | b'/' | b'.') || bytes[start + 7] != mark {
            return None;
        }
        day_date(year, digits(start + 5..start + 7)?, digits(start + 8..start + 10)?)
    })
}

/// `2 March 2021`, `March 2, 2021`, `2nd of March 2021`, `March 2021`.
fn written_date(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("of"))
        .take(400)
        .collect();
    let year = |index: usize| words.get(index).filter(|word| word.len() == 4).and_then(|word| word.parse::<u32>().ok());
    let day = |index: usize| {
        let digits = words.get(index)?.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse::<u32>().ok().filter(|&day| (1..=31).contains(&day) && digits.len() <= 2)
    };
    let full = (0..words.len()).find_map(|index| {
        let month = month(words[index])?;
        let before = index.checked_sub(1).and_then(day).zip(year(index + 1));
        let (day, year) = before.or_else(|| day(index + 1).zip(year(index + 2)))?;
        day_date(year, month, day)
    });
    full.or_else(|| {
        (0..words.len()).find_map(|index| {
            let (month, year) = (month(words[index])?, year(index + 1)?);
            let dayless = index.checked_sub(1).and_then(day).is_none();
            (dayless && YEARS.contains(&year)).then(|| format!("{year:04}-{month:02}"))
        })
    })
}

/// A day that exists, in a year of which an article may be.
fn day_date(year: u32, month: u32, day: u32) -> Option<String> {
    let date = YEARS.contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}"))?;
    Date::parse(&date).is_some().then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_however_they_are_written() {
        for (text, date) in [
            ("Published 08:12 GMT, 19 June 2024", "2024-06-19"),
            ("2 March 2021", "2021-03-02"),
            ("March 2, 2021", "2021-03-02"),
            ("2021-03-18T08:00:00+01:00", "2021-03-18"),
            ("Posted on the 3rd of Sept. 2019", "2019-09-03"),
            ("Winter issue, December 2020", "2020-12"),
        ] {
            assert_eq!(find_date(text).as_deref(), Some(date), "{text}");
        }
        assert_eq!(find_date("31 February 2021 and 3 of 4"), None);
    }
}
