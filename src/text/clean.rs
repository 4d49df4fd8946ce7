//! From a stretch of raw text to the letters as read, with the way back: every place in the clean text knows its place in
//! the raw one.
//!
//! Sentence and token rules see only this clean text: one kind of space, straight quotes, no soft hyphens, no hyphenation
//! at line ends. So each of these troubles is handled here and nowhere else.

use super::abbreviations::abbreviation;
use crate::span::Span;
use std::borrow::Cow;

/// A word that runs on after a hyphen and a line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineJoin {
    /// Where the hyphen stands in the document.
    pub hyphen: usize,
    /// True where the hyphen is part of the word: `long-term`.
    pub keeps_hyphen: bool,
}

/// Text to read, and where its letters stand in the document.
#[derive(Debug)]
pub struct Clean<'t> {
    /// The letters as read. White space is a plain space.
    pub text: Cow<'t, str>,
    /// Runs in order; empty where the text is the raw text itself.
    runs: Vec<Run>,
    /// Where the raw stretch begins in the document.
    base: usize,
}

/// A stretch that was copied letter by letter, or one letter that was replaced.
#[derive(Clone, Copy, Debug)]
struct Run {
    clean_start: usize,
    raw: Span,
    copied: bool,
}

impl<'t> Clean<'t> {
    /// Cleans the stretch `span` of a document. `joins` are the line breaks inside words, in order; those of other stretches
    /// are passed over.
    pub fn new(document: &'t str, span: Span, joins: &[LineJoin]) -> Self {
        let raw = span.of(document);
        if is_plain(raw) {
            return Clean { text: Cow::Borrowed(raw), runs: Vec::new(), base: span.start };
        }
        let mut joins = joins[joins.partition_point(|join| join.hyphen < span.start)..].iter().peekable();
        let mut cleaner = Cleaner { text: String::with_capacity(raw.len()), runs: Vec::new() };
        let mut copied_to = span.start;
        let mut place = span.start;
        while place < span.end {
            let letter = document[place..].chars().next().unwrap_or(' ');
            let mut next = place + letter.len_utf8();
            let replaced = if joins.peek().is_some_and(|join| join.hyphen == place) {
                let rest = &document[next..span.end];
                next += rest.len() - rest.trim_start().len();
                joins.next().map(|join| if join.keeps_hyphen { "-" } else { "" })
            } else if let Some(length) = footnote_mark(&document[span.start..span.end], place - span.start) {
                next = place + length;
                Some("")
            } else if matches!(letter, ' '..='~') {
                None
            } else {
                replacement(letter)
            };
            if let Some(replaced) = replaced {
                cleaner.copy(document, Span::new(copied_to, place));
                cleaner.replace(Span::new(place, next), replaced);
                copied_to = next;
            }
            place = next;
        }
        cleaner.copy(document, Span::new(copied_to, span.end));
        Clean { text: Cow::Owned(cleaner.text), runs: cleaner.runs, base: span.start }
    }

    /// The raw spans of clean spans, which come in order.
    pub fn raw_spans<'s>(&'s self, spans: impl Iterator<Item = Span> + 's) -> impl Iterator<Item = Span> + 's {
        let mut run = 0;
        spans.map(move |span| {
            if self.runs.is_empty() {
                return Span::new(self.base + span.start, self.base + span.end);
            }
            while run + 1 < self.runs.len() && self.runs[run + 1].clean_start <= span.start {
                run += 1;
            }
            let first = self.runs[run];
            let start = if first.copied { first.raw.start + (span.start - first.clean_start) } else { first.raw.start };
            let mut last = run;
            while last + 1 < self.runs.len() && self.runs[last + 1].clean_start < span.end {
                last += 1;
            }
            let last = self.runs[last];
            let end = if last.copied { last.raw.start + (span.end - last.clean_start) } else { last.raw.end };
            Span::new(start, end)
        })
    }
}

/// True where nothing is to be cleaned.
fn is_plain(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    let mut before = b' ';
    bytes.iter().all(|&byte| {
        // A bracket or a digit after a word may be a footnote mark.
        let mark = byte == b'[' || byte.is_ascii_digit() && matches!(before, b'.' | b',' | b';' | b'"');
        before = byte;
        matches!(byte, b' '..=b'~') && !mark
    })
}

