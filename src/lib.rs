//! Reads articles about international politics and maps who stands with whom, and against whom, as each article claims it.
//!
//! Data flows one way. [`read`] takes one document from text to claims:
//!
//! 1. [`text`] turns what was pasted into sentences and tokens,
//! 2. [`syntax`] tags them and finds their dependency arcs,
//! 3. [`actors`] finds the words that stand for states, organisations and leaders,
//! 4. [`claims`] reads who stands how towards whom.
//!
//! [`map`] then draws the claims of all documents together, and [`export`] writes the result. The tables that an expert
//! edits lie in the folder `lexicon/` and are read by [`lexicon`]; the shared words are in [`terms`].

pub mod actors;
pub mod analysis;
pub mod claims;
pub mod export;
pub mod lexicon;
pub mod map;
pub mod span;
pub mod syntax;
pub mod terms;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use lexicon::Lexicon;

/// A document with everything read from it.
#[derive(Clone, Debug, Default)]
pub struct ReadDocument {
    /// The text, its sentences and tokens.
    pub document: text::Document,
    /// One analysis per sentence.
    pub parses: Vec<Vec<syntax::Word>>,
    /// Words that stand for actors, in text order.
    pub mentions: Vec<actors::Mention>,
    /// What the sentences claim, and what was seen but not read.
    pub claims: claims::ClaimsRead,
}

/// Reads one document: the table of contents of the first half of the program.
pub fn read(input: &text::DocumentInput, lexicon: &Lexicon) -> ReadDocument {
    // Everything later points into this text, so it is settled first.
    let document = text::read_document(input);
    // Who acts on whom hangs on arcs, not on word order.
    let parses: Vec<_> = document.sentences.iter().map(|sentence| syntax::parse(&sentence.tokens)).collect();
    // Arcs help to tell a name from a thing and bind what refers back.
    let mentions = actors::find_mentions(&document, &parses, lexicon);
    // Only now are there actors for a sentence to relate.
    let claims = claims::read_claims(&document, &parses, &mentions, lexicon);
    ReadDocument { document, parses, mentions, claims }
}
