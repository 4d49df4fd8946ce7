//! From a treebank's raw text to the F1 of sentences, of words and of arcs between words that were cut as in the treebank, as in
//! the CoNLL 2018 shared task.

use crate::conllu::Sentence;
use alliance_map::syntax::{self, labels::RELATIONS};
use alliance_map::text::read_prose;
use std::collections::{BTreeMap, BTreeSet};

/// F1 of what was read from raw text.
#[derive(Default)]
pub struct RawScore {
    /// Ends of sentences.
    pub sentences: f64,
    /// Words cut as in the treebank.
    pub words: f64,
    /// Head right.
    pub unlabelled: f64,
    /// Head and relation right.
    pub labelled: f64,
}

/// Where a word stands: how many letters stand before its start and its end, spaces not counted.
type Place = (usize, usize);

/// A word's head, none for the root, and its relation.
type Arc<'a> = (Option<Place>, &'a str);

/// The words of a document with their arcs, and where its sentences end.
type Reading = (BTreeMap<Place, Arc<'static>>, BTreeSet<usize>);

/// Reads the treebank's text from scratch and compares.
pub fn measure(sentences: &[Sentence]) -> RawScore {
    let (mut all_ends, mut ends, mut all_words, mut words, mut unlabelled, mut labelled) = (0, 0, 0, 0, 0, 0);
    let mut rest = sentences;
    while !rest.is_empty() {
        let length = 1 + rest[1..].iter().take_while(|one| !one.starts_document).count();
        let (document, others) = rest.split_at(length);
        rest = others;
        let ((gold, gold_ends), (found, found_ends)) = (gold_arcs(document), found_arcs(document));
        all_ends += gold_ends.len() + found_ends.len();
        ends += found_ends.intersection(&gold_ends).count();
        all_words += gold.len() + found.len();
        for (place, (head, relation)) in &found {
            if let Some((gold_head, gold_relation)) = gold.get(place) {
                words += 1;
                unlabelled += usize::from(head == gold_head);
                labelled += usize::from(head == gold_head && relation == gold_relation);
            }
        }
    }
    let f1 = |right: usize, all: usize| 2.0 * right as f64 / all as f64;
    RawScore {
        sentences: f1(ends, all_ends),
        words: f1(words, all_words),
        unlabelled: f1(unlabelled, all_words),
        labelled: f1(labelled, all_words),
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| !letter.is_whitespace()).count()
}

fn gold_arcs(document: &[Sentence]) -> Reading {
    let (mut arcs, mut ends) = (BTreeMap::new(), BTreeSet::new());
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
        ends.insert(at);
    }
    (arcs, ends)
}

fn found_arcs(document: &[Sentence]) -> Reading {
    let mut text = String::new();
    for one in document {
        if !text.is_empty() {
            text.push_str(if one.starts_paragraph { "\n\n" } else { " " });
        }
        text.push_str(&one.text);
    }
    let (mut arcs, mut ends) = (BTreeMap::new(), BTreeSet::new());
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
        ends.insert(seen);
    }
    (arcs, ends)
}
