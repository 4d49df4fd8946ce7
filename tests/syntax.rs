//! The parser's promises that hold for any tokens, and what it reads in plain sentences.

use alliance_map::span::Span;
use alliance_map::syntax::{Upos, Word, parse};
use alliance_map::text::Token;

fn tokens(text: &str) -> Vec<Token> {
    text.split(' ').map(|form| Token { span: Span::new(0, 0), form: form.to_owned(), joined: false }).collect()
}

/// One root, and every word reaches it.
fn assert_tree(words: &[Word]) {
    let roots = words.iter().enumerate().filter(|(index, word)| word.head == *index).count();
    assert_eq!(roots, usize::from(!words.is_empty()));
    for start in 0..words.len() {
        let (mut at, mut steps) = (start, 0);
        while words[at].head != at {
            at = words[at].head;
            steps += 1;
            assert!(steps <= words.len(), "a cycle from word {start}");
        }
        assert_eq!(words[start].relation == "root", words[start].head == start);
    }
}

#[test]
fn any_tokens_give_a_tree() {
    assert!(parse(&[]).is_empty());
    for text in ["", "the the the the", ") ( ) ( \u{301} 🛰 ﷽", "a", ". . . . .", "to be or not to be , that is it ."]
    {
        assert_tree(&parse(&tokens(text)));
    }
}

#[test]
fn a_sentence_of_very_many_tokens_is_read() {
    let words = parse(&tokens(&"Norway , Chile and ".repeat(3_000)));
    assert_eq!(words.len(), 12_001);
    assert_tree(&words);
}

#[test]
fn a_passive_is_read() {
    let words = parse(&tokens("The treaty was signed by the ministers ."));
    let relations: Vec<_> = words.iter().map(|word| word.relation).collect();
    assert_eq!(relations, ["det", "nsubj:pass", "aux:pass", "root", "case", "det", "obl:agent", "punct"]);
    assert_eq!(words[3].xpos, "VBN");
    assert_eq!(words[3].upos, Upos::Verb);
    assert_eq!(words[3].lemma, "sign");
}
