//! From a sentence to how surely it states each kind of relationship between each two of its actors.
//!
//! Words begin as the parser left them, with their tags, the triggers and cues on them and whether they name an actor, and learn
//! from their governor and, through a recurrence, from the whole sentence. For two mentions and a kind, attention finds the
//! words that show it: by what they are, by what the two mentions ask for, and by where both stand relative to them. What is
//! found there, with both mentions, gives the score. At last each pair is held against its rivals in the sentence.

use super::attention::Attention;
use super::inputs::{DISTANCES, FEATURES, KINDS, PairInput, WAYS, WordInput, pair_input, word_inputs};
use super::places::places;
use super::reader::ClaimTables;
use super::rivals::Rivals;
use super::sentence::SentenceView;
use crate::network::{Dense, Reader, Recurrence, Table, normed, straight_swish};
use crate::syntax::{Upos, labels};
use crate::terms::{Kind, Status};

/// Scores are logits in steps of 1/64.
const STEPS: f32 = 64.0;
/// What lies below this is not worth telling.
const FLOOR: f32 = -3.5;

/// Two mentions and what the sentence might state of them.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// Numbers of the two actors in the document, the smaller first.
    pub actors: (usize, usize),
    /// The two mentions, as indices into the sentence's: the one who acts, and the other.
    pub mentions: (usize, usize),
    /// What it might state.
    pub kind: Kind,
    /// Whether the relationship goes from the first to the second only.
    pub directed: bool,
    /// The likeliest status.
    pub status: Status,
    /// How surely the sentence states it, in steps of 1/64 logits.
    pub score: i32,
    /// The word that shows it most.
    pub cue: usize,
}

/// Weights as trained by `training/train_claims.py`.
pub struct ClaimNetwork {
    width: usize,
    hidden: usize,
    input: Dense,
    tags: Table,
    relations: Table,
    marks: Table,
    triggers: Table,
    cues: Table,
    governor: Dense,
    layers: Vec<Recurrence>,
    join: Dense,
    attention: Attention,
    features: Table,
    distances: Table,
    middle: Dense,
    out: Output,
    forward: Output,
    directed: Output,
    status: [Output; Status::ALL.len()],
    rivals: Rivals,
}

/// A score for every kind.
struct Output {
    weights: Table,
    bias: Vec<f32>,
}

impl ClaimNetwork {
    /// Reads the weights. Panics where there are none: the model is part of the crate.
    pub fn new(reader: &mut Reader) -> Self {
        let [width, layers, hidden, rivals, vector, cues] = core::array::from_fn(|_| reader.number());
        Self {
            width,
            hidden,
            input: Dense::new(reader, width, vector),
            tags: Table::new(reader, Upos::X as usize + 1, width),
            relations: Table::new(reader, labels::RELATIONS.len(), width),
            marks: Table::new(reader, 3, width),
            triggers: Table::new(reader, KINDS, width),
            cues: Table::new(reader, cues, width),
            governor: Dense::new(reader, width, width),
            layers: (0..layers).map(|_| Recurrence::new(reader, width)).collect(),
            join: Dense::new(reader, width, width),
            attention: Attention::new(reader, width, hidden),
            features: Table::new(reader, FEATURES + 2 * WAYS, hidden),
            distances: Table::new(reader, DISTANCES, hidden),
            middle: Dense::new(reader, hidden, hidden),
            out: Output::new(reader, hidden),
            forward: Output::new(reader, hidden),
            directed: Output::new(reader, hidden),
            status: core::array::from_fn(|_| Output::new(reader, hidden)),
            rivals: Rivals::new(reader, rivals),
        }
    }

