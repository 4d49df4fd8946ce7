//! From how many are meant ("both", "the three") to the actors who are: every likely set is weighed, the heaviest is taken.

use super::discourse::{Discourse, Referent};
use super::draft::Shape;
use super::grammar::{Role, clause, role};
use super::groupings::members_of_bloc;
use super::phrases::is_state;
use super::references::Place;
use crate::sorting::sort_by;
use crate::terms::ActorId;

/// So many lines back a group may have been named.
pub(super) const REACH: usize = 10;

/// Of so many actors most spoken of, every set of the wanted size is weighed, said together or not.
const PROMINENT: usize = 6;

/// More often than this tells nothing more: long texts name all their actors often.
const OFTEN: usize = 4;

/// As [`OFTEN`], for the member most often named.
const VERY_OFTEN: usize = 16;

/// What is asked of a group.
pub(super) struct Wanted<'w> {
    /// The token that heads the words.
    pub head: usize,
    /// How many; 0 asks for two or three.
    pub count: usize,
    /// True where the words mean people ("the two leaders").
    pub persons: bool,
    /// True where only states are meant ("both capitals").
    pub states: bool,
    /// Who acts on the group and is none of it.
    pub excluded: &'w [ActorId],
}

/// What the text has said of one actor.
struct Standing<'d> {
    actor: &'d ActorId,
    presence: f32,
    /// How often it was meant within reach.
    times: usize,
    /// How often it was named of late.
    named: usize,
    /// The lines within reach that speak of it: bit 0 is this one, bit 1 the one before.
    lines: u16,
    /// Those of them where it is a subject.
    subject_in: u16,
    /// Whether its name follows in the clause of the words: they are mostly others.
    follows: bool,
    /// Whether it acts in another clause before.
    acts_before: bool,
}

impl<'d> Standing<'d> {
    fn new(actor: &'d ActorId, presence: f32) -> Self {
        Standing { actor, presence, times: 0, named: 0, lines: 0, subject_in: 0, follows: false, acts_before: false }
    }

    /// Whether the line has spoken of it already.
    fn is_here(&self) -> bool {
        self.lines & 1 != 0
    }
}

/// A set that may be meant.
struct Candidate {
    actors: Vec<ActorId>,
    /// Listed, or meant together by words before.
    together: bool,
    /// All that a line near by speaks of.
    in_line: bool,
    subject: bool,
    people: bool,
    /// Of the words that put them together.
    certainty: f32,
}

/// The set that fits best and how surely it is meant.
pub(super) fn choose(place: &Place, discourse: &Discourse, wanted: &Wanted) -> Option<(Vec<ActorId>, f32)> {
    let standings = standings(place, discourse, wanted.head);
    let mut best: Option<(f32, Candidate)> = None;
    let mut second = f32::NEG_INFINITY;
    for candidate in candidates(place, discourse, wanted, &standings) {
        let weight = weight(discourse, wanted, &standings, &candidate);
        match &best {
            Some((top, _)) if weight <= *top => second = second.max(weight),
            _ => {
                second = best.as_ref().map_or(second, |(top, _)| *top);
                best = Some((weight, candidate));
            }
        }
    }
    let (top, candidate) = best?;
    let actors = candidate.actors;
    let here = actors.iter().all(|actor| standings.iter().any(|known| known.actor == actor && known.is_here()));
    // As a share of right bindings, measured on annotated passages.
    let margin = top - second;
    let certainty = match (here, candidate.together) {
        // A bare plural ("the combatants") needs more to go by, and seldom means those who have just acted.
        (false, true) if wanted.count == 0 && margin > 1.0 => 0.7,
        _ if wanted.count == 0 => 0.45,
        // Of six or more, some are named apart and others left out.
        _ if actors.len() > 5 => 0.55,
        _ if margin > 3.0 => 0.85,
        // Of three who were never listed one is easily another.
        (_, false) if actors.len() > 2 && margin < 1.0 => 0.45,
        (true, _) => 0.75,
        _ if margin > 2.0 => 0.7,
        _ if margin > 1.0 => 0.6,
        (false, false) if margin > 0.5 => 0.5,
        _ => 0.45,
    };
    Some((actors, certainty))
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
        let fits = (if wanted.count == 0 { (2..=3).contains(&size) } else { size == wanted.count })
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
                known.in_line |= candidate.in_line;
            }
            None => self.all.push(candidate),
        }
    }

    /// Those who were listed, or meant together by words before.
    fn offer_groups(&mut self, discourse: &Discourse) {
        for group in discourse.within(self.place.index, REACH).filter(|referent| referent.actors.len() > 1) {
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
            self.offer(Candidate { in_line: true, ..plain(actors.clone()) });
            actors.retain(|actor| is_state(self.place, actor));
            self.offer(Candidate { in_line: true, ..plain(actors) });
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
        ranked.truncate(PROMINENT);
        let count = if self.wanted.count == 0 { 2 } else { self.wanted.count };
        if count != 2 && count != 3 {
            return;
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
    Candidate { actors, together: false, in_line: false, subject: false, people: false, certainty: 0.0 }
}

/// How likely the set is meant: weights fitted to annotated passages, whose claims tell who took part.
fn weight(discourse: &Discourse, wanted: &Wanted, standings: &[Standing], candidate: &Candidate) -> f32 {
    let of = |actor: &ActorId| standings.iter().find(|standing| standing.actor == actor);
    let members: Vec<Option<&Standing>> = candidate.actors.iter().map(of).collect();
    let values = |value: fn(&Standing) -> f32| members.iter().map(move |member| member.map_or(-2.0, value));
    let least = |value: fn(&Standing) -> f32| values(value).fold(f32::INFINITY, f32::min);
    let most = |value: fn(&Standing) -> f32| values(value).fold(f32::NEG_INFINITY, f32::max);
    let any = |value: fn(&Standing) -> bool| flag(members.iter().flatten().any(|member| value(member)));
    let shared =
        |lines: fn(&Standing) -> u16| members.iter().fold(u16::MAX, |shared, member| shared & member.map_or(0, lines));
    let lines = shared(|standing| standing.lines);
    let here = lines & 1 != 0;
    let together = flag(candidate.together);
    let people = flag(candidate.together && candidate.people == wanted.persons);
    let times = discourse.times_together(&candidate.actors).min(6);
    1.87 * candidate.certainty - 1.06 * together - 1.32 * together * flag(here)
        + 0.22 * flag(candidate.subject)
        + 0.33 * people
        + 0.37 * times as f32
        + 0.35 * flag(candidate.in_line)
        + 0.49 * least(|standing| standing.presence).max(-2.0)
        + 0.59 * most(|standing| standing.presence)
        + 0.2 * least(|standing| standing.times as f32).max(0.0)
        + 0.42 * least(|standing| standing.named.min(OFTEN) as f32).max(0.0)
        + 0.21 * most(|standing| standing.named.min(OFTEN) as f32).max(0.0)
        + 0.54 * most(|standing| standing.named.min(VERY_OFTEN) as f32).max(0.0).sqrt()
        + 0.38 * lines.count_ones().min(5) as f32
        + 0.5 * flag(shared(|standing| standing.subject_in) & 2 != 0)
        - 0.45 * any(|standing| standing.follows)
        - 0.29 * any(|standing| standing.acts_before)
}

fn flag(value: bool) -> f32 {
    f32::from(u8::from(value))
}
