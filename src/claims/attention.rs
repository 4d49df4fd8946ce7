//! From two mentions to what the words between and around them say of the two, kind by kind.

use super::inputs::{KINDS, WordInput};
use super::places::{PARTS, Place};
use crate::network::{Dense, Reader, Table, dot, exp_of_negative};

/// Parts of a place that tell what is found at a word, beside drawing attention to it.
const TELLING: [usize; 4] = [0, 2, 3, 4];
/// Words that get less of the attention than this are passed over.
const LEAST: f32 = 1.0 / 1024.0;

/// Weights.
pub struct Attention {
    /// What mentions ask for and words offer has this many numbers.
    keys: usize,
    hidden: usize,
    /// What a word offers to the first and to the second mention, what it says, and how much it shows each kind.
    words: Dense,
    /// How much a trigger of one kind shows each kind.
    kinds: Table,
    /// What a mention asks for as the first and as the second, and what it says as either.
    parties: Dense,
    /// How much each part of a place draws: a row for the first and one for the second mention.
    draw: [Table; PARTS.len()],
    /// What a word in such a place says, for the first and for the second.
    say: [Table; TELLING.len()],
}

/// One sentence, ready to be looked at from any two of its mentions.
pub struct Focus<'a> {
    weights: &'a Attention,
    words: Vec<f32>,
    parties: Vec<f32>,
    places: &'a [Place],
    /// By mention and word: how much the word draws as seen from the mention, as the first and as the second.
    drawn: Vec<[f32; 2]>,
    /// By word: how much it shows each kind, the most that any word does being one.
    shows: Vec<[f32; KINDS]>,
}

impl Attention {
    /// Reads the weights.
    pub fn new(reader: &mut Reader, width: usize, keys: usize, hidden: usize) -> Self {
        Self {
            keys,
            hidden,
            words: Dense::new(reader, 2 * keys + hidden + KINDS, width),
            kinds: Table::new(reader, KINDS, KINDS),
            parties: Dense::new(reader, 2 * (keys + hidden), width),
            draw: PARTS.map(|values| Table::new(reader, 2, values)),
            say: TELLING.map(|part| Table::new(reader, PARTS[part], 2 * hidden)),
        }
    }

    /// Looks at a sentence: its words' vectors, what is told of them, the mentions' head words and their places.
    #[inline(never)]
    pub fn focus<'a>(
        &'a self,
        vectors: &[f32],
        inputs: &[WordInput],
        heads: &[usize],
        places: &'a [Place],
    ) -> Focus<'a> {
        let (keys, told) = (self.keys, 2 * self.keys + self.hidden);
        let count = inputs.len();
        let width = vectors.len() / count;
        let words = self.words.apply(vectors);
        let mentioned: Vec<f32> = heads.iter().flat_map(|&head| &vectors[head * width..][..width]).copied().collect();
        let parties = self.parties.apply(&mentioned);
        let (per_word, per_party) = (self.words.outputs(), self.parties.outputs());
        let by = 1.0 / (keys as f32).sqrt();
        let mut drawn = Vec::with_capacity(places.len());
        for (mention, party) in parties.chunks_exact(per_party).enumerate() {
            for (word, place) in words.chunks_exact(per_word).zip(&places[mention * count..]) {
                let mut both = [0, 1].map(|side| dot(&party[side * keys..][..keys], &word[side * keys..][..keys]) * by);
                for (table, &part) in self.draw.iter().zip(&place.parts) {
                    both.iter_mut().enumerate().for_each(|(side, sum)| *sum += table.row(side)[usize::from(part)]);
                }
                drawn.push(both);
            }
        }
        let mut shows: Vec<[f32; KINDS]> = words
            .chunks_exact(per_word)
            .zip(inputs)
            .map(|(word, input)| {
                let mut shows: [f32; KINDS] = core::array::from_fn(|kind| word[told + kind]);
                (0..KINDS).filter(|&kind| input.triggers[kind]).for_each(|kind| self.kinds.add(kind, &mut shows));
                shows
            })
            .collect();
        for kind in 0..KINDS {
            let most = shows.iter().map(|word| word[kind]).fold(f32::MIN, f32::max);
            shows.iter_mut().for_each(|word| word[kind] = exp_of_negative(word[kind] - most));
        }
        Focus { weights: self, words, parties, places, drawn, shows }
    }
}

