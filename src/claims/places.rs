//! Where each mention of a sentence stands relative to each of its words: by the arcs, by clauses and lists, and by what a frame
//! at that word expects.

use super::frame_roles::FrameRoles;
use super::sentence::SentenceView;
use super::slots::Slot;

/// Number of different values of each part of a place, in the order of [`Place::parts`].
pub const PARTS: [usize; 6] = [15, 512, 5, 3, 8, 16];

/// Where a mention stands relative to a word, in parts that are looked up one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The slot in rough; its path, hashed; clauses between; lists of actors between; whether a frame at the word expects it as
    /// the one who acts (1) or the other (2), where there is a frame (4); and how many words away it is.
    pub parts: [u16; PARTS.len()],
}

/// The places of all mentions, [`SentenceView::tokens`] of them for each.
#[inline(never)]
pub fn places(view: &SentenceView, roles: &FrameRoles) -> Vec<Place> {
    let words = view.tokens.len();
    let mut triggers: Vec<Vec<usize>> = vec![Vec::new(); words];
    for occurrence in &view.occurrences {
        triggers[occurrence.head].push(occurrence.trigger.frame);
    }
    let mut places = Vec::with_capacity(words * view.mentions.len());
    for (index, mention) in view.mentions.iter().enumerate() {
        for (word, frames) in triggers.iter().enumerate() {
            let slot = view.arcs.slot(word, mention.head);
            let fits = frames.iter().fold(0, |fits, &frame| {
                let template = roles.of_frame(frame);
                let source = u16::from(template.sources.contains(&slot));
                fits | 4 | source | (u16::from(template.targets.contains(&slot)) * 2)
            });
            places.push(Place {
                parts: [
                    slot.coarse() as u16,
                    path(slot),
                    (view.surface.clauses_apart(word, mention.head).clamp(-2, 2) + 2) as u16,
                    view.surface.lists_between(index, word).min(2) as u16,
                    fits,
                    distance(mention.head, word),
                ],
            });
        }
    }
    places
}

fn path(slot: Slot) -> u16 {
    let hash = slot
        .steps()
        .iter()
        .fold(17, |hash: u32, &step| (hash.rotate_left(7) ^ u32::from(step)).wrapping_mul(0x0100_0193));
    (hash >> 7 & 511) as u16
}

/// How far the one word stands from the other, in eight steps to either side.
pub fn distance(from: usize, to: usize) -> u16 {
    let step = match from.abs_diff(to) {
        near @ 0..=3 => near as u16,
        4..=6 => 4,
        7..=10 => 5,
        11..=18 => 6,
        _ => 7,
    };
    if to > from { step + 8 } else { step }
}
