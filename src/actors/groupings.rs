//! From names of sets of countries ("the Nordics") to the countries: texts speak of the members, not of a body.

use super::draft::{Draft, Shape};
use super::scene::Scene;
use crate::lexicon::{ActorKind, Date};
use crate::terms::ActorId;

/// The members of a set of countries that is no body of its own; `None` for organisations, pacts and all others.
pub(super) fn members_of_bloc(scene: &Scene, actor: &ActorId) -> Option<Vec<ActorId>> {
    let record = scene.lexicon.actor(actor.as_str())?;
    let set = record.kind == ActorKind::Bloc && record.descriptors().any(|word| word == "countries");
    let date = scene.year.and_then(|year| u16::try_from(year).ok()).map(Date::year);
    let members: Vec<_> = scene.lexicon.members_of(actor.as_str(), date).map(|row| row.member.clone()).collect();
    (set && (2..=8).contains(&members.len())).then_some(members)
}

/// Puts a mention per member in the place of a mention of such a set.
pub(super) fn spread(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut spread = Vec::with_capacity(drafts.len());
    for draft in drafts.drain(..) {
        match members_of_bloc(scene, &draft.actor) {
            Some(members) => spread.extend(members.into_iter().map(|actor| Draft {
                actor,
                shape: Shape::Several,
                certainty: draft.certainty.min(0.8),
                ..draft.clone()
            })),
            None => spread.push(draft),
        }
    }
    *drafts = spread;
}
