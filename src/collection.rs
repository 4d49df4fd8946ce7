//! Documents in, one after another; an analysis of all that are there out. Each document is read once.

use crate::analysis::{Analysis, WordView};
use crate::lexicon::Lexicon;
use crate::text::DocumentInput;
use crate::{Options, ReadDocument, draw, read, views};
use std::collections::BTreeMap;
use std::fmt;

/// A set of documents that grows and shrinks without reading any of them again.
pub struct Collection {
    lexicon: &'static Lexicon,
    options: Options,
    documents: BTreeMap<String, ReadDocument>,
}

impl Collection {
    /// An empty collection that reads with the tables of this crate.
    pub fn new(options: Options) -> Self {
        Collection { lexicon: Lexicon::embedded(), options, documents: BTreeMap::new() }
    }

    /// Reads a document and keeps it. Fails if its id is taken or its date is no date; the collection is then unchanged.
    pub fn add(&mut self, input: &DocumentInput) -> Result<(), InputError> {
        if self.documents.contains_key(&input.id) {
            return Err(InputError::DuplicateId(input.id.clone()));
        }
        check_date(input)?;
        self.documents.insert(input.id.clone(), read(input, self.lexicon));
        Ok(())
    }

    /// Forgets a document. Returns whether it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        self.documents.remove(id).is_some()
    }

    /// The analysis of all documents that are there now.
    pub fn view(&self) -> Analysis {
        draw(&self.documents.values().collect::<Vec<_>>(), self.lexicon, &self.options)
    }

    /// The words of one sentence with their tags and arcs; empty where there is no such sentence.
    pub fn words(&self, document: &str, sentence: usize) -> Vec<WordView> {
        self.documents.get(document).map_or_else(Vec::new, |read| views::words(read, sentence, self.options.offsets))
    }
}

/// Reads and draws documents in one go. The order of the documents makes no difference.
///
/// Fails on two documents of one id and on dates that are none. No text is an error.
pub fn analyse(documents: &[DocumentInput], options: &Options) -> Result<Analysis, InputError> {
    let mut collection = Collection::new(options.clone());
    documents.iter().try_for_each(|document| collection.add(document))?;
    Ok(collection.view())
}

/// What is wrong with a document as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Two documents have this id.
    DuplicateId(String),
    /// The document's date is not an ISO 8601 date.
    BadDate {
        /// The document.
        id: String,
        /// What stood there.
        date: String,
    },
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::DuplicateId(id) => {
                write!(f, "id: {id:?} is taken by another document; expected an id of its own for each document")
            }
            InputError::BadDate { id, date } => {
                write!(f, "date of document {id:?}: {date:?} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")
            }
        }
    }
}

impl std::error::Error for InputError {}

fn check_date(input: &DocumentInput) -> Result<(), InputError> {
    match &input.date {
        Some(date) if !is_date(date) => Err(InputError::BadDate { id: input.id.clone(), date: date.clone() }),
        _ => Ok(()),
    }
}

fn is_date(date: &str) -> bool {
    let number = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u32>().ok())?
    };
    let mut parts = date.split('-');
    let Some(year) = parts.next().and_then(|part| number(part, 4)) else { return false };
    let Some(month) = parts.next() else { return true };
    let Some(month @ 1..=12) = number(month, 2) else { return false };
    let Some(day) = parts.next() else { return true };
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    number(day, 2).is_some_and(|day| (1..=days).contains(&day)) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_years_months_or_days_that_exist() {
        for date in ["1914", "1914-07", "1914-07-28", "2000-02-29", "2024-02-29"] {
            assert!(is_date(date), "{date}");
        }
        for date in [
            "",
            "14",
            "1914-13",
            "1914-00",
            "1900-02-29",
            "1914-06-31",
            "1914-7-28",
            "28 July 1914",
            "1914-07-28-1",
            "+914",
        ] {
            assert!(!is_date(date), "{date}");
        }
    }
}
