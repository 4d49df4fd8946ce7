//! From how many are meant ("both", "the three") to the actors who are: every likely set is weighed, the heaviest is taken.

use super::antecedents::LIKELY_ENOUGH;
use super::discourse::{Discourse, Referent};
use super::draft::Shape;
use super::grammar::{Role, clause, role};
use super::group_features::{OF_GROUP, OF_WORDS, is_here, of_group, of_words};
use super::groupings::members_of_bloc;
use super::phrases::is_state;
use super::ranking::Ranking;
use super::references::Place;
use crate::sorting::sort_by;
use crate::terms::ActorId;
use std::sync::OnceLock;

/// So many lines back those who are meant may have been spoken of.
pub(super) const REACH: usize = 10;

/// So many, those who were put together: a trio stays one.
const REACH_OF_GROUPS: usize = 30;

/// Of so many actors most spoken of, every two are weighed, said together or not.
const PROMINENT: usize = 9;

/// Of so many, every three.
const MOST_PROMINENT: usize = 7;

/// More often than this tells nothing more: long texts name all their actors often.
const OFTEN: usize = 4;

/// Nobody is surer to be meant than one who is named.
const SUREST: f32 = 0.9;

/// Words for two with a noun ("the two countries"), those without ("both") and those for three and more weigh apart.
const SORTS: usize = 3;

/// What is asked of a group.
pub(super) struct Wanted<'w> {
    /// The token that heads the words.
    pub head: usize,
    /// How many; 0 asks for two or three.
    pub count: usize,
    /// Whether more may be meant, where they were put together ("each").
    pub or_more: bool,
    /// True where the words mean people ("the two leaders").
    pub persons: bool,
    /// True where only states are meant ("both capitals").
    pub states: bool,
    /// True where a noun says what they are.
    pub has_noun: bool,
    /// Who acts on the group and is none of it.
    pub excluded: &'w [ActorId],
}

/// What the text has said of one actor.
pub(super) struct Standing<'d> {
    pub actor: &'d ActorId,
    pub presence: f32,
    /// How often it was meant within reach, up to [`OFTEN`].
    pub times: usize,
    /// How often it was named of late.
    pub named: usize,
    /// The lines within reach that speak of it: bit 0 is this one, bit 1 the one before.
    pub lines: u16,
    /// Those of them where it is a subject.
    pub subject_in: u16,
    /// Whether its name follows in the clause of the words: they are mostly others.
    pub follows: bool,
    /// Whether it acts in another clause before.
    pub acts_before: bool,
}

impl<'d> Standing<'d> {
    fn new(actor: &'d ActorId, presence: f32) -> Self {
        Standing { actor, presence, times: 0, named: 0, lines: 0, subject_in: 0, follows: false, acts_before: false }
    }
}

/// A set that may be meant.
pub(super) struct Candidate {
    pub actors: Vec<ActorId>,
    /// Listed, or meant together by words before.
    pub together: bool,
    /// All, or all states, of whom a line near by speaks, so many lines back.
    pub in_line: Option<usize>,
    pub subject: bool,
    pub people: bool,
    /// Of the words that put them together.
    pub certainty: f32,
}

/// The set that is likeliest meant and how surely; `None` where it is far likelier that none of them is.
pub(super) fn choose(place: &Place, discourse: &Discourse, wanted: &Wanted) -> Option<(Vec<ActorId>, f32)> {
    let standings = standings(place, discourse, wanted.head);
    let mut candidates = candidates(place, discourse, wanted, &standings);
    let words = of_words(place, wanted, &candidates);
    let features: Vec<[usize; OF_GROUP.len()]> =
        candidates.iter().map(|one| of_group(place, discourse, wanted, &standings, one)).collect();
    #[cfg(feature = "training")]
    discourse.asked.borrow_mut().push(super::asked::Asked::of_group(place, &words, &candidates, &features));
    let sort = if wanted.count > 2 { 2 } else { usize::from(wanted.has_noun) };
    let (shares, nobody) = weights().shares(sort, &words, features.iter().map(|features| &features[..]));
    let best = (0..shares.len()).reduce(|best, other| if shares[other] > shares[best] { other } else { best })?;
    let share = shares[best];
    // A bare plural ("the combatants") does not mean those who have just acted.
    if wanted.count == 0 && is_here(&features[best]) {
        return None;
    }
    (share > LIKELY_ENOUGH * nobody).then(|| (candidates.swap_remove(best).actors, share.min(SUREST)))
}

fn weights() -> &'static Ranking<SORTS> {
    static WEIGHTS: OnceLock<Ranking<SORTS>> = OnceLock::new();
    WEIGHTS.get_or_init(|| Ranking::read(include_str!("../../models/groups.tsv"), &OF_GROUP, &OF_WORDS))
}

/// The actors spoken of within reach.
fn standings<'d>(place: &Place, discourse: &'d Discourse, head: usize) -> Vec<Standing<'d>> {
    let mut standings: Vec<Standing> = Vec::new();
    for referent in discourse.within(place.index, REACH) {
        let modifier = referent.shape == Shape::Modifier;
        let line = 1 << (place.index - referent.line);
        for actor in &referent.actors {
            let presence = discourse.presence(place.scene, referent, place.index) - if modifier { 0.2 } else { 0.0 };
            let at = standings.iter().position(|known| known.actor == actor).unwrap_or_else(|| {
                standings.push(Standing::new(actor, presence));
                standings.len() - 1
            });
            let known = &mut standings[at];
            known.presence = known.presence.max(presence);
            known.times += 1;
            known.lines |= line;
            known.subject_in |= if referent.role == Role::Subject { line } else { 0 };
        }
    }
    let own = clause(place.line, head);
    for draft in place.drafts.iter().filter(|draft| draft.shape != Shape::Modifier) {
        let Some(known) = standings.iter_mut().find(|known| *known.actor == draft.actor) else { continue };
        let same = clause(place.line, draft.head) == own;
        let after = draft.tokens.start > head;
        known.follows |= same && after;
        known.acts_before |= !same && !after && role(place.line, draft.head) == Role::Subject;
    }
    for standing in &mut standings {
        standing.named = discourse.times_named(standing.actor);
        standing.times = standing.times.min(OFTEN);
    }
    standings
}

