//! From claims to a timeline: which year each claim speaks of.

use crate::analysis::ClaimView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Claims by the year that they speak of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Timeline {
    /// Years with claims, in order. A claim about several years stands in the first.
    pub years: Vec<YearOfClaims>,
    /// Indices of claims whose sentence gives no year.
    pub undated: Vec<usize>,
}

/// The claims about one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct YearOfClaims {
    /// Of the common era.
    pub year: i32,
    /// Indices of the claims.
    pub claims: Vec<usize>,
}

/// Puts claims into the years that they speak of.
pub(super) fn by_year(claims: &[ClaimView]) -> Timeline {
    let mut years: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    let mut undated = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        match first_and_last_year(claim) {
            Some((first, _)) => years.entry(first).or_default().push(index),
            None => undated.push(index),
        }
    }
    Timeline { years: years.into_iter().map(|(year, claims)| YearOfClaims { year, claims }).collect(), undated }
}

/// A claim with a start and no end is taken to speak of the start alone.
pub(super) fn first_and_last_year(claim: &ClaimView) -> Option<(i32, i32)> {
    let when = claim.when.as_ref()?;
    let (from, to) = (when.from.as_deref().and_then(year), when.to.as_deref().and_then(year));
    let (first, last) = (from.or(to)?, to.or(from)?);
    Some((first.min(last), first.max(last)))
}

/// The year of an ISO 8601 date.
pub fn year(date: &str) -> Option<i32> {
    let (sign, digits) = date.strip_prefix('-').map_or((1, date), |rest| (-1, rest));
    let digits = digits.split('-').next()?;
    (digits.len() == 4).then(|| digits.parse::<i32>().ok())?.map(|year| sign * year)
}
