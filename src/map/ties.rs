//! From claims to ties: all claims about one pair, what they add up to, and where they contradict each other.

use super::timeline::first_and_last_year;
use crate::analysis::ClaimView;
use crate::terms::{ActorId, Kind, Sign, Status};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// All claims about one pair, over documents. `a` sorts before `b`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Tie {
    /// The actor whose id sorts first.
    pub a: ActorId,
    /// The other.
    pub b: ActorId,
    /// What prevails: friendly where friendly claims outweigh hostile ones, each counted by its certainty, and the
    /// reverse. Asserted claims decide, possible ones only where nothing is asserted.
    pub sign: Sign,
    /// Friendly claims, asserted or possible.
    pub friendly: usize,
    /// Hostile claims, asserted or possible.
    pub hostile: usize,
    /// Neutral claims, asserted or possible.
    pub neutral: usize,
    /// Denied claims of any sign.
    pub denied: usize,
    /// Claims of any sign that something is over.
    pub ended: usize,
    /// Some claim holds what another denies.
    pub contested: bool,
    /// Friendly and hostile claims are both asserted, which is no contradiction: rivals trade.
    pub mixed: bool,
    /// The claims by sign: the lines to draw, at most one per sign, friendly first.
    pub strands: Vec<Strand>,
    /// What is contested, by kind of the denied claims.
    pub disagreements: Vec<Disagreement>,
    /// Indices of all claims about the pair.
    pub claims: Vec<usize>,
}

/// The claims of one sign about one pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Strand {
    /// The sign of their kinds.
    pub sign: Sign,
    /// How many are asserted.
    pub asserted: usize,
    /// How many are possible.
    pub possible: usize,
    /// How many are denied.
    pub denied: usize,
    /// How many are ended.
    pub ended: usize,
    /// Indices of the claims.
    pub claims: Vec<usize>,
}

/// Claims about one pair of which some hold what the others deny.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Disagreement {
    /// What is denied.
    pub kind: Kind,
    /// Indices of the claims that hold it.
    pub holding: Vec<usize>,
    /// Indices of the claims that deny it.
    pub denying: Vec<usize>,
}

impl Tie {
    /// How many claims of that sign and status it has.
    pub fn count(&self, sign: Sign, status: Status) -> usize {
        let strand = self.strands.iter().find(|strand| strand.sign == sign);
        strand.map_or(0, |strand| match status {
            Status::Asserted => strand.asserted,
            Status::Possible => strand.possible,
            Status::Denied => strand.denied,
            Status::Ended => strand.ended,
        })
    }
}

/// Gathers claims by pair. A claim of an actor about itself makes no tie.
pub(super) fn gather(claims: &[ClaimView]) -> Vec<Tie> {
    let mut pairs: BTreeMap<(&ActorId, &ActorId), Vec<usize>> = BTreeMap::new();
    for (index, claim) in claims.iter().enumerate() {
        if claim.source != claim.target {
            pairs.entry(claim.pair()).or_default().push(index);
        }
    }
    pairs.into_iter().map(|((a, b), indices)| tie(a, b, indices, claims)).collect()
}

fn tie(a: &ActorId, b: &ActorId, indices: Vec<usize>, claims: &[ClaimView]) -> Tie {
    let strands: Vec<_> = [Sign::Friendly, Sign::Hostile, Sign::Neutral]
        .into_iter()
        .filter_map(|sign| strand(sign, indices.iter().copied().filter(|&i| claims[i].sign == sign).collect(), claims))
        .collect();
    let count = |sign: Sign, of: fn(&Strand) -> usize| strands.iter().filter(|s| s.sign == sign).map(of).sum::<usize>();
    let standing = |sign| count(sign, |strand| strand.asserted + strand.possible);
    let (friendly, hostile) = (count(Sign::Friendly, |s| s.asserted), count(Sign::Hostile, |s| s.asserted));
    let deciding = if friendly + hostile > 0 { Status::Asserted } else { Status::Possible };
    let outweigh = |sign| weight(claims, &indices, sign, deciding);
    let disagreements = disagreements(&indices, claims);
    Tie {
        a: a.clone(),
        b: b.clone(),
        sign: prevailing(outweigh(Sign::Friendly), outweigh(Sign::Hostile)),
        friendly: standing(Sign::Friendly),
        hostile: standing(Sign::Hostile),
        neutral: standing(Sign::Neutral),
        denied: strands.iter().map(|strand| strand.denied).sum(),
        ended: strands.iter().map(|strand| strand.ended).sum(),
        contested: !disagreements.is_empty(),
        mixed: friendly > 0 && hostile > 0,
        strands,
        disagreements,
        claims: indices,
    }
}

