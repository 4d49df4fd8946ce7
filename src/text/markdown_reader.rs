//! From Markdown to its readable text, without the marks, and the blocks in it.

use super::html_entities::entity;
use super::layout::{Block, BlockKind, Layout};
use super::line_marks::list_mark;
use crate::span::Span;

/// Reads Markdown, tolerantly: what is no mark is text.
#[inline(never)]
pub fn read(markdown: &str) -> Layout {
    let mut reader = Reader::default();
    let body = reader.front_matter(markdown);
    let mut fence = None;
    for line in body.lines() {
        let trimmed = line.trim();
        let mark = if trimmed.starts_with("```") {
            Some('`')
        } else if trimmed.starts_with("~~~") {
            Some('~')
        } else {
            None
        };
        if fence.is_some() {
            if mark == fence {
                fence = None;
                reader.end_block();
            } else {
                reader.add_line(line, BlockKind::Aside("code"));
            }
        } else if mark.is_some() {
            reader.end_block();
            fence = mark;
        } else {
            reader.line(line);
        }
    }
    reader.end_block();
    reader.layout
}

#[derive(Default)]
struct Reader {
    layout: Layout,
    /// The block that is being read, with its kind.
    open: Option<(String, BlockKind)>,
    after_item: bool,
}

impl Reader {
    /// Reads `title: ...` and `date: ...` between lines of dashes at the head; gives what comes after.
    fn front_matter<'t>(&mut self, markdown: &'t str) -> &'t str {
        let text = markdown.trim_start_matches('\u{feff}');
        let Some(rest) = text.strip_prefix("---\n").or(text.strip_prefix("---\r\n")) else { return text };
        let Some(end) = rest.find("\n---") else { return text };
        let head = &rest[..end];
        if !head.lines().all(|line| line.contains(':') || line.starts_with([' ', '-', '#']) || line.trim().is_empty()) {
            return text;
        }
        for line in head.lines() {
            let Some((key, value)) = line.split_once(':') else { continue };
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            let slot = match key.trim().to_ascii_lowercase().as_str() {
                "title" => &mut self.layout.stated.title,
                "date" | "published" => &mut self.layout.stated.date,
                "source" | "url" | "canonical" => &mut self.layout.stated.source,
                _ => continue,
            };
            *slot = Some(value).filter(|value| !value.is_empty());
        }
        let after = &rest[end + 1..];
        after.find('\n').map_or("", |line| &after[line + 1..])
    }

    fn line(&mut self, line: &str) {
        let mut text = line.trim();
        while let Some(quoted) = text.strip_prefix('>') {
            text = quoted.trim_start();
        }
        if text.is_empty() {
            return self.end_block();
        }
        let hashes = text.bytes().take_while(|&byte| byte == b'#').count();
        if (1..=6).contains(&hashes) && text[hashes..].starts_with(' ') {
            self.end_block();
            self.add_line(text[hashes..].trim().trim_end_matches('#').trim_end(), BlockKind::Heading);
            return self.end_block();
        }
        if text.len() >= 2 && (text.bytes().all(|byte| byte == b'=') || text.bytes().all(|byte| byte == b'-')) {
            // A line under a line makes it a heading; alone it is a rule.
            if let Some((_, kind)) = self.open.as_mut().filter(|(_, kind)| *kind == BlockKind::Paragraph) {
                *kind = BlockKind::Heading;
            }
            return self.end_block();
        }
        if text.len() >= 3 && text.bytes().all(|byte| matches!(byte, b'*' | b'_' | b'-' | b' ')) {
            return self.end_block();
        }
        if let Some((reason, note)) = definition(text) {
            self.end_block();
            self.add_line(note, BlockKind::Aside(reason));
            return self.end_block();
        }
        if text.starts_with('|') && text.len() > 1 {
            if !matches!(self.open, Some((_, BlockKind::Aside("table")))) {
                self.end_block();
            }
            return self.add_line(text, BlockKind::Aside("table"));
        }
        if let Some(length) = list_mark(text) {
            self.end_block();
            return self.add_line(&text[length..], BlockKind::ListItem);
        }
        self.add_line(text, BlockKind::Paragraph);
        // Two spaces or a backslash at the end of a line break it.
        if line.ends_with("  ") || line.ends_with('\\') {
            self.end_block();
        }
    }

    fn add_line(&mut self, line: &str, kind: BlockKind) {
        match &mut self.open {
            Some((text, _)) => {
                text.push(' ');
                text.push_str(line);
            }
            None => self.open = Some((line.to_owned(), kind)),
        }
    }

    fn end_block(&mut self) {
        let Some((marked, kind)) = self.open.take() else { return };
        let plain = match kind {
            BlockKind::Aside("code" | "table") => marked,
            _ => without_marks(&marked),
        };
        let plain = plain.trim();
        if plain.is_empty() {
            return;
        }
        let text = &mut self.layout.text;
        let item = kind == BlockKind::ListItem;
        if !text.is_empty() {
            text.push_str(if item && self.after_item { "\n" } else { "\n\n" });
        }
        self.after_item = item;
        let start = text.len();
        text.push_str(plain);
        self.layout.blocks.push(Block { span: Span::new(start, text.len()), kind });
    }
}

