//! From arcs to what a resolver of references asks: a word's role, its clause, and which words are listed together.

use super::scene::Line;
use crate::syntax::Upos;
use std::ops::Range;

/// What a noun phrase is in its clause, most prominent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Subject,
    Object,
    Oblique,
    Possessive,
    Modifier,
    Other,
}

impl Role {
    /// How likely later words refer back to a phrase in this role.
    pub fn weight(self) -> f32 {
        match self {
            Role::Subject => 1.0,
            Role::Object => 0.9,
            Role::Possessive => 0.8,
            Role::Oblique => 0.65,
            Role::Modifier => 0.6,
            Role::Other => 0.5,
        }
    }
}

/// The role of the phrase that `head` heads; listed words share the role of the first.
pub(super) fn role(line: &Line, head: usize) -> Role {
    let first = first_of_list(line, head);
    let Some(word) = line.words.get(first) else { return Role::Other };
    match line.relation(first) {
        "nsubj" | "csubj" | "expl" => Role::Subject,
        "obj" | "iobj" => Role::Object,
        "obl" => Role::Oblique,
        "nmod" if word.relation == "nmod:poss" => Role::Possessive,
        "nmod" => Role::Possessive,
        "amod" | "compound" | "det" => Role::Modifier,
        "appos" | "flat" if word.head != first && word.head < first => role(line, word.head),
        _ => Role::Other,
    }
}

/// The first member of the list that `at` stands in.
pub(super) fn first_of_list(line: &Line, at: usize) -> usize {
    let mut first = at;
    // Arcs have no cycle, but a bound costs nothing.
    for _ in 0..32 {
        match line.words.get(first) {
            Some(word) if line.relation(first) == "conj" && word.head < first && is_nominal(line, word.head) => {
                first = word.head
            }
            _ => break,
        }
    }
    first
}

fn is_nominal(line: &Line, at: usize) -> bool {
    matches!(line.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Num | Upos::X))
}

/// The predicate of the smallest clause that holds `at`.
pub(super) fn clause(line: &Line, at: usize) -> usize {
    let mut top = at;
    for _ in 0..64 {
        let Some(word) = line.words.get(top) else { break };
        let heads_clause =
            matches!(line.relation(top), "root" | "advcl" | "ccomp" | "acl" | "xcomp" | "parataxis" | "csubj")
                || line.relation(top) == "conj" && line.upos(top) == Some(Upos::Verb);
        if word.head == top || heads_clause && top != at {
            break;
        }
        top = word.head;
    }
    top
}

/// The subject of a clause, or of the one that it is listed with or depends on without a subject of its own.
pub(super) fn subject_of(line: &Line, clause: usize) -> Option<usize> {
    let mut verb = clause;
    for _ in 0..4 {
        let from = verb.saturating_sub(40);
        let subject = (from..(verb + 10).min(line.len()))
            .find(|&at| line.words[at].head == verb && at != verb && line.relation(at) == "nsubj");
        if subject.is_some() {
            return subject;
        }
        let word = line.words.get(verb)?;
        if word.head == verb || !matches!(line.relation(verb), "conj" | "xcomp" | "advcl" | "acl") {
            return None;
        }
        verb = word.head;
    }
    None
}

/// The token of a range that hangs on a word outside it.
pub(super) fn top(line: &Line, range: &Range<usize>) -> Option<usize> {
    range.clone().find(|at| {
        line.words.get(*at).is_some_and(|word| {
            (word.head == *at || !range.contains(&word.head))
                && line.upos(*at) != Some(Upos::Punct)
                && line.relation(*at) != "case"
        })
    })
}
