//! Parts of small neural networks: matrices of integers, linear layers, recurrences, and how their weights are read.
//!
//! Products are of integers and sums of floats have a fixed order: natively and in wasm the result is the same, bit for bit.
//! This room knows numbers only.

mod dense;
mod matrix;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod matrix_wasm;
mod packed;
mod reader;
mod recurrence;
mod table;

pub use dense::{Dense, dot, exp_of_negative, normed, straight_swish};
pub use matrix::{Matrix, Sums, pairs};
pub use packed::Packed;
pub use reader::Reader;
pub use recurrence::Recurrence;
pub use table::Table;
