//! Rows of numbers that are looked up.

use super::reader::Reader;

/// Rows of numbers.
pub struct Table {
    width: usize,
    values: Vec<f32>,
}

impl Table {
    /// Reads one scale, then the numbers in 16 bits.
    pub fn new(reader: &mut Reader, rows: usize, width: usize) -> Self {
        let scale = reader.floats(1)[0];
        let values = reader.signed_numbers(rows * width).map(|number| number as f32 * scale).collect();
        Self { width, values }
    }

    /// One row.
    pub fn row(&self, at: usize) -> &[f32] {
        &self.values[at * self.width..][..self.width]
    }

    /// Adds a row to numbers.
    pub fn add(&self, at: usize, target: &mut [f32]) {
        target.iter_mut().zip(self.row(at)).for_each(|(sum, value)| *sum += value);
    }
}
