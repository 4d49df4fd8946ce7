//! From the kinds of claim to the codes that researchers know, as `lexicon/kinds.tsv` lists them.

use crate::lexicon::TableError;
use crate::lexicon::table::{self, Record, Row, Text};
use crate::terms::Kind;
use std::sync::OnceLock;

/// The codes nearest to one kind; empty where the field has none.
pub struct Codes {
    kind: Kind,
    /// Event type in PLOVER (the Political Language Ontology for Verifiable Event Records).
    pub plover: Text,
    /// Context in PLOVER.
    pub context: Text,
    /// Root code in CAMEO (Conflict and Mediation Event Observations).
    pub cameo: Text,
    /// Obligation in ATOP (Alliance Treaty Obligations and Provisions).
    pub atop: Text,
    /// Type in the Correlates of War data on formal alliances (1 to 3), or `IGO` for its data on organisations.
    pub cow: Text,
}

static TABLE: &str = include_str!("../../lexicon/kinds.tsv");

/// The codes of a kind.
///
/// # Panics
/// If the table is malformed, which a test rules out.
pub fn codes(kind: Kind) -> &'static Codes {
    static CODES: OnceLock<Vec<Codes>> = OnceLock::new();
    let rows = CODES.get_or_init(|| read(TABLE).unwrap_or_else(|error| panic!("{error}")));
    rows.iter().find(|row| row.kind == kind).unwrap_or_else(|| panic!("kinds.tsv: expected a row for {kind}"))
}

fn read(text: &'static str) -> Result<Vec<Codes>, TableError> {
    let mut rows = Vec::new();
    table::read("kinds.tsv", text, &mut rows)?;
    Ok(rows)
}

impl Record for Codes {
    const COLUMNS: &'static [&'static str] = &["kind", "plover", "context", "cameo", "atop", "cow", "source"];

    fn read(row: &Row) -> Result<Self, TableError> {
        row.filled("source", "where the row is from")?;
        let cell = |column| Text::from(row.cell(column));
        Ok(Codes {
            kind: row.word("kind")?,
            plover: cell("plover"),
            context: cell("context"),
            cameo: cell("cameo"),
            atop: cell("atop"),
            cow: cell("cow"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_row() {
        let rows = read(TABLE).unwrap();
        assert_eq!(rows.len(), Kind::ALL.len());
        for &kind in Kind::ALL {
            assert_eq!(codes(kind).kind, kind);
        }
    }
}
