//! From bytes to fewer, by how frequent each is, and back: an asymmetric numeral system (Duda 2013, arXiv:1311.2540) with fixed
//! frequencies. Numbers that follow no pattern come out a twelfth smaller than by Deflate. They are packed in runs, each of
//! which is unpacked when it is first asked for: a short text needs few.

use std::sync::OnceLock;

/// Frequencies sum to this power of two.
const PRECISION: u32 = 14;
/// A state below this takes in another byte.
const LOWEST: u32 = 1 << 23;

/// Packs bytes in runs of `length`, as `build.rs` does: the frequencies of the 256 bytes, then for each run how many bytes it
/// comes to and those.
#[allow(dead_code)]
pub fn pack(bytes: &[u8], length: usize) -> Vec<u8> {
    let frequencies = frequencies(bytes);
    let mut starts = [0; 256];
    for byte in 1..256 {
        starts[byte] = starts[byte - 1] + frequencies[byte - 1];
    }
    let mut packed: Vec<u8> = frequencies.iter().flat_map(|&frequency| (frequency as u16).to_le_bytes()).collect();
    for run in bytes.chunks(length) {
        let mut state = LOWEST;
        let mut reversed = Vec::new();
        // What is packed last is unpacked first.
        for byte in run.iter().rev().map(|&byte| usize::from(byte)) {
            while state >= ((LOWEST >> PRECISION) << 8) * frequencies[byte] {
                reversed.push(state as u8);
                state >>= 8;
            }
            state = ((state / frequencies[byte]) << PRECISION) + state % frequencies[byte] + starts[byte];
        }
        reversed.extend(state.to_be_bytes());
        packed.extend((reversed.len() as u16).to_le_bytes());
        packed.extend(reversed.iter().rev());
    }
    packed
}

/// How often each byte occurs, in parts of 2^[`PRECISION`]; at least one where it occurs at all.
fn frequencies(bytes: &[u8]) -> [u32; 256] {
    let mut counts = [0u64; 256];
    bytes.iter().for_each(|&byte| counts[usize::from(byte)] += 1);
    let whole = 1 << PRECISION;
    let mut frequencies = counts.map(|count| match count * whole / (bytes.len() as u64).max(1) {
        0 => u32::from(count > 0),
        share => share as u32,
    });
    // What rounding left over or took too much is borne by the most frequent.
    let most = (0..256).max_by_key(|&byte| counts[byte]).unwrap_or_default();
    let others = frequencies.iter().sum::<u32>() - frequencies[most];
    frequencies[most] = whole as u32 - others;
    frequencies
}

/// Packed bytes, and those of their runs that were asked for.
pub struct Packed {
    slots: Vec<Slot>,
    length: usize,
    runs: Vec<&'static [u8]>,
    unpacked: Vec<OnceLock<Box<[u8]>>>,
}

/// What a value of the state's lowest bits stands for.
struct Slot {
    byte: u8,
    frequency: u16,
    /// How far beyond the first slot of the byte.
    beyond: u16,
}

impl Packed {
    /// Takes what [`pack`] wrote in runs of `length`. Panics where it is cut: it is part of the crate.
    pub fn new(packed: &'static [u8], length: usize) -> Self {
        let number = |bytes: &[u8]| u16::from_le_bytes([bytes[0], bytes[1]]);
        let (frequencies, mut rest) = packed.split_at(2 * 256);
        let mut slots = Vec::with_capacity(1 << PRECISION);
        for (byte, frequency) in frequencies.chunks_exact(2).map(number).enumerate() {
            slots.extend((0..frequency).map(|beyond| Slot { byte: byte as u8, frequency, beyond }));
        }
        let mut runs = Vec::new();
        while !rest.is_empty() {
            let (run, others) = rest[2..].split_at(number(rest).into());
            runs.push(run);
            rest = others;
        }
        let unpacked = runs.iter().map(|_| OnceLock::new()).collect();
        Self { slots, length, runs, unpacked }
    }

    /// How many runs there are.
    pub fn runs(&self) -> usize {
        self.runs.len()
    }

    /// The bytes of a run; behind the last of them all it goes on as it may.
    pub fn run(&self, number: usize) -> &[u8] {
        self.unpacked[number].get_or_init(|| self.unpack(self.runs[number]))
    }

    // Browsers optimise a function between its calls, never within one.
    #[inline(never)]
    fn unpack(&self, packed: &[u8]) -> Box<[u8]> {
        let (state, mut rest) = packed.split_at(4);
        let mut state = u32::from_le_bytes([state[0], state[1], state[2], state[3]]);
        let mut bytes = vec![0; self.length].into_boxed_slice();
        for byte in &mut bytes {
            let slot = &self.slots[(state & ((1 << PRECISION) - 1)) as usize];
            *byte = slot.byte;
            state = u32::from(slot.frequency) * (state >> PRECISION) + u32::from(slot.beyond);
            while state < LOWEST {
                let Some((&next, others)) = rest.split_first() else { break };
                (state, rest) = ((state << 8) | u32::from(next), others);
            }
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked() {
        let skewed = (0..5001u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 16).leading_zeros() as u8).collect();
        let even = (0..=255).cycle().take(3000).collect();
        for bytes in [skewed, even, vec![7; 300], vec![1]] {
            let packed = Packed::new(Box::leak(pack(&bytes, 64).into_boxed_slice()), 64);
            let unpacked: Vec<u8> = (0..packed.runs()).flat_map(|run| packed.run(run)).copied().collect();
            assert_eq!(unpacked[..bytes.len()], bytes);
        }
    }
}
