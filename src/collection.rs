//! Documents in, one after another; an analysis of all that are there out. Each document is read once.

use crate::analysis::{Analysis, WordView};
use crate::lexicon::{Date, Lexicon, TableError};
use crate::sorting::sort_by;
use crate::text::DocumentInput;
use crate::{Options, ReadDocument, draw, read, views};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// A set of documents that grows and shrinks without reading any of them again.
pub struct Collection {
    lexicon: Cow<'static, Lexicon>,
    options: Options,
    documents: BTreeMap<String, ReadDocument>,
}

impl Collection {
    /// An empty collection. Fails if the options add an actor or a name that is not as it should be.
    pub fn new(options: Options) -> Result<Self, InputError> {
        let (added, shipped) = (&options.overrides, Lexicon::embedded());
        let lexicon = match added.actors.is_empty() && added.aliases.is_empty() {
            true => Cow::Borrowed(shipped),
            false => Cow::Owned(shipped.with_overrides(added).map_err(InputError::Overrides)?),
        };
        Ok(Collection { lexicon, options, documents: BTreeMap::new() })
    }

    /// Reads a document and keeps it. Fails if its id is taken or its date is no date; the collection is then unchanged.
    pub fn add(&mut self, input: &DocumentInput) -> Result<(), InputError> {
        if self.documents.contains_key(&input.id) {
            return Err(InputError::DuplicateId(input.id.clone()));
        }
        check_date(input)?;
        self.documents.insert(input.id.clone(), read(input, &self.lexicon));
        Ok(())
    }

    /// Forgets a document. Returns whether it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        self.documents.remove(id).is_some()
    }

    /// The analysis of all documents that are there now.
    pub fn view(&self) -> Analysis {
        draw(&self.documents.values().collect::<Vec<_>>(), &self.lexicon, &self.options)
    }

    /// Every name that the tables have for an actor, with the people who acted for it; empty where they do not know it.
    pub fn names_of(&self, actor: &str) -> Vec<String> {
        let aliases = self.lexicon.aliases_of(actor).map(|alias| alias.alias.to_string());
        let people = self.lexicon.people().iter().filter(|person| person.actor.as_str() == actor);
        let mut names: Vec<_> = aliases.chain(people.map(|person| person.name.to_string())).collect();
        sort_by(&mut names, String::cmp);
        names.dedup();
        names
    }

    /// The words of one sentence with their tags and arcs; empty where there is no such sentence.
    pub fn words(&self, document: &str, sentence: usize) -> Vec<WordView> {
        self.documents.get(document).map_or_else(Vec::new, |read| views::words(read, sentence, self.options.offsets))
    }
}

/// Reads and draws documents in one go. The order of the documents makes no difference.
///
/// Fails on two documents of one id, on dates that are none and on malformed overrides. No text is an error.
pub fn analyse(documents: &[DocumentInput], options: &Options) -> Result<Analysis, InputError> {
    let mut collection = Collection::new(options.clone())?;
    documents.iter().try_for_each(|document| collection.add(document))?;
    Ok(collection.view())
}

/// What is wrong with what was handed in.
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
    /// An actor or name in the options is not as it should be.
    Overrides(TableError),
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::DuplicateId(id) => {
                write!(f, "id: {id:?} is taken by another document; expected an id of its own for each document")
            }
            InputError::BadDate { id, date } => {
                write!(f, "date: {date:?} of document {id:?} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD")
            }
            InputError::Overrides(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for InputError {}

fn check_date(input: &DocumentInput) -> Result<(), InputError> {
    match &input.date {
        Some(date) if Date::parse(date).is_none() => {
            Err(InputError::BadDate { id: input.id.clone(), date: date.clone() })
        }
        _ => Ok(()),
    }
}
