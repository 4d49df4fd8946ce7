//! From annotated passages to `models/claims.bin`: which candidates are claims, with which status, and how sure that is.
//!
//! Two linear models over hashed features: a logistic one accepts or rejects a candidate, a softmax one gives its status.
//! Thresholds and certainties come from cross-validation over documents, so that they hold for texts not seen.
//!
//! usage: train-claims TRAIN_FOLDER OUTPUT [--choose FOLDER]

// Only the model that comes out must read alike everywhere, and it holds whole numbers.
#![allow(clippy::disallowed_methods, clippy::needless_range_loop)]

mod boosting;
mod gold;

use alliance_map::claims::ClaimReader;
use alliance_map::claims::features::{BUCKETS, SentenceView, candidate_features, role_features, trigger_features};
use alliance_map::claims::forest::Forest;
use alliance_map::claims::model::{ClaimModel, STATUS_BUCKETS, Thresholds, Weights};
use alliance_map::claims::prominence::Prominence;
use alliance_map::claims::proposals::{Scores, propose};
use alliance_map::claims::sentence::with_candidates;
use alliance_map::claims::slots::Arcs;
use alliance_map::claims::status::status_features;
use alliance_map::lexicon::Lexicon;
use alliance_map::terms::{Kind, Status};
use boosting::{Growth, grow};
use gold::{GoldDocument, Reading, read_folder, score, sorted};
use std::path::Path;

const FOLDS: usize = 6;
const EPOCHS: usize = 5;
const RATE: f32 = 0.05;
const RIDGE: f32 = 1e-4;
/// One logit in whole-number score.
const SCALE: f32 = 64.0;
/// Weights up to this are dropped.
const NOISE: i8 = 3;

const GROWTH: Growth = Growth { trees: 300, depth: 5, rate: 0.04, least_weight: 4.0, ridge: 2.0, scale: SCALE as f64 };

/// A candidate with its features and what the annotation says of it.
struct Example {
    document: usize,
    sentence: Option<usize>,
    pair: (String, String),
    kind: Kind,
    status_features: Vec<u32>,
    claim: bool,
    weight: f32,
    status: Option<Status>,
    note: String,
    trigger: usize,
    source: usize,
    target: usize,
}

/// Something to be judged by a linear model: features, the right answer, and how much it counts.
struct Sample {
    document: usize,
    features: Vec<u32>,
    answer: bool,
    weight: f32,
}

/// All that is learned from, by model. Candidates refer to triggers and roles by index.
#[derive(Default)]
struct Samples {
    candidates: Vec<Example>,
    pairs: Vec<Sample>,
    triggers: Vec<Sample>,
    sources: Vec<Sample>,
    targets: Vec<Sample>,
}

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, output, rest @ ..] = &arguments[..] else {
        return Err("usage: train-claims TRAIN_FOLDER OUTPUT [--choose FOLDER]".to_string());
    };
    let documents = read_folder(Path::new(folder))?;
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
    let thresholds = choose_thresholds(&documents, examples, &decisions, &held_decisions);
    let every: Vec<&GoldDocument> = documents.iter().collect();
    let read = readings(examples, &decisions, &held_decisions, &held_status, &thresholds);
    print_scores("cross-validation", &every, &read);
    if std::env::var_os("SHOW").is_some() {
        show(&documents, examples, &decisions, &held_decisions, &thresholds);
    }
    let calibration = calibrate(examples, &decisions, &held_decisions, &thresholds);

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

