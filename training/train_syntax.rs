//! From the English Web Treebank to `models/syntax.bin` and `models/lemmas.tsv`.
//!
//! An averaged perceptron for tags and one for the moves of a greedy arc-hybrid parser, which learns from its own
//! mistakes (Goldberg and Nivre 2013, "Training Deterministic Parsers with Non-Deterministic Oracles").

mod conllu;

use alliance_map::syntax::labels::{RELATIONS, ROOT, XPOS};
use alliance_map::syntax::lemma;
use alliance_map::syntax::model::{ACTIONS, TABLES, TAGS, best, best_action};
use alliance_map::syntax::tagger::{self, Form};
use alliance_map::syntax::transitions::{Move, State};
use alliance_map::syntax::weights::window;
use conllu::Sentence;
use std::collections::BTreeMap;

/// Updates that a feature must take part in before it gets weights.
const RARE: u8 = 5;

/// Weights in training, with their running totals for the average.
struct Perceptron {
    weights: Vec<f32>,
    totals: Vec<f32>,
    steps: f32,
    classes: usize,
    /// How often features were part of an update; rare ones would only blur the others' weights.
    seen: Vec<u8>,
}

impl Perceptron {
    fn new(size: usize, classes: usize) -> Self {
        Self { weights: vec![0.0; size], totals: vec![0.0; size], steps: 1.0, classes, seen: vec![0; 1 << 24] }
    }

    fn scores(&self, features: &[u32], scores: &mut [f32]) {
        scores.fill(0.0);
        for &feature in features {
            let start = window(feature, self.weights.len(), self.classes);
            for (score, weight) in scores.iter_mut().zip(&self.weights[start..]) {
                *score += weight;
            }
        }
    }

    fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        for &feature in features {
            let seen = &mut self.seen[feature as usize >> 8];
            *seen = seen.saturating_add(1);
            if *seen < RARE {
                continue;
            }
            let start = window(feature, self.weights.len(), self.classes);
            for (class, change) in [(right, 1.0), (wrong, -1.0)] {
                self.weights[start + class] += change;
                self.totals[start + class] += self.steps * change;
            }
        }
    }

    /// Averaged weights on a scale of 8 bits.
    fn bytes(&self) -> Vec<u8> {
        let average: Vec<f32> = self.weights.iter().zip(&self.totals).map(|(w, t)| w - t / self.steps).collect();
        let mut sizes: Vec<f32> = average.iter().map(|x| x.abs()).filter(|&x| x > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let top = sizes[sizes.len() - 1];

        average.iter().map(|x| (x / top * 127.0).round().clamp(-127.0, 127.0) as i8 as u8).collect()
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.next(index + 1));
        }
    }
}

fn main() {
    let train = conllu::read(&conllu::folder().join("en_ewt-train.conllu.gz"));
    std::fs::write("models/lemmas.tsv", lemma_exceptions(&train)).expect("models/lemmas.tsv can be written");
    let forms: Vec<Vec<Form>> =
        train.iter().map(|one| one.forms.iter().map(|form| Form::new(form)).collect()).collect();
    let (tagger, tags) = train_tagger(&train, &forms);
    let parser = train_parser(&train, &forms, &tags);
    let bytes = [tagger.bytes(), parser.bytes()].concat();
    std::fs::write("models/syntax.bin", bytes).expect("models/syntax.bin can be written");
}

fn train_tagger(train: &[Sentence], forms: &[Vec<Form>]) -> (Perceptron, Vec<Vec<u32>>) {
    let mut model = Perceptron::new(TABLES[0], TAGS);
    let mut tags: Vec<Vec<u32>> = vec![Vec::new(); train.len()];
    let (mut dice, mut order) = (Dice(1), (0..train.len()).collect::<Vec<_>>());
    let (mut features, mut scores) = (Vec::new(), vec![0.0; TAGS]);
    for epoch in 0..6 {
        dice.shuffle(&mut order);
        let mut right = 0;
        for &at in &order {
            let mut before = [100, 100];
            let mut own = Vec::new();
            for index in 0..forms[at].len() {
                tagger::features(&forms[at], index, before, &mut features);
                model.scores(&features, &mut scores);
                let found = [best(&scores[..XPOS.len()]), XPOS.len() + best(&scores[XPOS.len()..])];
                for (found, gold) in found.into_iter().zip([train[at].xpos[index], XPOS.len() + train[at].upos[index]])
                {
                    if found != gold {
                        model.update(&features, gold, found);
                    }
                }
                model.steps += 1.0;
                right += usize::from(found[0] == train[at].xpos[index]);
                own.push(found[0] as u32);
                before = [found[0] as u32, before[0]];
            }
            // The parser learns with tags about as wrong as it will meet: those of the third round.
            if epoch == 2 {
                tags[at] = own;
            }
        }
        eprintln!("tagger round {epoch}: {right} tags right");
    }
    (model, tags)
}

