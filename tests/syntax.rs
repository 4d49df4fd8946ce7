//! The parser's promises that hold for any tokens, and what it reads in plain sentences.

use alliance_map::span::Span;
use alliance_map::syntax::{Upos, Word, parse};
use alliance_map::text::{DocumentInput, Token, read_document};
use proptest::prelude::*;
use std::time::{Duration, Instant};

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_forms_give_a_tree(forms in prop::collection::vec("\\PC{1,12}", 1..60)) {
        assert_tree(&parse(&tokens(&forms.join(" "))));
    }

    #[test]
    fn any_text_gives_trees(text in any::<String>()) {
        read_and_parse(&text);
    }
}

/// Reads a text of any kind to its arcs and returns how many words it has.
fn read_and_parse(text: &str) -> usize {
    let document = read_document(&DocumentInput { text: text.to_owned(), ..DocumentInput::default() });
    let mut count = 0;
    for sentence in &document.sentences {
        let words = parse(&sentence.tokens);
        assert_eq!(words.len(), sentence.tokens.len());
        assert_tree(&words);
        count += words.len();
    }
    count
}

#[test]
fn a_line_of_a_million_characters_is_parsed() {
    assert_eq!(
        read_and_parse(&"counterrevolutionaries disproportionately notwithstanding ".repeat(1_000_000 / 58)),
        51_723
    );
    read_and_parse(&"x".repeat(1_000_000));
    read_and_parse(&".".repeat(1_000_000));
}

#[test]
fn ten_thousand_brackets_or_nested_tags_are_parsed() {
    for (open, close) in [("(", ")"), ("[ ", " ]"), ("<div>", "</div>"), ("<b>", "</b>")] {
        read_and_parse(&format!("{}Peru and Chile met.{}", open.repeat(10_000), close.repeat(10_000)));
    }
}

#[test]
fn parsing_takes_linear_time() {
    let texts = |count: usize| {
        [
            "The envoys of Peru met the envoys of Chile. ".repeat(count),
            "envoys , and ".repeat(count * 4),
            "( ".repeat(count * 10),
            "not ".repeat(count * 10),
        ]
    };
    for (small, large) in texts(100).iter().zip(&texts(800)) {
        let time = |text: &str| {
            let begin = Instant::now();
            read_and_parse(text);
            begin.elapsed()
        };
        // Eight times the text takes eight times the time; a square would take 64. Short times are all noise, and a busy machine
        // may halt one of the two.
        let linear = (0..3).any(|_| time(large) <= time(small) * 28 + Duration::from_millis(250));
        assert!(linear, "{} bytes take far more than 8 times {}", large.len(), small.len());
    }
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
