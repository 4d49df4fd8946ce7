//! Readable cases in `tests/corpus/text/*.txt`: what is pasted, and what is read from it.
//!
//! `UPDATE=1 cargo test --test text corpus` rewrites what is read; look at the difference before you keep it. A case:
//!
//! ```text
//! === name of the case (format)
//! what is pasted
//! --- read
//! # heading | - list item | prose, a sentence a line, a space between tokens
//! ~ reason: what was skipped
//! title: ... and date: ... where found
//! ```

use crate::spans::read_checked;
use alliance_map::text::{Document, Format, SentenceRole};
use std::fmt::Write as _;
use std::path::Path;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/text");

#[test]
fn cases_read_as_written() {
    let mut files: Vec<_> =
        std::fs::read_dir(CORPUS).expect("the corpus is there").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        wrong.extend(check_file(file));
    }
    assert!(files.len() >= 5, "the corpus is there");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check_file(file: &Path) -> Vec<String> {
    let written = std::fs::read_to_string(file).expect("a text");
    let mut rewritten = String::new();
    let mut wrong = Vec::new();
    let mut cases = written.split("=== ");
    rewritten.push_str(cases.next().unwrap_or(""));
    for case in cases {
        let (head, rest) = case.split_once('\n').unwrap_or((case, ""));
        let (pasted, expected) = rest.split_once("--- read\n").unwrap_or((rest, ""));
        let format = match head.rsplit_once('(').map(|(_, format)| format) {
            Some("html)") => Format::Html,
            Some("markdown)") => Format::Markdown,
            Some("text)") => Format::Text,
            _ => Format::Auto,
        };
        let read = show(&read_checked(&unescape(pasted.trim_end_matches('\n')), format));
        if read.trim() != expected.trim() {
            wrong.push(format!("{} {head}\nexpected:\n{}\nread:\n{read}", file.display(), expected.trim()));
        }
        write!(rewritten, "=== {head}\n{}\n--- read\n{}\n\n", pasted.trim_end_matches('\n'), read.trim_end())
            .expect("a string takes all");
    }
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(file, format!("{}\n", rewritten.trim_end())).expect("the corpus can be written");
        return Vec::new();
    }
    wrong
}

/// `\u{ad}` in a case stands for the letter, since some letters do not show.
fn unescape(text: &str) -> String {
    let mut pieces = text.split("\\u{");
    let mut whole = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_once('}').expect("an escape ends");
        let code = u32::from_str_radix(digits, 16).expect("a hexadecimal number");
        whole.push(char::from_u32(code).expect("a letter"));
        whole.push_str(rest);
    }
    whole
}

fn show(document: &Document) -> String {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for sentence in &document.sentences {
        let mark = match sentence.role {
            SentenceRole::Heading => "# ",
            SentenceRole::ListItem => "- ",
            SentenceRole::Prose => "",
        };
        let gap = if sentence.starts_paragraph { "" } else { "  " };
        let tokens: Vec<&str> = sentence.tokens.iter().map(|token| token.form.as_str()).collect();
        lines.push((sentence.span.start, format!("{gap}{mark}{}", tokens.join(" "))));
    }
    for skipped in &document.skipped {
        let text = skipped.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        lines.push((skipped.span.start, format!("~ {}: {text}", skipped.reason).trim_end().to_owned()));
    }
    lines.sort_by_key(|(start, _)| *start);
    let mut shown: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    shown.extend(document.title.iter().map(|title| format!("title: {title}")));
    shown.extend(document.date.iter().map(|date| format!("date: {date}")));
    shown.extend(document.source.iter().map(|source| format!("source: {source}")));
    shown.join("\n")
}
