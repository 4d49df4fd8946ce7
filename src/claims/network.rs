//! From a sentence to how surely it states each kind of relationship between each two of its actors.
//!
//! Words begin as the parser left them, with what they tell by themselves, their tags, the triggers and cues on them and whether
//! they name an actor, and learn from their governor and, through a recurrence, from the whole sentence. For two mentions and a kind, attention finds the
//! words that show it: by what they are, by what the two mentions ask for, and by where both stand relative to them. What is
//! found there, with both mentions and the words on the path between them, gives a score at first sight and, where that is not
//! hopeless, a better one. At last each pair is held against its rivals in the sentence.

use super::attention::Attention;
use super::inputs::{DISTANCES, FEATURES, KINDS, PairInput, SORTS, TRAITS, WordInput, pair_input, word_inputs};
use super::places::places;
use super::reader::ClaimTables;
use super::rivals::Rivals;
use super::sentence::{ActorPair, Look, SentenceView};
use super::telling_words::TellingWords;
use crate::network::{Dense, Reader, Recurrence, Table, dot, normed, straight_swish};
use crate::syntax::{Upos, labels};
use crate::terms::{Kind, Status};
use std::ops::Range;

/// Scores are logits in steps of 1/64.
const STEPS: f32 = 64.0;
/// What lies below this is not worth telling.
const FLOOR: f32 = -3.5;
/// What lies below this at first sight is hopeless, and not looked at again.
const HOPELESS: f32 = FLOOR;

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
    telling: TellingWords,
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
    /// What a word says of two mentions as one on the path between them, and as the one that joins them.
    on_path: Dense,
    features: Table,
    distances: Table,
    first_sight: Output,
    middle: Dense,
    out: Output,
    forward: Output,
    directed: Output,
    status: [Output; Status::ALL.len()],
    rivals: Rivals,
}

/// What was found for each look, kind by kind.
struct States {
    hidden: usize,
    rows: Vec<f32>,
    /// How surely each kind is stated.
    scores: Vec<[f32; KINDS]>,
    /// The word that shows each kind most.
    cues: Vec<[usize; KINDS]>,
}

impl States {
    fn of(&self, look: usize, kind: usize) -> &[f32] {
        &self.rows[(look * KINDS + kind) * self.hidden..][..self.hidden]
    }
}

/// What words say on paths: each word's place among those that stand on one, and their rows.
struct SaidOnPaths {
    places: Vec<Option<usize>>,
    rows: Vec<f32>,
}

/// A score for every kind.
struct Output {
    weights: Table,
    bias: Vec<f32>,
}

