//! From the bytes of a model file to numbers, in the order in which they were written.

/// Reads little-endian values one after another. Panics at the end of the file: the model is part of the crate.
pub struct Reader {
    rest: &'static [u8],
}

impl Reader {
    /// Starts at the first byte.
    pub fn new(bytes: &'static [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next `count` bytes.
    pub fn bytes(&mut self, count: usize) -> &'static [u8] {
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }

    /// A 16-bit number.
    pub fn number(&mut self) -> usize {
        let bytes = self.bytes(2);
        usize::from(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// A 16-bit number that may be below zero.
    pub fn signed(&mut self) -> i32 {
        let bytes = self.bytes(2);
        i32::from(i16::from_le_bytes([bytes[0], bytes[1]]))
    }

    /// 32-bit floats.
    pub fn floats(&mut self, count: usize) -> Vec<f32> {
        self.bytes(4 * count)
            .chunks_exact(4)
            .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect()
    }

    /// All bytes left.
    pub fn rest(self) -> &'static [u8] {
        self.rest
    }
}
