//! From what a person adds at run time to a lexicon that holds it: new actors and aliases, or others in place of those that ship.

use super::date::Period;
use super::records::{ActorKind, ActorRecord, AliasHow, AliasRecord, is_actor_id};
use super::table::{self, TableError};
use super::{Lexicon, folded_words};
use crate::sorting::sort_by;
use crate::terms::ActorId;
use serde::Deserialize;
use std::str::FromStr;

/// Actors and aliases that a person adds. An actor replaces the one with its id; an alias replaces all readings of that name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Overrides {
    /// Actors to add or replace.
    pub actors: Vec<ActorOverride>,
    /// Names to add or replace.
    pub aliases: Vec<AliasOverride>,
}

/// An actor that a person adds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ActorOverride {
    /// Upper-case id.
    pub id: String,
    /// For people to read; the id where empty. It becomes an alias too.
    pub name: String,
    /// A word of [`ActorKind`]; `other` where empty.
    pub kind: String,
    /// ISO 8601 date, or empty.
    pub from: String,
    /// ISO 8601 date, or empty.
    pub to: String,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Nouns that may refer back to the actor.
    pub descriptors: Vec<String>,
}

/// A name that a person adds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AliasOverride {
    /// As it is written, with the capitals of running text.
    pub alias: String,
    /// Id of the actor, or `-` where it is no actor.
    pub actor: String,
    /// A word of [`AliasHow`]; `name` where empty.
    pub how: String,
    /// ISO 8601 date, or empty.
    pub from: String,
    /// ISO 8601 date, or empty.
    pub to: String,
    /// Words nearby that decide for this reading; `*` where it wins by default.
    pub cues: Vec<String>,
}

impl Lexicon {
    /// This lexicon with a person's own actors and aliases.
    ///
    /// # Errors
    /// Names the entry (counted from 1), its field and what was expected.
    pub fn with_overrides(&self, overrides: &Overrides) -> Result<Lexicon, TableError> {
        let mut lexicon = self.clone();
        let mut aliases = Vec::new();
        for (at, actor) in overrides.actors.iter().enumerate() {
            let record = read_actor(&Entry { list: "overrides.actors", number: at + 1 }, actor)?;
            lexicon.actors.retain(|old| old.id != record.id);
            if !overrides.aliases.iter().any(|alias| alias.alias == actor.name) && !actor.name.is_empty() {
                aliases.push(AliasRecord {
                    alias: actor.name.clone().into(),
                    actor: Some(record.id.clone()),
                    how: AliasHow::Name,
                    period: record.period,
                    cues: "".into(),
                });
            }
            lexicon.actors.push(record);
        }
        for (at, alias) in overrides.aliases.iter().enumerate() {
            let entry = Entry { list: "overrides.aliases", number: at + 1 };
            aliases.push(read_alias(&entry, alias, &lexicon.actors)?);
        }
        let mut replaced: Vec<String> = aliases.iter().map(|alias| folded_words(&alias.alias)).collect();
        sort_by(&mut replaced, String::cmp);
        lexicon.aliases.retain(|old| replaced.binary_search(&folded_words(&old.alias)).is_err());
        lexicon.aliases.append(&mut aliases);
        lexicon.settle();
        Ok(lexicon)
    }
}

fn read_actor(entry: &Entry, actor: &ActorOverride) -> Result<ActorRecord, TableError> {
    if !is_actor_id(&actor.id) {
        return Err(entry.error("id", &actor.id, "an actor id in capitals, digits and hyphens"));
    }
    let place = match (actor.latitude, actor.longitude) {
        (Some(latitude), Some(longitude)) if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 => {
            Some((latitude, longitude))
        }
        (None, None) => None,
        _ => {
            let degrees = |number: Option<f64>| number.map_or("none".to_string(), |number| number.to_string());
            return Err(entry.error(
                "latitude, longitude",
                &format!("{}, {}", degrees(actor.latitude), degrees(actor.longitude)),
                "latitude within 90 and longitude within 180 degrees, or neither",
            ));
        }
    };
    Ok(ActorRecord {
        id: ActorId::new(&actor.id),
        name: if actor.name.is_empty() { actor.id.clone() } else { actor.name.clone() }.into(),
        kind: entry.word("kind", &actor.kind, ActorKind::Other)?,
        period: entry.period(&actor.from, &actor.to)?,
        place,
        descriptors: actor.descriptors.join(";").into(),
    })
}

fn read_alias(entry: &Entry, alias: &AliasOverride, actors: &[ActorRecord]) -> Result<AliasRecord, TableError> {
    if folded_words(&alias.alias).is_empty() {
        return Err(entry.error("alias", &alias.alias, "a name with letters"));
    }
    let actor = match alias.actor.as_str() {
        "-" => None,
        id if actors.iter().any(|actor| actor.id.as_str() == id) => Some(ActorId::new(id)),
        id => return Err(entry.error("actor", id, "the id of a known or added actor, or -")),
    };
    Ok(AliasRecord {
        alias: alias.alias.clone().into(),
        actor,
        how: entry.word("how", &alias.how, AliasHow::Name)?,
        period: entry.period(&alias.from, &alias.to)?,
        cues: alias.cues.join(";").to_lowercase().into(),
    })
}

/// Where a field stands in the overrides.
struct Entry {
    list: &'static str,
    number: usize,
}

impl Entry {
    fn error(&self, field: &str, found: &str, expected: &str) -> TableError {
        table::error(self.list, self.number, field, found, expected)
    }

    fn word<W: FromStr<Err = String>>(&self, field: &str, word: &str, usual: W) -> Result<W, TableError> {
        if word.is_empty() {
            return Ok(usual);
        }
        table::word(word).map_err(|expected| self.error(field, word, &expected))
    }

    fn period(&self, from: &str, to: &str) -> Result<Period, TableError> {
        let date = |field, text: &str| table::date(text).map_err(|expected| self.error(field, text, &expected));
        let period = Period { from: date("from", from)?, to: date("to", to)? };
        if period.is_reversed() {
            return Err(self.error("to", to, &format!("a date not before {from}")));
        }
        Ok(period)
    }
}
