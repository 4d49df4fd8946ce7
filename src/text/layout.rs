//! What every reader hands on: readable text and the blocks in it, before anybody asks what they say.

use super::clean::LineJoin;
use super::{SentenceRole, Skipped};
use crate::span::Span;

/// Readable text with its parts.
#[derive(Debug, Default)]
pub struct Layout {
    /// The text that all spans refer to.
    pub text: String,
    /// Its blocks in order, never overlapping.
    pub blocks: Vec<Block>,
    /// Line breaks inside words, in order.
    pub joins: Vec<LineJoin>,
    /// What the reader itself left out, in order; an empty range where something was not even taken into the text.
    pub skipped: Vec<Skipped>,
    /// Title, date and source as the mark-up states them.
    pub stated: Stated,
}

/// What a page says about itself in its mark-up.
#[derive(Debug, Default)]
pub struct Stated {
    /// From `og:title` and the like.
    pub title: Option<String>,
    /// As it stands there.
    pub date: Option<String>,
    /// Address or name of the site.
    pub source: Option<String>,
}

/// A paragraph, heading or list item.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its range, without white space at either end.
    pub span: Span,
    /// What the mark-up or the shape of the text says that it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// Title or section heading.
    Heading,
    /// Item of a list.
    ListItem,
    /// Something that is not prose, for the reason given.
    Aside(&'static str),
}

impl BlockKind {
    /// What its sentences are.
    pub fn role(self) -> SentenceRole {
        match self {
            BlockKind::Heading => SentenceRole::Heading,
            BlockKind::ListItem => SentenceRole::ListItem,
            BlockKind::Paragraph | BlockKind::Aside(_) => SentenceRole::Prose,
        }
    }
}