fn samples(documents: &[GoldDocument]) -> Samples {
    let reader = empty_reader();
    let mut samples = Samples::default();
    for (index, document) in documents.iter().enumerate() {
        let read = &document.read;
        let prominence = Prominence::new(&read.mentions);
        for (number, sentence) in read.document.sentences.iter().enumerate() {
            let mentions: Vec<_> = read.mentions.iter().filter(|mention| mention.sentence == number).collect();
            let gold_sentence = document.sentence_of(sentence.span.start, sentence.span.end);
            let here: Vec<_> = document.claims.iter().filter(|claim| Some(claim.sentence) == gold_sentence).collect();
            let frames = (&reader.frames, &reader.slots);
            with_candidates(
                sentence,
                &Arcs::new(&read.parses[number]),
                &mentions,
                frames,
                &prominence,
                Lexicon::embedded(),
                |view, candidates| {
                    let ids: Vec<String> =
                        mentions.iter().map(|mention| gold::normal(mention.actor.as_str())).collect();
                    let mut of_trigger = Vec::new();
                    for (at, occurrence) in view.occurrences.iter().enumerate() {
                        let kind = reader.frames.frames[occurrence.trigger.frame].kind;
                        let (first, last) =
                            (sentence.tokens[occurrence.first].span.start, sentence.tokens[occurrence.last].span.end);
                        let claims: Vec<_> = here
                            .iter()
                            .copied()
                            .filter(|claim| {
                                claim.kind == kind && claim.cue.is_some_and(|(start, end)| first < end && start < last)
                            })
                            .collect();
                        let optional = !claims.is_empty() && claims.iter().all(|claim| claim.optional);
                        samples.triggers.push(Sample {
                            document: index,
                            features: trigger_features(view, &reader.frames, at).buckets,
                            answer: !claims.is_empty(),
                            weight: if optional { 0.0 } else { 1.0 },
                        });
                        of_trigger.push((samples.triggers.len() - 1, claims, (first, last)));
                    }
                    let mut roles = vec![None; view.occurrences.len() * mentions.len()];
                    for candidate in candidates {
                        let occurrence = &view.occurrences[candidate.occurrence];
                        let frame = &reader.frames.frames[occurrence.trigger.frame];
                        let directed = reader.slots.of_frame(occurrence.trigger.frame).directed;
                        let (trigger, claims, (first, last)) = &of_trigger[candidate.occurrence];
                        for (mention, slot) in
                            [(candidate.source, candidate.source_slot), (candidate.target, candidate.target_slot)]
                        {
                            let entry = &mut roles[candidate.occurrence * mentions.len() + mention];
                            if entry.is_none() {
                                *entry = Some(samples.sources.len());
                                let features =
                                    role_features(view, &reader.frames, candidate.occurrence, mention, slot).buckets;
                                let party = |first: bool| {
                                    claims.iter().any(|claim| {
                                        let (one, other) = if first {
                                            (&claim.pair.0, &claim.pair.1)
                                        } else {
                                            (&claim.pair.1, &claim.pair.0)
                                        };
                                        *one == ids[mention]
                                            || (!(directed && claim.directed) && *other == ids[mention])
                                    })
                                };
                                let (acts, undergoes) = (party(true), party(false));
                                let clear = nearest(view, occurrence.head, mention) == mention;
                                // Only where the trigger states something is there a right answer.
                                let stated = claims.iter().any(|claim| !claim.optional);
                                let weight = |answer: bool| if stated && (clear || !answer) { 1.0 } else { 0.0 };
                                samples.sources.push(Sample {
                                    document: index,
                                    features: features.clone(),
                                    answer: acts,
                                    weight: weight(acts),
                                });
                                samples.targets.push(Sample {
                                    document: index,
                                    features,
                                    answer: undergoes,
                                    weight: weight(undergoes),
                                });
                            }
                        }
                        let role =
                            |mention: usize| roles[candidate.occurrence * mentions.len() + mention].unwrap_or_default();
                        let pair = sorted(&ids[candidate.source], &ids[candidate.target]);
                        let mut example = Example {
                            document: index,
                            sentence: gold_sentence,
                            pair: pair.clone(),
                            kind: frame.kind,
                            status_features: status_features(view, &reader.frames, &reader.cues, candidate).buckets,
                            claim: false,
                            weight: 1.0,
                            status: None,
                            trigger: *trigger,
                            source: role(candidate.source),
                            target: role(candidate.target),
                            note: format!(
                                "{} {} {} {}",
                                frame.name,
                                sentence.tokens[occurrence.head].form,
                                candidate.source_slot.name(),
                                candidate.target_slot.name()
                            ),
                        };
                        for claim in here
                            .iter()
                            .filter(|claim| sorted(&claim.pair.0, &claim.pair.1) == pair && claim.kind == frame.kind)
                        {
                            let on_cue = claim.cue.is_none_or(|(start, end)| *first < end && start < *last);
                            if directed && claim.directed && claim.pair.0 != ids[candidate.source] {
                                continue;
                            }
                            example.claim = true;
                            let clear = nearest(view, occurrence.head, candidate.source) == candidate.source
                                && nearest(view, occurrence.head, candidate.target) == candidate.target;
                            example.weight = if claim.optional || !clear {
                                0.0
                            } else if on_cue {
                                1.0
                            } else {
                                0.25
                            };
                            example.status = (!claim.optional).then_some(claim.status);
                            if on_cue {
                                break;
                            }
                        }
                        samples.pairs.push(Sample {
                            document: index,
                            features: candidate_features(view, &reader.frames, candidate).buckets,
                            answer: example.claim,
                            weight: example.weight,
                        });
                        samples.candidates.push(example);
                    }
                },
            );
        }
    }
    samples
}

