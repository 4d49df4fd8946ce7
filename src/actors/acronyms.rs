//! From brackets such as "Front for Change and Accord (FCA)" to what the acronym stands for in the rest of the text.

use super::How;
use super::draft::Draft;
use super::scene::{Line, Scene};
use super::word_classes::{Class, is};
use crate::sorting::sort_by_key;
use crate::terms::ActorId;
use std::ops::Range;

/// Adds mentions by acronyms that the text introduces, in place of other readings of the same words.
pub(super) fn join(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut introduced: Vec<(String, ActorId)> = Vec::new();
    let mut added = Vec::new();
    for (index, line) in scene.lines.iter().enumerate() {
        let of_line = Draft::of_line(drafts, index);
        for at in 1..line.len().saturating_sub(1) {
            if line.word(at - 1) == "(" && line.acronym(at) && matches!(line.word(at + 1), ")" | ";" | ",") && at > 1 {
                let Some((actor, long)) = long_form(scene, line, &drafts[of_line.clone()], at) else { continue };
                let known = introduced.iter().any(|(acronym, _)| acronym == line.word(at));
                if !known {
                    introduced.push((line.word(at).to_owned(), actor.clone()));
                }
                if let Some(long) = long {
                    added.push(Draft::new(index, long, actor, How::Name, 0.9));
                }
            }
        }
        if introduced.is_empty() {
            continue;
        }
        for at in 0..line.len() {
            let actor = introduced.iter().find(|(acronym, _)| acronym == line.word(at) && line.acronym(at));
            if let Some((_, actor)) = actor {
                match drafts[of_line.clone()].iter_mut().find(|draft| draft.name.contains(&at)) {
                    Some(draft) if draft.name.len() == 1 => draft.actor = actor.clone(),
                    Some(_) => {}
                    None => added.push(Draft::new(index, at..at + 1, actor.clone(), How::Name, 0.9)),
                }
            }
        }
    }
    drafts.append(&mut added);
    sort_by_key(drafts, Draft::place);
}

/// Whom the words before the bracket name; with the span of the words where no table knows them.
fn long_form(scene: &Scene, line: &Line, drafts: &[Draft], at: usize) -> Option<(ActorId, Option<Range<usize>>)> {
    let letters: Vec<char> = line.word(at).chars().filter(|letter| letter.is_alphanumeric()).collect();
    if let Some(draft) = drafts.iter().find(|draft| draft.name.end == at - 1) {
        return are_initials(line, &draft.name, &letters).then(|| (draft.actor.clone(), None));
    }
    if scene.lexicon.longest(&[line.tokens[at].form.as_str()]).is_some() {
        return None;
    }
    // Back over the capitalised words and the small words between them.
    let mut start = at - 1;
    while start > 0 {
        let before = start - 1;
        if !(line.capital(before) || is(line.word(before), Class::LinkInName)) || at - 1 - before > 10 {
            break;
        }
        start = before;
    }
    let name = (start..at - 1)
        .find(|&from| line.capital(from) && are_initials(line, &(from..at - 1), &letters))
        .map(|from| from..at - 1)?;
    let organisation = name.clone().any(|at| is(line.word(at), Class::OrganisationWord));
    let treaty = is(line.word(at - 2), Class::AgreementName) || line.word(at - 2) == "agreement";
    let id: String = line
        .word(at)
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric())
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    (organisation && !treaty && name.len() > 1 && id.len() > 1).then(|| (ActorId::new(&id), Some(name)))
}

/// Whether the letters are, in order, those that the words begin with.
fn are_initials(line: &Line, name: &Range<usize>, letters: &[char]) -> bool {
    let mut letters = letters.iter().peekable();
    let mut first = true;
    for at in name.clone() {
        let word = line.word(at);
        if letters.peek().is_some_and(|letter| word.starts_with(**letter)) {
            letters.next();
        } else if first {
            return false;
        }
        first = false;
    }
    // "SAMCOM" takes more than one letter of a word; most letters must be initials.
    letters.count() == 0
}
