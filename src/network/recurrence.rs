//! A gated recurrence in either direction: its gate sees a word and its neighbour, never the state, so that all products are
//! made for the whole sentence at once.

use super::dense::{Dense, normed};
use super::reader::Reader;

/// Weights of one layer.
pub struct Recurrence {
    width: usize,
    /// What a word's neighbour adds to it, for reading forward and backward.
    neighbour: [Vec<f32>; 2],
    /// Gates, then values.
    directions: [Dense; 2],
}

impl Recurrence {
    /// Reads the weights of a layer of so many numbers a word.
    pub fn new(reader: &mut Reader, width: usize) -> Self {
        Self {
            width,
            neighbour: core::array::from_fn(|_| reader.floats(width)),
            directions: core::array::from_fn(|_| Dense::new(reader, width, width)),
        }
    }

    /// Adds to the vectors what the two recurrences carry.
    pub fn add(&self, vectors: &mut [f32]) {
        let width = self.width;
        let words = vectors.len() / width;
        let half = width / 2;
        let inputs = normed(vectors, width);
        for (direction, dense) in self.directions.iter().enumerate() {
            let backward = direction == 1;
            let mut mixed = Vec::with_capacity(inputs.len());
            for (word, input) in inputs.chunks_exact(width).enumerate() {
                let beside = if backward { Some(word + 1).filter(|&next| next < words) } else { word.checked_sub(1) };
                let Some(beside) = beside else {
                    mixed.extend_from_slice(input);
                    continue;
                };
                let others = self.neighbour[direction].iter().zip(&inputs[beside * width..][..width]);
                mixed.extend(input.iter().zip(others).map(|(value, (by, other))| value + by * other));
            }
            let outputs = dense.apply(&mixed);
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
