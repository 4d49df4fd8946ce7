//! Writes an analysis as JSON, CSV, GraphML or GEXF. It decides nothing.

mod claims_jsonl;
mod codes;
mod days;
mod decimal;
mod edges;
mod gexf;
mod graphml;
mod json;
mod names;
mod table;
mod xml;

use crate::analysis::{Analysis, ClaimView};
use crate::sorting::set_of;
use std::str::FromStr;

pub use codes::{Codes, codes};

/// The forms in which an analysis leaves for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Everything, as [`Analysis`] is shaped.
    Json,
    /// Claims as a comma-separated table, with their evidence and the field's codes.
    Csv,
    /// Ties as a comma-separated table.
    TiesCsv,
    /// Actors and ties as GraphML.
    GraphMl,
    /// Actors and ties as GEXF 1.3, with dates.
    Gexf,
    /// One claim a line with its document, sentence, pair, kind and status.
    ClaimsJsonl,
}

impl Format {
    /// Every form.
    pub const ALL: &'static [Format] =
        &[Format::Json, Format::Csv, Format::TiesCsv, Format::GraphMl, Format::Gexf, Format::ClaimsJsonl];

    /// The word that asks for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Csv => "csv",
            Format::TiesCsv => "ties-csv",
            Format::GraphMl => "graphml",
            Format::Gexf => "gexf",
            Format::ClaimsJsonl => "claims-jsonl",
        }
    }
}

impl FromStr for Format {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        Format::ALL.iter().copied().find(|format| format.as_str() == word).ok_or_else(|| {
            let known: Vec<_> = Format::ALL.iter().map(|format| format.as_str()).collect();
            format!("{word:?} is no export format; expected one of: {}", known.join(", "))
        })
    }
}

/// Writes an analysis in one of the forms.
pub fn export(analysis: &Analysis, format: Format) -> String {
    match format {
        Format::Json => json::write(analysis),
        Format::Csv => table::claims(analysis),
        Format::TiesCsv => table::ties(analysis),
        Format::GraphMl => graphml::write(analysis),
        Format::Gexf => gexf::write(analysis),
        Format::ClaimsJsonl => claims_jsonl::write(analysis),
    }
}

/// The different values that some claims have, sorted, with semicolons between them.
fn distinct<'a>(claims: &[usize], analysis: &'a Analysis, value: impl Fn(&'a ClaimView) -> &'a str) -> String {
    let values = set_of(claims.iter().filter_map(|&claim| analysis.claims.get(claim)).map(value));
    values.into_iter().collect::<Vec<_>>().join(";")
}
