//! From rows to records: what each column of each table means.

use super::columns::Columns;
use super::date::Period;
use super::table::{Record, TableError, Text, degrees, periods, words as words_of};
use crate::terms::{ActorId, words};
use serde::Serialize;
use std::fmt;
use std::str::FromStr;

words! {
    /// What sort of actor.
    ActorKind: "actor kind" {
        /// A state, recognised or not, of today or dissolved.
        State = "state",
        /// A dependent territory.
        Territory = "territory",
        /// An organisation, pact or grouping of states.
        Organisation = "organisation",
        /// States that texts treat as one without any organisation (the West).
        Bloc = "bloc",
        /// An armed non-state actor.
        ArmedGroup = "armed-group",
        /// A firm.
        Firm = "firm",
        /// Anyone else.
        Other = "other",
    }
}

words! {
    /// How an alias stands for its actor.
    AliasHow: "alias how" {
        /// Full, short or former name.
        Name = "name",
        /// Letters in capitals (UN, PRC).
        Acronym = "acronym",
        /// Adjective (Chinese).
        Adjective = "adjective",
        /// A people's name used for the state (Russians).
        Demonym = "demonym",
        /// First half of a compound, with its hyphen (Sino-).
        Prefix = "prefix",
        /// Seat of government or main city, which stands for the government only where the context says so.
        Capital = "capital",
        /// Building, street or office that stands for the government (the Kremlin).
        Seat = "seat",
        /// Ruling or once ruling party.
        Party = "party",
        /// Army, navy, air force or police.
        Force = "force",
        /// Intelligence service or other arm of the state.
        Service = "service",
        /// State medium.
        Media = "media",
        /// Nickname (Uncle Sam).
        Nickname = "nickname",
    }
}

words! {
    /// What an office phrase makes of the country beside it.
    OfficeKind: "office kind" {
        /// One person who acts for the country (foreign minister).
        Person = "person",
        /// A body that acts for it (government, ministry).
        Institution = "institution",
        /// Several people who act for it (officials, troops).
        People = "people",
    }
}

/// Who there is.
#[derive(Clone, Debug)]
pub struct ActorRecord {
    /// The id in claims.
    pub id: ActorId,
    /// For people to read.
    pub name: Text,
    /// What sort of actor.
    pub kind: ActorKind,
    /// When it existed, not before 1815.
    pub period: Period,
    /// Degrees north and east of its capital or seat.
    pub place: Option<(f64, f64)>,
    /// See [`ActorRecord::descriptors`].
    pub(super) descriptors: Text,
}

/// A name, and whom it may stand for.
#[derive(Clone, Debug)]
pub struct AliasRecord {
    /// As it is written, with the capitals of running text.
    pub alias: Text,
    /// Whom it stands for; `None` where it is no actor at all (Jordan the player).
    pub actor: Option<ActorId>,
    /// How it stands for them.
    pub how: AliasHow,
    /// When it did.
    pub period: Period,
    /// See [`AliasRecord::cues`].
    pub(super) cues: Text,
}

/// Someone who held an office.
#[derive(Clone, Debug)]
pub struct PersonRecord {
    /// Full name as newspapers write it.
    pub name: Text,
    /// How a text names them after the full name; empty where only the full name is used.
    pub short: Text,
    /// Whom they acted for.
    pub actor: ActorId,
    /// The office.
    pub office: Text,
    /// Their term.
    pub period: Period,
}

/// Words that, beside a country, stand for it.
#[derive(Clone, Debug)]
pub struct OfficeRecord {
    /// In lower case.
    pub phrase: Text,
    /// What it makes of the country.
    pub kind: OfficeKind,
}

/// One membership from joining to leaving.
#[derive(Clone, Debug)]
pub struct MembershipRecord {
    /// The organisation.
    pub organisation: ActorId,
    /// The member.
    pub member: ActorId,
    /// From joining to leaving.
    pub period: Period,
    /// Empty for full members, else `observer`, `associate`, `suspended` and the like.
    pub grade: Text,
}

/// A treaty that bound its parties to defend each other.
#[derive(Clone, Debug)]
pub struct TreatyRecord {
    /// Short upper-case id.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// Whom it bound.
    pub parties: Vec<ActorId>,
    /// From signature to end.
    pub period: Period,
    /// What the row rests on.
    pub source: Text,
}

impl ActorRecord {
    /// Nouns that may refer back to the actor (kingdom, island, bloc).
    pub fn descriptors(&self) -> impl Iterator<Item = &str> {
        values(&self.descriptors)
    }
}

impl AliasRecord {
    /// Lower-case words nearby that decide for this reading against its rivals.
    pub fn cues(&self) -> impl Iterator<Item = &str> {
        values(&self.cues).filter(|cue| *cue != "*")
    }

    /// Whether this reading wins when no rival's cue decides. True where there is no rival.
    pub fn is_default(&self) -> bool {
        self.cues.is_empty() || values(&self.cues).any(|cue| cue == "*")
    }
}

/// The values of a cell that may hold several.
fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').filter(|value| !value.is_empty())
}

/// Actor ids are few and stand in many rows, so that all rows share the letters of each.
fn actor_ids(table: &Columns, column: &str) -> Result<Vec<ActorId>, TableError> {
    table.read(column, actor_id)
}

