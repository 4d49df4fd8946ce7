//! What a text asks of the weights that bind pronouns and words for several, for the program that learns them.

use super::antecedents::Question;
use super::group_features::OF_GROUP;
use super::groups::Candidate;
use super::references::Place;
use crate::lexicon::Lexicon;
use crate::syntax::Word;
use crate::terms::ActorId;
use crate::text::Document;

/// A pronoun with the phrases that it may mean, or a word for several with the sets of actors that it may.
pub struct Asked {
    /// Index into [`Document::sentences`].
    pub sentence: usize,
    /// Index into the sentence's tokens.
    pub token: usize,
    /// Whether it is a word for several.
    pub several: bool,
    /// The values of its features.
    pub words: Vec<usize>,
    /// Who each candidate is, and the values of its features.
    pub candidates: Vec<(Vec<ActorId>, Vec<usize>)>,
}

impl Asked {
    pub(super) fn of_group(
        place: &Place,
        words: &[usize],
        candidates: &[Candidate],
        features: &[[usize; OF_GROUP.len()]],
    ) -> Self {
        let features = features.iter().map(|features| features.to_vec());
        Self {
            sentence: place.index,
            token: place.at,
            several: true,
            words: words.to_vec(),
            candidates: candidates.iter().map(|one| one.actors.clone()).zip(features).collect(),
        }
    }

    pub(super) fn of_pronoun(place: &Place, question: &Question) -> Self {
        Self {
            sentence: place.index,
            token: place.at,
            several: false,
            words: question.of_pronoun.to_vec(),
            candidates: question
                .phrases
                .iter()
                .map(|(referent, features)| (referent.actors.clone(), features.to_vec()))
                .collect(),
        }
    }
}

/// All that a document asks of personal pronouns and words for several, in text order. `parses` has one entry per sentence.
pub fn asked_of(document: &Document, parses: &[Vec<Word>], lexicon: &Lexicon) -> Vec<Asked> {
    super::find(document, parses, lexicon).1.asked.into_inner()
}