/// `[^1]: note` and `[name]: address`, with what is to be listed of them.
fn definition(line: &str) -> Option<(&'static str, &str)> {
    let end = line.strip_prefix('[')?.find("]:")?;
    let note = line[end + 3..].trim();
    (!note.is_empty()).then_some((if line.starts_with("[^") { "footnote" } else { "link address" }, note))
}

/// The text of a block without the marks for emphasis, links, pictures, code and notes.
fn without_marks(marked: &str) -> String {
    let bytes = marked.as_bytes();
    let mut plain = Plain { marked, text: String::with_capacity(marked.len()), copied: 0 };
    // Where each bracket closes, so that none is searched twice.
    let closings = closing_brackets(bytes);
    let mut link_ends = Vec::new();
    let mut place = 0;
    while place < bytes.len() {
        if let Some((_, after)) = link_ends.pop_if(|(close, _)| *close == place) {
            plain.leave_out(place, after);
            place = after;
            continue;
        }
        let skip = match bytes[place] {
            b'\\' if bytes.get(place + 1).is_some_and(u8::is_ascii_punctuation) => {
                plain.leave_out(place, place + 1);
                place += 2;
                continue;
            }
            b'&' => match entity(&marked[place..]) {
                Some((letter, length)) => {
                    plain.leave_out(place, place + length);
                    plain.text.push(letter);
                    place += length;
                    continue;
                }
                None => 0,
            },
            b'[' => match closings[place] {
                Some(close) if bytes.get(place + 1) == Some(&b'^') => close + 1 - place,
                Some(close) => match link_target(bytes, close + 1) {
                    Some(after) => {
                        link_ends.push((close, after));
                        1
                    }
                    None => 0,
                },
                None => 0,
            },
            _ => mark_length(marked, place, &closings),
        };
        // A star between spaces is a star.
        let bare =
            bytes[place] == b'*' && place > 0 && bytes[place - 1] == b' ' && bytes.get(place + skip) == Some(&b' ');
        if skip > 0 && !bare {
            plain.leave_out(place, place + skip);
        }
        place += skip.max(1);
    }
    plain.text.push_str(&marked[plain.copied..]);
    plain.text
}

/// A text that is copied but for some stretches.
struct Plain<'t> {
    marked: &'t str,
    text: String,
    /// Up to here it was copied or left out.
    copied: usize,
}

impl Plain<'_> {
    /// Copies what stands before `from` and goes on at `to`.
    fn leave_out(&mut self, from: usize, to: usize) {
        self.text.push_str(&self.marked[self.copied..from]);
        self.copied = to;
    }
}

