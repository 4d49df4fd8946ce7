//! From features of those who may be meant to how likely each is: a weight for each value of each feature, learnt from answers that
//! readers gave.

use crate::network::exp_of_negative;

/// Weights as `training/train_antecedents.py` learnt them, apart for each of a few sorts of words that ask.
pub(super) struct Ranking<const SORTS: usize> {
    /// For one who may be meant.
    candidate: Part<SORTS>,
    /// For nobody who may be, by the features of the words that ask.
    nobody: Part<SORTS>,
}

/// Features, and a row of weights for each value.
struct Part<const SORTS: usize> {
    sizes: &'static [usize],
    weights: Vec<[f32; SORTS]>,
}

impl<const SORTS: usize> Ranking<SORTS> {
    /// Reads a table of hundredths with a row for each value, whose first two columns say what is weighed. The sizes tell how many values each
    /// feature has. Panics where a row is missing: the model is part of the crate.
    pub fn read(table: &str, of_candidate: &'static [usize], of_words: &'static [usize]) -> Self {
        let mut rows = table.lines().skip(1).map(|row| {
            let mut cells = row.split('\t').skip(2).map(|cell| cell.parse::<i16>().expect("a weight in hundredths"));
            core::array::from_fn(|_| f32::from(cells.next().expect("a weight for each sort")) / 100.0)
        });
        let mut part = |sizes: &'static [usize]| {
            let count = sizes.iter().sum();
            let weights: Vec<_> = rows.by_ref().take(count).collect();
            assert_eq!(weights.len(), count, "a table of weights has too few rows for its features");
            Part { sizes, weights }
        };
        let ranking = Self { candidate: part(of_candidate), nobody: part(of_words) };
        assert!(rows.next().is_none(), "a table of weights has more rows than its features have values");
        ranking
    }

    /// How likely each candidate is meant, and nobody: together 1.
    pub fn shares<'f>(
        &self,
        sort: usize,
        words: &[usize],
        candidates: impl Iterator<Item = &'f [usize]>,
    ) -> (Vec<f32>, f32) {
        let nobody = self.nobody.sum(sort, words);
        let mut scores: Vec<f32> = candidates.map(|features| self.candidate.sum(sort, features)).collect();
        scores.push(nobody);
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        scores.iter_mut().for_each(|score| *score = exp_of_negative(*score - most));
        let total: f32 = scores.iter().sum();
        scores.iter_mut().for_each(|score| *score /= total);
        let nobody = scores.pop().unwrap_or(1.0);
        (scores, nobody)
    }
}

impl<const SORTS: usize> Part<SORTS> {
    fn sum(&self, sort: usize, features: &[usize]) -> f32 {
        let mut start = 0;
        let mut sum = 0.0;
        for (size, value) in self.sizes.iter().zip(features) {
            sum += self.weights[start + value][sort];
            start += size;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::Ranking;

    const TABLE: &str = "feature\tvalue\tit\tthey\nnear\t0\t0\t0\nnear\t1\t200\t0\nlate\t0\t0\t0\nlate\t1\t0\t100\nnobody\t0\t0\t-900\n";

    #[test]
    fn shares_are_whole_and_what_weighs_more_is_likelier() {
        let ranking = Ranking::<2>::read(TABLE, &[2, 2], &[1]);
        let candidates = [[1, 0], [0, 0]];
        let (shares, nobody) = ranking.shares(0, &[0], candidates.iter().map(|features| &features[..]));
        assert!((shares.iter().sum::<f32>() + nobody - 1.0).abs() < 1e-5);
        assert!(shares[0] > shares[1] && shares[1] == nobody);
        let (shares, nobody) = ranking.shares(1, &[0], candidates.iter().map(|features| &features[..]));
        assert!(shares[0] == shares[1] && nobody < 0.001, "each sort has weights of its own");
    }

    #[test]
    #[should_panic(expected = "too few rows")]
    fn a_table_without_its_last_rows_is_refused() {
        Ranking::<2>::read(TABLE, &[2, 2], &[2]);
    }
}
