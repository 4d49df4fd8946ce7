//! From parsed sentences to CoNLL-U, the format in which treebanks are kept and other programs on language read them.

use super::Word;
use crate::text::Sentence;
use std::fmt::Write as _;

/// One row a word, an empty line after each sentence (<https://universaldependencies.org/format.html>).
pub fn conllu(sentences: &[Sentence], parses: &[Vec<Word>]) -> String {
    let mut out = String::new();
    for (sentence, words) in sentences.iter().zip(parses) {
        for (index, (token, word)) in sentence.tokens.iter().zip(words).enumerate() {
            let upos = word.upos.as_str();
            let head = if word.head == index { 0 } else { word.head + 1 };
            let misc = if token.joined { "SpaceAfter=No" } else { "_" };
            let Word { lemma, xpos, relation, .. } = word;
            let (number, form) = (index + 1, &token.form);
            writeln!(out, "{number}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{relation}\t_\t{misc}")
                .expect("a string takes all");
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::{syntax, text};

    #[test]
    fn a_sentence_is_written_row_by_row() {
        let sentences = text::read_prose("Peru left.");
        let parses: Vec<_> = sentences.iter().map(|sentence| syntax::parse(&sentence.tokens)).collect();
        let written = super::conllu(&sentences, &parses);
        assert_eq!(
            written,
            "1\tPeru\tPeru\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n\
             2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n\
             3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
        );
    }
}