fn actor_id(cell: &str) -> Result<ActorId, String> {
    let expected = || "an actor id in capitals, digits and hyphens".to_string();
    is_actor_id(cell).then(|| ActorId::new(cell)).ok_or_else(expected)
}

/// Whether `id` has the form of an actor id.
pub(super) fn is_actor_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    id.bytes().any(|byte| byte.is_ascii_alphanumeric()) && id.bytes().all(allowed)
}

impl Record for ActorRecord {
    const COLUMNS: &'static [&'static str] =
        &["id", "name", "kind", "from", "to", "latitude", "longitude", "descriptors", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        table.sourced()?;
        let (latitudes, longitudes) = (degrees(table, "latitude", 90)?, degrees(table, "longitude", 180)?);
        let ids = actor_ids(table, "id")?;
        let names = table.filled("name", "a name for people to read")?;
        let kinds = words_of(table, "kind")?;
        let periods = periods(table, "from", "to")?;
        let descriptors = table.texts("descriptors")?;
        let record = |row: usize| {
            let place = match (latitudes[row], longitudes[row]) {
                (Some(latitude), Some(longitude)) => Some((latitude, longitude)),
                (None, None) => None,
                (Some(_), None) => {
                    return Err(table.error(row, "longitude", "degrees, because the row has a latitude"));
                }
                (None, Some(_)) => {
                    return Err(table.error(row, "latitude", "degrees, because the row has a longitude"));
                }
            };
            Ok(ActorRecord {
                id: ids[row].clone(),
                name: names[row].into(),
                kind: kinds[row],
                period: periods[row],
                place,
                descriptors: descriptors[row].into(),
            })
        };
        table.records(record)
    }
}

impl Record for AliasRecord {
    const COLUMNS: &'static [&'static str] = &["alias", "actor", "how", "from", "to", "cues", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        table.sourced()?;
        let aliases = table.filled("alias", "a name")?;
        let actors = table.read("actor", |cell| if cell == "-" { Ok(None) } else { actor_id(cell).map(Some) })?;
        let hows = words_of(table, "how")?;
        let periods = periods(table, "from", "to")?;
        let cues = table.texts("cues")?;
        let record = |row: usize| {
            if (hows[row] == AliasHow::Prefix) != aliases[row].ends_with('-') {
                return Err(table.error(row, "alias", "a final hyphen in prefixes and nowhere else"));
            }
            Ok(AliasRecord {
                alias: aliases[row].into(),
                actor: actors[row].clone(),
                how: hows[row],
                period: periods[row],
                cues: cues[row].into(),
            })
        };
        table.records(record)
    }
}

impl Record for PersonRecord {
    const COLUMNS: &'static [&'static str] = &["name", "short", "actor", "office", "from", "to", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        table.sourced()?;
        let names = table.filled("name", "a person's full name")?;
        let shorts = table.texts("short")?;
        let actors = actor_ids(table, "actor")?;
        let offices = table.filled("office", "an office")?;
        let periods = periods(table, "from", "to")?;
        let record = |row: usize| {
            if periods[row].from.is_none() {
                return Err(table.error(row, "from", "the date on which the term began"));
            }
            let short = if shorts[row] == LAST_NAME { last_name(names[row]) } else { shorts[row] };
            Ok(PersonRecord {
                name: names[row].into(),
                short: short.into(),
                actor: actors[row].clone(),
                office: offices[row].into(),
                period: periods[row],
            })
        };
        table.records(record)
    }
}

/// What `build.rs` writes for a short name that is the last word of the name.
const LAST_NAME: &str = "+";

fn last_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

impl Record for OfficeRecord {
    const COLUMNS: &'static [&'static str] = &["phrase", "kind", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        table.sourced()?;
        let phrases = table.filled("phrase", "words in lower case")?;
        let kinds = words_of(table, "kind")?;
        Ok(phrases.into_iter().zip(kinds).map(|(phrase, kind)| OfficeRecord { phrase: phrase.into(), kind }).collect())
    }
}

impl Record for MembershipRecord {
    const COLUMNS: &'static [&'static str] = &["organisation", "member", "from", "to", "grade", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        table.sourced()?;
        let (organisations, members) = (actor_ids(table, "organisation")?, actor_ids(table, "member")?);
        let (periods, grades) = (periods(table, "from", "to")?, table.texts("grade")?);
        let record = |row: usize| MembershipRecord {
            organisation: organisations[row].clone(),
            member: members[row].clone(),
            period: periods[row],
            grade: grades[row].into(),
        };
        Ok((0..table.rows()).map(record).collect())
    }
}

impl Record for TreatyRecord {
    const COLUMNS: &'static [&'static str] = &["id", "name", "parties", "signed", "ended", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        let parties = table.read("parties", |cell| {
            let parties: Vec<_> = values(cell).map(actor_id).collect::<Result<_, _>>().unwrap_or_default();
            if parties.len() < 2 { Err("at least two actor ids separated by ;".to_string()) } else { Ok(parties) }
        })?;
        let ids = table.filled("id", "a short upper-case id")?;
        let names = table.filled("name", "the treaty's name")?;
        let periods = periods(table, "signed", "ended")?;
        let sources = table.filled("source", "where the row is from")?;
        let record = |(row, parties): (usize, Vec<ActorId>)| TreatyRecord {
            id: ids[row].into(),
            name: names[row].into(),
            parties,
            period: periods[row],
            source: sources[row].into(),
        };
        Ok(parties.into_iter().enumerate().map(record).collect())
    }
}
