//! A mention while it is being made: with what the steps after it need to know about its words.

use super::How;
use crate::terms::ActorId;
use std::ops::Range;

/// A span that stands for an actor, before it becomes a [`super::Mention`].
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub line: usize,
    pub tokens: Range<usize>,
    /// See [`super::Mention::head`].
    pub head: usize,
    pub actor: ActorId,
    pub how: How,
    pub certainty: f32,
    /// The words of the name alone, without what was added around it.
    pub name: Range<usize>,
    pub shape: Shape,
}

/// What the words of a mention look like to a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One thing: it.
    Thing,
    /// Several people or things: they.
    Several,
    /// A man, or someone of whom the text does not tell: he, she.
    Person,
    /// A woman: she.
    Woman,
    /// An adjective or prefix that only colours a noun.
    Modifier,
}

impl Draft {
    pub fn new(line: usize, tokens: Range<usize>, actor: ActorId, how: How, certainty: f32) -> Self {
        let shape = if how == How::Person { Shape::Person } else { Shape::Thing };
        Draft { line, head: tokens.end - 1, name: tokens.clone(), tokens, actor, how, certainty, shape }
    }

    /// The places of those in a line among all, which stand in text order.
    pub fn of_line(drafts: &[Draft], line: usize) -> Range<usize> {
        drafts.partition_point(|draft| draft.line < line)..drafts.partition_point(|draft| draft.line <= line)
    }

    /// Where it begins in the document, for order.
    pub fn place(&self) -> (usize, usize) {
        (self.line, self.tokens.start)
    }
}
