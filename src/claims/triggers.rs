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

/// A word as tables have it.
#[derive(Clone, Debug)]
pub struct PlainWord {
    /// Its lemma, in lower case.
    pub lemma: String,
    /// Its form, in lower case.
    pub form: String,
}

impl PlainWord {
    /// Whether a table that has `wanted` means this word: by its lemma or by its form.
    pub fn is(&self, wanted: &str) -> bool {
        self.lemma == wanted || self.form == wanted
    }
}

/// The words of a sentence as tables have them.
pub fn plain_words(words: &[Word], tokens: &[Token]) -> Vec<PlainWord> {
    let plain = |(word, token): (&Word, &Token)| PlainWord {
        lemma: word.lemma.to_lowercase(),
        form: token.form.to_lowercase(),
    };
    words.iter().zip(tokens).map(plain).collect()
}

/// Finds all triggers in a sentence, in text order. Of several on the same word the longest are kept.
#[inline(never)]
pub fn find_triggers<'l>(words: &[Word], plain: &[PlainWord], frames: &'l Frames) -> Vec<Occurrence<'l>> {
    let mut found: Vec<Occurrence> = Vec::new();
    let mut positions = Vec::new();
    for (start, PlainWord { lemma, form }) in plain.iter().enumerate() {
        let by_form = (form != lemma).then(|| frames.starting_with(form));
        for trigger in frames.starting_with(lemma).chain(by_form.into_iter().flatten()) {
            if !match_from(start, trigger, plain, &mut positions) {
                continue;
            }
            let head = positions[trigger.head];
            if !class_fits(trigger.class, &words[head], &plain[head].form) {
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

/// Whether a trigger's words stand from `start` on; leaves their positions.
fn match_from(start: usize, trigger: &Trigger, plain: &[PlainWord], positions: &mut Vec<usize>) -> bool {
    positions.clear();
    positions.push(start);
    trigger.words[1..].iter().all(|word| {
        let from = positions[positions.len() - 1] + 1;
        let mut near = from..(from + GAP + 1).min(plain.len());
        let at = near.find(|&at| plain[at].is(word));
        positions.extend(at);
        at.is_some()
    })
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
