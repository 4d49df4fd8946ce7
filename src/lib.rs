//! Reads articles about international politics and maps who stands with whom, and against whom, as each article claims it.
//!
//! ```
//! use alliance_map::{Options, analyse, text::DocumentInput};
//!
//! let text = "Norway and Poland signed a defence pact.".to_string();
//! let article = DocumentInput { id: "article".to_string(), text, ..DocumentInput::default() };
//! let analysis = analyse(&[article], &Options::default())?;
//! let names: Vec<_> = analysis.actors.iter().map(|actor| actor.name.as_str()).collect();
//! assert_eq!(names, ["Norway", "Poland"]);
//! for tie in &analysis.map.ties {
//!     println!("{} {} {}: {} claims", tie.a, tie.sign.as_str(), tie.b, tie.claims.len());
//! }
//! # Ok::<(), alliance_map::collection::InputError>(())
//! ```
//!
//! # A tour
//!
//! Data flows one way, and no stage can fail on text. [`read`] takes one document from text to claims:
//!
//! 1. [`text`] turns what was pasted into a [`text::Document`] of sentences and tokens,
//! 2. [`syntax`] tags the tokens and finds their dependency arcs, a [`syntax::Word`] for each,
//! 3. [`actors`] finds the words that stand for states, organisations and leaders, each an [`actors::Mention`],
//! 4. [`claims`] reads who stands how towards whom: [`claims::Claim`].
//!
//! [`draw`] takes the claims of all documents together:
//!
//! 5. [`offsets`] turns byte offsets into those that the reader counts in,
//! 6. [`map`] gathers claims into ties, and finds disagreements, blocs, triads and a timeline among them: [`map::AllianceMap`],
//! 7. the whole is one [`Analysis`], the contract with the page, which [`export`] writes for other programs.
//!
//! [`analyse`] does all of it at once, a [`Collection`] one document at a time. The tables that an expert edits lie in the
//! folder `lexicon/` and are read by [`lexicon`]; the shared words, kinds and statuses, are in [`terms`]. For pages there is a
//! face in JavaScript, `wasm`.

pub mod actors;
pub mod analysis;
pub mod claims;
pub mod collection;
pub mod export;
mod hash;
pub mod lexicon;
pub mod map;
mod network;
pub mod offsets;
mod record;
mod sorting;
pub mod span;
pub mod syntax;
pub mod terms;
pub mod text;
mod views;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use analysis::Analysis;
pub use collection::{Collection, analyse};
use lexicon::{Lexicon, Overrides};
use offsets::OffsetUnit;

/// How documents are read and drawn.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Claims less certain than this, 0 to 1, are left out.
    pub minimum_certainty: f64,
    /// What all offsets count.
    pub offsets: OffsetUnit,
    /// Actors and names to read with beside those of the tables, or in place of them.
    pub overrides: Overrides,
}

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
    let (parses, vectors): (Vec<_>, Vec<_>) =
        document.sentences.iter().map(|sentence| syntax::parse_with_vectors(&sentence.tokens)).unzip();
    // Arcs help to tell a name from a thing and bind what refers back.
    let mentions = actors::find_mentions(&document, &parses, lexicon);
    // Only now are there actors for a sentence to relate.
    let claims = claims::read_claims(&document, (&parses, &vectors), &mentions, lexicon);
    ReadDocument { document, parses, mentions, claims }
}

/// Draws read documents together: the table of contents of the whole. Their order makes no difference.
pub fn draw(documents: &[&ReadDocument], lexicon: &Lexicon, options: &Options) -> Analysis {
    // One order for all that follows, whatever order they came in.
    let mut documents = documents.to_vec();
    sorting::sort_by(&mut documents, |one, other| one.document.id.cmp(&other.document.id));
    let mut analysis = Analysis { schema: 1, offsets: options.offsets, ..Analysis::default() };
    // Readers count in their own unit; from here on nothing points into the text by bytes.
    for views in documents.iter().map(|read| views::of_document(read, options.offsets)) {
        analysis.documents.push(views.document);
        analysis.mentions.extend(views.mentions);
        analysis.claims.extend(views.claims);
        analysis.unread.extend(views.unread);
    }
    // Before the map is drawn, so that it shows nothing but what is listed.
    analysis.claims.retain(|claim| claim.certainty >= options.minimum_certainty);
    // Readers know actors by name and place, and may hold the claims against the record.
    analysis.actors = record::actors(&analysis.mentions, &analysis.claims, &analysis.documents, lexicon);
    analysis.record = record::among(&analysis.actors, lexicon);
    // Who stands where, over all documents.
    analysis.map = map::draw_claims(&analysis.claims, &analysis.actors);
    analysis
}
