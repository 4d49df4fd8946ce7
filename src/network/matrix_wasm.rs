//! The same matrices for WebAssembly with vector instructions: eight outputs of four rows at a time.

use super::matrix::BLOCK;
use core::arch::wasm32::{
    f32x4, f32x4_mul, f32x4_nearest, f32x4_splat, i16x8_narrow_i32x4, i32x4, i32x4_add, i32x4_dot_i16x8,
    i32x4_extract_lane, i32x4_splat, i32x4_trunc_sat_f32x4, v128,
};

/// Numbers in steps of 1/`steps`, to the nearest, kept within 16 bits, two to a number.
pub fn pairs(values: &[f32], steps: f32) -> Vec<i32> {
    let steps = f32x4_splat(steps);
    let whole = |four: &[f32]| {
        i32x4_trunc_sat_f32x4(f32x4_nearest(f32x4_mul(f32x4(four[0], four[1], four[2], four[3]), steps)))
    };
    let mut out = vec![0; values.len() / 2];
    for (eight, target) in values.chunks_exact(8).zip(out.chunks_exact_mut(4)) {
        store_four(i16x8_narrow_i32x4(whole(&eight[..4]), whole(&eight[4..])), target);
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

    /// One row of sums for each row of inputs, two inputs to a number.
    pub fn multiply(&self, rows: &[i32]) -> Vec<i32> {
        let length = self.inputs / 2;
        let mut out = vec![0; rows.len() / length * self.outputs];
        let mut fours = rows.chunks_exact(4 * length);
        let mut targets = out.chunks_exact_mut(4 * self.outputs);
        for (four, target) in (&mut fours).zip(&mut targets) {
            let (two, other) = four.split_at(2 * length);
            let ((a, b), (c, d)) = (two.split_at(length), other.split_at(length));
            for (block, weights) in self.lanes.chunks_exact(length).enumerate() {
                let mut sums = [[i32x4_splat(0); 2]; 4];
                for ((((weight, &a), &b), &c), &d) in weights.iter().zip(a).zip(b).zip(c).zip(d) {
                    for (sums, both) in sums.iter_mut().zip([a, b, c, d]) {
                        add(sums, weight, both);
                    }
                }
                for (sums, row) in sums.iter().zip(target.chunks_exact_mut(self.outputs)) {
                    store(sums, &mut row[block * BLOCK..]);
                }
            }
        }
        let last = targets.into_remainder().chunks_exact_mut(self.outputs);
        for (row, target) in fours.remainder().chunks_exact(length).zip(last) {
            for (block, weights) in self.lanes.chunks_exact(length).enumerate() {
                let mut sums = [i32x4_splat(0); 2];
                weights.iter().zip(row).for_each(|(weight, &both)| add(&mut sums, weight, both));
                store(&sums, &mut target[block * BLOCK..]);
            }
        }
        out
    }
}

#[inline(always)]
fn add(sums: &mut [v128; 2], weight: &[v128; 2], both: i32) {
    let both = i32x4_splat(both);
    *sums = [0, 1].map(|half| i32x4_add(sums[half], i32x4_dot_i16x8(weight[half], both)));
}

#[inline(always)]
fn store(sums: &[v128; 2], target: &mut [i32]) {
    let (first, second) = target.split_at_mut(4);
    store_four(sums[0], first);
    store_four(sums[1], second);
}

#[inline(always)]
fn store_four(lanes: v128, target: &mut [i32]) {
    target[0] = i32x4_extract_lane::<0>(lanes);
    target[1] = i32x4_extract_lane::<1>(lanes);
    target[2] = i32x4_extract_lane::<2>(lanes);
    target[3] = i32x4_extract_lane::<3>(lanes);
}
