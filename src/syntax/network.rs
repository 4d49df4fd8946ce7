//! From rows of the embedding table to scores of tags, arcs and relations.
//!
//! Word vectors are sums of table rows. Each layer adds to them what a gated recurrence in either direction carries over
//! the sentence; its gate sees a word and its neighbour, never the state, so that all products are made for the whole
//! sentence at once. Products are of integers and sums of floats have a fixed order: natively and in wasm the result is
//! the same, bit for bit.

use super::features;
use super::labels::{RELATIONS, UPOS, UPOS_OF_XPOS, XPOS};
use super::matrix::{Matrix, input, pairs};
use super::reader::Reader;

/// Steps per unit in which vectors are written as 16-bit integers.
const STEPS: f32 = 1024.0;
/// The same for the vectors that score arcs, whose products are sums of their squares' size.
const ARC_STEPS: f32 = 256.0;

/// The longest sentence that can be read, in words.
pub const LONGEST: usize = 160;

/// Weights, ready for use.
pub struct Network {
    width: usize,
    arc: usize,
    label: usize,
    table: &'static [u8],
    table_scale: f32,
    layers: Vec<Layer>,
    heads: Dense,
    relation: Dense,
    root: Vec<i32>,
    /// What a head's distance adds: [`LONGEST`] words to the left first, then up to that to the right.
    distance: Vec<i32>,
    root_distance: i32,
}

/// A linear layer: integer weights with a scale and a bias for every output.
struct Dense {
    matrix: Matrix,
    scale: Vec<f32>,
    bias: Vec<f32>,
}

struct Layer {
    /// What a word's neighbour adds to it, for reading forward and backward.
    neighbour: [Vec<f32>; 2],
    /// Gates, then values.
    directions: [Dense; 2],
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
}

impl Network {
    /// From the bytes that `training/student.py` writes. Panics where they are none: the model is part of the crate.
    pub fn new(bytes: &'static [u8]) -> Self {
        let mut reader = Reader::new(bytes);
        let [width, layers, arc, label, limits] = core::array::from_fn(|_| reader.number());
        let limits: Vec<usize> = (0..limits).map(|_| reader.number()).collect();
        let layers = (0..layers)
            .map(|_| Layer {
                neighbour: core::array::from_fn(|_| reader.floats(width)),
                directions: core::array::from_fn(|_| Dense::new(&mut reader, width, width)),
            })
            .collect();
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
        let table = reader.rest();
        assert_eq!(table.len(), features::ROWS.iter().sum::<u32>() as usize * width, "models/syntax.bin is cut");
        Self { width, arc, label, table, table_scale, layers, heads, relation, root, distance, root_distance }
    }

    /// Reads one sentence: its words' table rows, [`features::ROWS`] of them a word.
    pub fn read(&self, rows: &[u32]) -> Scores {
        let words = rows.len() / features::ROWS.len();
        let mut vectors = self.embedded(rows);
        for layer in &self.layers {
            layer.add(&mut vectors, self.width);
        }
        let inputs = pairs(&normed(&vectors, self.width), STEPS);
        let heads = self.heads.apply(&inputs);
        let per_word = self.heads.matrix.outputs();
        let mut scores = Scores { words, heads, per_word, arc: self.arc, label: self.label, arcs: Vec::new() };
        scores.arcs = self.arcs(&scores);
        scores
    }

    fn embedded(&self, rows: &[u32]) -> Vec<f32> {
        let mut vectors = Vec::with_capacity(rows.len() / features::ROWS.len() * self.width);
        let mut sums = vec![0i16; self.width];
        for word in rows.chunks_exact(features::ROWS.len()) {
            sums.fill(0);
            for &row in word {
                for (sum, &byte) in sums.iter_mut().zip(&self.table[row as usize * self.width..]) {
                    *sum += i16::from(byte as i8);
                }
            }
            vectors.extend(sums.iter().map(|&sum| f32::from(sum) * self.table_scale));
        }
        vectors
    }

