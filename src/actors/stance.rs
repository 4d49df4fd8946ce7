//! How a pronoun stands in its sentence.

use super::grammar::{Role, clause, role, subject_of};
use super::references::Place;
use crate::syntax::Upos;

/// A pronoun's role, and who else acts beside it.
pub(super) struct Stance {
    pub possessive: bool,
    pub role: Role,
    pub clause: usize,
    /// The subject of its clause.
    pub subject: Option<usize>,
    /// The subject of the clause on which its clause depends.
    pub governor: Option<usize>,
    /// The predicate of that clause, where its own has no subject and so borrows one.
    pub lender: Option<usize>,
}

impl Stance {
    pub fn of(place: &Place) -> Self {
        let line = place.line;
        let word = place.word(0);
        let possessive =
            matches!(word, "its" | "their" | "his") || word == "her" && line.words[place.at].xpos.ends_with('$');
        let clause = clause(line, place.at);
        let mut verb = place.at + 1;
        while line.upos(verb) == Some(Upos::Adv) || matches!(line.word(verb), "n't" | "not") {
            verb += 1;
        }
        // What stands right before a verb is its subject, whatever the arcs say.
        let before_verb =
            matches!(line.upos(verb), Some(Upos::Verb | Upos::Aux)) && !matches!(line.words[verb].xpos, "VBG" | "VBN");
        let role = if before_verb && !possessive { Role::Subject } else { role(line, place.at) };
        let above = line.words.get(clause).map_or(clause, |word| word.head);
        let governor = if above == clause { None } else { subject_of(line, above) };
        let subject = subject_of(line, clause);
        let lender = (above != clause && subject.is_none()).then_some(above);
        Self { possessive, role, clause, subject, governor, lender }
    }
}
