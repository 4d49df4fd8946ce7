//! From the folder `lexicon/`, which experts edit, to lookups that every room uses: actors, their names, people, memberships.
//!
//! The tables that ship are those that `build.rs` makes of the folder, column by column ([`columns`]). This room knows rows, not
//! sentences: which reading of a name is meant, it never says.

pub mod columns;
pub mod date;
mod fold;
mod frames;
mod index;
mod lookup;
pub mod overrides;
pub mod records;
pub mod table;
mod word_map;

pub use date::{Date, Period};
pub use fold::folded_words;
pub use frames::{FRAME_TABLES, Frame, Frames, Roles, Trigger, TriggerClass};
pub use lookup::{Found, Reading};
pub use overrides::Overrides;
pub use records::{
    ActorKind, ActorRecord, AliasHow, AliasRecord, MembershipRecord, OfficeKind, OfficeRecord, PersonRecord,
    TreatyRecord,
};
pub use table::TableError;
pub use word_map::WordMap;

use crate::sorting::{first_letters, sort_by};
use index::NameIndex;
use std::sync::OnceLock;

macro_rules! tables {
    ($($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!("../../lexicon/", $path)))),+]
    };
}

/// The tables as people edit them: path inside `lexicon/` and content.
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

/// A table that `build.rs` wrote.
macro_rules! packed_columns {
    ($name:literal) => {
        $crate::lexicon::columns::Columns::packed($name, include_bytes!(concat!(env!("OUT_DIR"), "/tables/", $name)))
    };
}
pub(crate) use packed_columns;

/// The records of a table that `build.rs` wrote.
macro_rules! packed {
    ($name:literal) => {
        $crate::lexicon::table::Record::read(&$crate::lexicon::packed_columns!($name))
    };
}
pub(crate) use packed;

/// All tables, read once.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    actors: Vec<ActorRecord>,
    /// The first letters of their ids, for a quick search.
    actor_keys: Vec<u64>,
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
        LEXICON.get_or_init(|| Lexicon::packed().unwrap_or_else(|error| panic!("{error}, as the audit says in full")))
    }

    fn packed() -> Result<Lexicon, TableError> {
        let mut lexicon = Lexicon {
            actors: packed!("actors")?,
            aliases: packed!("aliases")?,
            people: packed!("people")?,
            offices: packed!("offices")?,
            memberships: packed!("memberships")?,
            treaties: packed!("treaties")?,
            ..Lexicon::default()
        };
        lexicon.index();
        Ok(lexicon)
    }

    /// Reads tables as people edit them: path inside `lexicon/`, which tells what the rows are, and content.
    ///
    /// # Errors
    /// On the first row that is not as `lexicon/README.md` says.
    pub fn from_tables(tables: &[(&'static str, &'static str)]) -> Result<Lexicon, TableError> {
        let mut lexicon = Lexicon::default();
        for &(file, text) in tables {
            match file.split(['/', '.']).next().unwrap_or_default() {
                "actors" => lexicon.actors.extend(table::read(file, text)?),
                "aliases" => lexicon.aliases.extend(table::read(file, text)?),
                "people" => lexicon.people.extend(table::read(file, text)?),
                "offices" => lexicon.offices.extend(table::read(file, text)?),
                "memberships" => lexicon.memberships.extend(table::read(file, text)?),
                "treaties" => lexicon.treaties.extend(table::read(file, text)?),
                _ => return Err(table::unknown_table(file)),
            }
        }
        lexicon.memberships.sort_by(|a, b| (&a.organisation, &a.member).cmp(&(&b.organisation, &b.member)));
        lexicon.settle();
        Ok(lexicon)
    }

    /// Sorts the actors by their ids and builds the indices over names.
    fn settle(&mut self) {
        sort_by(&mut self.actors, |a, b| a.id.cmp(&b.id));
        self.index();
    }

    fn index(&mut self) {
        self.actor_keys = self.actors.iter().map(|actor| first_letters(actor.id.as_str())).collect();
        self.names = lookup::index_names(&self.aliases, &self.people);
        self.office_phrases = lookup::index_offices(&self.offices);
    }
}
