//! Each pair and kind against its rivals in the sentence: other kinds of the pair, other pairs of its actors, other pairs of
//! the kind. A sentence with five actors seldom relates them all.

use super::inputs::KINDS;
use crate::network::{Reader, Table, straight_swish};

/// Numbers by which a pair and kind is held against its rivals.
const COMPARED: usize = 8;
/// Stands for "there is no rival".
const NONE: f32 = -8.0;

/// Weights.
pub struct Rivals {
    compared: Table,
    kinds: Table,
    out: Vec<f32>,
    bias: f32,
}

impl Rivals {
    /// Reads the weights of a layer of so many numbers.
    pub fn new(reader: &mut Reader, width: usize) -> Self {
        Self {
            compared: Table::new(reader, COMPARED, width),
            kinds: Table::new(reader, KINDS, width),
            out: reader.floats(width),
            bias: reader.floats(1)[0],
        }
    }

    /// Corrects the scores of all pairs of a sentence.
    #[inline(never)]
    pub fn settle(&self, actors: &[(usize, usize)], scores: &mut [[f32; KINDS]]) {
        let highest: Vec<f32> = scores.iter().map(|kinds| kinds.iter().copied().fold(f32::MIN, f32::max)).collect();
        let mut all = TwoBest::default();
        highest.iter().for_each(|&score| all.take(score));
        let by_kind: [TwoBest; KINDS] = core::array::from_fn(|kind| {
            let mut best = TwoBest::default();
            scores.iter().for_each(|scores| best.take(scores[kind]));
            best
        });
        let mut numbers: Vec<usize> = actors.iter().flat_map(|&(a, b)| [a, b]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let place = |actor: usize| numbers.partition_point(|&number| number < actor);
        let mut by_actor = vec![[TwoBest::default(); KINDS]; numbers.len()];
        for (&(a, b), scores) in actors.iter().zip(scores.iter()) {
            for actor in [a, b] {
                by_actor[place(actor)].iter_mut().zip(scores).for_each(|(best, &score)| best.take(score));
            }
        }
        let mut hidden = Vec::new();
        for ((&(a, b), kinds), &top) in actors.iter().zip(scores.iter_mut()).zip(&highest) {
            let before = *kinds;
            let mut of_pair = TwoBest::default();
            before.iter().for_each(|&score| of_pair.take_all(score));
            for (kind, score) in kinds.iter_mut().enumerate() {
                let now = before[kind];
                let (beside_a, beside_b) = (by_actor[place(a)][kind].beside(now), by_actor[place(b)][kind].beside(now));
                let in_kind = by_kind[kind].beside(now);
                let compared = [
                    now,
                    of_pair.beside(now),
                    beside_a.max(beside_b),
                    beside_a.min(beside_b),
                    in_kind,
                    all.beside(top),
                    top,
                    now - in_kind,
                ];
                hidden.clear();
                hidden.extend_from_slice(self.kinds.row(kind));
                for (row, value) in compared.into_iter().enumerate() {
                    self.compared
                        .row(row)
                        .iter()
                        .zip(&mut hidden)
                        .for_each(|(weight, sum)| *sum += weight * value / 4.0);
                }
                let more = hidden
                    .iter()
                    .zip(&self.out)
                    .fold(self.bias, |sum, (value, weight)| sum + straight_swish(*value) * weight);
                *score = now + more;
            }
        }
    }
}

/// The highest score and the next below it.
#[derive(Clone, Copy)]
struct TwoBest(f32, f32);

impl Default for TwoBest {
    fn default() -> Self {
        TwoBest(NONE, NONE)
    }
}

impl TwoBest {
    /// Takes a score in; equal ones count once.
    fn take(&mut self, score: f32) {
        if score > self.0 {
            *self = TwoBest(score, self.0);
        } else if score < self.0 && score > self.1 {
            self.1 = score;
        }
    }

    /// Takes a score in, equal ones too.
    fn take_all(&mut self, score: f32) {
        if score > self.0 {
            *self = TwoBest(score, self.0);
        } else if score > self.1 {
            self.1 = score;
        }
    }

    /// The highest beside a score that was taken in.
    fn beside(&self, score: f32) -> f32 {
        if score >= self.0 { self.1 } else { self.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::{NONE, TwoBest};

    #[test]
    fn the_best_beside_a_score_is_the_best_of_the_others() {
        let mut best = TwoBest::default();
        [1.0, 3.0, 3.0, 2.0].into_iter().for_each(|score| best.take(score));
        assert_eq!(best.beside(3.0), 2.0, "equal ones count once");
        assert_eq!(best.beside(1.0), 3.0);
        assert_eq!(TwoBest::default().beside(1.0), NONE);
        let mut all = TwoBest::default();
        [3.0, 3.0].into_iter().for_each(|score| all.take_all(score));
        assert_eq!(all.beside(3.0), 3.0);
    }
}
