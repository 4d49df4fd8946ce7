//! From scored candidates to decisions: the trees, the thresholds and what a score is worth.

use crate::boosting::{Growth, grow};
use crate::claim_fitting::SCALE;
use crate::claim_samples::Example;
use crate::claim_walk::{empty_reader, walk};
use crate::gold::{GoldDocument, Reading, score, sorted};
use alliance_map::claims::forest::Forest;
use alliance_map::claims::model::Thresholds;
use alliance_map::claims::proposals::{Scores, propose};
use alliance_map::terms::{Kind, Status};

const GROWTH: Growth = Growth { trees: 300, depth: 5, rate: 0.04, least_weight: 4.0, ridge: 2.0, scale: SCALE as f64 };

/// A proposal with what the annotation says of it.
pub struct Decision {
    pub example: usize,
    /// Document and sentence: those of one sentence stand together.
    pub place: (usize, usize),
    pub row: Vec<i32>,
    pub claim: bool,
    pub optional: bool,
}

/// Brings the candidates together by pair and kind, as the reader does.
pub fn decisions(documents: &[GoldDocument], examples: &[Example], scores: &[Scores]) -> Vec<Decision> {
    let reader = empty_reader();
    let mut decisions = Vec::new();
    let mut first = 0;
    walk(documents, &reader, |walked, view, candidates| {
        for proposal in propose(view, candidates, &scores[first..first + candidates.len()], &reader.frames) {
            let example = first + proposal.candidate;
            let wanted = &examples[example];
            let mut here = walked
                .claims
                .iter()
                .filter(|claim| sorted(&claim.pair.0, &claim.pair.1) == wanted.pair && claim.kind == wanted.kind);
            let claim = here.clone().any(|claim| !claim.optional);
            let optional = !claim && here.any(|claim| claim.optional);
            decisions.push(Decision {
                example,
                place: (walked.document, walked.number),
                row: proposal.row,
                claim,
                optional,
            });
        }
        first += candidates.len();
    });
    decisions
}

/// Grows the trees that decide, on the chosen proposals.
pub fn grow_forest(decisions: &[Decision], chosen: &[usize]) -> Forest {
    let chosen: Vec<&Decision> =
        chosen.iter().map(|&at| &decisions[at]).filter(|decision| !decision.optional).collect();
    let rows: Vec<Vec<i32>> = chosen.iter().map(|decision| decision.row.clone()).collect();
    let answers: Vec<bool> = chosen.iter().map(|decision| decision.claim).collect();
    grow(&rows, &answers, GROWTH)
}

/// How far each proposal lies above what it must reach.
pub fn above(examples: &[Example], decisions: &[Decision], scores: &[i32], thresholds: &Thresholds) -> Vec<i32> {
    let scored: Vec<_> = decisions
        .iter()
        .zip(scores)
        .map(|(decision, &score)| {
            let example = &examples[decision.example];
            ((decision.place, &example.pair), example.kind, score)
        })
        .collect();
    thresholds.above(&scored)
}

/// What would be read with these scores.
pub fn readings(
    examples: &[Example],
    decisions: &[Decision],
    scores: &[i32],
    statuses: &[Status],
    thresholds: &Thresholds,
) -> Vec<Reading> {
    let reached = above(examples, decisions, scores, thresholds);
    let kept = decisions.iter().zip(reached).filter(|(_, above)| *above >= 0);
    kept.map(|(decision, _)| {
        let example = &examples[decision.example];
        Reading {
            document: example.document,
            sentence: example.sentence,
            pair: example.pair.clone(),
            kind: example.kind,
            status: statuses[decision.example],
        }
    })
    .collect()
}

