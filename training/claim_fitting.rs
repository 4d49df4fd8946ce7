//! From samples to linear weights, by stochastic gradient steps in a fixed order.

use crate::claim_samples::{Example, Sample};
use alliance_map::claims::features::BUCKETS;
use alliance_map::claims::model::STATUS_BUCKETS;
use alliance_map::terms::Status;

/// Documents are held out in this many parts.
pub const FOLDS: usize = 6;
const EPOCHS: usize = 5;
const RATE: f32 = 0.05;
const RIDGE: f32 = 1e-4;
/// One logit in whole-number score.
pub const SCALE: f32 = 64.0;
/// Weights up to this are dropped.
const NOISE: i8 = 7;

/// The model's score in logits.
fn logit(weights: &[f32], features: &[u32]) -> f32 {
    features.iter().map(|&at| weights[at as usize]).sum()
}

/// Each sample's score from a model trained on the documents of the other folds.
pub fn held_out(samples: &[Sample]) -> Vec<i32> {
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

/// Fits a logistic model to the chosen samples.
pub fn train(samples: &[Sample], chosen: impl Fn(&Sample) -> bool) -> Vec<f32> {
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

/// The status that scores highest.
pub fn likeliest(weights: &[f32], features: &[u32]) -> Status {
    let scores = status_scores(weights, features);
    let best = (0..4).fold(0, |best, class| if scores[class] > scores[best] { class } else { best });
    Status::ALL[best]
}

/// Fits a softmax model of the four statuses to the chosen examples.
pub fn train_status(examples: &[Example], chosen: &[usize]) -> Vec<f32> {
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

/// Rounds weights to the bytes that ship.
pub fn whole(weights: &[f32]) -> Vec<i8> {
    let rounded = weights.iter().map(|weight| (weight * SCALE).round().clamp(-127.0, 127.0) as i8);
    // Weights this small are noise, and zeros pack well.
    rounded.map(|weight| if weight.abs() <= NOISE { 0 } else { weight }).collect()
}
