//! From rows to records: what each column of each table means.

use super::date::Period;
use super::table::{Record, Row, TableError, Text};
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

fn actor_id(row: &Row, column: &str) -> Result<ActorId, TableError> {
    let expected = "an actor id in capitals, digits and hyphens";
    let cell = row.filled(column, expected)?;
    if !is_actor_id(cell) {
        return Err(row.error(column, expected));
    }
    Ok(ActorId::new(cell))
}

/// Whether `id` has the form of an actor id.
pub(super) fn is_actor_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    id.bytes().any(|byte| byte.is_ascii_alphanumeric()) && id.bytes().all(allowed)
}

fn sourced(row: &Row) -> Result<Text, TableError> {
    row.filled("source", "where the row is from").map(Text::from)
}

impl Record for ActorRecord {
    const COLUMNS: &'static [&'static str] =
        &["id", "name", "kind", "from", "to", "latitude", "longitude", "descriptors", "source"];

    fn read(row: &Row) -> Result<Self, TableError> {
        sourced(row)?;
        let place = match (row.degrees("latitude", 90)?, row.degrees("longitude", 180)?) {
            (Some(latitude), Some(longitude)) => Some((latitude, longitude)),
            (None, None) => None,
            (Some(_), None) => return Err(row.error("longitude", "degrees, because the row has a latitude")),
            (None, Some(_)) => return Err(row.error("latitude", "degrees, because the row has a longitude")),
        };
        Ok(ActorRecord {
            id: actor_id(row, "id")?,
            name: row.filled("name", "a name for people to read")?.into(),
            kind: row.word("kind")?,
            period: row.period("from", "to")?,
            place,
            descriptors: row.cell("descriptors").into(),
        })
    }
}

impl Record for AliasRecord {
    const COLUMNS: &'static [&'static str] = &["alias", "actor", "how", "from", "to", "cues", "source"];

    fn read(row: &Row) -> Result<Self, TableError> {
        sourced(row)?;
        let alias = row.filled("alias", "a name")?;
        let how = row.word("how")?;
        if (how == AliasHow::Prefix) != alias.ends_with('-') {
            return Err(row.error("alias", "a final hyphen in prefixes and nowhere else"));
        }
        Ok(AliasRecord {
            alias: alias.into(),
            actor: if row.cell("actor") == "-" { None } else { Some(actor_id(row, "actor")?) },
            how,
            period: row.period("from", "to")?,
            cues: row.cell("cues").into(),
        })
    }
}

impl Record for PersonRecord {
    const COLUMNS: &'static [&'static str] = &["name", "short", "actor", "office", "from", "to", "source"];

    fn read(row: &Row) -> Result<Self, TableError> {
        sourced(row)?;
        let period = row.period("from", "to")?;
        if period.from.is_none() {
            return Err(row.error("from", "the date on which the term began"));
        }
        Ok(PersonRecord {
            name: row.filled("name", "a person's full name")?.into(),
            short: row.cell("short").into(),
            actor: actor_id(row, "actor")?,
            office: row.filled("office", "an office")?.into(),
            period,
        })
    }
}

impl Record for OfficeRecord {
    const COLUMNS: &'static [&'static str] = &["phrase", "kind", "source"];

    fn read(row: &Row) -> Result<Self, TableError> {
        sourced(row)?;
        Ok(OfficeRecord { phrase: row.filled("phrase", "words in lower case")?.into(), kind: row.word("kind")? })
    }
}

impl Record for MembershipRecord {
    const COLUMNS: &'static [&'static str] = &["organisation", "member", "from", "to", "grade", "source"];

    fn read(row: &Row) -> Result<Self, TableError> {
        sourced(row)?;
        Ok(MembershipRecord {
            organisation: actor_id(row, "organisation")?,
            member: actor_id(row, "member")?,
            period: row.period("from", "to")?,
            grade: row.cell("grade").into(),
        })
    }
}

impl Record for TreatyRecord {
    const COLUMNS: &'static [&'static str] = &["id", "name", "parties", "signed", "ended", "source"];

    fn read(row: &Row) -> Result<Self, TableError> {
        let parties: Vec<_> = values(row.cell("parties")).collect();
        if parties.len() < 2 || !parties.iter().all(|id| is_actor_id(id)) {
            return Err(row.error("parties", "at least two actor ids separated by ;"));
        }
        Ok(TreatyRecord {
            id: row.filled("id", "a short upper-case id")?.into(),
            name: row.filled("name", "the treaty's name")?.into(),
            parties: parties.into_iter().map(ActorId::new).collect(),
            period: row.period("signed", "ended")?,
            source: sourced(row)?,
        })
    }
}
