//! From judged candidates to proposals, one per pair and kind: the surest candidate of each, with how it stands among its
//! rivals in the sentence, as a row of whole numbers by which the forest decides.

use super::candidates::Candidate;
use super::features::SentenceView;
use crate::lexicon::Frames;
use crate::terms::{ActorId, Kind};
use std::collections::BTreeMap;

/// Candidates below this score are not worth a second look.
const FLOOR: i32 = -220;
/// Least sum of the scores of trigger and roles.
const LEAST: i32 = -300;
/// Stands for "there is none" in a row.
const NONE: i32 = -1200;

/// What the linear models say of a candidate, in whole-number logits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scores {
    /// The pair under the trigger, taken together.
    pub pair: i32,
    /// That the trigger states its kind here.
    pub trigger: i32,
    /// That the source is the one who acts.
    pub source: i32,
    /// That the target is the other.
    pub target: i32,
}

impl Scores {
    /// Stands for the pair's score where trigger and roles make it not worth the work.
    pub const UNJUDGED: i32 = -1000;

    /// False where trigger and roles alone rule the candidate out: nine in ten are spared the costlier look.
    pub fn is_worth_a_look(self) -> bool {
        self.trigger + self.source + self.target > LEAST
    }

    /// One figure to rank candidates by.
    pub fn total(self) -> i32 {
        (2 * self.pair + self.trigger + self.source + self.target) / 3
    }
}

/// A pair and a kind that the sentence might state.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The two actors, sorted.
    pub pair: (ActorId, ActorId),
    /// What it would state.
    pub kind: Kind,
    /// Index of the surest candidate.
    pub candidate: usize,
    /// What the forest decides by.
    pub row: Vec<i32>,
}

/// Brings the candidates of a sentence together by pair and kind. `scores` has one entry per candidate.
pub fn propose(view: &SentenceView, candidates: &[Candidate], scores: &[Scores], frames: &Frames) -> Vec<Proposal> {
    let judged = scores;
    let scores: &[i32] = &judged.iter().map(|scores| scores.total()).collect::<Vec<i32>>();
    let kind_of = |candidate: &Candidate| frames.frames[view.occurrences[candidate.occurrence].trigger.frame].kind;
    // Numbers that sort as the actors do: they are compared often.
    let mut names: Vec<&ActorId> = view.mentions.iter().map(|mention| &mention.actor).collect();
    names.sort_unstable();
    names.dedup();
    let numbers: Vec<usize> =
        view.mentions.iter().map(|mention| names.partition_point(|&name| *name < mention.actor)).collect();
    let actor = |mention: usize| numbers[mention];
    let mut groups: BTreeMap<(usize, usize), BTreeMap<Kind, Vec<usize>>> = BTreeMap::new();
    let mut by_occurrence: Vec<BTreeMap<(usize, usize), i32>> = vec![BTreeMap::new(); view.occurrences.len()];
    // The likeliest parties of each trigger, whomever they are paired with.
    let mut best_roles = vec![(NONE, NONE); view.occurrences.len()];
    let mut by_actor: Vec<Vec<(i32, usize)>> = vec![Vec::new(); names.len()];
    for (index, candidate) in candidates.iter().enumerate() {
        let (a, b) = (actor(candidate.source), actor(candidate.target));
        let pair = (a.min(b), a.max(b));
        groups.entry(pair).or_default().entry(kind_of(candidate)).or_default().push(index);
        let roles = &mut best_roles[candidate.occurrence];
        *roles = (roles.0.max(judged[index].source), roles.1.max(judged[index].target));
        let here = by_occurrence[candidate.occurrence].entry(pair).or_insert(scores[index]);
        *here = (*here).max(scores[index]);
    }
    let mut pair_best: Vec<(i32, (usize, usize))> = groups
        .iter()
        .map(|(&pair, kinds)| (kinds.values().flatten().map(|&at| scores[at]).max().unwrap_or(NONE), pair))
        .collect();
    for &(score, (a, b)) in &pair_best {
        by_actor[a].push((score, b));
        by_actor[b].push((score, a));
    }
    pair_best.sort_by(|one, other| other.cmp(one));
    let ranks: BTreeMap<_, _> = pair_best.iter().enumerate().map(|(rank, &(_, pair))| (pair, rank as i32)).collect();
    let top = pair_best.first().map_or(NONE, |&(score, _)| score);

    let mut proposals = Vec::new();
    for (&pair, kinds) in &groups {
        let best_of = |indices: &[usize]| indices.iter().copied().max_by_key(|&at| (scores[at], usize::MAX - at));
        let bests: Vec<(Kind, usize)> =
            kinds.iter().filter_map(|(&kind, indices)| Some((kind, best_of(indices)?))).collect();
        for &(kind, best) in &bests {
            if scores[best] < FLOOR {
                continue;
            }
            let candidate = &candidates[best];
            let same_head = |at: &usize| {
                view.occurrences[candidates[*at].occurrence].head == view.occurrences[candidate.occurrence].head
            };
            let second = kinds[&kind].iter().filter(|at| !same_head(at)).map(|&at| scores[at]).max().unwrap_or(NONE);
            let others = |wanted: &dyn Fn(Kind) -> bool| {
                bests
                    .iter()
                    .filter(|(other, _)| *other != kind && wanted(*other))
                    .map(|&(_, at)| scores[at])
                    .max()
                    .unwrap_or(NONE)
            };
            let rivals = by_occurrence[candidate.occurrence]
                .iter()
                .filter(|(other, _)| **other != pair)
                .map(|(_, &score)| score);
            let elsewhere = |mention: usize, partner: usize| {
                let rest = by_actor[actor(mention)].iter().filter(|(_, other)| *other != actor(partner));
                rest.map(|&(score, _)| score).max().unwrap_or(NONE)
            };
            let mut row = vec![
                judged[best].pair,
                judged[best].trigger,
                judged[best].source,
                judged[best].target,
                judged[best].source.min(judged[best].target),
                best_roles[candidate.occurrence].0 - judged[best].source,
                best_roles[candidate.occurrence].1 - judged[best].target,
                scores[best],
                second,
                others(&|_| true),
                scores[best] - others(&|_| true),
                others(&|other| other.sign() == kind.sign()),
                others(&|other| other.sign() != kind.sign()),
                kinds[&kind].iter().filter(|&&at| scores[at] > -64).count() as i32,
                rivals.clone().max().unwrap_or(NONE),
                scores[best] - rivals.clone().max().unwrap_or(NONE),
                rivals.filter(|&score| score > scores[best]).count() as i32,
                elsewhere(candidate.source, candidate.target),
                elsewhere(candidate.target, candidate.source),
                ranks[&pair],
                top,
                kind as i32,
                kind.sign() as i32,
            ];
            place(view, candidate, names.len(), &mut row);
            let pair = (names[pair.0].clone(), names[pair.1].clone());
            proposals.push(Proposal { pair, kind, candidate: best, row });
        }
    }
    proposals
}

