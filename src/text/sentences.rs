//! From the clean text of one paragraph to the ranges of its sentences.

use super::abbreviations::{Abbreviation, abbreviation, is_dotted};
use crate::span::Span;

/// Divides a paragraph. The ranges are in order, do not overlap, hold no space at either end and leave out only spaces.
pub fn sentences(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = skip_spaces(bytes, 0);
    let mut place = start;
    while place < bytes.len() {
        match bytes[place] {
            b'.' | b'!' | b'?' => {
                let stop = Stop::read(bytes, start, place);
                place = stop.after;
                if stop.after < bytes.len() && stop.ends_sentence(text) {
                    found.push(Span::new(start, stop.after));
                    start = skip_spaces(bytes, stop.after);
                    place = start;
                }
            }
            _ => place += 1,
        }
    }
    let end = text.trim_end_matches(' ').len();
    if start < end {
        found.push(Span::new(start, end));
    }
    found
}

/// A run of full stops, question and exclamation marks with the quotes and brackets that close after it.
struct Stop {
    /// Where the sentence so far began.
    sentence: usize,
    /// The first mark.
    first: usize,
    /// One past the last mark.
    marks_end: usize,
    /// One past what closes after the marks.
    after: usize,
}

impl Stop {
    fn read(bytes: &[u8], sentence: usize, first: usize) -> Self {
        let mut marks_end = first;
        // An ellipsis may be written with spaces: `. . .`
        while marks_end < bytes.len()
            && (matches!(bytes[marks_end], b'.' | b'!' | b'?') || bytes[marks_end..].starts_with(b" . "))
        {
            marks_end += 1;
        }
        let mut after = marks_end;
        while after < bytes.len() {
            match bytes[after] {
                b'"' | b'\'' | b')' | b']' | b'*' => after += 1,
                // A footnote mark after the stop: [2] or [citation needed].
                b'[' => match bytes[after..].iter().take(24).position(|&byte| byte == b']') {
                    Some(length) => after += length + 1,
                    None => break,
                },
                _ => break,
            }
        }
        Stop { sentence, first, marks_end, after }
    }

    fn ends_sentence(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        if bytes[self.after] != b' ' {
            return self.ends_without_space(text);
        }
        let next = skip_spaces(bytes, self.after);
        let Some(letter) = text[next..].chars().next() else { return false };
        let opening = letter;
        // What opens before the next sentence does not tell; its first letter does.
        let begin = text[next..].trim_start_matches(['"', '\'', '(', '[', '*', '-', '¿', '¡']);
        let letter = begin.chars().next().unwrap_or(opening);
        let marks = &text[self.first..self.marks_end];
        let closed = self.after > self.marks_end;
        if marks != "." {
            let loud = marks.contains(['!', '?']);
            return match letter {
                // `"Why?" he asked`; without a quote, somebody who writes in lower case.
                _ if letter.is_lowercase() => loud && !closed && !is_brand(text, self.first),
                _ if loud && closed && speaks(begin) => false,
                _ if loud => true,
                // An ellipsis goes on as often as it ends.
                _ => letter.is_uppercase() || opening == '"',
            };
        }
        let word = last_word(&text[self.sentence..self.first]);
        let word_start = self.first - word.len();
        if self.is_enumerator(text, word, word_start) {
            return false;
        }
        let digit = letter.is_numeric();
        let starter = || is_starter(begin);
        let single = word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase();
        if single {
            return word != "I" && (starter() && !letter.is_lowercase()) || (word == "I" && letter.is_uppercase());
        }
        if is_dotted(word) {
            let latin = matches!(word, "e.g" | "i.e" | "E.g" | "I.e" | "H.E" | "q.v");
            return !latin && !letter.is_lowercase() && (starter() || opening == '"');
        }
        match abbreviation(word) {
            Some(Abbreviation::Leading) => false,
            Some(Abbreviation::BeforeNumber) => !digit && !letter.is_lowercase(),
            Some(Abbreviation::Either) => !letter.is_lowercase() && !digit && starter(),
            None if letter.is_lowercase() => {
                !closed && word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }
            None => !matches!(opening, ',' | ';' | ':' | ')' | ']'),
        }
    }

