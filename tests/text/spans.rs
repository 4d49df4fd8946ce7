//! What holds for every document whatever was pasted.

use alliance_map::span::Span;
use alliance_map::text::{Document, DocumentInput, Format, read_document};

/// All formats that a person may give.
pub const FORMATS: [Format; 4] = [Format::Auto, Format::Text, Format::Markdown, Format::Html];

/// Reads a text and checks all its spans.
pub fn read_checked(text: &str, format: Format) -> Document {
    let input = DocumentInput { id: "x".into(), text: text.into(), format, ..DocumentInput::default() };
    let document = read_document(&input);
    check(&document);
    if format == Format::Text {
        assert_eq!(document.text, text, "plain text stays unchanged");
    }
    document
}

/// Spans lie on character boundaries, in order, inside the text and inside what they are part of.
pub fn check(document: &Document) {
    let text = &document.text;
    let sound = |span: Span| {
        assert!(span.start <= span.end && span.end <= text.len(), "{span:?} outside {}", text.len());
        assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{span:?} cuts a letter");
    };
    let mut end = 0;
    for sentence in &document.sentences {
        sound(sentence.span);
        assert!(sentence.span.start >= end, "sentence {:?} begins before {end}", sentence.span);
        assert!(sentence.span.start < sentence.span.end, "an empty sentence");
        end = sentence.span.end;
        let mut place = sentence.span.start;
        assert!(!sentence.tokens.is_empty(), "a sentence without tokens");
        for token in &sentence.tokens {
            sound(token.span);
            assert!(token.span.start >= place, "token {:?} begins before {place}", token.span);
            assert!(token.span.start < token.span.end && !token.form.is_empty(), "an empty token at {:?}", token.span);
            assert!(!token.form.contains(char::is_whitespace), "a space in {:?}", token.form);
            place = token.span.end;
        }
        assert_eq!(place, sentence.span.end, "the last token ends the sentence");
    }
    let mut end = 0;
    for skipped in &document.skipped {
        sound(skipped.span);
        assert!(skipped.span.start >= end, "skipped {:?} begins before {end}", skipped.span);
        assert!(!skipped.reason.is_empty());
        end = skipped.span.end;
    }
    for skipped in document.skipped.iter().filter(|skipped| skipped.span.start < skipped.span.end) {
        let after = document.sentences.partition_point(|sentence| sentence.span.end <= skipped.span.start);
        let crosses = document.sentences.get(after).is_some_and(|sentence| sentence.span.start < skipped.span.end);
        assert!(!crosses, "skipped {:?} overlaps a sentence", skipped.span);
    }
    assert!(!document.sentences.is_empty() || !document.skipped.is_empty(), "nothing read and nothing said about it");
}
