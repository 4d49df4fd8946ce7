//! From named mentions to mentions of whatever refers back to them, reading on word by word as a person does.

use super::How;
use super::discourse::{Discourse, Referent};
use super::draft::{Draft, Shape};
use super::grammar::{Role, clause, role};
use super::scene::{Line, Scene};
use super::word_classes::{Class, is};
use super::{authors, elided, implied_bodies, phrases, pronouns, relationships};
use crate::syntax::Upos;
use crate::terms::ActorId;
use std::ops::Range;

/// Words bound to whom they refer to.
pub(super) struct Binding {
    pub tokens: Range<usize>,
    pub head: usize,
    pub actors: Vec<ActorId>,
    pub how: How,
    pub shape: Shape,
    pub certainty: f32,
}

/// Adds the mentions that refer back, and returns what the text spoke of. `drafts` are in text order.
pub(super) fn bind(scene: &Scene, drafts: &mut Vec<Draft>) -> Discourse {
    let mut discourse = Discourse { author: authors::find(scene, drafts), ..Discourse::default() };
    let mut bound = Vec::new();
    let mut next = 0;
    for index in 0..scene.lines.len() {
        let start = next;
        while drafts.get(next).is_some_and(|draft| draft.line == index) {
            next += 1;
        }
        bind_line(scene, index, &drafts[start..next], &mut discourse, &mut bound);
    }
    drafts.append(&mut bound);
    discourse
}

fn bind_line(scene: &Scene, index: usize, drafts: &[Draft], discourse: &mut Discourse, bound: &mut Vec<Draft>) {
    let line = &scene.lines[index];
    elided::add(line, index, discourse, bound);
    let mut covered = vec![false; line.len()];
    for draft in drafts {
        covered[draft.name.clone()].fill(true);
        covered[draft.head] = true;
    }
    let mut at = 0;
    let mut next = 0;
    while at < line.len() {
        while drafts.get(next).is_some_and(|draft| draft.tokens.start <= at) {
            introduce(line, drafts, next, discourse);
            next += 1;
        }
        if covered[at] {
            at += 1;
            continue;
        }
        let place = Place { scene, line, index, at, drafts };
        let binding = pronouns::bind(&place, discourse)
            .or_else(|| phrases::bind(&place, discourse))
            .or_else(|| relationships::bind(&place, discourse))
            .or_else(|| implied_bodies::bind(&place, discourse));
        match binding {
            Some(binding) => {
                let after = binding.tokens.end.max(at + 1);
                push(line, index, binding, discourse, bound);
                at = after;
            }
            None => {
                introduce_thing(line, index, at, discourse);
                at += 1;
            }
        }
    }
    elided::remember(line, index, discourse);
    if (0..3).any(|at| line.word(at) == "we" && line.word(at + 1) == ",") {
        // "We, the heads of state of the alliance": the body itself speaks.
        let speaks = |referent: &&Referent| {
            referent.actors.len() > 1 || referent.single().is_some_and(|actor| phrases::is_body(scene, actor))
        };
        let group = discourse
            .recent(index)
            .filter(|referent| referent.line == index)
            .filter(speaks)
            .max_by_key(|referent| referent.actors.len());
        discourse.authors = group.map(|group| group.actors.clone());
    }
}

/// Where the resolver stands.
pub(super) struct Place<'s> {
    pub scene: &'s Scene<'s>,
    pub line: &'s Line<'s>,
    pub index: usize,
    pub at: usize,
    /// The named mentions of the line.
    pub drafts: &'s [Draft],
}

impl Place<'_> {
    /// The lower-case word `ahead` tokens on.
    pub fn word(&self, ahead: usize) -> &str {
        self.line.word(self.at + ahead)
    }

    /// The named mention that covers the token.
    pub fn draft_at(&self, token: usize) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.tokens.contains(&token))
    }
}

