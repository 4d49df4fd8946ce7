//! Rows of numbers that are looked up.

use super::reader::Reader;

/// Rows of numbers.
pub struct Table {
    width: usize,
    values: Vec<f32>,
}

impl Table {
    /// Reads a scale for each row, then the numbers in 8 bits.
    pub fn new(reader: &mut Reader, rows: usize, width: usize) -> Self {
        let scales = reader.floats(rows);
        let bytes = reader.bytes(rows * width);
        let values = bytes.iter().enumerate().map(|(at, &byte)| f32::from(byte as i8) * scales[at / width]).collect();
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
