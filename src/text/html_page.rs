//! From HTML to the elements that hold text and the blocks of text in them, before anybody asks which belong to the article.

use super::html_elements::{BEARINGS, Bearing};
use super::html_entities::entity;
use super::html_tokens::{HtmlToken, HtmlTokens, attribute};
use super::html_zones::{Zone, zone};
use super::layout::BlockKind;
use super::page_facts::PageFacts;
use crate::span::Span;

/// A page taken apart.
#[derive(Debug, Default)]
pub struct HtmlPage {
    /// Elements that divide text; each stands after its parent. The first is the page itself.
    pub elements: Vec<Element>,
    /// Stretches of text in order.
    pub blocks: Vec<PageBlock>,
    /// Their letters, entities resolved and white space folded.
    pub text: String,
    /// What the head of the page states.
    pub facts: PageFacts,
}

/// An element that divides text.
#[derive(Debug)]
pub struct Element {
    /// Index of the element around it; its own for the page.
    pub parent: usize,
    /// True for `article`, `div`, `td` and others that may hold a whole article.
    pub may_hold_article: bool,
    /// Part of the page that begins with it.
    pub zone: Option<Zone>,
}

/// A stretch of text without an inner division.
#[derive(Debug)]
pub struct PageBlock {
    /// Range in [`HtmlPage::text`].
    pub span: Span,
    /// Index of the innermost element.
    pub element: usize,
    /// By the element.
    pub kind: BlockKind,
    /// `1` for `h1`; 0 for no heading.
    pub heading_level: u8,
    /// Bytes of it that are link text.
    pub linked: usize,
}

/// Takes a page apart. Returns for any text.
pub fn take_apart(html: &str) -> HtmlPage {
    let mut builder = Builder::new();
    for token in HtmlTokens::new(html) {
        match token {
            HtmlToken::Text(text) => builder.add_text(text),
            HtmlToken::Open { name, attributes } => builder.open(name, attributes),
            HtmlToken::Close { name } => builder.close(name),
            HtmlToken::Raw { name, attributes, content } => builder.page.facts.add_raw(name, attributes, content),
        }
    }
    builder.end_block();
    builder.page
}

struct Open {
    name: &'static str,
    bearing: Bearing,
    element: usize,
    skips: bool,
    /// Where the text of a superscript begins, to judge it at its end.
    superscript: Option<usize>,
}

struct Builder {
    page: HtmlPage,
    open: Vec<Open>,
    /// How many elements of each name are open, by place in [`BEARINGS`].
    counts: [usize; BEARINGS.len()],
    skipping: usize,
    block_start: usize,
    space_due: bool,
    line_breaks: usize,
    linked: usize,
    /// How many elements were open when the present link began.
    link: Option<usize>,
}

impl Builder {
    fn new() -> Self {
        let root = Element { parent: 0, may_hold_article: true, zone: None };
        Builder {
            page: HtmlPage { elements: vec![root], ..HtmlPage::default() },
            open: Vec::new(),
            counts: [0; BEARINGS.len()],
            skipping: 0,
            block_start: 0,
            space_due: false,
            line_breaks: 0,
            linked: 0,
            link: None,
        }
    }

    fn element(&self) -> usize {
        self.open.last().map_or(0, |open| open.element)
    }

    fn open(&mut self, name: &str, attributes: &str) {
        let lower = name.to_ascii_lowercase();
        match lower.as_str() {
            "br" => return self.line_break(),
            "a" => {
                self.link = attribute(attributes, "href").map(|_| self.open.len());
                return;
            }
            "meta" | "link" | "time" => return self.page.facts.add_tag(&lower, attributes),
            _ => {}
        }
        let Ok(place) = BEARINGS.binary_search_by(|(known, _)| (*known).cmp(lower.as_str())) else { return };
        let (name, bearing) = BEARINGS[place];
        if bearing == Bearing::Inline {
            let hidden = name != "sup"
                && zone(name, attributes).is_some_and(|zone| matches!(zone.reason, "hidden" | "navigation"));
            let superscript = (name == "sup").then_some(self.page.text.len());
            return self.push(place, name, bearing, self.element(), hidden, superscript);
        }
        if bearing == Bearing::Skipped {
            if !attributes.ends_with('/') {
                self.push(place, name, bearing, self.element(), true, None);
            }
            return;
        }
        self.end_block();
        if name == "hr" {
            return;
        }
        // What the mark-up leaves open ends where the next begins.
        while let Some(last) = self.open.last() {
            let ends = last.bearing == Bearing::Inline
                || last.name == "p"
                || last.name == name && matches!(name, "li" | "td" | "tr" | "dt" | "dd")
                || matches!((last.name, name), ("td" | "th", "td" | "th" | "tr") | ("dt", "dd") | ("dd", "dt"))
                || last.name.starts_with('h') && last.name.len() == 2;
            if !ends || self.skipping > 0 {
                break;
            }
            self.pop();
        }
        let element = self.page.elements.len();
        let parent = self.element();
        let zone = zone(name, attributes);
        self.page.elements.push(Element { parent, may_hold_article: bearing == Bearing::Container, zone });
        self.push(place, name, bearing, element, false, None);
        self.page.facts.add_tag(name, attributes);
    }

