//! Title and date of a document from where they stand: what its mark-up states, else its first lines.

use super::dates::find_date;
use super::layout::{Block, BlockKind, Layout};
use super::on_one_line;

/// The title: stated by the mark-up, else the first heading.
pub fn title(layout: &Layout) -> Option<String> {
    let words = |block: &Block| on_one_line(block.span.of(&layout.text));
    let first = || {
        let mut headings = layout.blocks.iter().take(6).filter(|block| block.kind == BlockKind::Heading).map(words);
        let first = headings.next().filter(|words| words.chars().count() >= 6)?;
        // `OPINION` over a headline says what sort of text it heads.
        let next = headings.next().filter(|next| is_kicker(&first) && !is_kicker(next) && find_date(next).is_none());
        Some(next.unwrap_or(first))
    };
    layout.stated.title.clone().filter(|title| !title.is_empty()).or_else(first)
}

/// A few words in capitals, perhaps with a number.
fn is_kicker(heading: &str) -> bool {
    heading.split(' ').count() <= 3 && !heading.contains(char::is_lowercase)
}

/// The date: stated by the mark-up, else in a byline, date line or short line at the head, else in a last line about the page.
pub fn date(layout: &Layout) -> Option<String> {
    let stated = layout.stated.date.as_deref().and_then(find_date);
    let head = || layout.blocks.iter().take(12).filter(|block| is_short(block)).find_map(|block| dated(layout, block));
    let foot = || {
        let tells = |block: &&Block| {
            let words = block.span.of(&layout.text);
            is_short(block)
                && ["Published", "Posted", "Originally", "First published"].iter().any(|head| words.starts_with(head))
        };
        layout.blocks.iter().rev().take(12).filter(tells).find_map(|block| dated(layout, block))
    };
    stated.or_else(head).or_else(foot)
}

/// A date inside a sentence is one that the text speaks of; a date line is short.
fn is_short(block: &Block) -> bool {
    let about = matches!(block.kind, BlockKind::Aside("byline" | "date line")) || block.kind == BlockKind::Heading;
    about && block.span.end - block.span.start <= 160
}

fn dated(layout: &Layout, block: &Block) -> Option<String> {
    find_date(block.span.of(&layout.text)).filter(|date| date.len() == 10 || block.kind != BlockKind::Heading)
}
