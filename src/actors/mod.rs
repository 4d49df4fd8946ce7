//! From parsed sentences to mentions bound to actors: names, demonyms, metonyms, office-holders, and what refers back.
//!
//! This room never knows kinds of claims.

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::syntax::Word;
use crate::terms::ActorId;
use crate::text::Document;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How a span came to stand for an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Its name, short name or acronym.
    Name,
    /// Adjective, demonym or hyphenated form ("Chinese", "Russians", "Sino-").
    Demonym,
    /// Capital, seat, party, army, ministry or state medium ("Beijing", "the Kremlin").
    Metonym,
    /// A leader or official who acts for it.
    Person,
    /// A pronoun or possessive bound to earlier words.
    Pronoun,
    /// A noun phrase bound to earlier words ("the two countries", "the kingdom").
    Phrase,
}

/// A span that stands for one actor. A span that stands for several ("both", "the two leaders") gives several mentions.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Index into [`Document::sentences`].
    pub sentence: usize,
    /// Tokens covered, as indices into the sentence.
    pub tokens: Range<usize>,
    /// The token among them that the others hang on: where arcs from outside arrive.
    pub head: usize,
    /// The same range in the text.
    pub span: Span,
    /// Whom it stands for.
    pub actor: ActorId,
    /// How it was bound.
    pub how: How,
    /// How surely, 0 to 1.
    pub certainty: f32,
}

/// Finds the mentions of a document, in text order. `parses` has one entry per sentence.
pub fn find_mentions(document: &Document, parses: &[Vec<Word>], lexicon: &Lexicon) -> Vec<Mention> {
    let _ = parses;
    let mut mentions = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            if let Some(actor) = lexicon.actor_named(&token.form) {
                mentions.push(Mention {
                    sentence: index,
                    tokens: at..at + 1,
                    head: at,
                    span: token.span,
                    actor,
                    how: How::Name,
                    certainty: 1.0,
                });
            }
        }
    }
    mentions
}
