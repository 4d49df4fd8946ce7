//! From annotated passages to their sentences with candidates, one after the other: what both stages of training look at.

use crate::gold::{GoldClaim, GoldDocument};
use alliance_map::actors::Mention;
use alliance_map::claims::ClaimReader;
use alliance_map::claims::arcs::Arcs;
use alliance_map::claims::candidates::Candidate;
use alliance_map::claims::features::SentenceView;
use alliance_map::claims::forest::Forest;
use alliance_map::claims::model::{ClaimModel, Thresholds, Weights};
use alliance_map::claims::prominence::Prominence;
use alliance_map::claims::sentence::with_candidates;
use alliance_map::lexicon::Lexicon;

/// A sentence that has candidates, with its annotation.
pub struct Walked<'a> {
    /// Index of the document.
    pub document: usize,
    /// Number of the sentence as the crate cut it.
    pub number: usize,
    /// The annotated sentence that it overlaps.
    pub gold_sentence: Option<usize>,
    /// What is annotated there.
    pub claims: Vec<&'a GoldClaim>,
    /// Its mentions.
    pub mentions: &'a [&'a Mention],
}

/// Shows every sentence that has candidates to `look`, in order.
pub fn walk(
    documents: &[GoldDocument],
    reader: &ClaimReader,
    mut look: impl FnMut(&Walked, &SentenceView, &[Candidate]),
) {
    for (index, document) in documents.iter().enumerate() {
        let read = &document.read;
        let prominence = Prominence::new(&read.mentions);
        for (number, sentence) in read.document.sentences.iter().enumerate() {
            let mentions: Vec<_> = read.mentions.iter().filter(|mention| mention.sentence == number).collect();
            let gold_sentence = document.sentence_of(sentence.span.start, sentence.span.end);
            let claims = document.claims.iter().filter(|claim| Some(claim.sentence) == gold_sentence).collect();
            let walked = Walked { document: index, number, gold_sentence, claims, mentions: &mentions };
            let arcs = Arcs::new(&read.parses[number]);
            let frames = (&reader.frames, &reader.slots);
            with_candidates(
                sentence,
                &arcs,
                &mentions,
                frames,
                &prominence,
                Lexicon::embedded(),
                |view, candidates| {
                    look(&walked, view, candidates);
                },
            );
        }
    }
}

/// The shipped tables without any weights: enough to find candidates.
pub fn empty_reader() -> ClaimReader {
    ClaimReader::with_model(ClaimModel::new(Weights::default(), Forest::default(), Thresholds::default(), Vec::new()))
}
