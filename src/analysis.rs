//! What the core hands to the world: one value that holds the reading of all documents, as pages, exports and tests see it.

use crate::actors::How;
use crate::lexicon::ActorKind;
use crate::map::AllianceMap;
use crate::offsets::OffsetUnit;
use crate::terms::{ActorId, Kind, Sign, Status};
use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// The reading of a set of documents. `schema` is raised when a field changes its meaning.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// Version of this shape: 1.
    pub schema: u32,
    /// What all `start` and `end` count.
    pub offsets: OffsetUnit,
    /// In the order of their ids.
    pub documents: Vec<DocumentView>,
    /// Actors with at least one mention, in the order of their ids; those in no claim too.
    pub actors: Vec<Actor>,
    /// In the order of documents and text.
    pub mentions: Vec<MentionView>,
    /// In the order of documents and text.
    pub claims: Vec<ClaimView>,
    /// Pairs that stand in one sentence with words that might relate them, and not surely enough to be a claim.
    pub unread: Vec<UnreadView>,
    /// What treaties and membership lists say of these actors, beside what the documents claim.
    pub record: Record,
    /// The claims of all documents drawn together.
    #[serde(flatten)]
    pub map: AllianceMap,
}

/// A document's text and how it was divided.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct DocumentView {
    /// As handed in.
    pub id: String,
    /// Given, or found in the text.
    pub title: Option<String>,
    /// ISO 8601, given or found in the text.
    pub date: Option<String>,
    /// Given, or found in the text.
    pub source: Option<String>,
    /// The readable text that all offsets refer to.
    pub text: String,
    /// Sentences, headings and list items, in order.
    pub sentences: Vec<Range>,
    /// What was not read as prose, in order.
    pub skipped: Vec<SkippedView>,
}

/// A half-open range of offsets into a document's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Range {
    /// First.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A stretch that was not read as prose.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct SkippedView {
    /// First offset.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Why, for a person to read.
    pub reason: String,
}

/// Someone who stands somewhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Actor {
    /// ISO 3166-1 alpha-3 or the usual short name.
    pub id: ActorId,
    /// For people to read.
    pub name: String,
    /// What sort of actor.
    pub kind: ActorKind,
    /// Degrees north, where the actor has a place.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Full members of an organisation at the date of the latest document, as far as the record goes; where it had
    /// none then, or no document has a date, those of all times.
    pub members: Vec<ActorId>,
}

/// What the tables record of the actors of an analysis. Dates are ISO 8601, to the precision known.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Record {
    /// Treaties that bound two or more of them to defend each other.
    pub treaties: Vec<TreatyView>,
    /// Memberships of one of them in another.
    pub memberships: Vec<MembershipView>,
}

/// A treaty of mutual defence.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct TreatyView {
    /// For people to read.
    pub name: String,
    /// Whom it bound, actors of this analysis or not.
    pub parties: Vec<ActorId>,
    /// When it was signed.
    pub signed: Option<String>,
    /// When it ended; none where it is in force.
    pub ended: Option<String>,
    /// What this rests on.
    pub source: String,
}

/// One membership from joining to leaving.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct MembershipView {
    /// The organisation.
    pub organisation: ActorId,
    /// The member.
    pub member: ActorId,
    /// When it joined.
    pub from: Option<String>,
    /// When it left; none where it is still a member.
    pub to: Option<String>,
    /// Empty for full members, else `observer`, `associate`, `suspended` and the like.
    pub grade: String,
}

/// A span that stands for an actor.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct MentionView {
    /// Id of the document.
    pub document: String,
    /// First offset.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Whom it stands for.
    pub actor: ActorId,
    /// How it was bound.
    pub how: How,
    /// 0 to 1, to three decimals.
    pub certainty: f64,
}

/// One relationship that one sentence states.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClaimView {
    /// Id of the document.
    pub document: String,
    /// Index into the document's sentences.
    pub sentence: usize,
    /// Where the sentence starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The one who acts, where the claim has a direction.
    pub source: ActorId,
    /// The other.
    pub target: ActorId,
    /// What the relationship is.
    pub kind: Kind,
    /// Whether it goes from source to target only.
    pub directed: bool,
    /// Whether the kind brings the two together or apart.
    pub sign: Sign,
    /// Whether it is held true, denied, possible or over.
    pub status: Status,
    /// Whom the text cites for it; none for the text's own voice.
    pub attribution: Option<AttributionView>,
    /// When, if the sentence says so.
    pub when: Option<WhenView>,
    /// The words that show the kind.
    pub cue: Range,
    /// The words that stand for the source; they may lie in an earlier sentence.
    pub source_mention: Range,
    /// The words that stand for the target.
    pub target_mention: Range,
    /// 0 to 1, to three decimals: of claims at this score at least this share name the right pair and kind, by a cautious estimate
    /// (the lower end of Wilson's interval; `models/claims.md`). Status, time and speaker are not judged.
    pub certainty: f64,
    /// The frame whose words show it; `by-example` where no frame has them.
    pub frame: String,
}

impl ClaimView {
    /// The two actors, in the order of their ids.
    pub fn pair(&self) -> (&ActorId, &ActorId) {
        ((&self.source).min(&self.target), (&self.source).max(&self.target))
    }
}

/// Whom a claim is cited from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct AttributionView {
    /// As the text names the speaker.
    pub name: String,
    /// The actor that the speaker stands for, if any.
    pub actor: Option<ActorId>,
}

/// A time, in words and as ISO 8601.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct WhenView {
    /// The words.
    pub text: String,
    /// Start, to the precision that the words have.
    pub from: Option<String>,
    /// End, likewise.
    pub to: Option<String>,
}

/// A pair that was seen but not read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct UnreadView {
    /// Id of the document.
    pub document: String,
    /// Where the sentence starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The first actor.
    pub source: ActorId,
    /// The second actor.
    pub target: ActorId,
    /// The words that might show a relationship.
    pub cue: Range,
}

/// One token with its analysis, for a look behind a sentence.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct WordView {
    /// First offset.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The letters as read.
    pub form: String,
    /// Dictionary form.
    pub lemma: String,
    /// Universal part-of-speech tag (`PROPN`).
    pub upos: String,
    /// Penn Treebank tag (`NNP`).
    pub xpos: String,
    /// Index of the governing word in the sentence; its own for the root.
    pub head: usize,
    /// Universal relation (`nsubj:pass`).
    pub relation: String,
}