/// Of the mentions of one actor the one that an annotator would have meant under this trigger: the nearest along the arcs,
/// then by words. Which of them it was is not annotated.
fn nearest(view: &SentenceView, trigger: usize, mention: usize) -> usize {
    let actor = &view.mentions[mention].actor;
    let cost = |at: &usize| {
        let head = view.mentions[*at].head;
        let slot = view.arcs.slot(trigger, head);
        let depth = if slot.is_far() { 6 } else { slot.steps().iter().filter(|&&step| step != 0).count() };
        (
            depth * 2
                + view.surface.clauses_apart(trigger, head).unsigned_abs() as usize * 4
                + head.abs_diff(trigger) / 4,
            *at,
        )
    };
    (0..view.mentions.len()).filter(|&at| view.mentions[at].actor == *actor).min_by_key(cost).unwrap_or(mention)
}

fn empty_reader() -> ClaimReader {
    ClaimReader::with_model(ClaimModel::new(Weights::default(), Forest::default(), Thresholds::default(), Vec::new()))
}

/// Prints the share of annotated claims that some candidate could read: the ceiling of what training can reach.
fn report_reach(documents: &[GoldDocument], examples: &[Example]) {
    let mut kinds = std::collections::BTreeSet::new();
    let mut pairs = std::collections::BTreeSet::new();
    for example in examples {
        if example.claim {
            kinds.insert((example.document, example.sentence, example.pair.clone(), example.kind));
        }
        pairs.insert((example.document, example.sentence, example.pair.clone()));
    }
    let (mut all, mut kind, mut pair, mut mentioned) = (0, 0, 0, 0);
    for (index, document) in documents.iter().enumerate() {
        for claim in document.claims.iter().filter(|claim| !claim.optional) {
            let key = sorted(&claim.pair.0, &claim.pair.1);
            all += 1;
            kind += usize::from(kinds.contains(&(index, Some(claim.sentence), key.clone(), claim.kind)));
            pair += usize::from(pairs.contains(&(index, Some(claim.sentence), key)));
            let here: Vec<String> = document
                .read
                .mentions
                .iter()
                .filter(|mention| document.sentence_of(mention.span.start, mention.span.end) == Some(claim.sentence))
                .map(|mention| gold::normal(mention.actor.as_str()))
                .collect();
            mentioned += usize::from(here.contains(&claim.pair.0) && here.contains(&claim.pair.1));
        }
    }
    let positive = examples.iter().filter(|example| example.claim).count();
    println!("{all} claims; both actors mentioned {mentioned}, with a candidate {pair}, of the right kind {kind}");
    println!("{} candidates, {positive} of them right", examples.len());
}