/// Adds what the candidate's place in the sentence tells.
fn place(view: &SentenceView, candidate: &Candidate, actors: usize, row: &mut Vec<i32>) {
    let occurrence = &view.occurrences[candidate.occurrence];
    let (source, target) = (view.mentions[candidate.source], view.mentions[candidate.target]);
    let between = |from: usize, to: usize| {
        let (from, to) = (from.min(to), from.max(to));
        let finite = (from + 1..to)
            .filter(|&at| matches!(view.arcs.words[at].xpos, "VBD" | "VBZ" | "VBP" | "MD"))
            .count() as i32;
        let marks = (from + 1..to)
            .filter(|&at| matches!(view.tokens[at].form.as_str(), "," | ";" | ":" | "-" | "(" | ")" | "\""))
            .count() as i32;
        let mentions = view.mentions.iter().filter(|other| other.head > from && other.head < to).count() as i32;
        [(to - from) as i32, finite, marks, mentions]
    };
    row.extend(between(source.head, occurrence.head));
    row.extend(between(target.head, occurrence.head));
    row.extend(between(source.head, target.head));
    let depth = |slot: super::slots::Slot| {
        if slot.is_far() { 9 } else { slot.steps().iter().filter(|&&step| step != 0).count() as i32 }
    };
    row.extend([
        view.surface.lists_between(candidate.source, occurrence.head) as i32,
        view.surface.lists_between(candidate.target, occurrence.head) as i32,
        view.surface.clauses_apart(occurrence.head, source.head),
        view.surface.clauses_apart(occurrence.head, target.head),
        i32::from(view.surface.lists[candidate.source] == view.surface.lists[candidate.target]),
        i32::from(source.head < occurrence.head) * 4
            + i32::from(target.head < occurrence.head) * 2
            + i32::from(source.head < target.head),
        i32::from(candidate.source_fits) * 2 + i32::from(candidate.target_fits),
        depth(candidate.source_slot),
        depth(candidate.target_slot),
        candidate.source_slot.coarse() as i32,
        candidate.target_slot.coarse() as i32,
        (source.certainty * 100.0) as i32,
        (target.certainty * 100.0) as i32,
        source.how as i32,
        target.how as i32,
        i32::from(view.groupings[candidate.source]) * 2 + i32::from(view.groupings[candidate.target]),
        i32::from(view.arcs.same_coordination(source.head, target.head)),
        view.mentions.len() as i32,
        actors as i32,
        view.tokens.len() as i32,
        view.occurrences.len() as i32,
        view.role as i32,
        occurrence.trigger.class as i32,
        occurrence.trigger.words.len() as i32,
        view.arcs.depth(occurrence.head) as i32,
        view.prominence.mentions(view.numbers[candidate.source]),
        view.prominence.mentions(view.numbers[candidate.target]),
        view.prominence.together(view.numbers[candidate.source], view.numbers[candidate.target]),
    ]);
}
