//! Claims as JSON, one a line, flat: what scorers and data frames take.

use super::json;
use crate::analysis::Analysis;
use crate::terms::{ActorId, Kind, Status};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
    source: &'a ActorId,
    target: &'a ActorId,
    kind: Kind,
    directed: bool,
    status: Status,
    by: Option<&'a str>,
    when: Option<&'a str>,
    cue: [usize; 2],
    certainty: f64,
    frame: &'a str,
}

/// Writes one claim a line.
pub fn write(analysis: &Analysis) -> String {
    let lines = analysis.claims.iter().map(|claim| {
        json::line(&Line {
            doc: &claim.document,
            start: claim.start,
            end: claim.end,
            source: &claim.source,
            target: &claim.target,
            kind: claim.kind,
            directed: claim.directed,
            status: claim.status,
            by: claim.attribution.as_ref().map(|by| by.actor.as_ref().map_or(&*by.name, ActorId::as_str)),
            when: claim.when.as_ref().map(|when| &*when.text),
            cue: [claim.cue.start, claim.cue.end],
            certainty: claim.certainty,
            frame: &claim.frame,
        }) + "\n"
    });
    lines.collect()
}
