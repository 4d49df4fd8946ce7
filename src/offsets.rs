//! From byte offsets to the offsets that a reader counts in: bytes, code points or UTF-16 code units.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// What an offset into a document's text counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as Rust counts.
    #[default]
    Bytes,
    /// Unicode code points, as Python counts.
    CodePoints,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

impl FromStr for OffsetUnit {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "bytes" => Ok(OffsetUnit::Bytes),
            "code-points" => Ok(OffsetUnit::CodePoints),
            "utf16" => Ok(OffsetUnit::Utf16),
            _ => Err(format!("{word:?} is no unit of offsets; expected one of: bytes, code-points, utf16")),
        }
    }
}

/// Counts of one text, taken in one pass, from which any offset is a short step.
pub struct OffsetTable<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Units before every `STRIDE`th byte; empty where a byte is a unit.
    checkpoints: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'t> OffsetTable<'t> {
    /// Counts `text` in `unit`.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut checkpoints = Vec::new();
        if unit != OffsetUnit::Bytes && !text.is_ascii() {
            let mut count = 0;
            for stretch in text.as_bytes().chunks(STRIDE) {
                checkpoints.push(count);
                count += units(stretch, unit);
            }
            checkpoints.push(count);
        }
        OffsetTable { text, unit, checkpoints }
    }

    /// The offset of byte `offset`; what lies beyond the text counts as its end.
    pub fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let nearest = offset / STRIDE;
        match self.checkpoints.get(nearest) {
            Some(count) => count + units(&self.text.as_bytes()[nearest * STRIDE..offset], self.unit),
            None => offset,
        }
    }

    /// The words between two offsets; what lies beyond the text, or inside a character, is left out.
    pub fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(self.byte(start)..self.byte(end)).unwrap_or_default()
    }

    /// The byte at an offset.
    fn byte(&self, offset: usize) -> usize {
        if self.checkpoints.is_empty() {
            return offset.min(self.text.len());
        }
        let nearest = self.checkpoints.partition_point(|&count| count <= offset).saturating_sub(1);
        let start = nearest * STRIDE;
        let mut count = self.checkpoints[nearest];
        let rest = self.text.as_bytes().iter().enumerate().skip(start);
        let mut ends = rest.filter(|&(at, &byte)| {
            let before = count;
            count += units(&[byte], self.unit);
            before >= offset && self.text.is_char_boundary(at)
        });
        ends.next().map_or(self.text.len(), |(at, _)| at)
    }
}

/// Each character is counted at its first byte; outside the basic plane UTF-16 needs two.
fn units(bytes: &[u8], unit: OffsetUnit) -> usize {
    bytes
        .iter()
        .map(|&byte| match unit {
            OffsetUnit::Bytes => 1,
            _ if byte & 0xC0 == 0x80 => 0,
            OffsetUnit::Utf16 if byte >= 0xF0 => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_boundary_is_where_python_and_javascript_see_it() {
        let text = "Łódź – \u{1F1F5}\u{1F1F1} Pińczów ".repeat(20);
        for unit in [OffsetUnit::Bytes, OffsetUnit::CodePoints, OffsetUnit::Utf16] {
            let table = OffsetTable::new(&text, unit);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                let expected = match unit {
                    OffsetUnit::Bytes => byte,
                    OffsetUnit::CodePoints => before.chars().count(),
                    OffsetUnit::Utf16 => before.encode_utf16().count(),
                };
                assert_eq!(table.at(byte), expected, "{unit:?} at byte {byte}");
                assert_eq!(table.slice(0, expected), before, "{unit:?} to {expected}");
                assert_eq!(table.slice(expected, usize::MAX), &text[byte..], "{unit:?} from {expected}");
            }
            assert_eq!(table.at(usize::MAX), table.at(text.len()));
        }
    }
}
