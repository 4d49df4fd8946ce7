//! From "its neighbour", "Beijing's ally" to the other party that is meant: the latest who is not the owner.

use super::discourse::{Discourse, Referent};
use super::phrases::{MODIFIERS, is_state, single, subjects_of_clause};
use super::references::{Binding, Place};
use super::word_classes::{Class, is};
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back the other party may have been named.
const REACH: usize = 2;

/// Neighbours lie within some fifty degrees, by [`distance`].
const FAR: f32 = 3100.0;

/// "Its neighbour", "Beijing's ally": another party, the latest who is not the owner.
pub(super) fn other_party(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    if !is(place.word(0), Class::NeighbourNoun) || line.upos(place.at) != Some(Upos::Noun) {
        return None;
    }
    let (start, owner) = owner(place, discourse)?;
    if is_named_after(place) {
        return None;
    }
    let neighbour = matches!(place.word(0), "neighbour" | "neighbor");
    let mut others = others(place, discourse, &owner);
    if neighbour {
        // "Its northern neighbour" lies near, and north.
        let direction = (start + 1..place.at).map(|at| line.word(at)).find(|word| word.ends_with("ern")).unwrap_or("");
        others.retain_mut(|other| {
            let distances = owner.iter().filter_map(|owner| distance(place, owner, direction, other.actor));
            let Some(nearest) = distances.reduce(f32::min) else { return false };
            other.presence -= nearest / FAR;
            nearest < FAR
        });
    }
    let best = others.iter().reduce(|best, other| if other.presence > best.presence { other } else { best })?;
    // As a share of right bindings, measured on annotated passages.
    let certainty = match others.len() {
        1 => 0.7,
        _ if best.line == place.index && neighbour => 0.6,
        _ if neighbour => 0.5,
        _ if best.line == place.index => 0.45,
        _ => 0.4,
    };
    let mut binding = single(place, place.at + 1, best.actor.clone(), certainty);
    binding.tokens.start = start;
    Some(binding)
}

/// Where the phrase begins and whose the noun at the place is.
fn owner(place: &Place, discourse: &Discourse) -> Option<(usize, Vec<ActorId>)> {
    let line = place.line;
    let mut start = place.at;
    loop {
        start = start.checked_sub(1)?;
        if matches!(line.word(start), "its" | "their" | "his" | "her" | "our") {
            let is_here = |referent: &&Referent| referent.line == place.index && referent.at == start;
            return Some((start, discourse.recent(place.index).find(is_here)?.actors.clone()));
        }
        if line.is_possessive(start) {
            let draft = place.draft_at(start.checked_sub(1)?)?;
            return Some((draft.tokens.start, vec![draft.actor.clone()]));
        }
        if place.at - start > MODIFIERS || !line.modifies(start) || place.draft_at(start).is_some() {
            return None;
        }
    }
}

/// "Its neighbour Vietnam", "its neighbour, Vietnam, " name it.
fn is_named_after(place: &Place) -> bool {
    let (line, next) = (place.line, place.at + 1);
    let apposed = || place.draft_at(next + 1).is_some_and(|draft| line.word(draft.tokens.end) == ",");
    place.draft_at(next).is_some() && !matches!(line.word(next), "in" | "to")
        || line.word(next) == "," && apposed()
        || matches!(line.upos(next), Some(Upos::Noun | Upos::Propn))
}

/// A state that may be the other party.
struct Other<'d> {
    actor: &'d ActorId,
    line: usize,
    presence: f32,
}

/// The states of late that are neither the owner nor act on the other party: "Germany declared war on Serbia's patron".
fn others<'d>(place: &Place, discourse: &'d Discourse, owner: &[ActorId]) -> Vec<Other<'d>> {
    let acting = subjects_of_clause(place, discourse, place.at);
    let mut others: Vec<Other> = Vec::new();
    for referent in discourse.within(place.index, REACH) {
        for actor in &referent.actors {
            let known = others.iter().any(|other| other.actor == actor);
            if !known && !owner.contains(actor) && !acting.contains(actor) && is_state(place, actor) {
                let presence = discourse.presence(place.scene, referent, place.index);
                let presence = presence + 0.1 * discourse.times_named(actor).min(6) as f32;
                others.push(Other { actor, line: referent.line, presence });
            }
        }
    }
    others
}

/// How far one capital lies from another, as a square of degrees; states are wider than high. `None` where it lies on another
/// side than the word says.
fn distance(place: &Place, owner: &ActorId, direction: &str, other: &ActorId) -> Option<f32> {
    let of = |actor: &ActorId| place.scene.lexicon.actor(actor.as_str()).and_then(|record| record.place);
    let (Some((south, west)), Some((latitude, longitude))) = (of(owner), of(other)) else { return Some(0.0) };
    let (north, east) = (latitude - south, longitude - west);
    let side = match direction {
        "northern" => north > 0.0,
        "southern" => north < 0.0,
        "eastern" => east > 0.0,
        "western" => east < 0.0,
        _ => true,
    };
    side.then_some((north * north + 0.25 * east * east) as f32)
}