fn logit(weights: &[f32], features: &[u32]) -> f32 {
    features.iter().map(|&at| weights[at as usize]).sum()
}

/// Each sample's score from a model trained on the documents of the other folds.
fn held_out(samples: &[Sample]) -> Vec<i32> {
    let mut scores = vec![0; samples.len()];
    for fold in 0..FOLDS {
        let weights = whole(&train(samples, |sample| sample.document % FOLDS != fold));
        for (score, sample) in scores.iter_mut().zip(samples) {
            if sample.document % FOLDS == fold {
                *score = sample.features.iter().map(|&at| i32::from(weights[at as usize])).sum();
            }
        }
    }
    scores
}

fn train(samples: &[Sample], chosen: impl Fn(&Sample) -> bool) -> Vec<f32> {
    let mut weights = vec![0.0f32; BUCKETS];
    let mut squares = vec![1e-2f32; BUCKETS];
    let mut order: Vec<usize> =
        (0..samples.len()).filter(|&at| samples[at].weight > 0.0 && chosen(&samples[at])).collect();
    let mut random = 0x2545_f491_4f6c_dd1du64;
    for _ in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        for &at in &order {
            let sample = &samples[at];
            let probability = 1.0 / (1.0 + (-logit(&weights, &sample.features)).exp());
            let error = (probability - f32::from(u8::from(sample.answer))) * sample.weight;
            for &bucket in &sample.features {
                let bucket = bucket as usize;
                let gradient = error + RIDGE * weights[bucket];
                squares[bucket] += gradient * gradient;
                weights[bucket] -= RATE * gradient / squares[bucket].sqrt();
            }
        }
    }
    weights
}

fn status_scores(weights: &[f32], features: &[u32]) -> [f32; 4] {
    let mut scores = [0.0; 4];
    for &at in features {
        for (class, score) in scores.iter_mut().enumerate() {
            *score += weights[class * STATUS_BUCKETS + at as usize % STATUS_BUCKETS];
        }
    }
    scores
}

fn likeliest(weights: &[f32], features: &[u32]) -> Status {
    let scores = status_scores(weights, features);
    let best = (0..4).fold(0, |best, class| if scores[class] > scores[best] { class } else { best });
    Status::ALL[best]
}

fn train_status(examples: &[Example], chosen: &[usize]) -> Vec<f32> {
    let mut weights = vec![0.0f32; STATUS_BUCKETS * 4];
    let mut squares = vec![1e-2f32; STATUS_BUCKETS * 4];
    let mut order: Vec<usize> = chosen.iter().copied().filter(|&at| examples[at].status.is_some()).collect();
    let mut random = 0x9e37_79b9_7f4a_7c15u64;
    for _ in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        for &at in &order {
            let example = &examples[at];
            let scores = status_scores(&weights, &example.status_features);
            let highest = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
            let exponentials = scores.map(|score| (score - highest).exp());
            let total: f32 = exponentials.iter().sum();
            for class in 0..4 {
                let right = example.status == Some(Status::ALL[class]);
                let error = (exponentials[class] / total - f32::from(u8::from(right))) * example.weight;
                for &bucket in &example.status_features {
                    let bucket = class * STATUS_BUCKETS + bucket as usize % STATUS_BUCKETS;
                    let gradient = error + RIDGE * weights[bucket];
                    squares[bucket] += gradient * gradient;
                    weights[bucket] -= RATE * gradient / squares[bucket].sqrt();
                }
            }
        }
    }
    weights
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for at in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(at, (*random % (at as u64 + 1)) as usize);
    }
}

/// A proposal with what the annotation says of it.
struct Decision {
    example: usize,
    /// Document and sentence: those of one sentence stand together.
    place: (usize, usize),
    row: Vec<i32>,
    claim: bool,
    optional: bool,
}