/// The sets that may be meant, each once, as they are offered.
struct Candidates<'c> {
    place: &'c Place<'c>,
    wanted: &'c Wanted<'c>,
    all: Vec<Candidate>,
}

impl Candidates<'_> {
    /// Takes in a set of the wanted size and sort, or what is new about it.
    fn offer(&mut self, candidate: Candidate) {
        let (size, wanted) = (candidate.actors.len(), self.wanted);
        let known_together = candidate.together || candidate.in_line.is_some();
        let fits = match wanted.count {
            0 => (2..=3).contains(&size),
            count => size == count || wanted.or_more && size > count && known_together,
        };
        let fits = fits
            && !candidate.actors.iter().any(|actor| wanted.excluded.contains(actor))
            && (!wanted.states || candidate.actors.iter().all(|actor| is_state(self.place, actor)));
        if !fits {
            return;
        }
        let same = |known: &&mut Candidate| {
            known.actors.len() == size && known.actors.iter().all(|one| candidate.actors.contains(one))
        };
        match self.all.iter_mut().find(same) {
            Some(known) => {
                // The latest words that put them together come first.
                if !known.together {
                    known.certainty = candidate.certainty;
                }
                known.together |= candidate.together;
                known.subject |= candidate.subject;
                known.people |= candidate.people;
                known.in_line = known.in_line.or(candidate.in_line);
            }
            None => self.all.push(candidate),
        }
    }

    /// Those who were listed, or meant together by words before.
    fn offer_groups(&mut self, discourse: &Discourse) {
        for group in discourse.within(self.place.index, REACH_OF_GROUPS).filter(|referent| referent.actors.len() > 1) {
            let people = matches!(group.shape, Shape::Person | Shape::Woman);
            let subject = group.role == Role::Subject;
            let certainty = if group.named { 1.0 } else { group.certainty };
            let together = Candidate { together: true, subject, people, certainty, ..plain(group.actors.clone()) };
            self.offer(together);
        }
    }

    /// All of whom a line near by speaks, or all of its states.
    fn offer_lines(&mut self, discourse: &Discourse) {
        for back in 0..=2 {
            let Some(line) = self.place.index.checked_sub(back) else { break };
            let end = if back == 0 { self.place.at } else { usize::MAX };
            let mut actors = discourse.actors_before(line, end);
            actors.retain(|actor| !self.wanted.excluded.contains(actor));
            self.offer(Candidate { in_line: Some(back), ..plain(actors.clone()) });
            actors.retain(|actor| is_state(self.place, actor));
            self.offer(Candidate { in_line: Some(back), ..plain(actors) });
        }
    }

    /// The members of blocs.
    fn offer_blocs(&mut self, discourse: &Discourse) {
        for bloc in discourse.recent(self.place.index).filter_map(Referent::single) {
            if let Some(members) = members_of_bloc(self.place.scene, bloc) {
                self.offer(plain(members));
            }
        }
    }

    /// Every two or three of those who are most spoken of.
    fn offer_prominent(&mut self, standings: &[Standing]) {
        let mut ranked: Vec<(f32, &ActorId)> = standings
            .iter()
            .filter(|standing| !self.wanted.excluded.contains(standing.actor))
            .filter(|standing| !self.wanted.states || is_state(self.place, standing.actor))
            .map(|standing| {
                let times = (standing.times + standing.named.min(OFTEN)).min(12);
                (standing.presence + 0.1 * times as f32, standing.actor)
            })
            .collect();
        sort_by(&mut ranked, |a, b| b.0.total_cmp(&a.0));
        let count = if self.wanted.count == 0 { 2 } else { self.wanted.count };
        match count {
            2 => ranked.truncate(PROMINENT),
            3 => ranked.truncate(MOST_PROMINENT),
            _ => return,
        }
        for first in 0..ranked.len() {
            for second in first + 1..ranked.len() {
                let pair = vec![ranked[first].1.clone(), ranked[second].1.clone()];
                if count == 2 {
                    self.offer(plain(pair));
                    continue;
                }
                for third in &ranked[second + 1..] {
                    let mut three = pair.clone();
                    three.push(third.1.clone());
                    self.offer(plain(three));
                }
            }
        }
    }
}

fn candidates(place: &Place, discourse: &Discourse, wanted: &Wanted, standings: &[Standing]) -> Vec<Candidate> {
    let mut candidates = Candidates { place, wanted, all: Vec::new() };
    candidates.offer_groups(discourse);
    candidates.offer_lines(discourse);
    candidates.offer_blocs(discourse);
    candidates.offer_prominent(standings);
    candidates.all
}

/// Actors of whom nothing tells that they belong together.
fn plain(actors: Vec<ActorId>) -> Candidate {
    Candidate { actors, together: false, in_line: None, subject: false, people: false, certainty: 0.0 }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_value_of_every_feature_has_its_weights() {
        super::weights();
    }
}