    fn push(
        &mut self,
        place: usize,
        name: &'static str,
        bearing: Bearing,
        element: usize,
        skips: bool,
        superscript: Option<usize>,
    ) {
        self.counts[place] += 1;
        self.skipping += usize::from(skips);
        self.open.push(Open { name, bearing, element, skips, superscript });
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if let Ok(place) = BEARINGS.binary_search_by(|(known, _)| (*known).cmp(open.name)) {
            self.counts[place] -= 1;
        }
        self.skipping -= usize::from(open.skips);
        if self.link.is_some_and(|depth| depth > self.open.len()) {
            self.link = None;
        }
        if let Some(start) = open.superscript.filter(|&start| start >= self.block_start) {
            let mark = self.page.text[start..].trim_matches([' ', '[', ']', '(', ')']);
            let note = mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit() || b"*,".contains(&byte))
                || mark.len() == 1 && mark.is_ascii()
                || mark.starts_with("note ")
                || mark.contains("needed");
            if note {
                self.page.text.truncate(start);
            }
        }
    }

    fn close(&mut self, name: &str) {
        let lower = name.to_ascii_lowercase();
        if lower == "a" {
            self.link = None;
            return;
        }
        let Ok(place) = BEARINGS.binary_search_by(|(known, _)| (*known).cmp(lower.as_str())) else { return };
        if self.counts[place] == 0 {
            return;
        }
        let (name, bearing) = BEARINGS[place];
        let reach = if bearing == Bearing::Inline {
            // An inline element never closes what divides text, and is not searched for far away.
            let near = self.open.iter().rev().take(32).take_while(|open| open.bearing == Bearing::Inline);
            near.take_while(|open| open.name != name).count() + 1
        } else {
            self.end_block();
            usize::MAX
        };
        if bearing == Bearing::Inline && self.open.iter().rev().nth(reach - 1).is_none_or(|open| open.name != name) {
            return;
        }
        while let Some(last) = self.open.last() {
            let found = last.name == name;
            self.pop();
            if found {
                break;
            }
        }
    }

    fn line_break(&mut self) {
        if self.skipping > 0 {
            return;
        }
        self.line_breaks += 1;
        let ended = self.page.text[self.block_start..].trim_end().ends_with(['.', '!', '?', ':', '"', '”', ')']);
        if self.line_breaks >= 2 || ended {
            self.end_block();
        } else {
            self.space_due = true;
        }
    }

    fn add_text(&mut self, raw: &str) {
        if self.skipping > 0 {
            return;
        }
        let before = self.page.text.len();
        let mut rest = raw;
        while let Some(first) = rest.bytes().next() {
            match first {
                b' ' | b'\t' | b'\n' | b'\r' | 0xc => {
                    rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']);
                    self.space_due = true;
                }
                b'&' => {
                    let (letter, length) = entity(rest).unwrap_or(('&', 1));
                    rest = &rest[length..];
                    self.add_letters(letter.encode_utf8(&mut [0; 4]));
                }
                _ => {
                    let end = rest.bytes().position(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xc | b'&'));
                    let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
                    self.add_letters(word);
                    rest = after;
                }
            }
        }
        if self.link.is_some() {
            self.linked += self.page.text.len() - before;
        }
    }

    fn add_letters(&mut self, letters: &str) {
        if self.space_due && self.page.text.len() > self.block_start {
            self.page.text.push(' ');
        }
        self.space_due = false;
        self.line_breaks = 0;
        self.page.text.push_str(letters);
    }

    fn end_block(&mut self) {
        let start = self.block_start;
        let words = &self.page.text[start..];
        let begin = start + (words.len() - words.trim_start().len());
        let end = start + words.trim_end().len();
        if begin < end {
            let inner = self.open.iter().rev().take(6).filter(|open| open.bearing != Bearing::Inline);
            let mut kind = BlockKind::Paragraph;
            let mut heading_level = 0;
            for open in inner {
                match open.name {
                    "li" | "dd" => kind = BlockKind::ListItem,
                    "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                        kind = BlockKind::Heading;
                        heading_level = open.name.as_bytes()[1] - b'0';
                    }
                    "p" | "blockquote" => continue,
                    _ => {}
                }
                break;
            }
            let span = Span::new(begin, end);
            self.page.blocks.push(PageBlock {
                span,
                element: self.element(),
                kind,
                heading_level,
                linked: self.linked,
            });
        }
        self.block_start = self.page.text.len();
        self.space_due = false;
        self.line_breaks = 0;
        self.linked = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_divided_by_elements_and_not_by_spans() {
        let page = take_apart(
            "<p>One <b>two</b>&nbsp;three<p>four<sup>[1]</sup><ul><li>five<li>six</ul><h2>se<span>ven</span></h2>",
        );
        let blocks: Vec<_> = page.blocks.iter().map(|block| (block.span.of(&page.text), block.kind)).collect();
        assert_eq!(
            blocks,
            [
                ("One two\u{a0}three", BlockKind::Paragraph),
                ("four", BlockKind::Paragraph),
                ("five", BlockKind::ListItem),
                ("six", BlockKind::ListItem),
                ("seven", BlockKind::Heading),
            ]
        );
    }
}
