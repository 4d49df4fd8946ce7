//! From ids and words to records: the questions that other rooms ask.

use super::Lexicon;
use super::date::Date;
use super::fold::{Case, append_words, folded_words, is_hyphen};
use super::index::NameIndex;
use super::records::*;
use crate::sorting::first_letters;
use crate::terms::ActorId;

/// The longest name at the start of some words, with all its readings.
#[derive(Clone, Debug)]
pub struct Found<'l> {
    /// Number of forms that the name covers.
    pub forms: usize,
    /// Whom it may stand for; never empty.
    pub readings: Vec<Reading<'l>>,
}

/// One reading of a name.
#[derive(Clone, Copy, Debug)]
pub enum Reading<'l> {
    /// A row of `aliases/`.
    Alias(&'l AliasRecord),
    /// A person by the full name; one reading per term of office.
    Person(&'l PersonRecord),
    /// A person by the short name; one reading per term of office.
    Surname(&'l PersonRecord),
}

impl<'l> Reading<'l> {
    /// Whom the reading stands for; `None` where it is no actor.
    pub fn actor(&self) -> Option<&'l ActorId> {
        match self {
            Reading::Alias(alias) => alias.actor.as_ref(),
            Reading::Person(person) | Reading::Surname(person) => Some(&person.actor),
        }
    }
}

impl Lexicon {
    /// The actor with that id.
    pub fn actor(&self, id: &str) -> Option<&ActorRecord> {
        let key = first_letters(id);
        let at = self.actor_keys.partition_point(|known| *known < key);
        let alike = self.actors[at..].iter().zip(&self.actor_keys[at..]).take_while(|(_, known)| **known == key);
        alike.map(|(actor, _)| actor).find(|actor| actor.id.as_str() == id)
    }

    /// All actors, in the order of their ids.
    pub fn actors(&self) -> &[ActorRecord] {
        &self.actors
    }

    /// All aliases.
    pub fn aliases(&self) -> &[AliasRecord] {
        &self.aliases
    }

    /// All terms of office.
    pub fn people(&self) -> &[PersonRecord] {
        &self.people
    }

    /// All treaties.
    pub fn treaties(&self) -> &[TreatyRecord] {
        &self.treaties
    }

    /// The longest name that the forms of some tokens begin with. Accents, apostrophes, full stops and hyphens make no
    /// difference; a capital in the table must be a capital in the text, so ALL-CAPS text matches; acronyms need
    /// capitals throughout, but from four letters on may be spelled like a word (`Nato`).
    ///
    /// A compound that was not split into tokens (`Sino-Russian`) is found if it is handed over in pieces.
    pub fn longest<S: AsRef<str>>(&self, forms: &[S]) -> Option<Found<'_>> {
        let mut found = None;
        let name = |record| self.reading(record).1;
        self.names.walk(forms, name, |length, cases, records| {
            let hyphen_follows = forms[length - 1].as_ref().ends_with(is_hyphen)
                || forms.get(length).is_some_and(|form| form.as_ref().starts_with(is_hyphen));
            let mut readings = Vec::new();
            for record in records {
                let (reading, name) = self.reading(record);
                if case_fits(name, cases) && (hyphen_follows || !is_prefix(&reading)) {
                    readings.push(reading);
                }
            }
            // "Franco-German" is never about the general.
            if readings.iter().any(is_prefix) {
                readings.retain(is_prefix);
            }
            if !readings.is_empty() {
                found = Some(Found { forms: length, readings });
            }
        });
        found
    }

    /// The longest office phrase that the forms begin with, in any case, and the number of forms that it covers.
    pub fn office<S: AsRef<str>>(&self, forms: &[S]) -> Option<(usize, &OfficeRecord)> {
        let mut found = None;
        let phrase = |record: u32| &*self.offices[record as usize].phrase;
        self.office_phrases.walk(forms, phrase, |length, _, records| {
            found = records.next().map(|record| (length, &self.offices[record as usize]));
        });
        found
    }

    /// The terms of office of everyone with that short name.
    pub fn people_by_short<'l>(&'l self, short: &str) -> impl Iterator<Item = &'l PersonRecord> + use<'l> {
        let name = |record| self.reading(record).1;
        let records: Vec<u32> = self.names.exactly(&folded_words(short), name).collect();
        records.into_iter().filter_map(|record| match self.reading(record).0 {
            Reading::Surname(person) => Some(person),
            _ => None,
        })
    }

    /// The aliases of an actor, in the order of the tables.
    pub fn aliases_of<'l>(&'l self, actor: &str) -> impl Iterator<Item = &'l AliasRecord> {
        self.aliases.iter().filter(move |alias| alias.actor.as_ref().is_some_and(|id| id.as_str() == actor))
    }

    /// The memberships in an organisation at a date, or of all times.
    pub fn members_of(&self, organisation: &str, date: Option<Date>) -> impl Iterator<Item = &MembershipRecord> {
        let start = self.memberships.partition_point(|row| row.organisation.as_str() < organisation);
        let rows = &self.memberships[start..];
        let rows = &rows[..rows.partition_point(|row| row.organisation.as_str() == organisation)];
        rows.iter().filter(move |row| date.is_none_or(|date| row.period.covers(date)))
    }

    /// The reading with that number in the index of names, and the name as the table writes it.
    fn reading(&self, record: u32) -> (Reading<'_>, &str) {
        let record = record as usize;
        if let Some(alias) = self.aliases.get(record) {
            return (Reading::Alias(alias), &alias.alias);
        }
        let record = record - self.aliases.len();
        match self.people.get(record) {
            Some(person) => (Reading::Person(person), &person.name),
            None => {
                let person = &self.people[record - self.people.len()];
                (Reading::Surname(person), &person.short)
            }
        }
    }
}

/// Numbers the readings: aliases, then people by name, then people by short name.
pub(super) fn index_names(aliases: &[AliasRecord], people: &[PersonRecord]) -> NameIndex {
    let aliases = aliases.iter().map(|alias| &*alias.alias);
    let names = people.iter().map(|person| &*person.name);
    let shorts = people.iter().map(|person| if person.short == person.name { "" } else { &*person.short });
    NameIndex::new(aliases.chain(names).chain(shorts))
}

/// Numbers the offices.
pub(super) fn index_offices(offices: &[OfficeRecord]) -> NameIndex {
    NameIndex::new(offices.iter().map(|office| &*office.phrase))
}

fn is_prefix(reading: &Reading) -> bool {
    matches!(reading, Reading::Alias(alias) if alias.how == AliasHow::Prefix)
}

/// Whether words of these cases may be the name.
fn case_fits(name: &str, cases: &[Case]) -> bool {
    let (mut folded, mut wanted) = (String::new(), Vec::new());
    append_words(name, &mut folded, &mut wanted);
    wanted.iter().zip(cases).all(|(want, is)| {
        if want.all_upper && want.letters > 1 && !is.all_upper {
            want.letters >= 4 && is.first_upper
        } else if want.inner_upper && want.letters < 4 {
            // "LeT" is no "Let".
            is.inner_upper
        } else {
            is.first_upper || !want.first_upper
        }
    })
}
