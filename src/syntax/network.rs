//! From rows of the embedding table to scores of tags, arcs and relations.
//!
//! Word vectors are sums of table rows. Each layer adds to them what a gated recurrence in either direction carries over
//! the sentence.

use super::features;
use super::labels::{RELATIONS, UPOS, UPOS_OF_XPOS, XPOS};
use crate::network::{Dense, Matrix, Packed, Reader, Recurrence, Sums, normed, pairs};

/// Steps per unit in which the vectors are written that score arcs, whose products are sums of their squares' size.
const ARC_STEPS: f32 = 256.0;

/// The same for the vectors that other rooms see.
pub const VECTOR_STEPS: f32 = 16.0;

/// What `build.rs` adds to the sum of the rows of a word, so that no number is below zero.
const ADDED: i16 = 8 * features::ROWS.len() as i16;

/// The longest sentence that can be read, in words.
pub const LONGEST: usize = 160;

/// Weights, ready for use.
pub struct Network {
    width: usize,
    arc: usize,
    label: usize,
    /// Two numbers in a byte, as `build.rs` packs them.
    table: Packed,
    /// Row, place in it, and what the number there is beyond what half a byte holds.
    beyond: Vec<[usize; 3]>,
    table_scale: f32,
    layers: Vec<Recurrence>,
    heads: Dense,
    relation: Dense,
    root: Vec<i32>,
    /// What a head's distance adds: [`LONGEST`] words to the left first, then up to that to the right.
    distance: Vec<i32>,
    root_distance: i32,
}

/// Scores of one sentence of `words` words.
pub struct Scores {
    words: usize,
    heads: Vec<f32>,
    per_word: usize,
    arc: usize,
    label: usize,
    /// `arcs[dependent * (words + 1) + head]`, the root as head `words`.
    pub arcs: Vec<i32>,
    /// What each word is in its sentence, in steps of 1/[`VECTOR_STEPS`], word by word.
    pub vectors: Vec<i8>,
}

impl Network {
    /// From the bytes that `training/student.py` writes and `build.rs` packs. Panics where they are none: the model is part
    /// of the crate.
    pub fn new(bytes: &'static [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let [width, layers, arc, label, limits] = core::array::from_fn(|_| reader.number());
        let limits: Vec<usize> = (0..limits).map(|_| reader.number()).collect();
        let layers = (0..layers).map(|_| Recurrence::new(&mut reader, width)).collect();
        let heads = Dense::new(&mut reader, 2 * arc + 1 + 2 * label + UPOS.len() + XPOS.len(), width);
        let relation = Dense::new(&mut reader, RELATIONS.len(), label);
        let root = pairs(&reader.floats(arc), ARC_STEPS);
        let by_bucket: Vec<i32> = reader.floats(2 * limits.len() + 2).into_iter().map(arc_units).collect();
        let bucket = |place: usize| {
            let bucket = limits.iter().take_while(|&&limit| limit <= place.abs_diff(LONGEST)).count();
            if place > LONGEST { bucket + limits.len() } else { bucket }
        };
        let distance = (0..=2 * LONGEST).map(|place| by_bucket[bucket(place)]).collect();
        let root_distance = by_bucket[2 * limits.len() + 1];
        let table_scale = reader.floats(1)[0];
        let beyond = (0..reader.number()).map(|_| core::array::from_fn(|_| reader.number())).collect();
        let table = Packed::new(reader.rest(), features::ROWS_OF_RUN * width / 2);
        let rows = features::ROWS.iter().sum::<u32>() as usize;
        assert_eq!(table.runs(), rows.div_ceil(features::ROWS_OF_RUN), "models/syntax.bin is cut");
        Self { width, arc, label, table, beyond, table_scale, layers, heads, relation, root, distance, root_distance }
    }

    /// Reads one sentence: its words' table rows, [`features::ROWS`] of them a word.
    pub fn read(&self, rows: &[u32]) -> Scores {
        let words = rows.len() / features::ROWS.len();
        let mut vectors = self.embedded(rows);
        for layer in &self.layers {
            layer.add(&mut vectors);
        }
        let vectors = normed(&vectors, self.width);
        let heads = self.heads.apply(&vectors);
        let per_word = self.heads.outputs();
        let steps = pairs(&vectors, VECTOR_STEPS);
        let near = |number: i16| number.clamp(i8::MIN.into(), i8::MAX.into()) as i8;
        let vectors = steps.iter().flat_map(|&pair| [near(pair as i16), near((pair >> 16) as i16)]).collect();
        let mut scores = Scores { words, heads, per_word, arc: self.arc, label: self.label, arcs: Vec::new(), vectors };
        scores.arcs = self.arcs(&scores);
        scores
    }

