//! From tokens to tags, lemmas and dependency arcs in the scheme of Universal Dependencies, by a trained model that ships in the
//! crate.
//!
//! This room never knows that countries exist.

mod agreement;
mod conllu;
mod features;
pub mod labels;
pub mod lemma;
mod model;
mod network;
mod tree;

pub use conllu::conllu;

use crate::text::Token;

/// Universal part-of-speech tag (<https://universaldependencies.org/u/pos/>).
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    /// The tag as treebanks write it (`PROPN`).
    pub fn as_str(self) -> &'static str {
        labels::UPOS[self as usize].1
    }
}

/// One token's analysis. `Word`s stand in the same order as the sentence's tokens.
#[derive(Clone, Debug)]
pub struct Word {
    /// Universal tag.
    pub upos: Upos,
    /// Penn Treebank tag (`VBN`, `NNP`).
    pub xpos: &'static str,
    /// Dictionary form in lower case, but for proper nouns.
    pub lemma: String,
    /// Index of the governing word; its own index for the root.
    pub head: usize,
    /// Universal relation with English subtypes (`nsubj:pass`, `obl:agent`, `nmod:poss`); `root` for the root.
    pub relation: &'static str,
}

/// Tags and parses one sentence. Returns one [`Word`] per token; every sentence has exactly one root and no cycle.
pub fn parse(tokens: &[Token]) -> Vec<Word> {
    parse_with_vectors(tokens).0
}

/// The same, with what the parser makes of each word in its sentence: equally many numbers a word, one word after the other, in
/// steps of 1/16; near for words that mean and do alike.
pub fn parse_with_vectors(tokens: &[Token]) -> (Vec<Word>, Vec<i8>) {
    let forms: Vec<&str> = tokens.iter().map(|token| token.form.as_str()).collect();
    let reading = model::read(&forms);
    let words = forms
        .iter()
        .enumerate()
        .map(|(index, form)| {
            let upos = labels::UPOS[reading.upos[index]].0;
            let xpos = labels::XPOS[reading.xpos[index]];
            let head = reading.heads[index];
            let relation = labels::RELATIONS[reading.relations[index]];
            Word { upos, xpos, lemma: lemma::lemma(form, upos, xpos), head, relation }
        })
        .collect();
    (words, reading.vectors)
}
