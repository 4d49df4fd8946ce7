//! From a word's form to rows of the embedding table.
//!
//! `training/features.py` does the same for training.

use crate::hash::{START, fnv1a};

/// Rows of each feature's part of the table, in order: lower-cased word twice, word, suffixes of two to four letters,
/// prefix of three, shape.
pub const ROWS: [u32; 8] = [4096, 4096, 2048, 512, 1536, 1536, 1024, 256];
/// Rows of the table that are packed together.
pub const ROWS_OF_RUN: usize = 32;

/// Adds the rows of one word; `first` where it opens its sentence.
pub fn rows(form: &str, first: bool, out: &mut Vec<u32>) {
    let mut plain = String::with_capacity(form.len());
    plain.extend(form.chars().map(straight));
    let lower = plain.to_lowercase();
    let back = |letters: usize| lower.char_indices().rev().nth(letters - 1).map_or(0, |(index, _)| index);
    let prefix = lower.char_indices().nth(3).map_or(lower.len(), |(index, _)| index);
    let texts = [
        lower.as_bytes(),
        lower.as_bytes(),
        plain.as_bytes(),
        &lower.as_bytes()[back(2)..],
        &lower.as_bytes()[back(3)..],
        &lower.as_bytes()[back(4)..],
        &lower.as_bytes()[..prefix],
    ];
    let mut start = 0;
    for (seed, (text, count)) in texts.into_iter().zip(ROWS).enumerate() {
        out.push(start + row(seed as u32, text.iter().copied(), count));
        start += count;
    }
    out.push(start + row(7, shape(&plain, first), ROWS[7]));
}

/// Curly quotes and long dashes as plain ones, digits all alike.
fn straight(letter: char) -> char {
    match letter {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '‑' => '-',
        '…' => '.',
        _ if letter.is_numeric() => '0',
        _ => letter,
    }
}

/// A row below `rows` for some text: its hash, then mixed.
fn row(seed: u32, text: impl Iterator<Item = u8>, rows: u32) -> u32 {
    let hash = fnv1a(START ^ seed.wrapping_mul(0x9E37_79B1), text);
    let mixed = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
    ((u64::from(mixed ^ (mixed >> 12)) * u64::from(rows)) >> 32) as u32
}

/// Kinds of letters with runs shortened to one, at most six; marks for a single letter and for a sentence's first word.
fn shape(plain: &str, first: bool) -> impl Iterator<Item = u8> {
    let (mut runs, mut length, mut letters) = ([0; 8], 0, 0);
    for letter in plain.chars().take(24) {
        letters += 1;
        let kind = match letter {
            '0' => b'0',
            _ if letter.is_lowercase() => b'x',
            _ if letter.is_uppercase() => b'X',
            _ if letter.is_alphabetic() || !letter.is_ascii() => b'o',
            _ => letter as u8,
        };
        if length < 6 && (length == 0 || runs[length - 1] != kind) {
            runs[length] = kind;
            length += 1;
        }
    }
    for (holds, mark) in [(letters == 1, b'1'), (first, b'^')] {
        if holds {
            runs[length] = mark;
            length += 1;
        }
    }
    runs.into_iter().take(length)
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_are_those_of_training() {
        // What `rows` of training/features.py gives.
        let known = [
            ("Russia", true, [3357, 7331, 9747, 10545, 10943, 12974, 14573, 14985]),
            ("U.S.", false, [2746, 6378, 8306, 10371, 11312, 13019, 13932, 15044]),
            ("1,250", false, [1164, 5539, 9148, 10437, 10842, 12964, 13847, 14942]),
            ("naïve", false, [1427, 6241, 9847, 10253, 12281, 13098, 14502, 14992]),
            ("—", false, [1646, 4685, 9253, 10605, 11555, 13043, 14671, 14907]),
            ("l’Été", false, [3594, 6560, 8536, 10740, 12072, 13496, 14669, 14970]),
        ];
        for (form, first, expected) in known {
            let mut found = Vec::new();
            super::rows(form, first, &mut found);
            assert_eq!(found, expected, "{form}");
        }
    }
}
