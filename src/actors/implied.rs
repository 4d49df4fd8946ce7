//! From a line whose mentions are bound to the party that it leaves unsaid: "talks collapsed", "the pact", a pronoun that
//! nothing bound. Such a mention is never sure.

use super::How;
use super::discourse::Discourse;
use super::draft::{Draft, Shape};
use super::scene::{Line, Scene};
use super::word_classes::{Class, is};
use crate::lexicon::ActorKind;
use crate::syntax::Upos;
use crate::terms::ActorId;

/// So many lines back the party may have been spoken of.
const REACH: usize = 3;

/// Lines that name more parties than this leave none unsaid.
const MOST_NAMED: usize = 2;

/// Shorter lines state no relationship.
const FEWEST_WORDS: usize = 5;

/// As a share of right bindings, measured on annotated sentences.
const CERTAINTY: f32 = 0.3;

/// Adds whoever is most present to the reader and not spoken of in the line, at the word that most likely means it.
pub(super) fn add(scene: &Scene, index: usize, drafts: &[Draft], discourse: &Discourse, bound: &mut Vec<Draft>) {
    let line = &scene.lines[index];
    if line.titled || line.len() < FEWEST_WORDS {
        return;
    }
    let from = bound.partition_point(|draft| draft.line < index);
    let here: Vec<&Draft> = drafts.iter().chain(&bound[from..]).collect();
    let organisation = |draft: &&Draft| is_organisation(scene, &draft.actor);
    if !here.iter().any(|draft| organisation(draft))
        && let Some(draft) = unnamed_body(scene, index, discourse)
    {
        bound.push(draft);
        return;
    }
    let mut named: Vec<&ActorId> = here.iter().map(|draft| &draft.actor).collect();
    named.sort();
    named.dedup();
    if named.len() > MOST_NAMED {
        return;
    }
    let Some((at, how)) = anchor(line, &here) else { return };
    let parties = most_present(scene, index, discourse, &named);
    let relationship = how == How::Phrase && is(line.word(at), Class::RelationshipNoun);
    let wanted = if relationship && named.len() < 2 { 2 - named.len() } else { 1 };
    for actor in parties.into_iter().take(wanted) {
        let mut draft = Draft::new(index, at..at + 1, actor, how, CERTAINTY);
        draft.shape = Shape::Thing;
        bound.push(draft);
    }
}

/// The word that may stand for a party not named: a pronoun that nothing bound, or the name of a relationship.
fn anchor(line: &Line, here: &[&Draft]) -> Option<(usize, How)> {
    let covered = |at: usize| here.iter().any(|draft| draft.tokens.contains(&at));
    let first = |fits: &dyn Fn(usize) -> bool| (0..line.len()).find(|&at| !covered(at) && fits(at));
    let pronoun = |at: usize| {
        matches!(line.word(at), "it" | "its" | "they" | "them" | "their" | "he" | "his" | "she")
            && line.relation(at) != "expl"
    };
    let relationship = |at: usize| line.upos(at) == Some(Upos::Noun) && is(line.word(at), Class::RelationshipNoun);
    first(&pronoun).map(|at| (at, How::Pronoun)).or_else(|| first(&relationship).map(|at| (at, How::Phrase)))
}

/// The parties spoken of just before and not in the line, most present first.
fn most_present(scene: &Scene, index: usize, discourse: &Discourse, named: &[&ActorId]) -> Vec<ActorId> {
    let mut ranked: Vec<(f32, &ActorId)> = Vec::new();
    for referent in discourse.within(index, REACH).filter(|referent| referent.line < index) {
        for actor in referent.actors.iter().filter(|actor| !named.contains(actor)) {
            let presence = discourse.presence(scene, referent, index, 0);
            match ranked.iter_mut().find(|(_, known)| *known == actor) {
                Some((top, _)) => *top = top.max(presence),
                None => ranked.push((presence, actor)),
            }
        }
    }
    for (score, actor) in &mut ranked {
        *score += 0.1 * discourse.times_named(actor).min(6) as f32;
        // What acts is more often a state.
        *score -= if is_organisation(scene, actor) { 0.3 } else { 0.0 };
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.into_iter().map(|(_, actor)| actor.clone()).collect()
}

/// Who joins, leaves or is admitted without an organisation's name does so to the one spoken of last.
fn unnamed_body(scene: &Scene, index: usize, discourse: &Discourse) -> Option<Draft> {
    let line = &scene.lines[index];
    let joins = |at: &usize| is(&line.words[*at].lemma, Class::MembershipWord);
    let at = (0..line.len())
        .find(|at| joins(at) && !line.modifies(*at) || joins(at) && line.upos(*at) == Some(Upos::Noun))?;
    let body = |actor: &&ActorId| is_organisation(scene, actor);
    let actor = discourse.recent(index).find_map(|referent| referent.single().filter(body))?;
    Some(Draft::new(index, at..at + 1, actor.clone(), How::Phrase, 0.4))
}

fn is_organisation(scene: &Scene, actor: &ActorId) -> bool {
    let record = scene.lexicon.actor(actor.as_str());
    record.is_some_and(|record| matches!(record.kind, ActorKind::Organisation | ActorKind::Bloc))
}