/// How many of the claims of that sign and status are right, as far as their certainty tells, in thousandths.
pub(super) fn weight(claims: &[ClaimView], indices: &[usize], sign: Sign, status: Status) -> u64 {
    let counted = indices.iter().map(|&index| &claims[index]);
    let counted = counted.filter(|claim| claim.sign == sign && claim.status == status);
    counted.map(|claim| (claim.certainty.clamp(0.0, 1.0) * 1000.0).round() as u64).sum()
}

fn prevailing(friendly: u64, hostile: u64) -> Sign {
    match friendly.cmp(&hostile) {
        std::cmp::Ordering::Greater => Sign::Friendly,
        std::cmp::Ordering::Less => Sign::Hostile,
        std::cmp::Ordering::Equal => Sign::Neutral,
    }
}

fn strand(sign: Sign, indices: Vec<usize>, claims: &[ClaimView]) -> Option<Strand> {
    let count = |status| indices.iter().filter(|&&index| claims[index].status == status).count();
    let (asserted, possible) = (count(Status::Asserted), count(Status::Possible));
    let (denied, ended) = (count(Status::Denied), count(Status::Ended));
    (!indices.is_empty()).then_some(Strand { sign, asserted, possible, denied, ended, claims: indices })
}

/// Which claims about one pair hold what others deny.
pub(super) fn disagreements(indices: &[usize], claims: &[ClaimView]) -> Vec<Disagreement> {
    // Texts repeat themselves, so what is said alike is weighed once.
    let stances = |status| {
        let mut stances: BTreeMap<Stance, Vec<usize>> = BTreeMap::new();
        for &index in indices.iter().filter(|&&index| claims[index].status == status) {
            stances.entry(Stance::of(&claims[index])).or_default().push(index);
        }
        stances
    };
    let (held, denied) = (stances(Status::Asserted), stances(Status::Denied));
    let mut found: BTreeMap<Kind, (BTreeSet<usize>, Vec<usize>)> = BTreeMap::new();
    for (denial, denying) in &denied {
        let contradicted = held.iter().filter(|(stance, _)| denial.contradicts(stance));
        let holding: Vec<usize> = contradicted.flat_map(|(_, holding)| holding).copied().collect();
        if credible(&holding, claims) && credible(denying, claims) {
            let sides = found.entry(denial.kind).or_default();
            sides.0.extend(holding);
            sides.1.extend(denying);
        }
    }
    let in_text_order = |mut denying: Vec<usize>| {
        denying.sort_unstable();
        denying
    };
    let sides = found.into_iter().map(|(kind, (holding, denying))| Disagreement {
        kind,
        holding: holding.into_iter().collect(),
        denying: in_text_order(denying),
    });
    sides.collect()
}

/// Whether there is a fair chance, one in four, that one of the claims is right. What was misread contests nothing.
fn credible(indices: &[usize], claims: &[ClaimView]) -> bool {
    const FAIR_CHANCE: f64 = 0.25;
    let all_wrong: f64 = indices.iter().map(|&index| 1.0 - claims[index].certainty).product();
    1.0 - all_wrong >= FAIR_CHANCE
}

/// What a claim says of its pair, as far as a denial can contradict it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Stance<'c> {
    kind: Kind,
    document: &'c str,
    from: Option<&'c ActorId>,
    years: Option<(i32, i32)>,
}

impl<'c> Stance<'c> {
    fn of(claim: &'c ClaimView) -> Self {
        let from = claim.directed.then_some(&claim.source);
        Stance { kind: claim.kind, document: &claim.document, from, years: first_and_last_year(claim) }
    }

    /// Whether a denial and an assertion about one pair cannot both be right.
    ///
    /// One kind asserted and denied is a contradiction. So are an alliance and a partnership where different
    /// documents say so: to one, what the other calls a bond is none. Within one document they are not ("no allies,
    /// but close partners"). Claims in opposite directions, or of years that do not meet, do not contradict each other.
    fn contradicts(&self, held: &Stance) -> bool {
        let bonds = |kind| matches!(kind, Kind::Alliance | Kind::Partnership);
        let same_matter =
            self.kind == held.kind || (bonds(self.kind) && bonds(held.kind) && self.document != held.document);
        let opposite_ways = self.from.is_some() && held.from.is_some() && self.from != held.from;
        let apart = match (self.years, held.years) {
            (Some((first, last)), Some((from, to))) => last < from || to < first,
            _ => false,
        };
        same_matter && !opposite_ways && !apart
    }
}
