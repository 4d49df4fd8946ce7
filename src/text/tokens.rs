//! From the clean text of one sentence to the ranges of its tokens, as Universal Dependencies divides English.

use super::abbreviations::{Abbreviation, abbreviation, is_dotted};
use super::clitics::{split_clitics, split_fused};
use crate::span::Span;

/// Divides the sentence `within` of a clean text into tokens, in order, and hands each to `found`.
pub fn tokens(text: &str, within: Span, found: &mut impl FnMut(Span)) {
    let bytes = text.as_bytes();
    let mut place = within.start;
    while place < within.end {
        if bytes[place] == b' ' {
            place += 1;
            continue;
        }
        let start = place;
        let (mut letters_only, mut address) = (true, false);
        while place < within.end && bytes[place] != b' ' {
            letters_only &= bytes[place].is_ascii_alphabetic();
            address |= matches!(bytes[place], b'@' | b'/');
            place += 1;
        }
        let span = Span::new(start, place);
        if letters_only {
            split_fused(text, span, found);
            continue;
        }
        address |= span.of(text).trim_start_matches(['(', '<', '[']).starts_with("www.");
        let chunk = Chunk { text, span, last: place == within.end, address };
        if chunk.is_whole() {
            found(chunk.span);
        } else {
            chunk.divide(found);
        }
    }
}

/// What stands between two spaces.
struct Chunk<'t> {
    text: &'t str,
    span: Span,
    /// The last one of its sentence.
    last: bool,
    /// Some sign of a web or mail address is in it.
    address: bool,
}