    fn arcs(&self, scores: &Scores) -> Vec<i32> {
        let (words, arc) = (scores.words, self.arc);
        let mut dependents = Vec::with_capacity(words * arc);
        let mut heads = Vec::with_capacity((words + 1) * arc);
        let mut offers = Vec::with_capacity(words);
        for word in 0..words {
            let outputs = scores.outputs(word);
            dependents.extend(pairs(&outputs[..arc], ARC_STEPS));
            heads.extend(pairs(&outputs[arc..2 * arc], ARC_STEPS));
            offers.push(arc_units(outputs[2 * arc]));
        }
        heads.extend_from_slice(&self.root);
        let matrix = Matrix::new(words + 1, arc, |head, at| input(heads[(head * arc + at) / 2], at % 2 == 1));
        let products = matrix.multiply(&dependents);
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
        let found = self.relation.apply(&pairs(&hidden, STEPS));
        found.chunks_exact(self.relation.matrix.outputs()).map(|row| best(&row[..RELATIONS.len()], &allowed)).collect()
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
        let mut best = (f32::NEG_INFINITY, (0, 0));
        for (index, (score, partners)) in xpos.iter().zip(&UPOS_OF_XPOS).enumerate() {
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

impl Dense {
    fn new(reader: &mut Reader, outputs: usize, inputs: usize) -> Self {
        let (scale, bias) = (reader.floats(outputs), reader.floats(outputs));
        let bytes = reader.bytes(outputs * inputs);
        let matrix = Matrix::new(outputs, inputs, |output, input| i16::from(bytes[output * inputs + input] as i8));
        let padded = |mut values: Vec<f32>, by: f32| {
            values.iter_mut().for_each(|value| *value *= by);
            values.resize(matrix.outputs(), 0.0);
            values
        };
        Self { scale: padded(scale, 1.0 / STEPS), bias: padded(bias, 1.0), matrix }
    }

    fn apply(&self, inputs: &[i32]) -> Vec<f32> {
        let sums = self.matrix.multiply(inputs);
        let mut out = Vec::with_capacity(sums.len());
        for row in sums.chunks_exact(self.matrix.outputs()) {
            out.extend(
                row.iter().zip(&self.scale).zip(&self.bias).map(|((&sum, scale), bias)| sum as f32 * scale + bias),
            );
        }
        out
    }
}

impl Layer {
    /// Adds to the vectors what the two recurrences carry.
    fn add(&self, vectors: &mut [f32], width: usize) {
        let words = vectors.len() / width;
        let half = width / 2;
        let inputs = normed(vectors, width);
        for (direction, dense) in self.directions.iter().enumerate() {
            let backward = direction == 1;
            let mut mixed = inputs.clone();
            for word in 0..words {
                let beside = if backward { Some(word + 1).filter(|&next| next < words) } else { word.checked_sub(1) };
                let Some(beside) = beside else { continue };
                let target = &mut mixed[word * width..][..width];
                for ((value, by), other) in
                    target.iter_mut().zip(&self.neighbour[direction]).zip(&inputs[beside * width..])
                {
                    *value += by * other;
                }
            }
            let outputs = dense.apply(&pairs(&mixed, STEPS));
            let mut state = vec![0.0; half];
            for step in 0..words {
                let word = if backward { words - 1 - step } else { step };
                let (gates, values) = outputs[word * width..][..width].split_at(half);
                let target = &mut vectors[word * width + direction * half..][..half];
                for (((state, gate), value), target) in state.iter_mut().zip(gates).zip(values).zip(target) {
                    let keep = 0.5 + 0.5 * (gate / (1.0 + gate.abs()));
                    *state = keep * *state + (1.0 - keep) * value;
                    *target += *state;
                }
            }
        }
    }
}

/// Each vector divided by the root of its mean square.
fn normed(vectors: &[f32], width: usize) -> Vec<f32> {
    let mut out = Vec::with_capacity(vectors.len());
    for vector in vectors.chunks_exact(width) {
        // Four sums side by side, in an order that every machine keeps.
        let mut sums = [0.0f32; 4];
        for four in vector.chunks_exact(4) {
            for (sum, value) in sums.iter_mut().zip(four) {
                *sum += value * value;
            }
        }
        let mean = ((sums[0] + sums[1]) + (sums[2] + sums[3])) / width as f32;
        let by = 1.0 / (mean + 1e-5).sqrt();
        out.extend(vector.iter().map(|value| value * by));
    }
    out
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