/// The length of a footnote mark at a place: `[12]`, `[a]`, `[edit]`, `²`, or digits after a full stop: `war.3 Then`.
fn footnote_mark(text: &str, place: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let rest = &bytes[place..];
    match rest[0] {
        b'[' => {
            let length = rest.iter().take(24).position(|&byte| byte == b']')?;
            let inner = std::str::from_utf8(&rest[1..length]).ok()?;
            let number = !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
            let letter =
                inner.len() == 1 && inner.as_bytes()[0].is_ascii_lowercase() && place > 0 && bytes[place - 1] != b' ';
            let word = [
                "edit",
                "citation needed",
                "clarification needed",
                "update",
                "when?",
                "who?",
                "which?",
                "hide",
                "show",
            ];
            let note = inner.strip_prefix("note ").or(inner.strip_prefix("nb "));
            (place > 0 && (number || letter || word.contains(&inner) || note.is_some())).then_some(length + 1)
        }
        0xc2 if matches!(rest.get(1), Some(0xb2 | 0xb3 | 0xb9)) => {
            // `km²` is no note.
            (rest[1] == 0xb9 || place > 0 && !matches!(bytes[place - 1], b'm' | b'0'..=b'9')).then_some(2)
        }
        b'0'..=b'9' => {
            let digits = rest.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
            let free = rest.get(digits).is_none_or(|byte| byte.is_ascii_whitespace());
            let quote = place > 0 && bytes[place - 1] == b'"';
            let stop = place.checked_sub(1 + usize::from(quote))?;
            if !matches!(bytes[stop], b'.' | b',' | b';') {
                return None;
            }
            let letters = bytes[..stop].iter().rev().take(9).take_while(|byte| byte.is_ascii_alphabetic()).count();
            let before = &text[stop - letters..stop];
            let word = letters >= 3
                && before.ends_with(|letter: char| letter.is_ascii_lowercase())
                && abbreviation(before).is_none();
            (word && free && digits <= 3).then_some(digits)
        }
        _ => None,
    }
}

struct Cleaner {
    text: String,
    runs: Vec<Run>,
}

impl Cleaner {
    fn copy(&mut self, document: &str, raw: Span) {
        if raw.start < raw.end {
            self.runs.push(Run { clean_start: self.text.len(), raw, copied: true });
            self.text.push_str(raw.of(document));
        }
    }

    fn replace(&mut self, raw: Span, with: &str) {
        if !with.is_empty() {
            self.runs.push(Run { clean_start: self.text.len(), raw, copied: false });
            self.text.push_str(with);
        }
    }
}

/// What a letter is read as; nothing where it stands for itself.
fn replacement(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => "",
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '＇' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => "\"",
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => "-",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '\u{7f}'..='\u{9f}' | '\0'..='\u{1f}' => " ",
        _ if letter.is_whitespace() => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str, joins: &[LineJoin]) -> String {
        Clean::new(raw, Span::new(0, raw.len()), joins).text.into_owned()
    }

    #[test]
    fn spaces_quotes_and_ligatures_are_plain() {
        assert_eq!(read("“Of\u{a0}ﬁcials” don’t", &[]), "\"Of ficials\" don't");
        assert_eq!(read("co\u{ad}op\u{200b}erate\nnow", &[]), "cooperate now");
    }

    #[test]
    fn footnote_marks_are_not_read() {
        assert_eq!(read("It fell.[2] Then war[a] came.3 Peace¹ too.", &[]), "It fell. Then war came. Peace too.");
        assert_eq!(read("40 km² in [the] pact, a 3.5", &[]), "40 km² in [the] pact, a 3.5");
    }

    #[test]
    fn a_dividing_hyphen_goes_with_its_line_break() {
        let join = |keeps_hyphen| [LineJoin { hyphen: 6, keeps_hyphen }];
        assert_eq!(read("co-ope-\n  ration", &join(false)), "co-operation");
        assert_eq!(read("a long-\n  term", &join(true)), "a long-term");
    }

    #[test]
    fn clean_places_lead_back() {
        let raw = "é ope-\nration ‘x’";
        let clean = Clean::new(raw, Span::new(0, raw.len()), &[LineJoin { hyphen: 6, keeps_hyphen: false }]);
        let spans = [(0, 2), (3, 12), (13, 14), (14, 15)].map(|(start, end)| Span::new(start, end));
        let words: Vec<_> = clean.raw_spans(spans.into_iter()).map(|span| span.of(raw)).collect();
        assert_eq!(words, ["é", "ope-\nration", "‘", "x"]);
    }
}
