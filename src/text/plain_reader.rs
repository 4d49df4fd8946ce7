//! From plain text to its blocks: which lines run on, which stand alone, which begin a list item. The text stays unchanged.

use super::Skipped;
use super::hyphenation;
use super::layout::{Block, BlockKind, Layout};
use super::line_marks::{list_mark, speaker_label};
use crate::span::Span;

/// Reads plain text, however its lines are broken.
pub fn read(text: String) -> Layout {
    let lines = lines(&text);
    let width = wrap_width(&text, &lines);
    let mut layout = Layout::default();
    let mut hyphens = Vec::new();
    let mut first = 0;
    while first < lines.len() {
        let mut last = first;
        while last + 1 < lines.len() && runs_on(&text, &lines, last, width) {
            hyphens.extend(divides_word(&text, lines[last].span, lines[last + 1].span));
            last += 1;
        }
        add_block(&text, Span::new(lines[first].span.start, lines[last].span.end), &mut layout);
        first = last + 1;
    }
    mark_headings(&text, &mut layout.blocks);
    layout.joins = hyphenation::judge(&text, &hyphens);
    layout.text = text;
    layout
}

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Without white space at either end.
    span: Span,
    /// White space before it, in bytes.
    indent: usize,
    /// True where an empty line stands before it.
    after_gap: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_gap = true;
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}', '\u{b}']) {
        let trimmed = line.trim_matches(is_blank);
        if trimmed.is_empty() {
            // The empty piece inside `\r\n` is no empty line.
            let inside = start > 0 && text.as_bytes()[start - 1] == b'\r' && text.as_bytes().get(start) == Some(&b'\n');
            after_gap |= !inside;
        } else {
            let indent = line.len() - line.trim_start_matches(is_blank).len();
            let span = Span::new(start + indent, start + indent + trimmed.len());
            lines.push(Line { span, indent, after_gap });
            after_gap = false;
        }
        start += line.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    lines
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}' | '\u{0}'..='\u{1f}')
}

/// Lines longer than this are paragraphs of their own.
const WIDEST: usize = 130;

/// The width at which the text's lines were broken, in bytes, or none where a line is a paragraph.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut widths = [0usize; WIDEST + 1];
    let mut breaks = 0;
    for pair in lines.windows(2).filter(|pair| !pair[1].after_gap) {
        breaks += 1;
        let length = pair[0].span.end - pair[0].span.start;
        if length <= WIDEST {
            widths[length] += 1;
        }
    }
    // The width is near the longest lines: the 90th of a hundred breaks.
    let counted: usize = widths.iter().sum();
    if counted < 2 || counted * 2 < breaks {
        return None;
    }
    let mut seen = 0;
    let width = (0..=WIDEST).find(|&width| {
        seen += widths[width];
        seen * 10 >= counted * 9
    })?;
    if width < 30 {
        return None;
    }
    // Lines of a wrapped text are full: the next word would not have found room.
    let pairs = lines.windows(2).filter(|pair| !pair[1].after_gap);
    let full = pairs.filter(|pair| is_full(text, pair[0].span, pair[1].span, width)).count();
    (full >= 2 && full * 100 >= breaks * 55).then_some(width)
}

/// True where the first word of the next line would have gone beyond the width, give or take for letters of various widths.
fn is_full(text: &str, line: Span, next: Span, width: usize) -> bool {
    let word = next.of(text).split(' ').next().unwrap_or("").len();
    (line.end - line.start + 1 + word) * 100 > width * 88
}

/// True where the line after `index` continues its paragraph.
fn runs_on(text: &str, lines: &[Line], index: usize, width: Option<usize>) -> bool {
    let (line, next) = (lines[index], lines[index + 1]);
    let (before, after) = (line.span.of(text), next.span.of(text));
    let continues = after.starts_with(char::is_lowercase);
    let ended = before.ends_with(['.', '!', '?', ':', ';', '"', '”', ')', ']', '|', '>']);
    if list_mark(after).is_some() || speaker_label(after).is_some() {
        return false;
    }
    if next.after_gap {
        // A page break or a lost line inside a sentence.
        return continues && !ended && before.len() >= 40 && after.len() >= 20 && before.contains(' ');
    }
    let indented = next.indent >= line.indent + 2 && list_mark(before).is_none();
    match width {
        Some(width) if is_full(text, line.span, next.span, width) => !(indented && ended),
        _ => continues && !ended && before.len() >= 30,
    }
}

/// The hyphen at the end of a line that divides a word, or a compound.
fn divides_word(text: &str, line: Span, next: Span) -> Option<usize> {
    let hyphen = line.of(text).chars().next_back().filter(|letter| matches!(letter, '-' | '\u{2010}' | '\u{ad}'))?;
    let place = line.end - hyphen.len_utf8();
    let between =
        text[line.start..place].ends_with(char::is_alphanumeric) && next.of(text).starts_with(char::is_alphanumeric);
    between.then_some(place)
}

fn add_block(text: &str, mut span: Span, layout: &mut Layout) {
    let mut kind = BlockKind::Paragraph;
    if let Some(length) = list_mark(span.of(text)) {
        kind = BlockKind::ListItem;
        span.start += length;
    } else if let Some(length) = speaker_label(span.of(text)) {
        layout.skipped.push(Skipped { span: Span::new(span.start, span.start + length), reason: "speaker label" });
        let rest = &text[span.start + length..span.end];
        span.start += length + (rest.len() - rest.trim_start_matches(is_blank).len());
    }
    if span.start < span.end {
        layout.blocks.push(Block { span, kind });
    }
}

/// True where a sentence ends inside: a stop after a word of lower-case letters, before a space.
fn holds_sentence(words: &str) -> bool {
    let bytes = words.as_bytes();
    (3..bytes.len().saturating_sub(1)).any(|place| {
        matches!(bytes[place], b'.' | b'?' | b'!')
            && bytes[place + 1] == b' '
            && bytes[place - 3..place].iter().all(u8::is_ascii_lowercase)
    })
}

/// Short lines without a full stop, before longer text or another heading, are headings.
fn mark_headings(text: &str, blocks: &mut [Block]) {
    for index in (0..blocks.len()).rev() {
        let next = blocks.get(index + 1).map_or(0, |next| match next.kind {
            BlockKind::Heading => usize::MAX,
            _ => next.span.end - next.span.start,
        });
        let block = &mut blocks[index];
        let words = block.span.of(text);
        let short = words.len() <= 140 && words.split(' ').count() <= 18;
        let open =
            !words.ends_with(['.', ',', ';', ':']) && words.contains(char::is_alphabetic) && !holds_sentence(words);
        // What a speaker says is no heading.
        let labelled = !text[..block.span.start].trim_end_matches([' ', '\t']).ends_with(['\n', '\r']) && index > 0;
        if block.kind == BlockKind::Paragraph && short && open && !labelled && (index == 0 || next > words.len()) {
            block.kind = BlockKind::Heading;
        }
    }
}
