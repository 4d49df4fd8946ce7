//! From word forms to labels by index, with the weights in `models/syntax.bin`.

use super::labels::{RELATIONS, ROOT, UPOS, XPOS};
use super::tagger::{self, Form};
use super::transitions::{Move, State};
use super::weights::Weights;

/// Classes of the tagger: Penn tags, then universal tags.
pub const TAGS: usize = XPOS.len() + UPOS.len();
/// Classes of the parser: shift, then left and right with each relation.
pub const ACTIONS: usize = 1 + 2 * RELATIONS.len();
/// Weights in each of the two tables.
pub const TABLES: [usize; 2] = [1 << 19, 1 << 21];

static SHIPPED: &[u8] = include_bytes!("../../models/syntax.bin");

/// Tagger and parser.
pub struct Model<'a> {
    tagger: Weights<'a>,
    parser: Weights<'a>,
}

/// Labels of one sentence: indices into the tables of [`super::labels`]; heads are word indices, the root's its own.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct Reading {
    pub upos: Vec<usize>,
    pub xpos: Vec<usize>,
    pub heads: Vec<usize>,
    pub relations: Vec<usize>,
}

impl Model<'static> {
    /// The model that ships in the crate.
    pub fn shipped() -> &'static Self {
        static MODEL: std::sync::OnceLock<Model<'static>> = std::sync::OnceLock::new();
        static TABLE: std::sync::OnceLock<Vec<i8>> = std::sync::OnceLock::new();
        MODEL.get_or_init(|| Model::new(TABLE.get_or_init(|| SHIPPED.iter().map(|&byte| byte as i8).collect())))
    }
}

impl<'a> Model<'a> {
    /// From the tagger's table, followed by the parser's.
    pub fn new(table: &'a [i8]) -> Self {
        let (tagger, parser) = table.split_at(TABLES[0]);
        Self { tagger: Weights::new(tagger), parser: Weights::new(parser) }
    }

    /// Tags and parses one sentence.
    pub fn read(&self, words: &[&str]) -> Reading {
        let forms: Vec<Form> = words.iter().map(|word| Form::new(word)).collect();
        let (upos, xpos) = self.tag(&forms);
        let tags: Vec<u32> = xpos.iter().map(|&tag| tag as u32).collect();
        let mut state = State::new(forms.len());
        let (mut features, mut scores) = (Vec::new(), vec![0; ACTIONS]);
        while !state.done() {
            state.features(&forms, &tags, &mut features);
            self.parser.add(&features, &mut scores);
            let (action, relation) = best_action(&state, &scores);
            state.apply(action, relation);
        }
        let heads =
            state.heads.iter().enumerate().map(|(i, &head)| if head == forms.len() { i } else { head }).collect();
        Reading { upos, xpos, heads, relations: state.relations }
    }

    fn tag(&self, forms: &[Form]) -> (Vec<usize>, Vec<usize>) {
        let (mut upos, mut xpos) = (Vec::new(), Vec::new());
        let (mut features, mut scores) = (Vec::new(), vec![0; TAGS]);
        let mut before = [100, 100];
        for index in 0..forms.len() {
            tagger::features(forms, index, before, &mut features);
            self.tagger.add(&features, &mut scores);
            let tag = best(&scores[..XPOS.len()]);
            xpos.push(tag);
            upos.push(best(&scores[XPOS.len()..]));
            before = [tag as u32, before[0]];
        }
        (upos, xpos)
    }
}

/// Index of the greatest score, the first of equals.
pub fn best<T: PartialOrd + Copy>(scores: &[T]) -> usize {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = index;
        }
    }
    best
}

/// The move and relation of a class.
pub fn action_of(class: usize) -> (Move, usize) {
    match class {
        0 => (Move::Shift, 0),
        _ if class <= RELATIONS.len() => (Move::Left, class - 1),
        _ => (Move::Right, class - 1 - RELATIONS.len()),
    }
}

/// The best move that the state allows.
pub fn best_action<T: PartialOrd + Copy>(state: &State, scores: &[T]) -> (Move, usize) {
    let mut best: Option<usize> = None;
    let at_root = state.next == state.heads.len();
    for (class, score) in scores.iter().enumerate() {
        let (action, relation) = action_of(class);
        // The relation `root` goes with the root alone.
        let fits = action == Move::Shift || (relation == ROOT) == (at_root && action == Move::Left);
        if fits && state.allows(action) && best.is_none_or(|best| *score > scores[best]) {
            best = Some(class);
        }
    }
    action_of(best.unwrap_or(0))
}
