//! The same matrices for WebAssembly with vector instructions: eight outputs of four rows at a time.

use super::matrix::{BLOCK, Finish};
use core::arch::wasm32::{
    f32x4, f32x4_add, f32x4_mul, f32x4_pmax, f32x4_pmin, f32x4_splat, i16x8_shuffle, i32x4, i32x4_add, i32x4_dot_i16x8,
    i32x4_extract_lane, i32x4_splat, v128,
};

/// So many rows are multiplied together: with more, their sums would not stay in registers.
const ROWS: usize = 4;

/// Numbers in steps of 1/`steps`, to the nearest, kept within 16 bits, two to a number.
pub fn pairs(values: &[f32], steps: f32) -> Vec<i32> {
    let (steps, least, most) = (f32x4_splat(steps), f32x4_splat(-32_768.0), f32x4_splat(32_767.0));
    // Adding 1.5 * 2^23 leaves the nearest integer in the lowest bits.
    let nearest = f32x4_splat(12_582_912.0);
    let whole = |four: &[f32]| {
        let value = f32x4_mul(f32x4(four[0], four[1], four[2], four[3]), steps);
        f32x4_add(f32x4_pmin(f32x4_pmax(value, least), most), nearest)
    };
    let mut out = vec![0; values.len() / 2];
    for (eight, target) in values.chunks_exact(8).zip(out.chunks_exact_mut(4)) {
        let (first, second) = (whole(&eight[..4]), whole(&eight[4..]));
        target.copy_from_slice(&lanes(i16x8_shuffle::<0, 2, 4, 6, 8, 10, 12, 14>(first, second)));
    }
    out
}

/// A matrix in blocks of eight outputs, in each the inputs by pairs.
pub struct Matrix {
    inputs: usize,
    outputs: usize,
    lanes: Vec<[v128; 2]>,
}

impl Matrix {
    /// `pair(output, at)` gives two neighbouring weights, the first in the lower half; `inputs` must be even. Outputs are
    /// padded to a multiple of [`BLOCK`].
    pub fn new(outputs: usize, inputs: usize, pair: impl Fn(usize, usize) -> i32) -> Self {
        let padded = outputs.next_multiple_of(BLOCK);
        let pair = |output: usize, at: usize| if output < outputs { pair(output, at) } else { 0 };
        let four = |o: usize, at: usize| i32x4(pair(o, at), pair(o + 1, at), pair(o + 2, at), pair(o + 3, at));
        let mut lanes = Vec::with_capacity(padded / BLOCK * inputs / 2);
        for block in (0..padded).step_by(BLOCK) {
            lanes.extend((0..inputs / 2).map(|at| [four(block, at), four(block + 4, at)]));
        }
        Self { inputs, outputs: padded, lanes }
    }

    /// Outputs with their padding: the length of one row of a product.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// One row for each row of inputs, two inputs to a number: what `finish` makes of the sums.
    pub fn multiply<F: Finish>(&self, rows: &[i32], finish: &F) -> Vec<F::Number> {
        let length = self.inputs / 2;
        let mut out = vec![F::Number::default(); rows.len() / length * self.outputs];
        // The weights of a block are few enough to stay at hand for all rows.
        for (block, weights) in self.lanes.chunks_exact(length).enumerate() {
            let put = |sums: &[[i32; BLOCK]], target: &mut [F::Number]| {
                for (sums, row) in sums.iter().zip(target.chunks_exact_mut(self.outputs)) {
                    row[block * BLOCK..][..BLOCK].copy_from_slice(&finish.block(block, *sums));
                }
            };
            for (some, target) in rows.chunks(ROWS * length).zip(out.chunks_mut(ROWS * self.outputs)) {
                let row = |at: usize| &some[at * length..][..length];
                match some.len() / length {
                    1 => put(&sums(weights, [0].map(row)), target),
                    2 => put(&sums(weights, [0, 1].map(row)), target),
                    3 => put(&sums(weights, [0, 1, 2].map(row)), target),
                    _ => put(&sums(weights, [0, 1, 2, 3].map(row)), target),
                }
            }
        }
        out
    }
}

/// The sums of one block for some rows.
#[inline(always)]
fn sums<const ROWS: usize>(weights: &[[v128; 2]], rows: [&[i32]; ROWS]) -> [[i32; BLOCK]; ROWS] {
    let mut sums = [[i32x4_splat(0); 2]; ROWS];
    let rows = rows.map(|row| &row[..weights.len()]);
    for (at, weight) in weights.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(rows) {
            let both = i32x4_splat(row[at]);
            *sums = [0, 1].map(|half| i32x4_add(sums[half], i32x4_dot_i16x8(weight[half], both)));
        }
    }
    sums.map(|[first, second]| {
        let ([a, b, c, d], [e, f, g, h]) = (lanes(first), lanes(second));
        [a, b, c, d, e, f, g, h]
    })
}

#[inline(always)]
fn lanes(four: v128) -> [i32; 4] {
    [
        i32x4_extract_lane::<0>(four),
        i32x4_extract_lane::<1>(four),
        i32x4_extract_lane::<2>(four),
        i32x4_extract_lane::<3>(four),
    ]
}