/// Brings the candidates together by pair and kind, as the reader does.
fn decisions(documents: &[GoldDocument], examples: &[Example], scores: &[Scores]) -> Vec<Decision> {
    let reader = ClaimReader::with_model(ClaimModel::new(
        Weights::default(),
        Forest::default(),
        Thresholds::default(),
        Vec::new(),
    ));
    let mut decisions = Vec::new();
    let mut first = 0;
    for (index, document) in documents.iter().enumerate() {
        let read = &document.read;
        let prominence = Prominence::new(&read.mentions);
        for (number, sentence) in read.document.sentences.iter().enumerate() {
            let mentions: Vec<_> = read.mentions.iter().filter(|mention| mention.sentence == number).collect();
            let frames = (&reader.frames, &reader.slots);
            with_candidates(
                sentence,
                &Arcs::new(&read.parses[number]),
                &mentions,
                frames,
                &prominence,
                Lexicon::embedded(),
                |view, candidates| {
                    for proposal in propose(view, candidates, &scores[first..first + candidates.len()], &reader.frames)
                    {
                        let example = first + proposal.candidate;
                        let wanted = &examples[example];
                        let mut here = document.claims.iter().filter(|claim| {
                            Some(claim.sentence) == wanted.sentence
                                && sorted(&claim.pair.0, &claim.pair.1) == wanted.pair
                                && claim.kind == wanted.kind
                        });
                        let claim = here.clone().any(|claim| !claim.optional);
                        let optional = !claim && here.any(|claim| claim.optional);
                        decisions.push(Decision {
                            example,
                            place: (index, number),
                            row: proposal.row,
                            claim,
                            optional,
                        });
                    }
                    first += candidates.len();
                },
            );
        }
    }
    decisions
}

fn grow_forest(decisions: &[Decision], chosen: &[usize]) -> Forest {
    let chosen: Vec<&Decision> =
        chosen.iter().map(|&at| &decisions[at]).filter(|decision| !decision.optional).collect();
    let rows: Vec<Vec<i32>> = chosen.iter().map(|decision| decision.row.clone()).collect();
    let answers: Vec<bool> = chosen.iter().map(|decision| decision.claim).collect();
    grow(&rows, &answers, GROWTH)
}

/// How far each proposal lies above what it must reach.
fn above(examples: &[Example], decisions: &[Decision], scores: &[i32], thresholds: &Thresholds) -> Vec<i32> {
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
fn readings(
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
fn choose_thresholds(
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
fn calibrate(examples: &[Example], decisions: &[Decision], scores: &[i32], thresholds: &Thresholds) -> Vec<(i32, u8)> {
    let mut scored: Vec<(i32, bool)> = decisions
        .iter()
        .zip(above(examples, decisions, scores, thresholds))
        .filter(|(decision, above)| !decision.optional && *above >= 0)
        .map(|(decision, above)| (above, decision.claim))
        .collect();
    scored.sort_unstable();
    let size = (scored.len() / 12).max(1);
    let mut points: Vec<(i32, u8)> = Vec::new();
    for group in scored.chunks(size) {
        let right = group.iter().filter(|(_, claim)| *claim).count();
        let percent = (100 * right / group.len()) as u8;
        points.push((group[group.len() / 2].0, percent.max(points.last().map_or(0, |&(_, before)| before))));
    }
    points
}

fn whole(weights: &[f32]) -> Vec<i8> {
    let rounded = weights.iter().map(|weight| (weight * SCALE).round().clamp(-127.0, 127.0) as i8);
    // Weights this small are noise, and zeros pack well.
    rounded.map(|weight| if weight.abs() <= NOISE { 0 } else { weight }).collect()
}

/// Prints each annotated sentence with what is right, false and missed in it.
fn show(
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

fn print_scores(title: &str, documents: &[&GoldDocument], readings: &[Reading]) {
    println!("{title}");
    for (name, level) in ["pair", "sign", "kind", "status"].iter().zip(score(documents, readings)) {
        let (precision, recall, f1) = level.figures();
        println!("  {name:7} P {precision:.3}  R {recall:.3}  F1 {f1:.3}  {:?}", level.counts);
    }
}
