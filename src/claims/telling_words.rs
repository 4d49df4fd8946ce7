//! From a word to what it tells by itself, beside what the parser makes of it in its sentence: "pledged" and "signed" look alike
//! to a parser.

use super::triggers::PlainWord;
use crate::hash::{START, fnv1a};
use crate::network::Reader;
use crate::syntax::Upos;

/// What a word is known by: its hash folded to 16 bits, by which one unknown word in some twenty is taken for a known one.
pub type WordKey = u16;

/// The key of a word: of its lemma where its form tells no more than its tag does, else of its form ("was"). Names and numbers
/// have none.
pub fn key(upos: Upos, word: &PlainWord) -> Option<WordKey> {
    let text = match upos {
        Upos::Propn | Upos::Num => return None,
        Upos::Noun | Upos::Verb | Upos::Adj => &word.lemma,
        _ => &word.form,
    };
    let hash = fnv1a(START, text.bytes());
    Some((hash >> 16 ^ hash) as WordKey)
}

/// Words with what each tells.
pub struct TellingWords {
    /// Rising.
    keys: Vec<WordKey>,
    /// Equally many numbers a word, in steps of 1/4, one word after the other.
    rows: Vec<i8>,
    width: usize,
}

impl TellingWords {
    /// Reads words of so many numbers each. Panics where there are none: the model is part of the crate.
    pub fn new(reader: &mut Reader, width: usize) -> Self {
        let count = reader.number();
        let keys = (0..count).map(|_| reader.number() as WordKey).collect();
        Self { keys, rows: reader.bytes(count * width).iter().map(|&byte| byte as i8).collect(), width }
    }

    /// So many numbers tell what a word tells.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Adds the numbers of a word behind others; zeros where it is not known.
    pub fn append(&self, key: Option<WordKey>, numbers: &mut Vec<f32>) {
        match key.and_then(|key| self.keys.binary_search(&key).ok()) {
            Some(at) => {
                let row = &self.rows[at * self.width..][..self.width];
                numbers.extend(row.iter().map(|&step| f32::from(step) / 4.0));
            }
            None => numbers.resize(numbers.len() + self.width, 0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(lemma: &str, form: &str) -> PlainWord {
        PlainWord { lemma: lemma.into(), form: form.into() }
    }

    #[test]
    fn a_verb_is_known_by_its_lemma_and_an_auxiliary_by_its_form() {
        let of = |upos, lemma, form| key(upos, &word(lemma, form));
        assert_eq!(of(Upos::Verb, "sign", "signed"), of(Upos::Verb, "sign", "signs"));
        assert_ne!(of(Upos::Aux, "be", "was"), of(Upos::Aux, "be", "is"));
        assert_eq!(of(Upos::Propn, "China", "china"), None);
    }

    #[test]
    fn a_word_that_is_not_known_tells_nothing() {
        let words = TellingWords { keys: vec![7, 9], rows: vec![4, -8, 1, 0], width: 2 };
        let mut numbers = vec![5.0];
        for key in [Some(9), Some(8), None, Some(7)] {
            words.append(key, &mut numbers);
        }
        assert_eq!(numbers, [5.0, 0.25, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, -2.0]);
    }
}
