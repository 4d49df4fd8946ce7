//! From HTML, a whole saved page or a fragment, to the readable text of its article and the blocks in it.

use super::Skipped;
use super::dates::find_date;
use super::html_article::{Fate, fates};
use super::html_page::take_apart;
use super::layout::{Block, BlockKind, Layout};
use super::line_marks::list_mark;
use crate::span::Span;

/// Reads HTML. What is not the article is left out of the text; an empty range in `skipped` tells where and why.
#[inline(never)]
pub fn read(html: &str) -> Layout {
    let page = take_apart(html);
    let mut layout = Layout::default();
    let mut after_item = false;
    let mut byline_date = None;
    for (block, fate) in page.blocks.iter().zip(fates(&page)) {
        let kind = match fate {
            Fate::Kept => block.kind,
            Fate::Listed(reason) => BlockKind::Aside(reason),
            Fate::Dropped(reason) => {
                note_gap(&mut layout, reason);
                if byline_date.is_none() && matches!(reason, "byline" | "date line" | "note on the author") {
                    byline_date = find_date(block.span.of(&page.text));
                }
                continue;
            }
        };
        // Word processors write bullets as letters.
        let bullet = if kind == BlockKind::Paragraph { list_mark(block.span.of(&page.text)) } else { None };
        let kind = if bullet.is_some() { BlockKind::ListItem } else { kind };
        let item = kind == BlockKind::ListItem;
        if !layout.text.is_empty() {
            layout.text.push_str(if item && after_item { "\n" } else { "\n\n" });
        }
        after_item = item;
        let start = layout.text.len();
        layout.text.push_str(block.span.of(&page.text));
        layout.blocks.push(Block { span: Span::new(start + bullet.unwrap_or(0), layout.text.len()), kind });
    }
    let (stated, tab_title) = page.facts.stated();
    layout.stated = stated;
    layout.stated.date = layout.stated.date.or(byline_date);
    if !layout.blocks.iter().any(|block| block.kind == BlockKind::Heading) {
        layout.stated.title = layout.stated.title.or(tab_title);
    }
    layout
}

/// One gap for what was left out at one place for one reason.
fn note_gap(layout: &mut Layout, reason: &'static str) {
    let place = layout.text.len();
    let known = layout
        .skipped
        .iter()
        .rev()
        .take_while(|skipped| skipped.span.start == place)
        .any(|skipped| skipped.reason == reason);
    if !known {
        layout.skipped.push(Skipped { span: Span::new(place, place), reason });
    }
}