impl Focus<'_> {
    /// What the two mentions say by themselves.
    pub fn parties(&self, first: usize, second: usize) -> Vec<f32> {
        let (keys, hidden, per_party) = (self.weights.keys, self.weights.hidden, self.weights.parties.outputs());
        let said =
            |mention: usize, side: usize| &self.parties[mention * per_party + 2 * keys + side * hidden..][..hidden];
        said(first, 0).iter().zip(said(second, 1)).map(|(a, b)| a + b).collect()
    }

    /// Adds one row for every kind to `rows`: `base` and what is said by the words that show the kind for these two. Returns the
    /// word that shows each most.
    #[inline(never)]
    pub fn look(&self, first: usize, second: usize, base: &[f32], rows: &mut Vec<f32>) -> [usize; KINDS] {
        let (count, hidden) = (self.shows.len(), base.len());
        let (from_first, from_second) = (&self.drawn[first * count..][..count], &self.drawn[second * count..][..count]);
        let mut draws: Vec<f32> = from_first.iter().zip(from_second).map(|(a, b)| a[0] + b[1]).collect();
        let most = draws.iter().copied().fold(f32::MIN, f32::max);
        draws.iter_mut().for_each(|draw| *draw = exp_of_negative(*draw - most));
        let mut sums = [0.0f32; KINDS];
        for (draw, shows) in draws.iter().zip(&self.shows) {
            sums.iter_mut().zip(shows).for_each(|(sum, shows)| *sum += draw * shows);
        }
        // The word that shows a kind most has more than its equal share, and so is never passed over.
        let floors = sums.map(|sum| sum * LEAST.min(1.0 / count as f32));
        let lowest = floors.iter().copied().fold(f32::MAX, f32::min);
        let start = rows.len();
        rows.resize(start + KINDS * hidden, 0.0);
        let mut kept = [0.0f32; KINDS];
        let mut top = [(0.0f32, 0); KINDS];
        let mut said = vec![0.0; hidden];
        for (word, (draw, shows)) in draws.iter().zip(&self.shows).enumerate().filter(|(_, (draw, _))| **draw >= lowest)
        {
            let shares = shows.map(|shows| draw * shows);
            if shares.iter().zip(&floors).all(|(share, floor)| share < floor) {
                continue;
            }
            self.said(word, first, second, &mut said);
            for kind in (0..KINDS).filter(|&kind| shares[kind] >= floors[kind]) {
                let share = shares[kind];
                kept[kind] += share;
                if share > top[kind].0 {
                    top[kind] = (share, word);
                }
                let row = &mut rows[start + kind * hidden..][..hidden];
                row.iter_mut().zip(&said).for_each(|(sum, value)| *sum += share * value);
            }
        }
        for (row, kept) in rows[start..].chunks_exact_mut(hidden).zip(kept) {
            let by = 1.0 / kept.max(f32::MIN_POSITIVE);
            row.iter_mut().zip(base).for_each(|(sum, base)| *sum = *sum * by + base);
        }
        top.map(|(_, word)| word)
    }

    /// What a word says where it stands relative to both.
    #[inline(never)]
    fn said(&self, word: usize, first: usize, second: usize, said: &mut [f32]) {
        let (hidden, per_word, count) = (self.weights.hidden, self.weights.words.outputs(), self.shows.len());
        let own = &self.words[word * per_word + 2 * self.weights.keys..][..hidden];
        let [a, b] = [first, second].map(|mention| &self.places[mention * count + word]);
        let row = |side: usize, place: &Place, at: usize| {
            &self.weights.say[at].row(usize::from(place.parts[TELLING[at]]))[side * hidden..][..hidden]
        };
        let ([a, b, c, d], [e, f, g, h]) = ([0, 1, 2, 3].map(|at| row(0, a, at)), [0, 1, 2, 3].map(|at| row(1, b, at)));
        for (at, (sum, own)) in said.iter_mut().zip(own).enumerate() {
            *sum = own + a[at] + b[at] + c[at] + d[at] + e[at] + f[at] + g[at] + h[at];
        }
    }
}
