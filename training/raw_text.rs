//! From a treebank's raw text to the F1 of arcs between words that were cut as in the treebank, as in the CoNLL 2018 shared task.

use crate::conllu::Sentence;
use alliance_map::syntax::{self, labels::RELATIONS};
use alliance_map::text::read_prose;
use std::collections::BTreeMap;

/// F1 of heads alone and with their relations.
#[derive(Default)]
pub struct RawScore {
    /// Head right.
    pub unlabelled: f64,
    /// Head and relation right.
    pub labelled: f64,
}

/// Where a word stands: how many letters stand before its start and its end, spaces not counted.
type Place = (usize, usize);

/// A word's head, none for the root, and its relation.
type Arc<'a> = (Option<Place>, &'a str);

/// Reads the treebank's text from scratch and compares.
pub fn measure(sentences: &[Sentence]) -> RawScore {
    let (mut gold_words, mut found_words, mut unlabelled, mut labelled) = (0, 0, 0, 0);
    let mut rest = sentences;
    while !rest.is_empty() {
        let length = 1 + rest[1..].iter().take_while(|one| !one.starts_document).count();
        let (document, others) = rest.split_at(length);
        rest = others;
        let (gold, found) = (gold_arcs(document), found_arcs(document));
        gold_words += gold.len();
        found_words += found.len();
        for (place, (head, relation)) in &found {
            if let Some((gold_head, gold_relation)) = gold.get(place) {
                unlabelled += usize::from(head == gold_head);
                labelled += usize::from(head == gold_head && relation == gold_relation);
            }
        }
    }
    let f1 = |right: usize| 2.0 * right as f64 / (gold_words + found_words) as f64;
    RawScore { unlabelled: f1(unlabelled), labelled: f1(labelled) }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

fn gold_arcs(document: &[Sentence]) -> BTreeMap<Place, Arc<'static>> {
    let mut arcs = BTreeMap::new();
    let mut at = 0;
    for one in document {
        let mut places = Vec::new();
        for form in &one.forms {
            places.push((at, at + letters(form)));
            at += letters(form);
        }
        for (index, &place) in places.iter().enumerate() {
            arcs.insert(place, (places.get(one.heads[index]).copied(), RELATIONS[one.relations[index]]));
        }
    }
    arcs
}

fn found_arcs(document: &[Sentence]) -> BTreeMap<Place, Arc<'static>> {
    let mut text = String::new();
    for one in document {
        if !text.is_empty() {
            text.push_str(if one.starts_paragraph { "\n\n" } else { " " });
        }
        text.push_str(&one.text);
    }
    let mut arcs = BTreeMap::new();
    let (mut at, mut seen) = (0, 0);
    // All of a treebank is prose; what a web page skips is not to be skipped here.
    for sentence in &read_prose(&text) {
        let mut places = Vec::new();
        for token in &sentence.tokens {
            seen += letters(&text[at..token.span.start]);
            let start = seen;
            seen += letters(&text[token.span.start..token.span.end]);
            at = token.span.end;
            places.push((start, seen));
        }
        for (index, word) in syntax::parse(&sentence.tokens).iter().enumerate() {
            let head = (word.head != index).then(|| places[word.head]);
            arcs.insert(places[index], (head, word.relation));
        }
    }
    arcs
}
