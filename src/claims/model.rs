//! From hashed features to scores: the trained weights that judge candidates. Whole numbers throughout, so that every
//! platform gives the same answer.

use super::candidate_features::candidate_features;
use super::candidates::Candidate;
use super::features::{BUCKETS, Features, SentenceView};
use super::forest::Forest;
use super::proposals::{Proposal, Scores};
use super::trigger_features::{role_features, trigger_features};
use crate::lexicon::Frames;
use crate::terms::{Kind, Status};

/// Number of buckets of the status weights, a power of two.
pub const STATUS_BUCKETS: usize = 1 << 14;

const FILE: &[u8] = include_bytes!("../../models/claims.bin");
const MAGIC: &[u8; 8] = b"AMCLAIM4";

/// Weights of the linear models, each by bucket.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// Candidates as a whole.
    pub pair: Vec<i8>,
    /// Whether a trigger states its kind.
    pub trigger: Vec<i8>,
    /// Whether a mention is the one who acts.
    pub source: Vec<i8>,
    /// Whether a mention is the other.
    pub target: Vec<i8>,
    /// The statuses, one after the other, each of [`STATUS_BUCKETS`].
    pub status: Vec<i8>,
}

/// What a proposal must reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thresholds {
    /// By kind: the least score of the forest that makes a claim.
    pub first: Vec<i32>,
    /// How much more is asked of a kind that is not the likeliest for its pair: one sentence seldom says two things of two.
    pub further: i32,
}

impl Thresholds {
    /// How far each proposal of a sentence lies above what it must reach. `proposals` are pair, kind and score, those of
    /// one pair standing together.
    pub fn above<P: PartialEq>(&self, proposals: &[(P, Kind, i32)]) -> Vec<i32> {
        let mut above = Vec::with_capacity(proposals.len());
        for of_pair in proposals.chunk_by(|one, other| one.0 == other.0) {
            let reached: Vec<i32> = of_pair.iter().map(|(_, kind, score)| score - self.first[*kind as usize]).collect();
            let likeliest = (0..reached.len()).max_by_key(|&at| (reached[at], usize::MAX - at));
            let asked = |at: usize| if Some(at) == likeliest { 0 } else { self.further };
            above.extend(reached.iter().enumerate().map(|(at, reached)| reached - asked(at)));
        }
        above
    }
}

/// Weights as trained by `training/train_claims.rs`.
#[derive(Clone, Debug)]
pub struct ClaimModel {
    weights: Weights,
    forest: Forest,
    thresholds: Thresholds,
    /// Scores above the threshold, rising, with the share of claims at that score that are right, in percent.
    calibration: Vec<(i32, u8)>,
}

impl ClaimModel {
    /// The weights that ship with the crate.
    ///
    /// # Errors
    /// If the file was not written by the training program of this version.
    pub fn embedded() -> Result<ClaimModel, String> {
        ClaimModel::from_bytes(FILE)
    }

    /// A model of the given weights.
    pub fn new(weights: Weights, forest: Forest, thresholds: Thresholds, calibration: Vec<(i32, u8)>) -> ClaimModel {
        ClaimModel { weights, forest, thresholds, calibration }
    }

    /// What the linear models say of a sentence's candidates. `slots` of mentions are those of the candidates.
    pub fn judge(&self, view: &SentenceView, frames: &Frames, candidates: &[Candidate]) -> Vec<Scores> {
        let weights = &self.weights;
        let triggers: Vec<i32> = (0..view.occurrences.len())
            .map(|occurrence| sum(&weights.trigger, &trigger_features(view, frames, occurrence)))
            .collect();
        let mut roles: Vec<Option<(i32, i32)>> = vec![None; view.occurrences.len() * view.mentions.len()];
        let mut role = |occurrence: usize, mention: usize, slot| {
            *roles[occurrence * view.mentions.len() + mention].get_or_insert_with(|| {
                let features = role_features(view, frames, occurrence, mention, slot);
                (sum(&weights.source, &features), sum(&weights.target, &features))
            })
        };
        candidates
            .iter()
            .map(|candidate| {
                let mut scores = Scores {
                    trigger: triggers[candidate.occurrence],
                    source: role(candidate.occurrence, candidate.source, candidate.source_slot).0,
                    target: role(candidate.occurrence, candidate.target, candidate.target_slot).1,
                    pair: Scores::UNJUDGED,
                };
                if scores.is_worth_a_look() {
                    scores.pair = sum(&weights.pair, &candidate_features(view, frames, candidate));
                }
                scores
            })
            .collect()
    }