/// Makes a named mention known, and the list that it completes.
fn introduce(line: &Line, drafts: &[Draft], at: usize, discourse: &mut Discourse) {
    let draft = &drafts[at];
    let referent = Referent::of_draft(line, draft);
    discourse.referents.push(referent.clone());
    let Some(before) = at.checked_sub(1).map(|before| &drafts[before]) else { return };
    if !listed_together(line, before, draft) {
        return;
    }
    // The list so far: a group that ends with the mention before, or that mention alone.
    let known = discourse.referents.len() - 1;
    let list = (known.saturating_sub(2)..known).rev().find(|&list| {
        let list = &discourse.referents[list];
        list.line == draft.line && list.actors.last() == Some(&before.actor)
    });
    let Some(list) = list else { return };
    let mut group = discourse.referents[list].clone();
    group.listed = false;
    let grows = group.actors.len() > 1;
    discourse.referents[list].listed = true;
    discourse.referents[known].listed = true;
    if !group.actors.contains(&draft.actor) {
        group.actors.push(draft.actor.clone());
    }
    let person = |shape: Shape| matches!(shape, Shape::Person | Shape::Woman);
    if !(person(group.shape) && person(referent.shape)) {
        group.shape = Shape::Several;
    }
    if referent.role < group.role && group.role == Role::Modifier {
        group.role = referent.role;
    }
    if grows {
        discourse.referents.remove(list);
    }
    discourse.referents.push(group);
}

/// Whether only commas, "and" and the like stand between two names.
pub(super) fn listed_together(line: &Line, first: &Draft, second: &Draft) -> bool {
    let between = first.name.end..second.name.start;
    if first.line != second.line || first.actor == second.actor || between.len() > 4 {
        return false;
    }
    if first.tokens == second.tokens {
        return true;
    }
    // "... to the World Bank, and Doha pledged" goes on with another clause.
    let modifier = first.how == How::Demonym && line.modifies(first.head) && first.tokens.len() == first.name.len();
    if !modifier && line.relation(second.head) == "nsubj" && role(line, first.head) != Role::Subject {
        return false;
    }
    if between.is_empty() {
        return false;
    }
    let mut joins = false;
    for at in between {
        match line.word(at) {
            "and" | "or" | "&" | "/" | "nor" => joins = true,
            "," => joins = true,
            "-" | "–" | "—" => joins |= line.tokens[at - 1].joined && line.tokens[at].joined,
            "the" | "'s" | "even" | "also" | "now" | "then" | "perhaps" | "both" | "president" | "mr" => {}
            _ => return false,
        }
    }
    joins
}

/// Makes nouns known that are no actors, because a pronoun may mean them.
fn introduce_thing(line: &Line, index: usize, at: usize, discourse: &mut Discourse) {
    let proper = match line.upos(at) {
        Some(Upos::Noun) => false,
        Some(Upos::Propn) => true,
        // Whoever he is, he goes on being he.
        Some(Upos::Pron) if matches!(line.word(at), "he" | "she") => false,
        // "Protecting them was wise, for it ..."
        Some(Upos::Verb) if line.relation(at) == "csubj" => false,
        _ => return,
    };
    let role = role(line, at);
    if !matches!(role, Role::Subject | Role::Object | Role::Oblique) && line.relation(at) != "root" {
        return;
    }
    // Parts of names and of time are not spoken of again.
    let word = line.word(at);
    let plural = line.words[at].xpos.ends_with('S');
    let person = matches!(word, "he" | "she")
        || proper && !plural && is_name_of_someone(line, at)
        || is(word, Class::ActsForItself)
        || is(word, Class::PersonNoun);
    let shape = match (plural, person) {
        (true, _) => Shape::Several,
        (_, true) => Shape::Person,
        _ => Shape::Thing,
    };
    discourse.referents.push(Referent {
        line: index,
        at,
        head: at,
        actors: Vec::new(),
        shape,
        role,
        clause: clause(line, at),
        named: true,
        certainty: 1.0,
        listed: false,
    });
}

/// A proper noun of two or more words is taken for a person's name.
fn is_name_of_someone(line: &Line, at: usize) -> bool {
    line.capital(at)
        && (line.capital(at + 1) && line.upos(at + 1) == Some(Upos::Propn)
            || at > 0 && line.capital(at - 1) && line.upos(at - 1) == Some(Upos::Propn)
            || is(line.before(at, 1), Class::Title))
}

fn push(line: &Line, index: usize, binding: Binding, discourse: &mut Discourse, bound: &mut Vec<Draft>) {
    for actor in &binding.actors {
        bound.push(Draft {
            line: index,
            tokens: binding.tokens.clone(),
            head: binding.head,
            actor: actor.clone(),
            how: binding.how,
            certainty: binding.certainty,
            name: binding.tokens.clone(),
            shape: binding.shape,
        });
    }
    discourse.referents.push(Referent {
        line: index,
        at: binding.tokens.start,
        head: binding.head,
        actors: binding.actors,
        shape: binding.shape,
        role: role(line, binding.head),
        clause: clause(line, binding.head),
        named: false,
        certainty: binding.certainty,
        listed: false,
    });
}