impl Chunk<'_> {
    /// Addresses and faces are one token.
    fn is_whole(&self) -> bool {
        let chunk = self.span.of(self.text);
        chunk.len() <= 4 && FACES.contains(&chunk)
    }

    fn byte(&self, place: usize) -> u8 {
        if place < self.span.end { self.text.as_bytes()[place] } else { b' ' }
    }

    fn divide(&self, found: &mut impl FnMut(Span)) {
        let mut place = self.span.start;
        while place < self.span.end {
            let start = place;
            let letter = self.text[place..self.span.end].chars().next().unwrap_or(' ');
            place += letter.len_utf8();
            if is_word_letter(letter) || self.begins_word(letter, place) {
                place = match self.address_end(start) {
                    Some(end) => {
                        found(Span::new(start, end));
                        end
                    }
                    None => {
                        let end = self.word_end(start);
                        split_clitics(self.text, Span::new(start, end), found);
                        end
                    }
                };
                continue;
            }
            // Marks stand alone, but a run of the same mark is one token.
            match letter {
                '!' | '?' => {
                    while matches!(self.byte(place), b'!' | b'?') {
                        place += 1;
                    }
                }
                '.' | '-' | '*' | '_' | '=' | '~' | '<' | '>' | '#' | '+' => {
                    while self.byte(place) == letter as u8 {
                        place += 1;
                    }
                }
                '\'' if self.byte(place) == b'\'' => place += 1,
                '`' if self.byte(place) == b'`' => place += 1,
                _ => {}
            }
            found(Span::new(start, place));
        }
    }

    /// Signs that belong to the word after them: `'90s`, `+44`, `.doc`.
    fn begins_word(&self, letter: char, next: usize) -> bool {
        let following = self.byte(next);
        match letter {
            '\'' => {
                let rest = &self.text.as_bytes()[next..self.span.end];
                let letters = rest.iter().take(6).take_while(|byte| byte.is_ascii_alphanumeric()).count();
                following.is_ascii_digit() && self.byte(next + 1).is_ascii_digit()
                    || ["s", "em", "til", "tis", "twas", "cause", "n", "ll", "re", "ve", "d", "m"]
                        .contains(&&self.text[next..next + letters])
            }
            '.' => self.span.start + 1 == next && following.is_ascii_alphanumeric(),
            '+' => self.span.start + 1 == next && following.is_ascii_digit(),
            _ => false,
        }
    }

    /// The end of a web or mail address that begins here.
    fn address_end(&self, start: usize) -> Option<usize> {
        if !self.address {
            return None;
        }
        let rest = &self.text[start..self.span.end];
        // No name before `@` or `://` is longer; keeps each look constant.
        let lead =
            rest.bytes().take(80).take_while(|byte| byte.is_ascii_alphanumeric() || b"._-%+".contains(byte)).count();
        let after = &rest[lead..];
        let web = rest.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www.")) || after.starts_with("://");
        let mail = after.starts_with('@') && after[1..].starts_with(|letter: char| letter.is_alphanumeric());
        if !web && !mail && !rest.starts_with("mailto:") {
            return None;
        }
        let end = rest.find(['<', '>', '"', '|', '{', '}']).unwrap_or(rest.len());
        let mut address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', ']']);
        if !address.contains('(') {
            address = address.trim_end_matches([')', '.', ',']);
        }
        (!address.is_empty()).then(|| start + address.len())
    }

    /// The end of the word that begins at `start`, with its inner marks.
    fn word_end(&self, start: usize) -> usize {
        let mut place = start;
        // The place after the last mark that joined, and whether only digits came since.
        let mut part = start;
        loop {
            while let Some(letter) = self.text[place..self.span.end].chars().next() {
                if !is_word_letter(letter) && place > start {
                    break;
                }
                place += letter.len_utf8();
            }
            let end = place;
            // `10am`, `$5bn`: a unit after a number is a token of its own.
            if let Some(unit) = self.unit_start(part, end) {
                return unit;
            }
            if !self.joins(start, part, end) {
                return end;
            }
            // `U.S.` and `US$` end with their mark.
            if self.byte(end) == b'.' && !is_word_letter(self.letter(end + 1)) || self.byte(end) == b'$' {
                return end + 1;
            }
            place = end + self.letter(end).len_utf8();
            part = place;
        }
    }

    fn letter(&self, place: usize) -> char {
        self.text[place.min(self.span.end)..self.span.end].chars().next().unwrap_or(' ')
    }

    /// Where the unit begins in `30km` or `5pm`.
    fn unit_start(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0 && UNITS.contains(&&word[digits..])).then_some(start + digits)
    }

    /// True where the mark at `mark` belongs inside the word `start..mark`; `part..mark` is the piece before it.
    fn joins(&self, start: usize, part: usize, mark: usize) -> bool {
        if !self.byte(mark).is_ascii_punctuation() {
            return false;
        }
        let word = &self.text[start..mark];
        let piece = &self.text[part..mark];
        let next = self.letter(mark + 1);
        let digit_before = piece.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit());
        match self.byte(mark) {
            b'.' if is_word_letter(next) => {
                // `end.Next` lacks a space; `3.5`, `U.S`, `site.org` are words.
                !(piece.len() > 2 && next.is_uppercase() && piece.bytes().all(|byte| byte.is_ascii_lowercase()))
            }
            b'.' => self.keeps_stop(word, piece, mark),
            b',' => digit_before && piece.len() <= 3 && self.digits_after(mark) == 3,
            b':' => digit_before && next.is_ascii_digit(),
            b'\'' => next.is_alphabetic(),
            b'-' => is_word_letter(next) && self.keeps_hyphen(word, mark),
            b'&' => {
                let after = self.text[mark + 1..self.span.end].bytes().take_while(u8::is_ascii_alphanumeric).count();
                piece.len() <= 3
                    && (1..=2).contains(&after)
                    && piece.bytes().all(|byte| byte.is_ascii_uppercase())
                    && next.is_ascii_uppercase()
            }
            b'/' => digit_before && next.is_ascii_digit() || piece.len() == 1 && self.letter_alone(mark + 1),
            b'_' | b'@' => is_word_letter(next),
            b'$' => matches!(word, "US" | "A" | "AU" | "HK" | "NZ" | "C" | "S" | "NT" | "R" | "CA"),
            _ => false,
        }
    }

    fn letter_alone(&self, place: usize) -> bool {
        self.letter(place).is_ascii_alphabetic() && !is_word_letter(self.letter(place + 1))
    }

    fn digits_after(&self, mark: usize) -> usize {
        self.text[mark + 1..self.span.end].bytes().take_while(u8::is_ascii_digit).take(4).count()
    }

    /// True where the full stop after a word is part of it.
    fn keeps_stop(&self, word: &str, piece: &str, mark: usize) -> bool {
        let rest = &self.text[mark + 1..self.span.end];
        let ends = self.last && rest.bytes().all(|byte| matches!(byte, b'"' | b'\'' | b')' | b']'));
        if rest.starts_with('.') {
            return false;
        }
        if ends && matches!(word, "etc" | "a.m" | "p.m") {
            // The treebank gives such a stop to the sentence.
            return false;
        }
        if word.contains('.') {
            // `U.S.`, `a.m.`; not `site.org.` and not `3.5.`
            return is_dotted(word);
        }
        if word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase() {
            return !ends;
        }
        match abbreviation(word) {
            Some(Abbreviation::BeforeNumber) => !ends && !piece.is_empty() && self.number_follows(mark + 1),
            Some(_) => true,
            None => false,
        }
    }

    fn number_follows(&self, place: usize) -> bool {
        self.text[place..].trim_start_matches([' ', '(']).starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// True where the hyphen after `word` stays inside the token: prefixes and telephone numbers.
    fn keeps_hyphen(&self, word: &str, mark: usize) -> bool {
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            let rest = &self.text.as_bytes()[mark + 1..self.span.end];
            let shape = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
            // No telephone number is longer.
            let length = rest.iter().take(24).take_while(|byte| shape(byte)).count();
            let number = &rest[..length];
            let alone = rest[length..].iter().take(4).all(|byte| matches!(byte, b')' | b',' | b';' | b'?' | b'!'));
            let long = word.len() >= 3 && length >= 4 && length != word.len();
            return alone && word.bytes().all(|byte| shape(&byte)) && (long || number.contains(&b'-'));
        }
        let mut lower = [0u8; 8];
        let Some(lower) = lower.get_mut(..word.len()) else { return false };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        PREFIXES.binary_search_by(|prefix| prefix.as_bytes().cmp(lower)).is_ok()
    }
}

/// Letters, digits and the marks that combine with them.
fn is_word_letter(letter: char) -> bool {
    if letter.is_ascii() {
        letter.is_ascii_alphanumeric()
    } else {
        letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}')
    }
}

const FACES: &[&str] =
    &[":)", ":(", ":-)", ":-(", ";)", ";-)", ":D", ":P", ":O", ":/", "=)", "^_^", "<3", ":p", "=(", ":]"];

const UNITS: &[&str] = &[
    "am", "AM", "pm", "PM", "bn", "m", "M", "MM", "mm", "km", "cm", "k", "K", "kg", "ft", "mph", "kph", "mg", "lb",
    "lbs", "GB", "MB", "tn", "hrs", "mins", "min", "hr", "yr", "yrs", "sq", "MW", "kW", "mi", "in", "C", "F", "ml",
    "oz", "g", "kb", "yo",
];

/// Prefixes that the treebanks leave in their word.
const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "de", "e", "ex", "extra", "hyper", "inter", "intra", "macro", "mega", "micro",
    "mid", "mini", "mis", "mono", "multi", "neo", "non", "over", "post", "pre", "pro", "pseudo", "quasi", "re", "semi",
    "sub", "super", "trans", "tri", "ultra", "un", "uni",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_sorted() {
        assert!(PREFIXES.is_sorted());
    }
}
