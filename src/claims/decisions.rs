//! From scores to claims: what a score must reach, and how often, at least, claims with such a score are right.

use super::inputs::KINDS;
use super::network::Judgement;
use crate::network::Reader;

/// What a judgement must reach to be a claim, and what its score is worth.
#[derive(Clone, Debug)]
pub struct Decisions {
    /// By kind: the least score that makes a claim.
    first: [i32; KINDS],
    /// How much more is asked of a kind that is not the likeliest for its pair: one sentence seldom says two things of two.
    further: i32,
    /// Scores above the threshold, rising, with the share of claims at that score whose pair and kind are right, in percent: the lower
    /// end of Wilson's interval, never falling.
    certainties: Vec<(i32, i32)>,
}

impl Decisions {
    /// Reads the thresholds. Panics where there are none: the model is part of the crate.
    pub fn new(reader: &mut Reader) -> Self {
        let first = core::array::from_fn(|_| reader.signed());
        let further = reader.signed();
        let points = reader.number();
        let certainties = (0..points).map(|_| (reader.signed(), reader.signed())).collect();
        Self { first, further, certainties }
    }

    /// How far each judgement of a sentence lies above what it must reach; below zero it is no claim. Those of one pair stand
    /// together.
    pub fn above(&self, judgements: &[Judgement]) -> Vec<i32> {
        let mut above = Vec::with_capacity(judgements.len());
        for of_pair in judgements.chunk_by(|one, other| one.actors == other.actors) {
            let reached: Vec<i32> = of_pair.iter().map(|one| one.score - self.first[one.kind as usize]).collect();
            let likeliest = (0..reached.len()).max_by_key(|&at| (reached[at], usize::MAX - at));
            let asked = |at: usize| if Some(at) == likeliest { 0 } else { self.further };
            above.extend(reached.iter().enumerate().map(|(at, reached)| reached - asked(at)));
        }
        above
    }

    /// The share of claims this far above their threshold whose pair and kind are right, cautiously, 0 to 1.
    pub fn certainty(&self, above: i32) -> f32 {
        let next = self.certainties.partition_point(|&(score, _)| score <= above);
        let percent = match (next.checked_sub(1).map(|at| self.certainties[at]), self.certainties.get(next)) {
            (None, None) => 50,
            (None, Some(&(_, percent))) | (Some((_, percent)), None) => percent,
            (Some((low, from)), Some(&(high, to))) => from + (to - from) * (above - low) / (high - low).max(1),
        };
        percent as f32 / 100.0
    }
}
