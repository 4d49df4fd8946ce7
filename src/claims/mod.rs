//! From mentions and arcs to claims: who stands how towards whom, whether asserted, denied, possible or ended, who says so, and when.
//!
//! This room never looks at raw text.

pub mod arcs;
mod attention;
mod attribution;
mod decisions;
pub mod frame_roles;
pub mod inputs;
mod network;
pub mod places;
pub mod prominence;
mod reader;
mod rivals;
pub mod sentence;
pub mod slots;
pub mod status_cues;
pub mod surface;
pub mod telling_words;
mod times;
pub mod triggers;

pub use reader::{ClaimReader, ClaimTables};

use crate::actors::Mention;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::syntax::Word;
use crate::terms::{ActorId, Kind, Status};
use crate::text::Document;

/// One relationship that one sentence states.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Index into [`Document::sentences`].
    pub sentence: usize,
    /// The one who acts, where the claim has a direction.
    pub source: ActorId,
    /// The other.
    pub target: ActorId,
    /// What the relationship is.
    pub kind: Kind,
    /// Whether it goes from source to target only.
    pub directed: bool,
    /// Whether it is held true, denied, possible or over.
    pub status: Status,
    /// Whom the text cites for it; `None` for the text's own voice.
    pub attribution: Option<Attribution>,
    /// When, if the sentence says so.
    pub when: Option<When>,
    /// The words that show the kind.
    pub cue: Span,
    /// Index of the source's mention in the document's mentions.
    pub source_mention: usize,
    /// Index of the target's mention in the document's mentions.
    pub target_mention: usize,
    /// 0 to 1: of claims at this score at least this share name the right pair and kind, by a cautious estimate (the lower end of
    /// Wilson's interval; `models/claims.md`). Status, time and speaker are not judged.
    pub certainty: f32,
    /// Name of the frame whose words show it; `by-example` where no frame has them.
    pub frame: String,
}

/// Whom a claim is cited from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The speaker as the text names it.
    pub name: String,
    /// The actor that the speaker stands for, if any.
    pub actor: Option<ActorId>,
}

/// A time that a sentence gives for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The words.
    pub text: String,
    /// ISO 8601 start, to the precision that the words have.
    pub from: Option<String>,
    /// ISO 8601 end, likewise.
    pub to: Option<String>,
}

/// Two actors in one sentence with words that might relate them, and not surely enough to be a claim.
#[derive(Clone, Debug)]
pub struct Unread {
    /// Index into [`Document::sentences`].
    pub sentence: usize,
    /// The first actor.
    pub source: ActorId,
    /// The second actor.
    pub target: ActorId,
    /// The words that might show a relationship.
    pub cue: Span,
}

/// What the sentences of a document state.
#[derive(Clone, Debug, Default)]
pub struct ClaimsRead {
    /// The claims, in text order.
    pub claims: Vec<Claim>,
    /// What was seen but not read, in text order.
    pub unread: Vec<Unread>,
}

/// Reads the claims of a document: every two actors of a sentence are judged in every kind. Of each sentence the words and the
/// parser's vectors are wanted.
pub fn read_claims(
    document: &Document,
    parsed: (&[Vec<Word>], &[Vec<i8>]),
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> ClaimsRead {
    ClaimReader::embedded().read(document, parsed, mentions, lexicon)
}
