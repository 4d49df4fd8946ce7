//! From the blocks of a text to what of it is prose: what a page says about itself is skipped, with its reason.
//!
//! Judged by the shape of a block, by a table of phrases and by where it stands; in doubt a block is read.

use super::language::is_foreign;
use super::layout::{Block, BlockKind, Layout};
use super::line_shapes::{is_author_note, is_breadcrumb, is_byline, is_date_line, is_reference, is_stage_direction};
use super::{Skipped, phrases};
use crate::sorting::sort_by_key;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Turns blocks that are not prose into [`BlockKind::Aside`]s.
pub fn judge(text: &str, blocks: &mut Vec<Block>) {
    let lengths: Vec<usize> = blocks.iter().map(|block| word_count(block.span.of(text))).collect();
    let last_long = lengths.iter().rposition(|&length| length > 20);
    for (index, block) in blocks.iter_mut().enumerate() {
        let whereabouts = Whereabouts {
            late: last_long.is_some_and(|last| index >= last)
                || index * 10 >= lengths.len() * 7
                || index + 4 >= lengths.len(),
            second_half: index * 2 > lengths.len(),
        };
        let told = matches!(block.kind, BlockKind::Aside(_));
        if let Some(reason) = alone(block.span.of(text), lengths[index], whereabouts).filter(|_| !told) {
            block.kind = BlockKind::Aside(reason);
        }
    }
    skip_running_heads(text, blocks, &lengths);
    skip_references(text, blocks, &lengths);
    skip_after_related(text, blocks, &lengths);
    skip_tail(text, blocks, &lengths);
    cut_credits(text, blocks);
}

/// Takes what is not prose out of the blocks and lists it as skipped.
pub fn separate(layout: &mut Layout) {
    let skipped = &mut layout.skipped;
    layout.blocks.retain(|block| match block.kind {
        BlockKind::Aside(reason) => {
            skipped.push(Skipped { span: block.span, reason });
            false
        }
        _ => true,
    });
    sort_by_key(skipped, |skipped| (skipped.span.start, skipped.span.end));
    if layout.blocks.is_empty() && skipped.is_empty() {
        skipped.push(Skipped { span: Span::new(0, layout.text.len()), reason: "nothing to read" });
    }
}

/// Blocks of more words than this are prose whatever phrases they hold.
const SHORT: usize = 30;

fn word_count(block: &str) -> usize {
    block.split(' ').take(200).filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// Where a block stands in its document.
#[derive(Clone, Copy)]
struct Whereabouts {
    late: bool,
    second_half: bool,
}

/// What a block tells by itself.
fn alone(block: &str, words: usize, whereabouts: Whereabouts) -> Option<&'static str> {
    if !block.contains(char::is_alphabetic) {
        return Some(if words > 0 { "number alone" } else { "ornament" });
    }
    if is_foreign(block) {
        return Some("not in English");
    }
    if whereabouts.late && words <= 2 * SHORT && is_author_note(block) {
        return Some("note on the author");
    }
    if words > SHORT {
        return None;
    }
    let lower: Vec<String> = block
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’')
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect();
    if let Some(reason) = phrases::reason(&lower) {
        return Some(reason);
    }
    if block.starts_with(['©', 'Ⓒ']) {
        return Some("copyright notice");
    }
    if is_breadcrumb(block) {
        return Some("navigation");
    }
    if is_byline(block, &lower) {
        return Some("byline");
    }
    if is_date_line(&lower) {
        return Some("date line");
    }
    if is_stage_direction(block) {
        return Some("stage direction");
    }
    if block.starts_with('^') || whereabouts.second_half && is_numbered_note(block) {
        return Some("footnote");
    }
    HEADS.iter().find(|(head, _)| block.starts_with(head)).map(|(_, reason)| *reason)
}

/// Words before a colon that tell what a line holds.
const HEADS: &[(&str, &str)] = &[
    ("Filed under:", "tags"),
    ("Photo:", "picture credit"),
    ("Related:", "links to other pages"),
    ("Share:", "share buttons"),
    ("Source:", "source line"),
    ("Sources:", "source line"),
    ("Tags:", "tags"),
    ("Topics:", "tags"),
];

/// `[3] Ibid., p. 9.`
fn is_numbered_note(block: &str) -> bool {
    let digits = block.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    block.starts_with('[') && (1..=3).contains(&digits) && block[1 + digits..].starts_with(']')
}

/// Skips the entries under a heading such as "References".
fn skip_references(text: &str, blocks: &mut [Block], lengths: &[usize]) {
    let mut inside = false;
    for index in 0..blocks.len() {
        let words = blocks[index].span.of(text);
        let title = words.trim_end_matches(':').trim_end_matches("[edit]").trim().to_lowercase();
        if lengths[index] <= 3 && REFERENCE_TITLES.contains(&title.as_str()) {
            let follows = blocks.get(index + 1).is_none_or(|next| is_reference(next.span.of(text)));
            inside =
                follows || matches!(title.as_str(), "references" | "bibliography" | "works cited" | "external links");
        } else if inside {
            // Long prose without the look of an entry ends the list.
            inside = is_reference(words) || lengths[index] <= 12 && blocks[index].kind != BlockKind::Heading;
        }
        if inside {
            blocks[index].kind = BlockKind::Aside("reference list");
        }
    }
}

