//! From words of the tables to what is known of them: a map with a hash that is quick for short words.

use super::table::Text;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are those of the tables. Not for keys from texts: whoever writes a text could make them collide.
pub type WordMap<V> = HashMap<Text, V, BuildHasherDefault<WordHasher>>;

/// FNV-1a.
#[derive(Clone, Copy)]
pub struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        WordHasher(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3));
    }

    fn finish(&self) -> u64 {
        // The map takes its high bits and its low ones.
        self.0 ^ self.0 >> 29
    }
}
