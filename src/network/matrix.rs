//! Matrices of 16-bit integers and their products with vectors: exact in any order, so that every machine computes the same.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub use super::matrix_wasm::{Matrix, pairs};
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub use plain::{Matrix, pairs};

/// Outputs are padded to a multiple of this.
pub const BLOCK: usize = 8;

/// What becomes of the sums of a block of outputs before they are put down.
pub trait Finish {
    /// A number of the product.
    type Number: Copy + Default;

    /// The numbers of the block with that index.
    fn block(&self, block: usize, sums: [i32; BLOCK]) -> [Self::Number; BLOCK];
}

/// The sums as they are.
pub struct Sums;

impl Finish for Sums {
    type Number = i32;

    #[inline(always)]
    fn block(&self, _: usize, sums: [i32; BLOCK]) -> [i32; BLOCK] {
        sums
    }
}

/// Two neighbouring inputs in one number, the first in its lower half.
#[inline(always)]
pub fn pair(first: i16, second: i16) -> i32 {
    i32::from(first) & 0xFFFF | i32::from(second) << 16
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod plain {
    use super::{BLOCK, Finish, pair};

    /// Numbers in steps of 1/`steps`, to the nearest, kept within 16 bits, two to a number.
    pub fn pairs(values: &[f32], steps: f32) -> Vec<i32> {
        // Adding and taking away 1.5 * 2^23 leaves the nearest integer.
        const NEAREST: f32 = 12_582_912.0;
        let whole = |value: f32| ((value * steps).clamp(-32_768.0, 32_767.0) + NEAREST - NEAREST) as i16;
        values.chunks_exact(2).map(|two| pair(whole(two[0]), whole(two[1]))).collect()
    }

    fn both(pair: i32) -> [i16; 2] {
        [pair as i16, (pair >> 16) as i16]
    }

    /// A matrix, output by output.
    pub struct Matrix {
        inputs: usize,
        outputs: usize,
        weights: Vec<i16>,
    }

    impl Matrix {
        /// `pair(output, at)` gives two neighbouring weights, the first in the lower half; `inputs` must be even. Outputs
        /// are padded to a multiple of [`BLOCK`].
        pub fn new(outputs: usize, inputs: usize, pair: impl Fn(usize, usize) -> i32) -> Self {
            let length = inputs / 2;
            let mut weights: Vec<i16> =
                (0..outputs * length).flat_map(|at| both(pair(at / length, at % length))).collect();
            let outputs = outputs.next_multiple_of(BLOCK);
            weights.resize(outputs * inputs, 0);
            Self { inputs, outputs, weights }
        }

        /// Outputs with their padding: the length of one row of a product.
        pub fn outputs(&self) -> usize {
            self.outputs
        }

        /// One row for each row of inputs, two inputs to a number: what `finish` makes of the sums.
        pub fn multiply<F: Finish>(&self, rows: &[i32], finish: &F) -> Vec<F::Number> {
            let values: Vec<i16> = rows.iter().flat_map(|&pair| both(pair)).collect();
            let mut out = Vec::with_capacity(values.len() / self.inputs * self.outputs);
            for row in values.chunks_exact(self.inputs) {
                for (block, weights) in self.weights.chunks_exact(BLOCK * self.inputs).enumerate() {
                    let sum = |output: usize| dot(&weights[output * self.inputs..][..self.inputs], row);
                    out.extend(finish.block(block, core::array::from_fn(sum)));
                }
            }
            out
        }
    }

    /// Compilers know this shape and turn it into vector instructions.
    fn dot(a: &[i16], b: &[i16]) -> i32 {
        a.iter().zip(b).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum()
    }
}
