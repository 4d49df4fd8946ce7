//! From word forms to labels by index, with the weights in `models/syntax.bin`, which `build.rs` packs.

use super::agreement::agree;
use super::features;
use super::labels::{PARATAXIS, ROOT};
use super::network::{LONGEST, Network};
use super::tree::Arcs;
use std::ops::Range;
use std::sync::OnceLock;

/// Labels of one sentence: indices into the tables of [`super::labels`]; heads are word indices, the root's its own.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Universal tags.
    pub upos: Vec<usize>,
    /// Penn tags.
    pub xpos: Vec<usize>,
    /// Heads.
    pub heads: Vec<usize>,
    /// Relations.
    pub relations: Vec<usize>,
    /// What each word is in its sentence, equally many numbers each.
    pub vectors: Vec<i8>,
}

/// Tags and parses one sentence with the network that ships in the crate.
pub fn read(words: &[&str]) -> Reading {
    static NETWORK: OnceLock<Network> = OnceLock::new();
    let network = NETWORK.get_or_init(|| Network::new(include_bytes!(concat!(env!("OUT_DIR"), "/tables/syntax"))));
    let mut reading = Reading::default();
    let mut first_root = None;
    while reading.heads.len() < words.len() {
        let start = reading.heads.len();
        let piece = start..start + piece_length(&words[start..]);
        read_piece(network, words, piece.clone(), &mut reading);
        let root = piece.clone().find(|&word| reading.heads[word] == word);
        // The pieces of a very long sentence stand beside its first one.
        if let (Some(first), Some(root)) = (first_root, root) {
            reading.heads[root] = first;
            reading.relations[root] = PARATAXIS;
        }
        first_root = first_root.or(root);
    }
    reading
}

/// How many words to read together: all, or in a very long sentence up to the last mark of punctuation that fits.
fn piece_length(words: &[&str]) -> usize {
    if words.len() <= LONGEST {
        return words.len();
    }
    let ends = |at: &usize| matches!(words[at - 1], "," | ";" | ":" | "." | "?" | "!");
    (LONGEST / 2..=LONGEST).rev().find(ends).unwrap_or(LONGEST)
}

fn read_piece(network: &Network, all: &[&str], piece: Range<usize>, reading: &mut Reading) {
    let (start, words) = (piece.start, &all[piece.clone()]);
    let mut rows = Vec::with_capacity(words.len() * features::ROWS.len());
    for (index, word) in words.iter().enumerate() {
        features::rows(word, start + index == 0, &mut rows);
    }
    let scores = network.read(&rows);
    reading.vectors.extend_from_slice(&scores.vectors);
    let heads = Arcs { words: words.len(), scores: &scores.arcs }.heads();
    // The relation `root` goes with the root alone.
    let relations = network.relations(&scores, &heads, |relation| relation != ROOT);
    for (word, (&head, relation)) in heads.iter().zip(relations).enumerate() {
        let (upos, xpos) = scores.tags(word);
        reading.upos.push(upos);
        reading.xpos.push(xpos);
        reading.heads.push(start + head);
        reading.relations.push(if head == word { ROOT } else { relation });
    }
    agree(piece, reading);
}
