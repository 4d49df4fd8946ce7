//! From bytes to a number that tells them from most others: FNV-1a of 32 bits, which is quick for short words.

/// Where a hash begins.
pub const START: u32 = 0x811C_9DC5;

/// The hash of what came before, from [`START`] on, and of some more bytes.
#[inline]
pub fn fnv1a(before: u32, bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(before, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standard() {
        for (text, hash) in [("", 0x811C_9DC5), ("a", 0xE40C_292C), ("foobar", 0xBF9C_F968)] {
            assert_eq!(fnv1a(START, text.bytes()), hash, "{text}");
        }
    }
}
