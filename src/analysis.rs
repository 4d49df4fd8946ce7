//! What the core hands to the world: one value that holds the reading of all documents, as pages, exports and tests see it.

use crate::actors::How;
use crate::terms::{ActorId, Kind, Sign, Status};
use serde::Serialize;

/// The reading of a set of documents. `schema` is raised when a field changes its meaning.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// Version of this shape: 1.
    pub schema: u32,
    /// In the order of their ids.
    pub documents: Vec<DocumentView>,
    /// Actors with at least one mention, in the order of their ids.
    pub actors: Vec<Actor>,
    /// In the order of documents and text.
    pub mentions: Vec<MentionView>,
    /// In the order of documents and text.
    pub claims: Vec<ClaimView>,
    /// One per pair of actors with a claim, in the order of their ids.
    pub ties: Vec<Tie>,
    /// Groups held together by friendly ties.
    pub blocs: Vec<Bloc>,
    /// Pairs that stand in one sentence with a cue that no frame could read.
    pub unread: Vec<UnreadView>,
}

/// A document's text and how it was divided.
#[derive(Clone, Debug, Default, Serialize)]
#[allow(missing_docs)]
pub struct DocumentView {
    pub id: String,
    pub title: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    pub text: String,
    pub sentences: Vec<Range>,
    pub skipped: Vec<SkippedView>,
}

/// A half-open range of offsets into a document's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct Range {
    pub start: usize,
    pub end: usize,
}

/// A stretch that was not read as prose, and why.
#[derive(Clone, Debug, Default, Serialize)]
#[allow(missing_docs)]
pub struct SkippedView {
    pub start: usize,
    pub end: usize,
    pub reason: String,
}

/// Someone who stands somewhere.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Actor {
    /// ISO 3166-1 alpha-3 or the usual short name.
    pub id: ActorId,
    /// For people to read.
    pub name: String,
    /// `state`, `territory`, `organisation`, `bloc`, `armed-group`, `firm` or `other`.
    pub kind: String,
    /// Degrees north, where the actor has a place.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Members of an organisation, as far as the record goes.
    pub members: Vec<ActorId>,
}

/// A span that stands for an actor.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct MentionView {
    pub document: String,
    pub start: usize,
    pub end: usize,
    pub actor: ActorId,
    pub how: How,
    pub certainty: f32,
}

/// One relationship that one sentence states; `start..end` is that sentence.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct ClaimView {
    pub document: String,
    pub sentence: usize,
    pub start: usize,
    pub end: usize,
    pub source: ActorId,
    pub target: ActorId,
    pub kind: Kind,
    pub directed: bool,
    pub sign: Sign,
    pub status: Status,
    pub attribution: Option<AttributionView>,
    pub when: Option<WhenView>,
    pub cue: Range,
    pub source_mention: Range,
    pub target_mention: Range,
    pub certainty: f32,
    pub frame: String,
}

/// Whom a claim is cited from.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct AttributionView {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
}

/// A time, in words and as ISO 8601.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct WhenView {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// All claims about one pair, over documents. `a` sorts before `b`.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Tie {
    pub a: ActorId,
    pub b: ActorId,
    /// Claims that bring the two together, apart, or neither; denied and ended ones are counted apart.
    pub friendly: usize,
    pub hostile: usize,
    pub neutral: usize,
    pub denied: usize,
    pub ended: usize,
    /// One claim holds what another denies.
    pub contested: bool,
    /// Indices into [`Analysis::claims`].
    pub claims: Vec<usize>,
}

/// Actors held together by friendly ties.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Bloc {
    pub members: Vec<ActorId>,
}

/// A pair that was seen but not read.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct UnreadView {
    pub document: String,
    pub start: usize,
    pub end: usize,
    pub source: ActorId,
    pub target: ActorId,
    pub cue: Range,
}
