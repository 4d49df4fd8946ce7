//! From a stretch of raw text to the letters as read, with the way back: every place in the clean text knows its place in
//! the raw one.
//!
//! Sentence and token rules see only this clean text: one kind of space, straight quotes, no soft hyphens, no hyphenation
//! at line ends. So each of these troubles is handled here and nowhere else.

use crate::span::Span;
use std::borrow::Cow;

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
    /// Cleans the stretch `span` of a document. `joins` holds the offsets of line breaks after a hyphen that only divides a
    /// word (see [`super::hyphenation`]); the hyphen and the break disappear.
    pub fn new(document: &'t str, span: Span, joins: &[usize]) -> Self {
        let raw = span.of(document);
        if raw.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Clean { text: Cow::Borrowed(raw), runs: Vec::new(), base: span.start };
        }
        let mut cleaner = Cleaner { text: String::with_capacity(raw.len()), runs: Vec::new() };
        let mut joins = joins.iter().copied().skip_while(|&join| join < span.start).peekable();
        let mut copied_to = span.start;
        let mut place = span.start;
        while place < span.end {
            let byte = document.as_bytes()[place];
            if matches!(byte, b' '..=b'~') && !(byte == b'-' && joins.peek().is_some()) {
                place += 1;
                continue;
            }
            let letter = document[place..].chars().next().unwrap_or(' ');
            let mut next = place + letter.len_utf8();
            let replaced = if letter == '-' || letter == '\u{2010}' {
                // A hyphen that only divides a word goes, with the line break and the spaces around it.
                match joins.peek() {
                    Some(&join) if join == place => {
                        joins.next();
                        let rest = &document[next..span.end];
                        next += rest.len() - rest.trim_start().len();
                        Some("")
                    }
                    _ => (letter != '-').then_some("-"),
                }
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

    fn read(raw: &str, joins: &[usize]) -> String {
        Clean::new(raw, Span::new(0, raw.len()), joins).text.into_owned()
    }

    #[test]
    fn spaces_quotes_and_ligatures_are_plain() {
        assert_eq!(read("“Of\u{a0}ﬁcials” don’t", &[]), "\"Of ficials\" don't");
        assert_eq!(read("co\u{ad}op\u{200b}erate\nnow", &[]), "cooperate now");
    }

    #[test]
    fn a_dividing_hyphen_goes_with_its_line_break() {
        assert_eq!(read("co-ope-\n  ration", &[6]), "co-operation");
    }

    #[test]
    fn clean_places_lead_back() {
        let raw = "é ope-\nration ‘x’";
        let clean = Clean::new(raw, Span::new(0, raw.len()), &[6]);
        let spans = [(0, 2), (3, 12), (13, 14), (14, 15)].map(|(start, end)| Span::new(start, end));
        let words: Vec<_> = clean.raw_spans(spans.into_iter()).map(|span| span.of(raw)).collect();
        assert_eq!(words, ["é", "ope-\nration", "‘", "x"]);
    }
}
