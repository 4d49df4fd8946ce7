//! From annotated passages to `models/claims.bin`: which candidates are claims, with which status, and how sure that is.
//!
//! Two linear models over hashed features: a logistic one accepts or rejects a candidate, a softmax one gives its status.
//! Thresholds and certainties come from cross-validation over documents, so that they hold for texts not seen.
//!
//! usage: train-claims PASSAGES TRAIN_FOLDER OUTPUT [--choose FOLDER]

// Only the model that comes out must read alike everywhere, and it holds whole numbers.
#![allow(clippy::disallowed_methods, clippy::needless_range_loop)]

mod boosting;
mod claim_decisions;
mod claim_fitting;
mod claim_samples;
mod claim_walk;
mod gold;
mod passages;

use alliance_map::claims::ClaimReader;
use alliance_map::claims::model::{ClaimModel, Weights};
use alliance_map::claims::proposals::Scores;
use alliance_map::lexicon::Lexicon;
use alliance_map::terms::Status;
use claim_decisions::{calibrate, choose_thresholds, decisions, grow_forest, readings, show};
use claim_fitting::{FOLDS, held_out, likeliest, train, train_status, whole};
use claim_samples::{report_reach, samples};
use gold::{GoldDocument, Reading, read_folder, score, sorted};
use std::path::Path;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [passages, folder, output, rest @ ..] = &arguments[..] else {
        return Err("usage: train-claims PASSAGES TRAIN_FOLDER OUTPUT [--choose FOLDER]".to_string());
    };
    let mut documents = read_folder(Path::new(folder))?;
    let published = documents.len();
    documents.extend(passages::read_passages(Path::new(passages))?);
    let mut samples = samples(&documents);
    report_reach(&documents, &samples.candidates);

    let triggers = held_out(&samples.triggers);
    let sources = held_out(&samples.sources);
    let targets = held_out(&samples.targets);
    let mut scores: Vec<Scores> = samples
        .candidates
        .iter()
        .map(|example| Scores {
            trigger: triggers[example.trigger],
            source: sources[example.source],
            target: targets[example.target],
            pair: Scores::UNJUDGED,
        })
        .collect();
    // The pair is only judged where trigger and roles leave a doubt, and so it is taught only there.
    for (sample, scores) in samples.pairs.iter_mut().zip(&scores) {
        if !scores.is_worth_a_look() {
            sample.weight = 0.0;
        }
    }
    for (scores, pair) in scores.iter_mut().zip(held_out(&samples.pairs)) {
        if scores.is_worth_a_look() {
            scores.pair = pair;
        }
    }
    let examples = &samples.candidates;
    let mut held_status = vec![Status::Asserted; examples.len()];
    for fold in 0..FOLDS {
        let (apart, rest): (Vec<usize>, Vec<usize>) =
            (0..examples.len()).partition(|&at| examples[at].document % FOLDS == fold);
        let status = train_status(examples, &rest);
        for at in apart {
            held_status[at] = likeliest(&status, &examples[at].status_features);
        }
    }
    let decisions = decisions(&documents, examples, &scores);
    let mut held_decisions = vec![0; decisions.len()];
    for fold in 0..FOLDS {
        let (apart, rest): (Vec<usize>, Vec<usize>) =
            (0..decisions.len()).partition(|&at| examples[decisions[at].example].document % FOLDS == fold);
        let forest = grow_forest(&decisions, &rest);
        for at in apart {
            held_decisions[at] = forest.score(&decisions[at].row);
        }
    }
    // Our own passages were made hard on purpose: what a score is worth is measured on texts as they are published.
    let judged = decisions.partition_point(|decision| examples[decision.example].document < published);
    let (shown, decided, scored) = (&documents[..published], &decisions[..judged], &held_decisions[..judged]);
    let thresholds = choose_thresholds(shown, examples, decided, scored);
    let every: Vec<&GoldDocument> = shown.iter().collect();
    print_scores("cross-validation", &every, &readings(examples, decided, scored, &held_status, &thresholds));
    if std::env::var_os("SHOW").is_some() {
        show(shown, examples, decided, scored, &thresholds);
    }
    let calibration = calibrate(examples, decided, scored, &thresholds);

    let all: Vec<usize> = (0..examples.len()).collect();
    let forest = grow_forest(&decisions, &(0..decisions.len()).collect::<Vec<_>>());
    let weights = Weights {
        pair: whole(&train(&samples.pairs, |_| true)),
        trigger: whole(&train(&samples.triggers, |_| true)),
        source: whole(&train(&samples.sources, |_| true)),
        target: whole(&train(&samples.targets, |_| true)),
        status: whole(&train_status(examples, &all)),
    };
    let model = ClaimModel::new(weights, forest, thresholds, calibration);
    std::fs::write(output, model.to_bytes()).map_err(|error| format!("{output}: {error}"))?;

    if let [flag, folder] = rest
        && flag == "--choose"
    {
        let documents = read_folder(Path::new(folder))?;
        let reader = ClaimReader::with_model(model);
        let mut readings = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            let read = &document.read;
            let claims = reader.read(&read.document, &read.parses, &read.mentions, Lexicon::embedded()).claims;
            readings.extend(claims.iter().map(|claim| {
                let span = read.document.sentences[claim.sentence].span;
                Reading {
                    document: index,
                    sentence: document.sentence_of(span.start, span.end),
                    pair: sorted(&gold::normal(claim.source.as_str()), &gold::normal(claim.target.as_str())),
                    kind: claim.kind,
                    status: claim.status,
                }
            }));
        }
        print_scores(folder, &documents.iter().collect::<Vec<_>>(), &readings);
    }
    Ok(())
}

fn print_scores(title: &str, documents: &[&GoldDocument], readings: &[Reading]) {
    println!("{title}");
    for (name, level) in ["pair", "sign", "kind", "status"].iter().zip(score(documents, readings)) {
        let (precision, recall, f1) = level.figures();
        println!("  {name:7} P {precision:.3}  R {recall:.3}  F1 {f1:.3}  {:?}", level.counts);
    }
}
