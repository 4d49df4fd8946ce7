//! From hashed features to scores: the trained weights that judge candidates. Whole numbers throughout, so that every
//! platform gives the same answer.

use super::features::{BUCKETS, Features};
use super::forest::Forest;
use super::proposals::Proposal;
use crate::terms::{Kind, Status};

/// Number of buckets of the status weights, a power of two.
pub const STATUS_BUCKETS: usize = 1 << 14;

const FILE: &[u8] = include_bytes!("../../models/claims.bin");
const MAGIC: &[u8; 8] = b"AMCLAIM2";

/// Weights as trained by `training/train_claims.rs`.
#[derive(Clone, Debug)]
pub struct ClaimModel {
    candidate: Vec<i8>,
    status: Vec<i8>,
    forest: Forest,
    /// By kind: the least score of the forest that makes a claim.
    thresholds: Vec<i32>,
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
    pub fn new(
        candidate: Vec<i8>,
        status: Vec<i8>,
        forest: Forest,
        thresholds: Vec<i32>,
        calibration: Vec<(i32, u8)>,
    ) -> ClaimModel {
        ClaimModel { candidate, status, forest, thresholds, calibration }
    }

    /// How strongly its features speak for a candidate.
    pub fn score(&self, features: &Features) -> i32 {
        features.buckets.iter().map(|&bucket| i32::from(self.candidate[bucket as usize])).sum()
    }

    /// How far a proposal lies above what makes a claim of its kind; below zero it is none.
    pub fn above_threshold(&self, proposal: &Proposal) -> i32 {
        self.forest.score(&proposal.row) - self.thresholds[proposal.kind as usize]
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
            let weights = &self.status[index * STATUS_BUCKETS..(index + 1) * STATUS_BUCKETS];
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
        bytes.extend(self.thresholds.iter().flat_map(|threshold| threshold.to_le_bytes()));
        bytes.extend((self.calibration.len() as u32).to_le_bytes());
        for &(score, percent) in &self.calibration {
            bytes.extend(score.to_le_bytes());
            bytes.push(percent);
        }
        self.forest.write(&mut bytes);
        bytes.extend(self.candidate.iter().chain(&self.status).map(|&weight| weight as u8));
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
        let thresholds = take(&mut rest, Kind::ALL.len() * 4).ok_or_else(wrong)?.chunks(4).map(number).collect();
        let points = number(take(&mut rest, 4).ok_or_else(wrong)?) as usize;
        let calibration =
            take(&mut rest, points * 5).ok_or_else(wrong)?.chunks(5).map(|point| (number(point), point[4])).collect();
        let forest = Forest::read(&mut rest).ok_or_else(wrong)?;
        let candidate = signed(take(&mut rest, BUCKETS).ok_or_else(wrong)?);
        let status = signed(take(&mut rest, STATUS_BUCKETS * Status::ALL.len()).ok_or_else(wrong)?);
        Ok(ClaimModel { candidate, status, forest, thresholds, calibration })
    }
}

fn take<'b>(bytes: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (head, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(head)
}
