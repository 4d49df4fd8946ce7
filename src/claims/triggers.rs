//! From a parsed sentence to the words in it that might state a relationship.

use crate::lexicon::{Frames, Trigger, TriggerClass};
use crate::syntax::{Upos, Word};
use crate::terms::Kind;
use crate::text::Token;

/// Words between two words of one trigger that may be skipped ("sided *firmly* with").
const GAP: usize = 2;

/// A trigger of the lexicon found in a sentence.
#[derive(Clone, Debug)]
pub struct Occurrence<'l> {
    /// The row it comes from.
    pub trigger: &'l Trigger,
    /// What its frame states.
    pub kind: Kind,
    /// The word that carries the arcs.
    pub head: usize,
    /// First word.
    pub first: usize,
    /// Last word.
    pub last: usize,
}

/// Finds all triggers in a sentence, in text order. Of several on the same word the longest are kept.
#[inline(never)]
pub fn find_triggers<'l>(words: &[Word], tokens: &[Token], frames: &'l Frames) -> Vec<Occurrence<'l>> {
    let lemmas: Vec<String> = words.iter().map(|word| word.lemma.to_lowercase()).collect();
    let forms: Vec<String> = tokens.iter().map(|token| token.form.to_lowercase()).collect();
    let mut found: Vec<Occurrence> = Vec::new();
    for start in 0..words.len() {
        let by_lemma = frames.starting_with(&lemmas[start]);
        let by_form = frames.starting_with(&forms[start]).filter(|_| forms[start] != lemmas[start]);
        for trigger in by_lemma.chain(by_form) {
            let Some(positions) = match_from(start, trigger, &lemmas, &forms) else { continue };
            let head = positions[trigger.head];
            if !class_fits(trigger.class, &words[head], &forms[head]) {
                continue;
            }
            let last = positions[positions.len() - 1];
            found.push(Occurrence { trigger, kind: frames.frames[trigger.frame].kind, head, first: start, last });
        }
    }
    // "Troop pact" says what pact it is: a longer trigger around a word silences the shorter ones on it.
    let mut longest = vec![0; words.len()];
    for occurrence in &found {
        longest[occurrence.head] = longest[occurrence.head].max(occurrence.trigger.words.len());
    }
    found.retain(|occurrence| occurrence.trigger.words.len() == longest[occurrence.head]);
    found
}

fn match_from(start: usize, trigger: &Trigger, lemmas: &[String], forms: &[String]) -> Option<Vec<usize>> {
    let mut positions = vec![start];
    for word in &trigger.words[1..] {
        let from = positions[positions.len() - 1] + 1;
        let at = (from..(from + GAP + 1).min(lemmas.len())).find(|&at| lemmas[at] == *word || forms[at] == *word)?;
        positions.push(at);
    }
    Some(positions)
}

fn class_fits(class: TriggerClass, word: &Word, form: &str) -> bool {
    let participle = form.ends_with("ed") || form.ends_with("ing") || word.xpos.starts_with("VB");
    match class {
        TriggerClass::Verb => {
            word.upos == Upos::Verb || word.xpos.starts_with("VB") || (word.upos == Upos::Adj && participle)
        }
        TriggerClass::Noun => matches!(word.upos, Upos::Noun | Upos::Propn),
        TriggerClass::Adjective => matches!(word.upos, Upos::Adj | Upos::Adv) || participle,
        TriggerClass::Phrase => true,
    }
}
