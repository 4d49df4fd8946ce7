//! From word forms to tags, left to right, by summed weights of hashed features.

use super::weights::{hash, mix};

/// What the models see of a word, as hashes.
#[derive(Clone, Copy, Default)]
pub struct Form {
    /// Lower-cased letters.
    pub lower: u32,
    suffix: [u32; 3],
    prefix: u32,
    shape: u32,
}

impl Form {
    /// Reads a word's form.
    pub fn new(form: &str) -> Self {
        let lower = form.to_lowercase();
        let cut = |letters: usize| {
            let start = lower.char_indices().rev().nth(letters - 1).map_or(0, |(index, _)| index);
            hash(&lower.as_bytes()[start..])
        };
        let prefix_end = lower.char_indices().nth(3).map_or(lower.len(), |(index, _)| index);
        let mut shape: Vec<u8> = form.chars().take(24).map(shape_of).collect();
        shape.dedup();
        let digits = lower.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
            && lower.bytes().any(|byte| byte.is_ascii_digit());
        Self {
            lower: if digits { hash(&[b'0', lower.len().min(5) as u8]) } else { hash(lower.as_bytes()) },
            suffix: [cut(1), cut(2), cut(3)],
            prefix: hash(&lower.as_bytes()[..prefix_end]),
            shape: hash(&shape),
        }
    }
}

fn shape_of(letter: char) -> u8 {
    match letter {
        _ if letter.is_lowercase() => b'x',
        _ if letter.is_uppercase() => b'X',
        _ if letter.is_numeric() => b'0',
        _ => letter as u8,
    }
}

/// Features of the word at `index`, given the Penn tags of the two words before it.
pub fn features(forms: &[Form], index: usize, before: [u32; 2], out: &mut Vec<u32>) {
    let at = |offset: isize| {
        index
            .checked_add_signed(offset)
            .and_then(|i| forms.get(i))
            .copied()
            .unwrap_or(Form { lower: offset as u32, ..Form::default() })
    };
    let (word, previous, next) = (at(0), at(-1), at(1));
    let first = u32::from(index == 0);
    out.clear();
    let mut add = |kind: u32, a: u32, b: u32| out.push(mix(mix(mix(7, kind), a), b));
    add(0, 0, 0);
    add(1, word.lower, 0);
    add(2, word.suffix[0], word.shape);
    add(3, word.suffix[1], 0);
    add(4, word.suffix[2], 0);
    add(5, word.prefix, 0);
    add(6, word.shape, first);
    add(7, before[0], 0);
    add(8, before[0], before[1]);
    add(9, previous.lower, 0);
    add(10, next.lower, 0);
    add(11, at(-2).lower, 0);
    add(12, at(2).lower, 0);
    add(13, word.lower, before[0]);
    add(14, word.lower, next.lower);
    add(15, next.suffix[2], next.shape);
    add(16, previous.lower, word.suffix[2]);
    add(17, before[0], next.suffix[1]);
    add(18, before[0], word.suffix[1]);
    add(19, previous.suffix[2], word.suffix[1]);
}