fn train_parser(train: &[Sentence], forms: &[Vec<Form>], tags: &[Vec<u32>]) -> Perceptron {
    let mut model = Perceptron::new(TABLES[1], ACTIONS);
    let (mut dice, mut order) = (Dice(2), (0..train.len()).collect::<Vec<_>>());
    let (mut features, mut scores) = (Vec::new(), vec![0.0; ACTIONS]);
    for epoch in 0..10 {
        dice.shuffle(&mut order);
        let (mut right, mut all) = (0, 0);
        for &at in &order {
            let gold = &train[at];
            let mut state = State::new(gold.forms.len());
            while !state.done() {
                state.features(&forms[at], &tags[at], &mut features);
                model.scores(&features, &mut scores);
                let found = best_action(&state, &scores);
                let good = good_actions(&state, gold);
                let wanted = good
                    .iter()
                    .copied()
                    .max_by(|&a, &b| scores[class_of(a)].total_cmp(&scores[class_of(b)]))
                    .unwrap_or(found);
                all += 1;
                if good.contains(&found) || good.is_empty() {
                    right += 1;
                } else {
                    model.update(&features, class_of(wanted), class_of(found));
                }
                model.steps += 1.0;
                let (action, relation) = if epoch > 0 && dice.next(10) > 0 { found } else { wanted };
                state.apply(action, relation);
            }
        }
        eprintln!("parser round {epoch}: {right} of {all} moves right");
    }
    model
}

fn class_of((action, relation): (Move, usize)) -> usize {
    match action {
        Move::Shift => 0,
        Move::Left => 1 + relation,
        Move::Right => 1 + RELATIONS.len() + relation,
    }
}

/// The moves that lose the fewest of the gold arcs still in reach, with the gold relation where the arc is gold.
fn good_actions(state: &State, gold: &Sentence) -> Vec<(Move, usize)> {
    let cost = |action| cost(state, gold, action);
    let allowed = [Move::Shift, Move::Left, Move::Right].into_iter().filter(|&action| state.allows(action));
    let costs: Vec<(Move, usize)> = allowed.map(|action| (action, cost(action))).collect();
    let least = costs.iter().map(|&(_, cost)| cost).min().unwrap_or(0);
    let top = state.stack.last().copied();
    let mut good = Vec::new();
    for (action, _) in costs.into_iter().filter(|&(_, cost)| cost == least) {
        match (action, top) {
            (Move::Shift, _) | (_, None) => good.push((Move::Shift, 0)),
            // Where the arc is not gold, any relation that fits is as good as another.
            (_, Some(_)) if state.next == gold.forms.len() && action == Move::Left => good.push((action, ROOT)),
            (_, Some(top)) if gold.relations[top] == ROOT => good.push((action, 0)),
            (_, Some(top)) => good.push((action, gold.relations[top])),
        }
    }
    good
}

/// Gold arcs that a move puts out of reach.
fn cost(state: &State, gold: &Sentence, action: Move) -> usize {
    let (n, next) = (gold.forms.len(), state.next);
    let below = &state.stack[..state.stack.len().saturating_sub(1)];
    if action == Move::Shift {
        let children = state.stack.iter().filter(|&&word| gold.heads[word] == next).count();
        return children + below.iter().filter(|&&word| gold.heads[next] == word).count();
    }
    let Some(&top) = state.stack.last() else { return 0 };
    let children = (next..n).filter(|&word| gold.heads[word] == top).count();
    let head = gold.heads[top];
    let lost =
        if action == Move::Left { Some(&head) == below.last() || (head > next && head <= n) } else { head >= next };
    children + usize::from(lost)
}

/// What the spelling rules get wrong, by the most frequent lemma of each form and tag.
fn lemma_exceptions(train: &[Sentence]) -> String {
    let mut counts: BTreeMap<(String, &str), BTreeMap<String, usize>> = BTreeMap::new();
    for one in train {
        for index in 0..one.forms.len() {
            let xpos = XPOS[one.xpos[index]];
            let lemma = one.lemmas[index].to_lowercase();
            let form = one.forms[index].to_lowercase();
            let skipped = xpos.starts_with("NNP") || matches!(xpos, "ADD" | "GW" | "CD" | "FW" | "NFP" | "SYM" | "LS");
            if !skipped && form.is_ascii() && lemma != "_" && !lemma.contains(['\t', ' ']) {
                *counts.entry((form, xpos)).or_default().entry(lemma).or_default() += 1;
            }
        }
    }
    let mut rows = String::new();
    for ((form, xpos), lemmas) in counts {
        let most = lemmas.into_iter().max_by_key(|&(_, count)| count);
        if let Some((lemma, _)) = most.filter(|(lemma, _)| *lemma != lemma::by_rule(&form, xpos)) {
            rows.push_str(&format!("{form}\t{xpos}\t{lemma}\n"));
        }
    }
    rows
}
