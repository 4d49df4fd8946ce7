//! Claims and ties as comma-separated tables (RFC 4180): quoted where needed, lines ended by CR LF, a header first.

use super::codes::codes;
use super::decimal::decimal;
use super::distinct;
use super::names::Names;
use crate::analysis::{Analysis, DocumentView};
use crate::offsets::OffsetTable;
use crate::sorting::map_of;
use crate::terms::ActorId;

#[rustfmt::skip]
const CLAIM_COLUMNS: &[&str] = &[
    "document", "title", "date", "sentence", "source", "source_name", "target", "target_name", "kind", "sign",
    "directed", "status", "by", "by_actor", "when", "from", "to", "cue", "evidence", "certainty", "frame", "plover",
    "context", "cameo", "atop", "cow",
];

/// One claim a row, with its evidence and the field's codes.
pub fn claims(analysis: &Analysis) -> String {
    let names = Names::of(analysis);
    let documents = analysis
        .documents
        .iter()
        .map(|document| (document.id.as_str(), (document, OffsetTable::new(&document.text, analysis.offsets))));
    let documents = map_of(documents);
    let mut table = Table::with_header(CLAIM_COLUMNS);
    for claim in &analysis.claims {
        let found = documents.get(claim.document.as_str());
        let words = |start, end| found.map_or("", |(_, offsets)| offsets.slice(start, end));
        let about = |field: fn(&DocumentView) -> Option<&str>| {
            found.and_then(|(document, _)| field(document)).unwrap_or_default()
        };
        let by = claim.attribution.as_ref();
        let when = claim.when.as_ref();
        let codes = codes(claim.kind);
        table.row(&[
            &claim.document,
            about(|document| document.title.as_deref()),
            about(|document| document.date.as_deref()),
            &(claim.sentence + 1).to_string(),
            claim.source.as_str(),
            names.of_actor(&claim.source),
            claim.target.as_str(),
            names.of_actor(&claim.target),
            claim.kind.as_str(),
            claim.sign.as_str(),
            yes_or_no(claim.directed),
            claim.status.as_str(),
            by.map_or("", |by| &by.name),
            by.and_then(|by| by.actor.as_ref()).map_or("", ActorId::as_str),
            when.map_or("", |when| &when.text),
            when.and_then(|when| when.from.as_deref()).unwrap_or_default(),
            when.and_then(|when| when.to.as_deref()).unwrap_or_default(),
            words(claim.cue.start, claim.cue.end),
            words(claim.start, claim.end),
            &decimal(claim.certainty),
            &claim.frame,
            &codes.plover,
            &codes.context,
            &codes.cameo,
            &codes.atop,
            &codes.cow,
        ]);
    }
    table.0
}

#[rustfmt::skip]
const TIE_COLUMNS: &[&str] = &[
    "a", "a_name", "b", "b_name", "sign", "friendly", "hostile", "neutral", "denied", "ended", "contested", "mixed",
    "claims", "kinds", "documents",
];

/// One pair of actors a row, with its claims counted.
pub fn ties(analysis: &Analysis) -> String {
    let names = Names::of(analysis);
    let mut table = Table::with_header(TIE_COLUMNS);
    for tie in &analysis.map.ties {
        table.row(&[
            tie.a.as_str(),
            names.of_actor(&tie.a),
            tie.b.as_str(),
            names.of_actor(&tie.b),
            tie.sign.as_str(),
            &tie.friendly.to_string(),
            &tie.hostile.to_string(),
            &tie.neutral.to_string(),
            &tie.denied.to_string(),
            &tie.ended.to_string(),
            yes_or_no(tie.contested),
            yes_or_no(tie.mixed),
            &tie.claims.len().to_string(),
            &distinct(&tie.claims, analysis, |claim| claim.kind.as_str()),
            &distinct(&tie.claims, analysis, |claim| &claim.document),
        ]);
    }
    table.0
}

fn yes_or_no(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

struct Table(String);

impl Table {
    fn with_header(names: &[&str]) -> Table {
        let mut table = Table(String::new());
        table.row(names);
        table
    }

    fn row(&mut self, cells: &[&str]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            if cell.contains([',', '"', '\r', '\n']) {
                self.0.push('"');
                self.0.push_str(&cell.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(cell);
            }
        }
        self.0.push_str("\r\n");
    }
}
