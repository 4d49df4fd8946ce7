//! From how many are meant ("both", "the three") to the actors who are: every likely set is weighed, the heaviest is taken.

use super::discourse::{Discourse, Referent};
use super::draft::Shape;
use super::grammar::Role;
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

/// What is asked of a group.
pub(super) struct Wanted<'w> {
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
    /// Whether the line has spoken of it already.
    here: bool,
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
    let standings = standings(place, discourse);
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
    let here = actors.iter().all(|actor| standings.iter().any(|known| known.actor == actor && known.here));
    let again = candidate.together && discourse.times_together(&actors) > 2;
    // As a share of right bindings, measured on annotated passages.
    let margin = top - second;
    let certainty = match (margin > 1.0, here, candidate.together) {
        // A bare plural ("the combatants") seldom means those who have just acted.
        (_, true, _) if wanted.count == 0 => 0.45,
        (true, true, _) => 0.85,
        (true, false, true) => 0.7,
        (false, false, true) if again => 0.55,
        (true, false, false) if margin > 2.0 || candidate.in_line && margin > 1.5 => 0.6,
        _ => 0.45,
    };
    Some((actors, certainty))
}

/// The actors spoken of within reach.
fn standings<'d>(place: &Place, discourse: &'d Discourse) -> Vec<Standing<'d>> {
    let mut standings: Vec<Standing> = Vec::new();
    for referent in discourse.within(place.index, REACH) {
        let modifier = referent.shape == Shape::Modifier;
        for actor in &referent.actors {
            let presence = discourse.presence(place.scene, referent, place.index) - if modifier { 0.2 } else { 0.0 };
            let here = referent.line == place.index;
            match standings.iter_mut().find(|known| known.actor == actor) {
                Some(known) => {
                    known.presence = known.presence.max(presence);
                    known.times += 1;
                    known.here |= here;
                }
                None => standings.push(Standing { actor, presence, times: 1, named: 0, here }),
            }
        }
    }
    for standing in &mut standings {
        standing.named = discourse.times_named(standing.actor).min(OFTEN);
        standing.times = standing.times.min(OFTEN);
    }
    standings
}

fn candidates(place: &Place, discourse: &Discourse, wanted: &Wanted, standings: &[Standing]) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    let fits = |actors: &[ActorId]| {
        let size = actors.len();
        (if wanted.count == 0 { (2..=3).contains(&size) } else { size == wanted.count })
            && !actors.iter().any(|actor| wanted.excluded.contains(actor))
            && (!wanted.states || actors.iter().all(|actor| is_state(place, actor)))
    };
    let mut offer = |candidate: Candidate| {
        if !fits(&candidate.actors) {
            return;
        }
        let same = |known: &&mut Candidate| {
            known.actors.len() == candidate.actors.len()
                && known.actors.iter().all(|one| candidate.actors.contains(one))
        };
        match all.iter_mut().find(same) {
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
            None => all.push(candidate),
        }
    };
    let plain = |actors: Vec<ActorId>| Candidate {
        actors,
        together: false,
        in_line: false,
        subject: false,
        people: false,
        certainty: 0.0,
    };
    for group in discourse.within(place.index, REACH).filter(|referent| referent.actors.len() > 1) {
        let people = matches!(group.shape, Shape::Person | Shape::Woman);
        let subject = group.role == Role::Subject;
        let certainty = if group.named { 1.0 } else { group.certainty };
        offer(Candidate { together: true, subject, people, certainty, ..plain(group.actors.clone()) });
    }
    for back in 0..=2 {
        let Some(line) = place.index.checked_sub(back) else { break };
        let end = if back == 0 { place.at } else { usize::MAX };
        let mut actors = discourse.actors_before(line, end);
        actors.retain(|actor| !wanted.excluded.contains(actor));
        offer(Candidate { in_line: true, ..plain(actors.clone()) });
        actors.retain(|actor| is_state(place, actor));
        offer(Candidate { in_line: true, ..plain(actors) });
    }
    for bloc in discourse.recent(place.index).filter_map(Referent::single) {
        if let Some(members) = members_of_bloc(place.scene, bloc) {
            offer(plain(members));
        }
    }
    let mut ranked: Vec<(f32, &ActorId)> = standings
        .iter()
        .filter(|standing| !wanted.excluded.contains(standing.actor))
        .filter(|standing| !wanted.states || is_state(place, standing.actor))
        .map(|standing| (standing.presence + 0.1 * (standing.times + standing.named).min(12) as f32, standing.actor))
        .collect();
    sort_by(&mut ranked, |a, b| b.0.total_cmp(&a.0));
    ranked.truncate(PROMINENT);
    let count = if wanted.count == 0 { 2 } else { wanted.count };
    if count == 2 || count == 3 {
        for first in 0..ranked.len() {
            for second in first + 1..ranked.len() {
                let pair = vec![ranked[first].1.clone(), ranked[second].1.clone()];
                if count == 2 {
                    offer(plain(pair));
                    continue;
                }
                for third in &ranked[second + 1..] {
                    let mut three = pair.clone();
                    three.push(third.1.clone());
                    offer(plain(three));
                }
            }
        }
    }
    all
}

/// How likely the set is meant: weights fitted to annotated passages, whose claims tell who took part.
fn weight(discourse: &Discourse, wanted: &Wanted, standings: &[Standing], candidate: &Candidate) -> f32 {
    let of = |actor: &ActorId| standings.iter().find(|standing| standing.actor == actor);
    let members: Vec<Option<&Standing>> = candidate.actors.iter().map(of).collect();
    let values = |value: fn(&Standing) -> f32| members.iter().map(move |member| member.map_or(-2.0, value));
    let least = |value: fn(&Standing) -> f32| values(value).fold(f32::INFINITY, f32::min);
    let most = |value: fn(&Standing) -> f32| values(value).fold(f32::NEG_INFINITY, f32::max);
    let flag = |value: bool| f32::from(u8::from(value));
    // Said together just now, with few others beside them.
    let here = members.iter().all(|member| member.is_some_and(|standing| standing.here));
    let others =
        standings.iter().filter(|standing| standing.here && !candidate.actors.contains(standing.actor)).count();
    let alone = if here { 4 - others.min(4) } else { 0 };
    let together = flag(candidate.together);
    let people = flag(candidate.together && candidate.people == wanted.persons);
    let times = discourse.times_together(&candidate.actors).min(6);
    2.76 * candidate.certainty - 1.64 * together
        + 0.29 * flag(candidate.subject)
        + 0.2 * people
        + 0.26 * times as f32
        + 0.26 * flag(candidate.in_line)
        + 0.51 * least(|standing| standing.presence).max(-2.0)
        + 1.38 * most(|standing| standing.presence)
        - 0.05 * least(|standing| standing.times as f32)
        + 0.94 * least(|standing| standing.named as f32)
        + 0.48 * most(|standing| standing.named as f32)
        + 0.86 * alone as f32
}
