//! A table of 8-bit weights, addressed by the hash of a feature: each feature owns a window of one weight per class.

/// Weights of many features over the same classes.
pub struct Weights<'a> {
    table: &'a [i8],
}

impl<'a> Weights<'a> {
    /// `table` must hold a power of two of weights, more than any number of classes.
    pub fn new(table: &'a [i8]) -> Self {
        debug_assert!(table.len().is_power_of_two());
        Self { table }
    }

    /// Adds the weights of all `features` into `scores`, one per class.
    pub fn add(&self, features: &[u32], scores: &mut [i32]) {
        scores.fill(0);
        for &feature in features {
            let start = window(feature, self.table.len(), scores.len());
            for (score, &weight) in scores.iter_mut().zip(&self.table[start..]) {
                *score += i32::from(weight);
            }
        }
    }
}

/// Where a feature's window starts in a table of `size` weights.
pub fn window(feature: u32, size: usize, classes: usize) -> usize {
    (feature as usize & (size - 1)).min(size - classes)
}

/// Mixes a value into a hash.
pub fn mix(hash: u32, value: u32) -> u32 {
    let mixed = (hash ^ value).wrapping_mul(0x9E37_79B1);
    (mixed ^ (mixed >> 15)).wrapping_mul(0x85EB_CA6B).rotate_left(13)
}

/// Hash of some letters.
pub fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |hash, &byte| mix(hash, u32::from(byte)))
}
