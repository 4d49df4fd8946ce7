//! From lines to the names in them: the longest entry of the lexicon at each word, with all its readings.

use super::scene::{Line, Scene};
use super::word_classes::{Class, is};
use crate::lexicon::{Lexicon, Reading};
use std::ops::Range;

/// The longest name has this many tokens.
const LONGEST: usize = 12;

/// A name as it stands in a line.
pub(super) struct Name<'d> {
    pub line: usize,
    pub tokens: Range<usize>,
    pub readings: Vec<Reading<'d>>,
}

/// The names of all lines, in text order, none overlapping another.
pub(super) fn find_names<'d>(scene: &Scene<'d>) -> Vec<Name<'d>> {
    let mut names = Vec::new();
    for (index, line) in scene.lines.iter().enumerate() {
        names_of_line(scene.lexicon, line, index, &mut names);
    }
    names
}

fn names_of_line<'d>(lexicon: &'d Lexicon, line: &Line<'d>, index: usize, names: &mut Vec<Name<'d>>) {
    let forms: Vec<&str> = line.tokens.iter().map(|token| token.form.as_str()).collect();
    let mut at = 0;
    while at < forms.len() {
        let end = (at + LONGEST).min(forms.len());
        let found = lexicon.longest(&forms[at..end]).filter(|_| may_begin(line, at));
        // "The North" is no name in "the North Korean capital".
        let found = found.filter(|found| {
            let later = line.word(at) == "the"
                && lexicon.longest(&forms[at + 1..end]).is_some_and(|next| next.forms + 1 > found.forms);
            !later
        });
        let Some(found) = found else {
            if let Some(readings) = after_prefix(lexicon, forms[at]) {
                names.push(Name { line: index, tokens: at..at + 1, readings });
            }
            at += 1;
            continue;
        };
        let mut tokens = at..at + found.forms;
        if line.shouted && found.forms == 1 && is_common_word_in_capitals(line, at)
            || (line.shouted || line.titled || at == 0)
                && found.forms == 1
                && (line.shouted || !line.acronym(at))
                && is(line.word(at), Class::CommonNounAsName)
        {
            at += 1;
            continue;
        }
        at = tokens.end;
        if tokens.len() > 1 && line.word(tokens.start) == "the" {
            tokens.start += 1;
        }
        names.push(Name { line: index, tokens, readings: found.readings });
    }
}

/// The name inside a word such as "anti-American" or "pro-Beijing", where that is one token.
fn after_prefix<'l>(lexicon: &'l Lexicon, form: &str) -> Option<Vec<Reading<'l>>> {
    let (prefix, name) = form.split_once('-')?;
    let prefix = prefix.to_lowercase();
    if !matches!(prefix.as_str(), "anti" | "pro") {
        return None;
    }
    Some(lexicon.longest(&[name])?.readings)
}

/// Whether a name may begin at the token: not inside a word that a hyphen continues (`non-Chinese` may, `e-China` may).
fn may_begin(line: &Line, at: usize) -> bool {
    line.tokens[at].form.chars().any(char::is_alphanumeric)
}

/// In a headline in capitals an acronym looks like these words.
fn is_common_word_in_capitals(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let pronoun = || {
        let before = line.before(at, 1);
        matches!(before, "let" | "tell" | "tells" | "give" | "gives" | "help" | "of")
            || matches!(before, "for" | "with") && matches!(line.word(at + 1), "to" | "all" | "" | "." | "!" | "?")
    };
    word == "us" && pronoun()
        || matches!(
            word,
            "who" | "is" | "it" | "as" | "am" | "so" | "in" | "no" | "or" | "an" | "at" | "may" | "can" | "all"
        )
}