    /// How far the proposals of a sentence lie above what makes a claim; below zero they are none.
    pub fn above_threshold(&self, proposals: &[Proposal]) -> Vec<i32> {
        let scored: Vec<_> = proposals
            .iter()
            .map(|proposal| (&proposal.pair, proposal.kind, self.forest.score(&proposal.row)))
            .collect();
        self.thresholds.above(&scored)
    }

    /// The share of claims this far above their threshold that are right, 0 to 1.
    pub fn certainty(&self, above: i32) -> f32 {
        let next = self.calibration.partition_point(|&(score, _)| score <= above);
        let percent = match (next.checked_sub(1).map(|at| self.calibration[at]), self.calibration.get(next)) {
            (None, None) => 50,
            (None, Some(&(_, percent))) | (Some((_, percent)), None) => i32::from(percent),
            (Some((low, from)), Some(&(high, to))) => {
                i32::from(from) + (i32::from(to) - i32::from(from)) * (above - low) / (high - low).max(1)
            }
        };
        percent as f32 / 100.0
    }

    /// The likeliest status.
    pub fn status(&self, features: &Features) -> Status {
        let mut best = (i32::MIN, Status::Asserted);
        for (index, &status) in Status::ALL.iter().enumerate() {
            let weights = &self.weights.status[index * STATUS_BUCKETS..(index + 1) * STATUS_BUCKETS];
            let score = features.buckets.iter().map(|&at| i32::from(weights[at as usize % STATUS_BUCKETS])).sum();
            if score > best.0 {
                best = (score, status);
            }
        }
        best.1
    }

    /// The file's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let thresholds = self.thresholds.first.iter().chain([&self.thresholds.further]);
        bytes.extend(thresholds.flat_map(|threshold| threshold.to_le_bytes()));
        bytes.extend((self.calibration.len() as u32).to_le_bytes());
        for &(score, percent) in &self.calibration {
            bytes.extend(score.to_le_bytes());
            bytes.push(percent);
        }
        self.forest.write(&mut bytes);
        let Weights { pair, trigger, source, target, status } = &self.weights;
        bytes.extend([pair, trigger, source, target, status].into_iter().flatten().map(|&weight| weight as u8));
        bytes
    }

    /// Reads what [`ClaimModel::to_bytes`] wrote.
    ///
    /// # Errors
    /// If the bytes are not such a file.
    pub fn from_bytes(bytes: &[u8]) -> Result<ClaimModel, String> {
        let wrong = || "models/claims.bin is not of this version; run `make train-claims`".to_string();
        let mut rest = bytes.strip_prefix(MAGIC).ok_or_else(wrong)?;
        let number = |bytes: &[u8]| i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        let signed = |bytes: &[u8]| bytes.iter().map(|&byte| byte as i8).collect();
        let first = take(&mut rest, Kind::ALL.len() * 4).ok_or_else(wrong)?.chunks(4).map(number).collect();
        let thresholds = Thresholds { first, further: number(take(&mut rest, 4).ok_or_else(wrong)?) };
        let points = number(take(&mut rest, 4).ok_or_else(wrong)?) as usize;
        let calibration =
            take(&mut rest, points * 5).ok_or_else(wrong)?.chunks(5).map(|point| (number(point), point[4])).collect();
        let forest = Forest::read(&mut rest).ok_or_else(wrong)?;
        let mut table = |size| take(&mut rest, size).map(signed).ok_or_else(wrong);
        let weights = Weights {
            pair: table(BUCKETS)?,
            trigger: table(BUCKETS)?,
            source: table(BUCKETS)?,
            target: table(BUCKETS)?,
            status: table(STATUS_BUCKETS * Status::ALL.len())?,
        };
        Ok(ClaimModel { weights, forest, thresholds, calibration })
    }
}

fn sum(weights: &[i8], features: &Features) -> i32 {
    features.buckets.iter().map(|&bucket| i32::from(weights[bucket as usize])).sum()
}

fn take<'b>(bytes: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (head, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(head)
}
