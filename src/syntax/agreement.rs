//! From relations that were each found by themselves to subjects that agree with the voice of their verb.

use super::labels::{RELATIONS, XPOS};
use super::model::Reading;
use std::ops::Range;

/// Tells subjects of passives from others. `range`: the words of the sentence, or of a piece of it.
pub fn agree(range: Range<usize>, reading: &mut Reading) {
    let mut passive = vec![false; range.len()];
    for word in range.clone() {
        passive[reading.heads[word] - range.start] |= RELATIONS[reading.relations[word]] == "aux:pass";
    }
    for word in range.clone() {
        let verb = reading.heads[word];
        let passive = passive[verb - range.start];
        let agreed = match RELATIONS[reading.relations[word]] {
            "nsubj" if passive => "nsubj:pass",
            "csubj" if passive => "csubj:pass",
            "nsubj:pass" if !passive && XPOS[reading.xpos[verb]] != "VBN" => "nsubj",
            _ => continue,
        };
        let index = RELATIONS.iter().position(|&relation| relation == agreed);
        reading.relations[word] = index.unwrap_or(reading.relations[word]);
    }
}
