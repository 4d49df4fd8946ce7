//! Hand-made claims for tests of what is drawn from them.

// Each test file takes what it needs.
#![allow(dead_code)]

pub mod annotated;

use alliance_map::analysis::{Actor, Analysis, ClaimView, DocumentView, Range, WhenView};
use alliance_map::lexicon::ActorKind;
use alliance_map::map;
use alliance_map::terms::{ActorId, Kind, Status};

/// A claim of certainty 1 without date or speaker, symmetric unless its kind is a membership.
pub fn claim(document: &str, source: &str, target: &str, kind: Kind, status: Status) -> ClaimView {
    ClaimView {
        document: document.to_string(),
        sentence: 0,
        start: 0,
        end: 0,
        source: ActorId::new(source),
        target: ActorId::new(target),
        kind,
        directed: kind == Kind::Membership,
        sign: kind.sign(),
        status,
        attribution: None,
        when: None,
        cue: Range::default(),
        source_mention: Range::default(),
        target_mention: Range::default(),
        certainty: 1.0,
        frame: "hand".to_string(),
    }
}

/// The same claim about a time.
pub fn dated(claim: ClaimView, from: &str, to: &str) -> ClaimView {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
    ClaimView { when: Some(WhenView { text: from.to_string(), from: some(from), to: some(to) }), ..claim }
}

/// Claims from lines such as `text CHN RUS alliance denied`; the status may be left out where asserted.
pub fn claims(lines: &str) -> Vec<ClaimView> {
    let rows = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).filter(|row| !row.is_empty());
    let read = |row: Vec<&str>| {
        let status = row.get(4).map_or(Status::Asserted, |word| word.parse().unwrap());
        claim(row[0], row[1], row[2], row[3].parse().unwrap(), status)
    };
    rows.map(read).collect()
}

/// An analysis of those claims, its documents without text.
pub fn analysis(claims: Vec<ClaimView>) -> Analysis {
    let ids = |of: fn(&ClaimView) -> Vec<String>| claims.iter().flat_map(of).collect::<std::collections::BTreeSet<_>>();
    let actors = ids(|claim| vec![claim.source.to_string(), claim.target.to_string()]);
    let actors: Vec<_> = actors.iter().map(|id| actor(id)).collect();
    let documents = ids(|claim| vec![claim.document.clone()]);
    let documents = documents.into_iter().map(|id| DocumentView { id, ..DocumentView::default() }).collect();
    let map = map::draw_claims(&claims, &actors);
    Analysis { schema: 1, documents, actors, claims, map, ..Analysis::default() }
}

/// A state named like its id.
pub fn actor(id: &str) -> Actor {
    Actor {
        id: ActorId::new(id),
        name: id.to_string(),
        kind: ActorKind::State,
        latitude: None,
        longitude: None,
        members: Vec::new(),
    }
}