/// The length of a mark for emphasis, code, a picture or a tag that begins there; 0 where none does.
fn mark_length(marked: &str, place: usize, closings: &[Option<usize>]) -> usize {
    let bytes = marked.as_bytes();
    match bytes[place] {
        b'*' | b'`' => run(bytes, place, bytes[place]),
        b'~' if bytes.get(place + 1) == Some(&b'~') => 2,
        // Between letters an underscore is a letter.
        b'_' => {
            let length = run(bytes, place, b'_');
            let inner = place > 0 && bytes[place - 1].is_ascii_alphanumeric();
            let outer = bytes.get(place + length).is_some_and(u8::is_ascii_alphanumeric);
            if inner && outer { 0 } else { length }
        }
        b'!' if bytes.get(place + 1) == Some(&b'[') => picture_length(bytes, place, closings),
        b'<' => tag_length(&marked[place..]),
        _ => 0,
    }
}

fn run(bytes: &[u8], place: usize, mark: u8) -> usize {
    bytes[place..].iter().take_while(|&&byte| byte == mark).count()
}

fn closing_brackets(bytes: &[u8]) -> Vec<Option<usize>> {
    let mut closings = vec![None; bytes.len()];
    let mut open = Vec::new();
    let mut escaped = false;
    for (place, &byte) in bytes.iter().enumerate() {
        match byte {
            b'[' if !escaped => open.push(place),
            b']' if !escaped => {
                if let Some(start) = open.pop() {
                    closings[start] = Some(place);
                }
            }
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    closings
}

/// One past `(address "title")` or `[name]` right after a link's text.
fn link_target(bytes: &[u8], from: usize) -> Option<usize> {
    let close = match bytes.get(from)? {
        b'(' => b')',
        b'[' => b']',
        _ => return None,
    };
    let mut depth = 0;
    // No address is longer or deeper; keeps each look constant.
    for (place, &byte) in bytes.iter().enumerate().skip(from).take(2000) {
        if byte == bytes[from] {
            depth += 1;
            if depth > 32 {
                return None;
            }
        } else if byte == close {
            depth -= 1;
            if depth == 0 {
                return Some(place + 1);
            }
        }
    }
    None
}

fn picture_length(bytes: &[u8], place: usize, closings: &[Option<usize>]) -> usize {
    let target = closings[place + 1].and_then(|close| link_target(bytes, close + 1));
    target.map_or(0, |after| after - place)
}

/// The length of a tag or of an address in angle brackets.
fn tag_length(text: &str) -> usize {
    let opens = text.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'));
    if !opens {
        return 0;
    }
    let end = text.bytes().skip(1).take(500).position(|byte| matches!(byte, b'>' | b'<')).map(|end| end + 1);
    match end.filter(|&end| text.as_bytes()[end] == b'>') {
        Some(end) if !text[..end].contains(['@']) && !text[..end].contains("://") => end + 1,
        Some(_) => 1,
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (marked, plain) in [
            ("**Two** _states_ and `one`", "Two states and one"),
            ("see [the *pact*](http://x.org/a_(b)) and ![map](m.png)", "see the pact and "),
            ("snake_case 2 * 3 \\*x\\*", "snake_case 2 * 3 *x*"),
            ("a note[^1] &mdash; and <em>more</em>", "a note — and more"),
            ("an [unclosed bracket and [fine] one", "an [unclosed bracket and [fine] one"),
        ] {
            assert_eq!(without_marks(marked), plain);
        }
    }

    #[test]
    fn blocks_are_told_apart() {
        let layout = read(
            "---\ntitle: \"On pacts\"\ndate: 2020-01-02\n---\n# Head\n\nOne line\nand another.\n\n- item\n* item two\n\n```\ncode\n```\n\nUnder\n=====\n[^1]: A note.\n",
        );
        let blocks: Vec<_> = layout.blocks.iter().map(|block| (block.span.of(&layout.text), block.kind)).collect();
        assert_eq!(
            blocks,
            [
                ("Head", BlockKind::Heading),
                ("One line and another.", BlockKind::Paragraph),
                ("item", BlockKind::ListItem),
                ("item two", BlockKind::ListItem),
                ("code", BlockKind::Aside("code")),
                ("Under", BlockKind::Heading),
                ("A note.", BlockKind::Aside("footnote")),
            ]
        );
        assert_eq!(layout.stated.title.as_deref(), Some("On pacts"));
    }
}