    fn embedded(&self, rows: &[u32]) -> Vec<f32> {
        let half = self.width / 2;
        let mut vectors = Vec::with_capacity(rows.len() / features::ROWS.len() * self.width);
        let mut sums = vec![0u8; self.width];
        for word in rows.chunks_exact(features::ROWS.len()) {
            sums.fill(0);
            let (first, second) = sums.split_at_mut(half);
            for &row in word {
                let run = self.table.run(row as usize / features::ROWS_OF_RUN);
                let numbers = &run[row as usize % features::ROWS_OF_RUN * half..][..half];
                for ((first, second), both) in first.iter_mut().zip(second.iter_mut()).zip(numbers) {
                    *first += both & 15;
                    *second += both >> 4;
                }
            }
            for &[_, at, more] in self.beyond.iter().filter(|[row, ..]| word.contains(&(*row as u32))) {
                sums[at] = sums[at].wrapping_add(more as u8);
            }
            vectors.extend(sums.iter().map(|&sum| f32::from(i16::from(sum) - ADDED) * self.table_scale));
        }
        vectors
    }

    fn arcs(&self, scores: &Scores) -> Vec<i32> {
        let (words, arc) = (scores.words, self.arc);
        let mut dependents = Vec::with_capacity(words * arc);
        let mut heads = Vec::with_capacity(words * arc);
        let mut offers = Vec::with_capacity(words);
        for word in 0..words {
            let outputs = scores.outputs(word);
            dependents.extend_from_slice(&outputs[..arc]);
            heads.extend_from_slice(&outputs[arc..2 * arc]);
            offers.push(arc_units(outputs[2 * arc]));
        }
        let mut heads = pairs(&heads, ARC_STEPS);
        heads.extend_from_slice(&self.root);
        let matrix = Matrix::new(words + 1, arc, |head, at| heads[head * arc / 2 + at]);
        let products = matrix.multiply(&pairs(&dependents, ARC_STEPS), &Sums);
        let mut arcs = Vec::with_capacity(words * (words + 1));
        for (dependent, products) in products.chunks_exact(matrix.outputs()).enumerate() {
            let distance = &self.distance[LONGEST - dependent..][..words];
            arcs.extend(
                products
                    .iter()
                    .zip(&offers)
                    .zip(distance)
                    .map(|((product, offer), distance)| product + offer + distance),
            );
            arcs.push(products[words] + self.root_distance);
            arcs[dependent * (words + 1) + dependent] = i32::MIN / 4;
        }
        arcs
    }

    /// Index of the best relation of every word under its head among those that `allowed` lets through.
    pub fn relations(&self, scores: &Scores, heads: &[usize], allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let start = 2 * scores.arc + 1;
        let mut hidden = Vec::with_capacity(heads.len() * self.label);
        for (word, &head) in heads.iter().enumerate() {
            let below = &scores.outputs(word)[start..][..self.label];
            let above = &scores.outputs(head)[start + self.label..][..self.label];
            hidden.extend(below.iter().zip(above).map(|(a, b)| if a + b > 0.0 { a + b } else { 0.0 }));
        }
        let found = self.relation.apply(&hidden);
        found.chunks_exact(self.relation.outputs()).map(|row| best(&row[..RELATIONS.len()], &allowed)).collect()
    }
}

impl Scores {
    fn outputs(&self, word: usize) -> &[f32] {
        &self.heads[word * self.per_word..][..self.per_word]
    }

    /// Indices of a word's best universal and Penn tag among those that go together.
    pub fn tags(&self, word: usize) -> (usize, usize) {
        let tags = &self.outputs(word)[2 * self.arc + 1 + 2 * self.label..];
        let (upos, xpos) = tags.split_at(UPOS.len());
        let most = upos.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut best = (f32::NEG_INFINITY, (0, 0));
        for (index, (score, partners)) in xpos.iter().zip(&UPOS_OF_XPOS).enumerate() {
            // Most cannot win with any partner.
            if score + most <= best.0 {
                continue;
            }
            for &partner in *partners {
                let both = score + upos[partner as usize];
                if both > best.0 {
                    best = (both, (partner as usize, index));
                }
            }
        }
        best.1
    }
}

/// An arc's score in the units of its integer products.
fn arc_units(score: f32) -> i32 {
    (score * ARC_STEPS * ARC_STEPS) as i32
}

/// Index of the greatest of the allowed scores, the first of equals.
fn best(scores: &[f32], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best = None;
    for (index, &score) in scores.iter().enumerate() {
        if allowed(index) && best.is_none_or(|best: usize| score > scores[best]) {
            best = Some(index);
        }
    }
    best.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_vectors_are_those_of_the_model() {
        let network = Network::new(include_bytes!(concat!(env!("OUT_DIR"), "/tables/syntax")));
        let model = include_bytes!("../../models/syntax.bin");
        let rows: u32 = features::ROWS.iter().sum();
        let table = &model[model.len() - rows as usize * network.width..];
        for first in 0..rows {
            let word: Vec<u32> = (0..features::ROWS.len() as u32).map(|more| (first + more) % rows).collect();
            let number = |row: u32, at: usize| i16::from(table[row as usize * network.width + at] as i8);
            let sums = (0..network.width).map(|at| word.iter().map(|row| number(*row, at)).sum::<i16>());
            let expected: Vec<f32> = sums.map(|sum| f32::from(sum) * network.table_scale).collect();
            assert_eq!(network.embedded(&word), expected, "row {first}");
        }
    }
}