impl ClaimNetwork {
    /// Reads the weights. Panics where there are none: the model is part of the crate.
    pub fn new(reader: &mut Reader) -> Self {
        let [width, layers, keys, hidden, rivals, vector, telling, cues] = core::array::from_fn(|_| reader.number());
        Self {
            width,
            hidden,
            telling: TellingWords::new(reader, telling),
            input: Dense::new(reader, width, vector + telling),
            tags: Table::new(reader, Upos::X as usize + 1, width),
            relations: Table::new(reader, labels::RELATIONS.len(), width),
            marks: Table::new(reader, 1 + SORTS, width),
            triggers: Table::new(reader, KINDS, width),
            cues: Table::new(reader, cues, width),
            governor: Dense::new(reader, width, width),
            layers: (0..layers).map(|_| Recurrence::new(reader, width)).collect(),
            join: Dense::new(reader, width, width),
            attention: Attention::new(reader, width, keys, hidden),
            on_path: Dense::new(reader, 2 * hidden, width),
            features: Table::new(reader, FEATURES + TRAITS, hidden),
            distances: Table::new(reader, DISTANCES, hidden),
            first_sight: Output::new(reader, hidden),
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
        let looks: Vec<Look> = pairs.iter().flat_map(ActorPair::looks).collect();
        let states = self.states(view, tables, &looks);
        // Of several mentions of the same two actors the surest counts.
        let mut surest = Vec::with_capacity(pairs.len());
        let mut first = 0;
        for pair in &pairs {
            surest.push(Self::surest(&states, first..first + pair.mentions.len()));
            first += pair.mentions.len();
        }
        let actors: Vec<(usize, usize)> = pairs.iter().map(|pair| pair.actors).collect();
        let mut scores: Vec<[f32; KINDS]> = surest.iter().map(|kinds| kinds.map(|(score, _)| score)).collect();
        self.rivals.settle(&actors, &mut scores);
        let mut judgements = Vec::new();
        for ((actors, scores), surest) in actors.into_iter().zip(&scores).zip(&surest) {
            for (kind, (&score, &(_, look))) in scores.iter().zip(surest).enumerate() {
                if score >= FLOOR {
                    judgements.push(self.judgement(&states, (look, looks[look]), kind, actors, score));
                }
            }
        }
        judgements
    }

    /// What is found for each look and kind.
    fn states(&self, view: &SentenceView, tables: &ClaimTables, looks: &[Look]) -> States {
        let inputs = word_inputs(view, &tables.cues);
        let words = self.words(view, &inputs);
        let places = places(view, &tables.roles);
        let heads: Vec<usize> = view.mentions.iter().map(|mention| mention.head).collect();
        let focus = self.attention.focus(&words, &inputs, &heads, &places);
        let paths: Vec<(Vec<usize>, usize)> =
            looks.iter().map(|look| view.arcs.path(heads[look.first], heads[look.second])).collect();
        let on_path = self.said_on(&paths, &words);
        let mut rows = Vec::with_capacity(looks.len() * KINDS * self.hidden);
        let mut cues = Vec::with_capacity(looks.len());
        for (look, path) in looks.iter().zip(&paths) {
            let mut base = self.base(&pair_input(view, look), focus.parties(look.first, look.second));
            self.add_path(path, &on_path, &mut base);
            cues.push(focus.look(look.first, look.second, &base, &mut rows));
        }
        rows.iter_mut().for_each(|value| *value = straight_swish(*value));
        let scores = self.scores(&mut rows);
        States { hidden: self.hidden, rows, scores, cues }
    }

    /// Scores of all looks and kinds, whose states go through one more layer where they are promising.
    #[inline(never)]
    fn scores(&self, states: &mut [f32]) -> Vec<[f32; KINDS]> {
        let mut scores: Vec<f32> = states
            .chunks_exact(self.hidden)
            .enumerate()
            .map(|(at, state)| self.first_sight.of(at % KINDS, state))
            .collect();
        let promising: Vec<usize> = (0..scores.len()).filter(|&at| scores[at] > HOPELESS).collect();
        let state = |at: usize| at * self.hidden..(at + 1) * self.hidden;
        let rows: Vec<f32> = promising.iter().flat_map(|&at| &states[state(at)]).copied().collect();
        let middle = self.middle.apply(&rows);
        for (at, more) in promising.into_iter().zip(middle.chunks_exact(self.middle.outputs())) {
            let state = &mut states[state(at)];
            state.iter_mut().zip(more).for_each(|(value, more)| *value += straight_swish(*more));
            scores[at] = self.out.of(at % KINDS, state);
        }
        scores.chunks_exact(KINDS).map(|kinds| core::array::from_fn(|kind| kinds[kind])).collect()
    }

    /// By kind: the highest score among some looks, and which has it.
    fn surest(states: &States, looks: Range<usize>) -> [(f32, usize); KINDS] {
        core::array::from_fn(|kind| {
            let scores = looks.clone().map(|look| (states.scores[look][kind], look));
            highest(scores).unwrap_or((f32::MIN, looks.start))
        })
    }

    fn judgement(
        &self,
        states: &States,
        (number, look): (usize, Look),
        kind: usize,
        actors: (usize, usize),
        score: f32,
    ) -> Judgement {
        let state = states.of(number, kind);
        let forward = self.forward.of(kind, state) >= 0.0;
        let statuses = self.status.iter().map(|status| status.of(kind, state)).zip(Status::ALL);
        Judgement {
            actors,
            mentions: if forward { (look.first, look.second) } else { (look.second, look.first) },
            kind: Kind::ALL[kind],
            directed: self.directed.of(kind, state) > 0.0,
            status: highest(statuses).map_or(Status::Asserted, |(_, &status)| status),
            score: (score * STEPS).round_ties_even() as i32,
            cue: states.cues[number][kind],
        }
    }

    /// What each word is, for this reading.
    #[inline(never)]
    fn words(&self, view: &SentenceView, inputs: &[WordInput]) -> Vec<f32> {
        let words = view.arcs.words;
        let width = view.vectors.len() / words.len();
        let mut known = Vec::with_capacity(words.len() * (width + self.telling.width()));
        for (input, parsed) in inputs.iter().zip(view.vectors.chunks_exact(width)) {
            known.extend(parsed.iter().map(|&step| f32::from(step) / 16.0));
            self.telling.append(input.key, &mut known);
        }
        let mut vectors = self.input.apply(&known);
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
        input.traits.iter().for_each(|&one| self.features.add(FEATURES + one, &mut parties));
        self.distances.add(input.distance, &mut parties);
        parties
    }

    /// What words say on paths, those that stand on one.
    fn said_on(&self, paths: &[(Vec<usize>, usize)], vectors: &[f32]) -> SaidOnPaths {
        let mut places = vec![None; vectors.len() / self.width];
        let mut inputs = Vec::new();
        for &word in paths.iter().flat_map(|(between, top)| between.iter().chain([top])) {
            if places[word].is_none() {
                places[word] = Some(inputs.len() / self.width);
                inputs.extend_from_slice(&vectors[word * self.width..][..self.width]);
            }
        }
        SaidOnPaths { places, rows: self.on_path.apply(&inputs) }
    }

    /// What the words on the path between two mentions say, the one that joins them apart.
    #[inline(never)]
    fn add_path(&self, (between, top): &(Vec<usize>, usize), said: &SaidOnPaths, sum: &mut [f32]) {
        let row = |word: usize, part: usize| {
            let place = said.places[word].expect("the words of all paths were asked for");
            &said.rows[place * self.on_path.outputs() + part * self.hidden..][..self.hidden]
        };
        let by = 1.0 / (between.len().max(1) as f32).sqrt();
        for &word in between {
            sum.iter_mut().zip(row(word, 0)).for_each(|(sum, value)| *sum += value * by);
        }
        sum.iter_mut().zip(row(*top, 1)).for_each(|(sum, value)| *sum += value);
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

/// The first of the highest scores, with what has it.
fn highest<T>(scored: impl Iterator<Item = (f32, T)>) -> Option<(f32, T)> {
    scored.reduce(|one, other| if other.0 > one.0 { other } else { one })
}