    /// Judges every two actors of a sentence in every kind; what is hopeless is left out. Those of two actors stand together.
    // Browsers optimise a function between its calls, never within one: what works long is called often.
    #[inline(never)]
    pub fn judge(&self, view: &SentenceView, tables: &ClaimTables) -> Vec<Judgement> {
        let pairs = view.pairs();
        let inputs = word_inputs(view, &tables.cues);
        let words = self.words(view, &inputs);
        let places = places(view, &tables.roles);
        let heads: Vec<usize> = view.mentions.iter().map(|mention| mention.head).collect();
        let focus = self.attention.focus(&words, &inputs, &heads, &places);
        let count = pairs.iter().map(|pair| pair.mentions.len()).sum::<usize>();
        let mut states = Vec::with_capacity(count * KINDS * self.hidden);
        let mut cued = Vec::with_capacity(count);
        for pair in &pairs {
            for (rank, &(first, second)) in pair.mentions.iter().enumerate() {
                let base = self.base(&pair_input(view, first, second, rank), focus.parties(first, second));
                cued.push(focus.look(first, second, &base, &mut states));
            }
        }
        states.iter_mut().for_each(|value| *value = straight_swish(*value));
        let middle = self.middle.apply(&states);
        for (row, more) in states.chunks_exact_mut(self.hidden).zip(middle.chunks_exact(self.middle.outputs())) {
            row.iter_mut().zip(more).for_each(|(value, more)| *value += straight_swish(*more));
        }
        let state = |at: usize, kind: usize| &states[(at * KINDS + kind) * self.hidden..][..self.hidden];
        // Of several mentions of the same two actors the surest counts.
        let mut best = Vec::with_capacity(pairs.len());
        let mut start = 0;
        for pair in &pairs {
            let surest: [(f32, usize); KINDS] = core::array::from_fn(|kind| {
                (start..start + pair.mentions.len())
                    .map(|at| (self.out.of(kind, state(at, kind)), at))
                    .reduce(|one, other| if other.0 > one.0 { other } else { one })
                    .unwrap_or((f32::MIN, start))
            });
            best.push((start, surest));
            start += pair.mentions.len();
        }
        let actors: Vec<(usize, usize)> = pairs.iter().map(|pair| pair.actors).collect();
        let mut scores: Vec<[f32; KINDS]> = best.iter().map(|(_, surest)| surest.map(|(score, _)| score)).collect();
        self.rivals.settle(&actors, &mut scores);
        let mut judgements = Vec::new();
        for (((pair, scores), (start, surest)), actors) in pairs.iter().zip(&scores).zip(&best).zip(actors) {
            for (index, &kind) in Kind::ALL.iter().enumerate() {
                if scores[index] < FLOOR {
                    continue;
                }
                let at = surest[index].1;
                let (first, second) = pair.mentions[at - start];
                let state = state(at, index);
                let status = (0..self.status.len())
                    .map(|status| (self.status[status].of(index, state), status))
                    .reduce(|one, other| if other.0 > one.0 { other } else { one });
                judgements.push(Judgement {
                    actors,
                    mentions: if self.forward.of(index, state) < 0.0 { (second, first) } else { (first, second) },
                    kind,
                    directed: self.directed.of(index, state) > 0.0,
                    status: status.map_or(Status::Asserted, |(_, status)| Status::ALL[status]),
                    score: (scores[index] * STEPS).round_ties_even() as i32,
                    cue: cued[at][index],
                });
            }
        }
        judgements
    }

    /// What each word is, for this reading.
    #[inline(never)]
    fn words(&self, view: &SentenceView, inputs: &[WordInput]) -> Vec<f32> {
        let words = view.arcs.words;
        let parsed: Vec<f32> = view.vectors.iter().map(|&step| f32::from(step) / 16.0).collect();
        let mut vectors = self.input.apply(&parsed);
        for (input, vector) in inputs.iter().zip(vectors.chunks_exact_mut(self.width)) {
            self.tags.add(input.tag, vector);
            self.relations.add(input.relation, vector);
            self.marks.add(input.mark, vector);
            (0..KINDS).filter(|&kind| input.triggers[kind]).for_each(|kind| self.triggers.add(kind, vector));
            input.cues.iter().for_each(|&class| self.cues.add(class, vector));
        }
        let above = self.governor.apply(&vectors);
        for (word, vector) in words.iter().zip(vectors.chunks_exact_mut(self.width)) {
            let row = &above[word.head * self.width..][..self.width];
            vector.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        for layer in &self.layers {
            layer.add(&mut vectors);
        }
        let mut vectors = normed(&vectors, self.width);
        let joined = self.join.apply(&vectors);
        vectors.iter_mut().zip(joined).for_each(|(value, more)| *value += straight_swish(more));
        vectors
    }

    /// What two mentions say before any other word is looked at.
    #[inline(never)]
    fn base(&self, input: &PairInput, mut parties: Vec<f32>) -> Vec<f32> {
        for (at, by) in input.features.into_iter().enumerate() {
            self.features.row(at).iter().zip(&mut parties).for_each(|(weight, sum)| *sum += weight * by);
        }
        self.features.add(FEATURES + input.ways[0], &mut parties);
        self.features.add(FEATURES + WAYS + input.ways[1], &mut parties);
        self.distances.add(input.distance, &mut parties);
        parties
    }
}

impl Output {
    fn new(reader: &mut Reader, hidden: usize) -> Self {
        Self { weights: Table::new(reader, KINDS, hidden), bias: reader.floats(KINDS) }
    }

    fn of(&self, kind: usize, state: &[f32]) -> f32 {
        dot(self.weights.row(kind), state) + self.bias[kind]
    }
}

/// Four sums side by side, in an order that every machine keeps.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}
