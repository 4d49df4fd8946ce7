//! A linear layer, and what is done to vectors between layers.

use super::matrix::{Matrix, pair, pairs};
use super::reader::Reader;

/// Steps per unit in which the inputs of a layer are written as 16-bit integers.
const STEPS: f32 = 1024.0;

/// A linear layer: integer weights with a scale and a bias for every output.
pub struct Dense {
    matrix: Matrix,
    scale: Vec<f32>,
    bias: Vec<f32>,
}

impl Dense {
    /// Reads scales, biases and weights of a layer.
    pub fn new(reader: &mut Reader, outputs: usize, inputs: usize) -> Self {
        let (scale, bias) = (reader.floats(outputs), reader.floats(outputs));
        let bytes = reader.bytes(outputs * inputs);
        let matrix = Matrix::new(outputs, inputs, |output, at| {
            let two = &bytes[output * inputs + 2 * at..][..2];
            pair(i16::from(two[0] as i8), i16::from(two[1] as i8))
        });
        let padded = |mut values: Vec<f32>, by: f32| {
            values.iter_mut().for_each(|value| *value *= by);
            values.resize(matrix.outputs(), 0.0);
            values
        };
        Self { scale: padded(scale, 1.0 / STEPS), bias: padded(bias, 1.0), matrix }
    }

    /// Outputs with their padding: the length of one row of [`Dense::apply`].
    pub fn outputs(&self) -> usize {
        self.matrix.outputs()
    }

    /// One row of outputs for each row of inputs.
    pub fn apply(&self, inputs: &[f32]) -> Vec<f32> {
        let sums = self.matrix.multiply(&pairs(inputs, STEPS));
        let mut out = Vec::with_capacity(sums.len());
        for row in sums.chunks_exact(self.matrix.outputs()) {
            out.extend(
                row.iter().zip(&self.scale).zip(&self.bias).map(|((&sum, scale), bias)| sum as f32 * scale + bias),
            );
        }
        out
    }
}

/// Each vector divided by the root of its mean square.
pub fn normed(vectors: &[f32], width: usize) -> Vec<f32> {
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