const REFERENCE_TITLES: &[&str] = &[
    "bibliography",
    "citations",
    "endnotes",
    "external links",
    "footnotes",
    "further reading",
    "literature",
    "notes",
    "notes and references",
    "references",
    "see also",
    "selected bibliography",
    "sources",
    "works cited",
];

/// Skips the short lines after "Related articles" and everything after "Leave a reply".
fn skip_after_related(text: &str, blocks: &mut [Block], lengths: &[usize]) {
    let mut after = None;
    for index in 0..blocks.len() {
        let own = match blocks[index].kind {
            BlockKind::Aside(reason) => Some(reason),
            _ => None,
        };
        match (own, after) {
            (Some("comments"), _) if index * 2 >= blocks.len() && says_reply(blocks[index].span.of(text)) => {
                after = Some("comments");
            }
            (None, Some("comments")) => blocks[index].kind = BlockKind::Aside("comments"),
            (Some("links to other pages"), None) if lengths[index] <= 4 => after = Some("links to other pages"),
            (None, Some(reason)) => {
                let words = blocks[index].span.of(text);
                if lengths[index] <= 14 && !words.ends_with(['.', '?', '!', ':']) && index * 2 >= blocks.len() {
                    blocks[index].kind = BlockKind::Aside(reason);
                } else {
                    after = None;
                }
            }
            _ => {}
        }
    }
}

fn says_reply(block: &str) -> bool {
    let lower = block.to_lowercase();
    ["leave a", "post a", "write a", "add a"].iter().any(|head| lower.starts_with(head))
}

/// Skips the end of a page from the first furniture on after which little but furniture comes.
fn skip_tail(text: &str, blocks: &mut [Block], lengths: &[usize]) {
    let all: usize = lengths.iter().sum();
    // Of a short text there is too little to tell its end.
    if all < 60 {
        return;
    }
    let (mut words, mut furniture, mut cut) = (0, 0, None);
    for index in (0..blocks.len()).rev() {
        let block = &blocks[index];
        let told = matches!(block.kind, BlockKind::Aside(_));
        let bare = lengths[index] <= 6 && !block.span.of(text).ends_with(['.', '?', '!', '"', '”']);
        furniture += usize::from(told || bare);
        words += if told { 0 } else { lengths[index] };
        let after = blocks.len() - index;
        if words * 4 > all {
            break;
        }
        let about_page = matches!(block.kind, BlockKind::Aside(reason) if PAGE_REASONS.contains(&reason));
        if about_page && after >= 3 && furniture * 10 >= after * 6 {
            cut = Some(index);
        }
    }
    for block in blocks.iter_mut().skip(cut.unwrap_or(usize::MAX)) {
        if !matches!(block.kind, BlockKind::Aside(_)) {
            block.kind = BlockKind::Aside("end of the page");
        }
    }
}

/// Reasons that show that the article is over.
const PAGE_REASONS: &[&str] = &[
    "advertisement",
    "byline",
    "comments",
    "copyright notice",
    "links to other pages",
    "navigation",
    "note on the author",
    "share buttons",
    "subscription or donation appeal",
    "tags",
];

/// Skips short lines that come again on every page, but for the first.
fn skip_running_heads(text: &str, blocks: &mut [Block], lengths: &[usize]) {
    let key =
        |block: &Block| -> String { block.span.of(text).chars().filter(|letter| letter.is_alphabetic()).collect() };
    let short = |index: usize| (1..=10).contains(&lengths[index]);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (index, block) in blocks.iter().enumerate() {
        if short(index) && !block.span.of(text).ends_with(['.', '?', '!']) {
            *counts.entry(key(block)).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count >= 3);
    let mut seen = BTreeSet::new();
    for (index, block) in blocks.iter_mut().enumerate() {
        if counts.is_empty() || !short(index) || matches!(block.kind, BlockKind::Aside(_)) {
            continue;
        }
        let key = key(block);
        if counts.contains_key(&key) && !seen.insert(key) {
            block.kind = BlockKind::Aside("running head");
        }
    }
}

/// Cuts `Photo: ...` off the end of a caption.
fn cut_credits(text: &str, blocks: &mut Vec<Block>) {
    let mut cut = Vec::with_capacity(blocks.len());
    for mut block in blocks.drain(..) {
        let words = block.span.of(text);
        let short = words.len() < 400 && !matches!(block.kind, BlockKind::Aside(_));
        let credit = CREDITS.iter().filter(|_| short).filter_map(|credit| words.find(credit)).min();
        let Some(place) = credit.filter(|&place| words.len() - place < 90) else {
            cut.push(block);
            continue;
        };
        let credit = Span::new(block.span.start + place, block.span.end);
        block.span.end = block.span.start + words[..place].trim_end_matches([' ', '(', '|', '/', '-', '–', '\n']).len();
        block.kind = BlockKind::Paragraph;
        if block.span.start < block.span.end {
            cut.push(block);
        }
        cut.push(Block { span: credit, kind: BlockKind::Aside("picture credit") });
    }
    *blocks = cut;
}

const CREDITS: &[&str] = &[
    "AFP/Getty",
    "AP Photo",
    "Credit: ",
    "Getty Images",
    "Image: ",
    "Photo by ",
    "Photo credit",
    "Photo: ",
    "Photograph by ",
    "Photograph: ",
    "Photographer: ",
    "REUTERS/",
    "Picture: ",
    "Source: Getty",
];
