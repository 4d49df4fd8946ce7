//! From the folder `lexicon/`, which experts edit, to lookups that every room uses: actors, their names, people, memberships.
//!
//! This room knows rows, not sentences: which reading of a name is meant, it never says.

pub mod date;
mod fold;
mod frames;
mod index;
mod lookup;
pub mod overrides;
pub mod records;
pub mod table;

pub use date::{Date, Period};
pub use fold::folded_words;
pub use frames::{Frame, Frames, Roles, Trigger, TriggerClass};
pub use lookup::{Found, Reading};
pub use overrides::Overrides;
pub use records::{
    ActorKind, ActorRecord, AliasHow, AliasRecord, MembershipRecord, OfficeKind, OfficeRecord, PersonRecord,
    TreatyRecord,
};
pub use table::TableError;

use index::NameIndex;
use std::sync::OnceLock;

macro_rules! tables {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!(env!("OUT_DIR"), "/lexicon/", $path)))),+]
    };
}

/// The tables that ship with the crate: path inside `lexicon/` and content, in the browser as `build.rs` shortens it.
pub const EMBEDDED_TABLES: &[(&str, &str)] = tables![
    "actors/organisations.tsv",
    "actors/others.tsv",
    "actors/states.tsv",
    "aliases/organisations.tsv",
    "aliases/others.tsv",
    "aliases/states.tsv",
    "memberships.tsv",
    "offices.tsv",
    "people/africa.tsv",
    "people/americas.tsv",
    "people/asia.tsv",
    "people/europe.tsv",
    "people/middle-east.tsv",
    "people/oceania.tsv",
    "people/organisations.tsv",
    "treaties.tsv",
];

/// All tables, read once.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    actors: Vec<ActorRecord>,
    aliases: Vec<AliasRecord>,
    people: Vec<PersonRecord>,
    offices: Vec<OfficeRecord>,
    memberships: Vec<MembershipRecord>,
    treaties: Vec<TreatyRecord>,
    names: NameIndex,
    office_phrases: NameIndex,
}

impl Lexicon {
    /// The tables that ship with the crate.
    ///
    /// # Panics
    /// If a table is malformed, which the audit in the tests rules out.
    pub fn embedded() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::from_tables(EMBEDDED_TABLES).unwrap_or_else(|error| panic!("{error}")))
    }

    /// Reads tables: path inside `lexicon/`, which tells what the rows are, and content.
    ///
    /// # Errors
    /// On the first row that is not as `lexicon/README.md` says.
    pub fn from_tables(tables: &[(&'static str, &'static str)]) -> Result<Lexicon, TableError> {
        let mut lexicon = Lexicon::default();
        for &(file, text) in tables {
            match file.split(['/', '.']).next().unwrap_or_default() {
                "actors" => table::read(file, text, &mut lexicon.actors)?,
                "aliases" => table::read(file, text, &mut lexicon.aliases)?,
                "people" => table::read(file, text, &mut lexicon.people)?,
                "offices" => table::read(file, text, &mut lexicon.offices)?,
                "memberships" => table::read(file, text, &mut lexicon.memberships)?,
                "treaties" => table::read(file, text, &mut lexicon.treaties)?,
                _ => return Err(table::unknown_table(file)),
            }
        }
        lexicon.settle();
        Ok(lexicon)
    }

    /// Sorts the records by their ids and builds the indices over names.
    fn settle(&mut self) {
        self.actors.sort_by(|a, b| a.id.cmp(&b.id));
        self.memberships.sort_by(|a, b| (&a.organisation, &a.member).cmp(&(&b.organisation, &b.member)));
        self.names = lookup::index_names(&self.aliases, &self.people);
        self.office_phrases = lookup::index_offices(&self.offices);
    }
}