/// The thresholds that give the best F1 on pair, sign and kind together: one for all kinds with what further kinds must
/// reach, then each kind's own beside it.
pub fn choose_thresholds(
    documents: &[GoldDocument],
    examples: &[Example],
    decisions: &[Decision],
    scores: &[i32],
) -> Thresholds {
    let every: Vec<&GoldDocument> = documents.iter().collect();
    let asserted = vec![Status::Asserted; examples.len()];
    let value = |thresholds: &Thresholds| {
        let levels = score(&every, &readings(examples, decisions, scores, &asserted, thresholds));
        levels[..3].iter().map(|level| level.figures().2).sum::<f64>()
    };
    let mut thresholds = Thresholds::default();
    let mut best = f64::MIN;
    for further in [0, 16, 32, 48, 64] {
        for step in -16..=4 {
            let trial = Thresholds { first: vec![step * 10; Kind::ALL.len()], further };
            let reached = value(&trial);
            if reached > best {
                (best, thresholds) = (reached, trial);
            }
        }
    }
    for kind in 0..Kind::ALL.len() {
        let base = thresholds.first[kind];
        for step in [-4, -2, 2, 4] {
            let mut trial = thresholds.clone();
            trial.first[kind] = base + step * 8;
            let reached = value(&trial);
            if reached > best + 1e-3 {
                (best, thresholds) = (reached, trial);
            }
        }
    }
    thresholds
}

/// The share of readings that are right, by how far their score lies above the threshold, made to rise.
pub fn calibrate(
    examples: &[Example],
    decisions: &[Decision],
    scores: &[i32],
    thresholds: &Thresholds,
) -> Vec<(i32, u8)> {
    let mut scored: Vec<(i32, bool)> = decisions
        .iter()
        .zip(above(examples, decisions, scores, thresholds))
        .filter(|(decision, above)| !decision.optional && *above >= 0)
        .map(|(decision, above)| (above, decision.claim))
        .collect();
    scored.sort_unstable();
    let size = (scored.len() / 20).max(1);
    let mut points: Vec<(i32, u8)> = Vec::new();
    for group in scored.chunks(size) {
        let right = group.iter().filter(|(_, claim)| *claim).count();
        let percent = (100 * right / group.len()) as u8;
        points.push((group[group.len() / 2].0, percent.max(points.last().map_or(0, |&(_, before)| before))));
    }
    points
}

/// Prints each annotated sentence with what is right, false and missed in it.
pub fn show(
    documents: &[GoldDocument],
    examples: &[Example],
    decisions: &[Decision],
    scores: &[i32],
    thresholds: &Thresholds,
) {
    let reached = above(examples, decisions, scores, thresholds);
    for (index, document) in documents.iter().enumerate() {
        for (number, &(start, end)) in document.sentences.iter().enumerate() {
            println!("\n{}:{number} {}", document.name, &document.read.document.text[start..end]);
            let here = |decision: &&(&Decision, &i32)| {
                let example = &examples[decision.0.example];
                example.document == index && example.sentence == Some(number)
            };
            let zipped: Vec<(&Decision, &i32)> = decisions.iter().zip(&reached).collect();
            for (decision, above) in zipped.iter().filter(here) {
                let example = &examples[decision.example];
                let above = **above;
                if above >= 0 || decision.claim {
                    let mark = match (above >= 0, decision.claim) {
                        (true, true) => "ok   ",
                        (true, false) => "FALSE",
                        _ => "MISS ",
                    };
                    println!(
                        "   {mark} {} {} {} {above} [{}]",
                        example.pair.0, example.pair.1, example.kind, example.note
                    );
                }
            }
            for claim in document.claims.iter().filter(|claim| claim.sentence == number && !claim.optional) {
                let pair = sorted(&claim.pair.0, &claim.pair.1);
                let proposed = zipped.iter().filter(here).any(|(decision, _)| {
                    examples[decision.example].pair == pair && examples[decision.example].kind == claim.kind
                });
                if !proposed {
                    let cue = claim.cue.map_or("", |(from, to)| &document.read.document.text[from..to]);
                    println!("   none  {} {} {} ({cue})", pair.0, pair.1, claim.kind);
                }
            }
        }
    }
}
