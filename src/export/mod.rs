//! Writes an analysis as JSON, CSV, GraphML or GEXF. It decides nothing.

mod claims_jsonl;
mod decimal;
mod json;

use crate::analysis::Analysis;
use std::str::FromStr;

/// The forms in which an analysis leaves for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Everything, as [`Analysis`] is shaped.
    Json,
    /// One claim a line with its document, sentence, pair, kind and status.
    ClaimsJsonl,
}

impl Format {
    /// Every form.
    pub const ALL: &'static [Format] = &[Format::Json, Format::ClaimsJsonl];

    /// The word that asks for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Json => "json",
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
        Format::ClaimsJsonl => claims_jsonl::write(analysis),
    }
}
