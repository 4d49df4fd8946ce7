//! From one written word to the words that Universal Dependencies sees in it: `don't` is `do` and `n't`.

use crate::span::Span;

/// So many clitics hang on one word at most: `they'd've`.
const MOST: usize = 3;

/// Divides a word with apostrophes: `Russia's`, `won't`, `they'd've`.
pub fn split_clitics(text: &str, word: Span, found: &mut impl FnMut(Span)) {
    let mut ends = [word.end; MOST + 1];
    let mut count = 0;
    while count < MOST
        && let Some(cut) = clitic_start(&text[word.start..ends[count]])
    {
        count += 1;
        ends[count] = word.start + cut;
    }
    split_fused(text, Span::new(word.start, ends[count]), found);
    for index in (0..count).rev() {
        found(Span::new(ends[index + 1], ends[index]));
    }
}

/// Where the last clitic of a word begins.
fn clitic_start(word: &str) -> Option<usize> {
    let apostrophe = word.rfind('\'').filter(|&place| place > 0)?;
    let tail = &word[apostrophe + 1..];
    let is = |what: &str| tail.eq_ignore_ascii_case(what);
    if is("t") && word[..apostrophe].ends_with(['n', 'N']) && apostrophe > 1 {
        Some(apostrophe - 1)
    } else {
        ["s", "ll", "re", "ve", "d", "m"].into_iter().any(is).then_some(apostrophe)
    }
}

/// Divides words that were written together without a sign: `cannot`.
pub fn split_fused(text: &str, word: Span, found: &mut impl FnMut(Span)) {
    let written = word.of(text);
    // Few words end like these, and most words pass through here.
    let likely = matches!(
        written.as_bytes(),
        [.., b'n' | b'N' | b'o' | b'O', b't' | b'T']
            | [.., b'i' | b'I' | b'm' | b'M', b'm' | b'M' | b'e' | b'E']
            | [.., b'n' | b't', b'a']
            | [.., b'v' | b'V' | b'r', b'e' | b'E']
            | [.., b't', b's']
    );
    if !likely {
        return found(word);
    }
    let mut lower = [0u8; 8];
    if let Some(lower) = lower.get_mut(..written.len()) {
        lower.copy_from_slice(written.as_bytes());
        lower.make_ascii_lowercase();
        if let Ok(entry) = FUSED.binary_search_by(|(fused, _)| fused.as_bytes().cmp(lower)) {
            let cut = word.start + FUSED[entry].1;
            found(Span::new(word.start, cut));
            return found(Span::new(cut, word.end));
        }
    }
    found(word);
}

/// Each with the length of its first word.
const FUSED: &[(&str, usize)] = &[
    ("arent", 3),
    ("cannot", 3),
    ("cant", 2),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("gimme", 3),
    ("gonna", 3),
    ("gotta", 3),
    ("hadnt", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("im", 1),
    ("isnt", 2),
    ("ive", 1),
    ("lemme", 3),
    ("shouldnt", 6),
    ("thats", 4),
    ("theyre", 4),
    ("wanna", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("wont", 2),
    ("wouldnt", 5),
    ("youre", 3),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted() {
        assert!(FUSED.is_sorted_by_key(|(fused, _)| fused));
    }

    #[test]
    fn every_fused_word_is_divided() {
        for (fused, cut) in FUSED {
            let mut found = Vec::new();
            split_fused(fused, Span::new(0, fused.len()), &mut |span| found.push(span));
            assert_eq!(found, [Span::new(0, *cut), Span::new(*cut, fused.len())], "{fused}");
        }
    }
}