    /// `... the accord.The next`: a stop between a word and a capitalised one needs no space.
    fn ends_without_space(&self, text: &str) -> bool {
        let before = last_word(&text[self.sentence..self.first]);
        let following = &text[self.after..];
        // No word is longer; keeps each look constant.
        let next: String = following.chars().take(40).take_while(|&letter| letter != ' ').collect();
        let address = |word: &str| word.contains(['.', '/', '@']);
        let ended = before.len() > 2 && before.as_bytes()[before.len() - 3..].iter().all(u8::is_ascii_lowercase);
        let mut letters = next.chars();
        let begins = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
        ended && begins && !address(before) && !address(next.trim_end_matches(['.', ',', '!', '?']))
    }

    /// `1.`, `a.`, `IV.` or `Q.` at the head of a sentence numbers it.
    fn is_enumerator(&self, text: &str, word: &str, word_start: usize) -> bool {
        !word.is_empty()
            && self.after == self.marks_end
            && word_start - self.sentence <= 4
            && text[self.sentence..word_start].trim_matches([' ', '(', '[', '*']).is_empty()
            && (word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
                || word.len() == 1
                || word.len() <= 5 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L')))
    }
}

fn skip_spaces(bytes: &[u8], mut place: usize) -> usize {
    while place < bytes.len() && bytes[place] == b' ' {
        place += 1;
    }
    place
}

/// The word before a full stop, without what opens before it. Looks back no further than a word may be long.
fn last_word(before: &str) -> &str {
    let bytes = before.as_bytes();
    let mut start = bytes.len();
    while start > 0
        && bytes.len() - start < 40
        && !matches!(bytes[start - 1], b' ' | b'(' | b'[' | b'"' | b'\'' | b'/' | b'-' | b'*')
        && before.is_char_boundary(start)
    {
        start -= 1;
    }
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let word = &before[start..];
    word.rsplit(['\u{2014}', '\u{2013}']).next().unwrap_or(word)
}

/// `Yahoo! said`, `Jeopardy! was`: an exclamation mark after a name in lower-case surroundings.
fn is_brand(text: &str, mark: usize) -> bool {
    text[mark..].starts_with("! ") && last_word(&text[..mark]).starts_with(char::is_uppercase)
}

/// True where the next words report what was just said: `"Why?" Putin asked.`
fn speaks(begin: &str) -> bool {
    let words = begin.split(' ').map(|word| word.trim_matches([',', '.', ':']));
    for (before, word) in words.take(4).enumerate() {
        if SPEECH.binary_search(&word).is_ok() {
            return before > 0;
        }
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}

const SPEECH: &[&str] = &[
    "added",
    "asked",
    "asks",
    "cried",
    "declared",
    "demanded",
    "exclaimed",
    "inquired",
    "quipped",
    "replied",
    "retorted",
    "said",
    "says",
    "shouted",
    "tweeted",
    "warned",
    "wondered",
    "writes",
    "wrote",
    "yelled",
];

/// True where a text begins with a word that begins sentences rather than names.
fn is_starter(begin: &str) -> bool {
    let end = begin.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(begin.len());
    STARTERS.binary_search(&&begin[..end]).is_ok()
}

const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "Again",
    "All",
    "Also",
    "Although",
    "American",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Critics",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Even",
    "Every",
    "Few",
    "Finally",
    "First",
    "For",
    "From",
    "Given",
    "Had",
    "Has",
    "Have",
    "He",
    "Hence",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Is",
    "It",
    "Its",
    "Last",
    "Later",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "Much",
    "My",
    "Neither",
    "Nevertheless",
    "No",
    "Nobody",
    "None",
    "Nonetheless",
    "Nor",
    "Not",
    "Now",
    "Of",
    "Officials",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Over",
    "Perhaps",
    "Please",
    "Rather",
    "Recently",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "Thank",
    "Thanks",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "Thus",
    "To",
    "Today",
    "Two",
    "Under",
    "Unless",
    "Unlike",
    "Until",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Whose",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yes",
    "Yet",
    "You",
    "Your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [STARTERS, SPEECH] {
            assert!(table.is_sorted(), "{:?}", table.windows(2).find(|pair| pair[0] >= pair[1]));
        }
    }
}
