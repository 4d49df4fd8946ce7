//! From names of people that a text introduces to their mentions by surname later on; and which words are no person's name.

use super::How;
use super::draft::{Draft, Shape};
use super::grammar::top;
use super::scene::{Line, Scene};
use super::word_classes::{Class, is};
use crate::sorting::sort_by_key;
use crate::syntax::Upos;
use crate::terms::ActorId;
use std::ops::Range;

/// A person whom the text introduces by country and name.
pub(super) struct Introduced {
    /// The name's tokens in lower case.
    pub name: Vec<String>,
    pub actor: ActorId,
    pub shape: Shape,
}

/// Capitalised words that follow a country and are no person's name.
pub(super) fn is_thing_name(line: &Line, name: &Range<usize>) -> bool {
    name.clone().any(|at| {
        let word = line.word(at);
        is(word, Class::InstitutionName)
            || is(word, Class::GeographicName)
            || is(word, Class::AgreementName)
            || is(word, Class::GroupNoun)
            || is(word, Class::ActsForCountry)
    })
}

/// "May" is a name too.
pub(super) fn is_never_name(word: &str) -> bool {
    is(word, Class::Calendar) && word != "may"
        || matches!(
            word,
            "the" | "a" | "in" | "on" | "at" | "of" | "i" | "we" | "he" | "she" | "it" | "they" | "but" | "and"
        )
}

pub(super) fn is_woman(line: &Line, range: &Range<usize>) -> bool {
    range.clone().any(|at| is(line.word(at), Class::Woman))
}

/// Adds mentions of introduced people by their name or its last word.
pub(super) fn name_again(scene: &Scene, drafts: &mut Vec<Draft>, introduced: &[Introduced]) {
    if introduced.is_empty() {
        return;
    }
    let mut added = Vec::new();
    for (index, line) in scene.lines.iter().enumerate() {
        let of_line = &drafts[Draft::of_line(drafts, index)];
        for at in 0..line.len() {
            if !line.capital(at) || of_line.iter().any(|draft| draft.tokens.contains(&at)) {
                continue;
            }
            let word = line.word(at);
            let person = introduced.iter().rev().find(|person| {
                let name = &person.name;
                name.last().is_some_and(|last| last == word && last.len() > 2)
                    || name.len() > 1 && name.first().is_some_and(|first| first == word && line.word(at + 1) == name[1])
            });
            let Some(person) = person else { continue };
            if person.name.last().is_none_or(|last| last != word) {
                continue;
            }
            let mut start = at;
            while start > 0
                && line.capital(start - 1)
                && (is(line.word(start - 1), Class::Title)
                    || person.name.iter().any(|name| name == line.word(start - 1)))
            {
                start -= 1;
            }
            // Another forename means another person.
            if start > 0
                && line.capital(start - 1)
                && start - 1 > 0
                && line.upos(start - 1) == Some(Upos::Propn)
                && line.word(start - 1).len() > 2
            {
                continue;
            }
            let range = start..at + 1;
            let mut draft = Draft::new(index, range.clone(), person.actor.clone(), How::Person, 0.85);
            draft.head = top(line, &range).unwrap_or(at);
            draft.shape = person.shape;
            added.push(draft);
        }
    }
    drafts.append(&mut added);
    sort_by_key(drafts, Draft::place);
}
