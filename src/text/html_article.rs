//! From a page taken apart to the blocks that are its article, and why the others are not.

use super::html_page::{Element, HtmlPage, PageBlock};
use super::html_zones::{Trust, Zone};
use super::layout::BlockKind;

/// What becomes of a block of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Part of the readable text.
    Kept,
    /// Part of the text, but no prose.
    Listed(&'static str),
    /// Not taken into the text.
    Dropped(&'static str),
}

/// Decides on each block of a page.
pub fn fates(page: &HtmlPage) -> Vec<Fate> {
    let mut prose = vec![0; page.elements.len()];
    for block in &page.blocks {
        prose[block.element] += prose_length(block);
    }
    add_upwards(&page.elements, &mut prose);
    let zones = effective_zones(&page.elements, &prose);
    let mut free = vec![0; page.elements.len()];
    for block in &page.blocks {
        if zones[block.element].is_none() {
            free[block.element] += prose_length(block);
        }
    }
    add_upwards(&page.elements, &mut free);
    let article = article(&page.elements, &free);
    let inside = inside(&page.elements, article);
    let first = page.blocks.iter().position(|block| inside[block.element] && zones[block.element].is_none());
    let headline = first.and_then(|first| headline(page, first, &zones));
    page.blocks
        .iter()
        .enumerate()
        .map(|(index, block)| {
            // The headline and what stands between it and the article belong to it.
            let leads = headline.zip(first).is_some_and(|(headline, first)| (headline..first).contains(&index));
            let linked = block.linked * 10 >= (block.span.end - block.span.start) * 6;
            match zones[block.element] {
                Some(reason) => Fate::Dropped(reason),
                None if headline == Some(index) => Fate::Kept,
                None if leads && !linked => Fate::Kept,
                None if !inside[block.element] => Fate::Dropped("outside the article"),
                None if linked && block.heading_level == 0 && block.span.end - block.span.start < 160 => {
                    Fate::Listed("links to other pages")
                }
                None => Fate::Kept,
            }
        })
        .collect()
}

/// How much a block looks like prose, in bytes: long or ended like a sentence, and not mostly links.
fn prose_length(block: &PageBlock) -> usize {
    let length = block.span.end - block.span.start;
    let running = block.kind != BlockKind::Heading && length >= 60 && block.linked * 2 < length;
    if running { length } else { 0 }
}

/// Adds what is counted for each element to all around it.
fn add_upwards(elements: &[Element], counts: &mut [usize]) {
    for index in (1..elements.len()).rev() {
        counts[elements[index].parent] += counts[index];
    }
}

/// The zone that each element lies in, but for those whose sign cannot be trusted: most of the prose is in them.
fn effective_zones(elements: &[Element], prose: &[usize]) -> Vec<Option<&'static str>> {
    let all = prose[0];
    let mut zones: Vec<Option<&'static str>> = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter().enumerate() {
        let around = if index == 0 { None } else { zones[element.parent] };
        let own = element.zone.filter(|zone: &Zone| {
            let bound = match (zone.trust, zone.reason) {
                (Trust::Sure, _) => 9,
                (Trust::Likely, "comments" | "cookie notice" | "hidden") => 8,
                (Trust::Likely, _) => 5,
            };
            prose[index] * 10 <= all * bound || all == 0
        });
        zones.push(around.or(own.map(|zone| zone.reason)));
    }
    zones
}

/// The innermost element that holds at least three quarters of the free prose.
fn article(elements: &[Element], free: &[usize]) -> usize {
    let mut largest = vec![0; elements.len()];
    for (index, element) in elements.iter().enumerate().skip(1) {
        let best = largest[element.parent];
        if best == 0 || free[index] > free[best] {
            largest[element.parent] = index;
        }
    }
    let mut article = 0;
    loop {
        let next = largest[article];
        if next == 0 || free[0] == 0 || free[next] * 4 < free[0] * 3 || !elements[next].may_hold_article {
            return article;
        }
        article = next;
    }
}

fn inside(elements: &[Element], article: usize) -> Vec<bool> {
    let mut inside: Vec<bool> = Vec::with_capacity(elements.len());
    for (index, element) in elements.iter().enumerate() {
        let around = index > 0 && inside[element.parent];
        inside.push(index == article || around);
    }
    inside
}

/// The headline that stands before the article's element: the last first-level heading, unless the article has its own.
fn headline(page: &HtmlPage, first: usize, zones: &[Option<&'static str>]) -> Option<usize> {
    let main = |block: &PageBlock| block.heading_level == 1;
    if main(&page.blocks[first]) {
        return None;
    }
    (0..first).rev().find(|&index| {
        let block = &page.blocks[index];
        main(block) && zones[block.element].is_none_or(|zone| zone != "navigation" && zone != "hidden")
    })
}
