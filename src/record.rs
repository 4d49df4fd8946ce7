//! From actor ids to what the tables say of them: names, places, members, treaties.

use crate::analysis::*;
use crate::lexicon::{ActorKind, Date, Lexicon};
use crate::sorting::set_of;
use crate::terms::ActorId;

/// The actors that mentions and claims speak of, in the order of their ids.
pub(crate) fn actors(
    mentions: &[MentionView],
    claims: &[ClaimView],
    documents: &[DocumentView],
    lexicon: &Lexicon,
) -> Vec<Actor> {
    let latest = documents.iter().filter_map(|document| Date::parse(document.date.as_deref()?)).max();
    let mentioned = mentions.iter().map(|mention| &mention.actor);
    let ids = set_of(mentioned.chain(claims.iter().flat_map(|claim| [&claim.source, &claim.target])));
    ids.into_iter().map(|id| actor(id, latest, lexicon)).collect()
}

/// The treaties and memberships among those actors.
pub(crate) fn among(actors: &[Actor], lexicon: &Lexicon) -> Record {
    let ids = set_of(actors.iter().map(|actor| &actor.id));
    let treaties =
        lexicon.treaties().iter().filter(|treaty| treaty.parties.iter().filter(|id| ids.contains(id)).count() > 1);
    let memberships = actors.iter().flat_map(|actor| lexicon.members_of(actor.id.as_str(), None));
    Record {
        treaties: treaties
            .map(|treaty| TreatyView {
                name: treaty.name.to_string(),
                parties: treaty.parties.clone(),
                signed: treaty.period.from.map(|date| date.to_string()),
                ended: treaty.period.to.map(|date| date.to_string()),
                source: treaty.source.to_string(),
            })
            .collect(),
        memberships: memberships
            .filter(|row| ids.contains(&row.member))
            .map(|row| MembershipView {
                organisation: row.organisation.clone(),
                member: row.member.clone(),
                from: row.period.from.map(|date| date.to_string()),
                to: row.period.to.map(|date| date.to_string()),
                grade: row.grade.to_string(),
            })
            .collect(),
    }
}

fn actor(id: &ActorId, date: Option<Date>, lexicon: &Lexicon) -> Actor {
    let record = lexicon.actor(id.as_str());
    let place = record.and_then(|record| record.place);
    let full_members = |date| -> Vec<_> {
        let rows = lexicon.members_of(id.as_str(), date).filter(|row| row.grade.is_empty());
        let members = set_of(rows.map(|row| row.member.clone()));
        members.into_iter().collect()
    };
    let members = Some(full_members(date)).filter(|members| !members.is_empty());
    Actor {
        id: id.clone(),
        name: record.map_or_else(|| id.to_string(), |record| record.name.to_string()),
        kind: record.map_or(ActorKind::Other, |record| record.kind),
        latitude: place.map(|(north, _)| north),
        longitude: place.map(|(_, east)| east),
        members: members.unwrap_or_else(|| full_members(None)),
    }
}
