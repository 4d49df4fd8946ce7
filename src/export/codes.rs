//! From the kinds of claim to the codes that researchers know, as `lexicon/kinds.tsv` lists them.

use crate::lexicon::columns::Columns;
use crate::lexicon::packed;
use crate::lexicon::table::{Record, TableError, Text, words};
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

/// The codes of a kind.
///
/// # Panics
/// If the table is malformed, which a test rules out.
pub fn codes(kind: Kind) -> &'static Codes {
    static CODES: OnceLock<Vec<Codes>> = OnceLock::new();
    let rows = CODES.get_or_init(|| packed!("kinds").unwrap_or_else(|error| panic!("{error}")));
    rows.iter().find(|row| row.kind == kind).unwrap_or_else(|| panic!("kinds.tsv: expected a row for {kind}"))
}

impl Record for Codes {
    const COLUMNS: &'static [&'static str] = &["kind", "plover", "context", "cameo", "atop", "cow", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        table.sourced()?;
        let kinds = words(table, "kind")?;
        let [plover, context, cameo, atop, cow] =
            ["plover", "context", "cameo", "atop", "cow"].map(|it| table.texts(it));
        let (plover, context, cameo, atop, cow) = (plover?, context?, cameo?, atop?, cow?);
        let record = |row: usize| Codes {
            kind: kinds[row],
            plover: plover[row].into(),
            context: context[row].into(),
            cameo: cameo[row].into(),
            atop: atop[row].into(),
            cow: cow[row].into(),
        };
        Ok((0..table.rows()).map(record).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_row() {
        let text = include_str!("../../lexicon/kinds.tsv");
        let rows = crate::lexicon::table::read::<Codes>("kinds.tsv", text).unwrap();
        assert_eq!(rows.len(), Kind::ALL.len());
        for &kind in Kind::ALL {
            assert_eq!(codes(kind).kind, kind);
        }
    }
}
