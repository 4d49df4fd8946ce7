//! From the lead of a list ("The ministers:") to the actor of items that begin with their verb ("condemned the launch;").

use super::How;
use super::discourse::Discourse;
use super::draft::{Draft, Shape};
use super::grammar::Role;
use super::scene::Line;
use crate::syntax::Upos;

/// Adds the actors of the lead at the verb of an item without a subject.
pub(super) fn add(line: &Line, index: usize, discourse: &mut Discourse, bound: &mut Vec<Draft>) {
    let Some(lead) = discourse.lead.clone() else { return };
    match verb_of_item(line) {
        Some(verb) => bound.extend(lead.into_iter().map(|actor| Draft {
            shape: Shape::Several,
            ..Draft::new(index, verb..verb + 1, actor, How::Phrase, 0.7)
        })),
        None => discourse.lead = None,
    }
}

/// Remembers who acts in a line that ends with a colon.
pub(super) fn remember(line: &Line, index: usize, discourse: &mut Discourse) {
    if line.word(line.len().wrapping_sub(1)) != ":" {
        return;
    }
    let here = || discourse.recent(index).filter(|referent| referent.line == index && !referent.actors.is_empty());
    let subject = here().filter(|referent| referent.role == Role::Subject).max_by_key(|referent| referent.actors.len());
    let lead = subject.or_else(|| here().max_by_key(|referent| referent.actors.len()));
    discourse.lead = lead.map(|referent| referent.actors.clone());
}

/// The finite verb at the head of the line, after a number or a bullet, if it has no subject.
fn verb_of_item(line: &Line) -> Option<usize> {
    let skip = |at: &usize| matches!(line.upos(*at), Some(Upos::Punct | Upos::Num | Upos::Sym | Upos::Adv));
    let verb = (0..line.len().min(4)).find(|at| !skip(at))?;
    let has_subject = (0..line.len()).any(|at| line.words[at].head == verb && line.relation(at) == "nsubj");
    (line.upos(verb) == Some(Upos::Verb) && line.words[verb].xpos != "VBG" && !has_subject).then_some(verb)
}
