//! A linear layer, and what is done to vectors between layers.

use super::matrix::{BLOCK, Finish, Matrix, pair, pairs};
use super::reader::Reader;

/// Steps per unit in which the inputs of a layer are written as 16-bit integers.
const STEPS: f32 = 1024.0;

/// A linear layer: integer weights with a scale and a bias for every output.
pub struct Dense {
    matrix: Matrix,
    scales: Scales,
}

/// Scale and bias of every output, by blocks.
struct Scales(Vec<[[f32; BLOCK]; 2]>);

impl Finish for Scales {
    type Number = f32;

    #[inline(always)]
    fn block(&self, block: usize, sums: [i32; BLOCK]) -> [f32; BLOCK] {
        let [scale, bias] = &self.0[block];
        core::array::from_fn(|at| sums[at] as f32 * scale[at] + bias[at])
    }
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
        let number = |values: &[f32], at: usize| values.get(at).copied().unwrap_or(0.0);
        let scales = (0..matrix.outputs()).step_by(BLOCK).map(|block| {
            let scale = core::array::from_fn(|at| number(&scale, block + at) * (1.0 / STEPS));
            [scale, core::array::from_fn(|at| number(&bias, block + at))]
        });
        Self { scales: Scales(scales.collect()), matrix }
    }

    /// Outputs with their padding: the length of one row of [`Dense::apply`].
    pub fn outputs(&self) -> usize {
        self.matrix.outputs()
    }

    /// One row of outputs for each row of inputs.
    pub fn apply(&self, inputs: &[f32]) -> Vec<f32> {
        self.matrix.multiply(&pairs(inputs, STEPS), &self.scales)
    }
}

/// The product of two vectors, whose length is a multiple of four: four sums side by side, in an order that every machine keeps.
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

/// Each vector divided by the root of its mean square.
pub fn normed(vectors: &[f32], width: usize) -> Vec<f32> {
    let mut out = Vec::with_capacity(vectors.len());
    for vector in vectors.chunks_exact(width) {
        let mean = dot(vector, vector) / width as f32;
        let by = 1.0 / (mean + 1e-5).sqrt();
        out.extend(vector.iter().map(|value| value * by));
    }
    out
}

/// A smooth gate made of straight pieces: x below -3 becomes 0, above 3 stays x.
pub fn straight_swish(x: f32) -> f32 {
    x * (x / 6.0 + 0.5).clamp(0.0, 1.0)
}

/// The exponential of a number that is not above zero, to six digits; of less than -60 as of -60. Equal on every machine.
pub fn exp_of_negative(x: f32) -> f32 {
    let powers = x.clamp(-60.0, 0.0) * core::f32::consts::LOG2_E;
    let whole = powers.floor();
    let rest = powers - whole;
    // Two to the power of `rest`, between 0 and 1: the Taylor series, its last terms bent so that it meets 2 at 1.
    let mantissa = 1.0
        + rest
            * (core::f32::consts::LN_2
                + rest * (0.240_226_5 + rest * (0.055_504_1 + rest * (0.009_618_1 + rest * 0.001_504_1))));
    mantissa * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::{exp_of_negative, straight_swish};

    #[test]
    #[allow(clippy::disallowed_methods)]
    fn exponentials_are_right_to_five_digits() {
        for step in 0..6000 {
            let x = -(step as f32) / 100.0;
            let right = f64::from(x).exp();
            assert!((f64::from(exp_of_negative(x)) - right).abs() <= right * 2e-5, "{x}");
        }
        assert_eq!(exp_of_negative(-1e9), exp_of_negative(-60.0));
    }

    #[test]
    fn the_gate_is_shut_below_and_open_above() {
        assert_eq!(straight_swish(-4.0), 0.0);
        assert_eq!(straight_swish(5.0), 5.0);
        assert!(straight_swish(-1.0) < 0.0 && straight_swish(1.0) > 0.5);
    }
}
