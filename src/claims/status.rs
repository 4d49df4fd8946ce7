//! From a candidate to the features that tell asserted from denied, possible and ended.

use super::candidates::Candidate;
use super::features::{Features, SentenceView, hash_word};
use crate::lexicon::Frames;
use std::collections::HashMap;

const TABLE: &str = include_str!("../../lexicon/status_cues.tsv");

/// Words that bear on a status, with their class (negation, modal, plan, ending, ...).
#[derive(Clone, Debug, Default)]
pub struct StatusCues {
    classes: HashMap<&'static str, Vec<u32>>,
}

impl StatusCues {
    /// The table that ships with the crate.
    pub fn embedded() -> StatusCues {
        let mut cues = StatusCues::default();
        for line in TABLE.lines().skip(1) {
            if let Some((words, class)) = line.split_once('\t') {
                cues.classes.entry(words).or_default().push(hash_word(class));
            }
        }
        cues
    }

    fn of(&self, lemma: &str, form: &str) -> impl Iterator<Item = u32> {
        let by_lemma = self.classes.get(lemma).into_iter().flatten();
        let by_form = self.classes.get(form).filter(|_| lemma != form).into_iter().flatten();
        by_lemma.chain(by_form).copied()
    }
}

/// Where a word stands that bears on the status: the nearer to the trigger along the arcs, the more it counts.
#[derive(Clone, Copy)]
enum Place {
    Trigger = 1,
    Child = 2,
    Governor = 3,
    GovernorChild = 8,
    Source = 20,
    Target = 21,
    Window = 22,
    Sentence = 23,
}

/// The features that bear on the status of one candidate.
pub fn status_features(view: &SentenceView, frames: &Frames, cues: &StatusCues, candidate: &Candidate) -> Features {
    let occurrence = &view.occurrences[candidate.occurrence];
    let frame = &frames.frames[occurrence.trigger.frame];
    let head = occurrence.head;
    let kind = frame.kind as u32;
    let words = view.arcs.words;
    let mut f = Features::default();
    f.add(200, &[0]);
    f.add(201, &[kind]);
    f.add(202, &[view.lemmas[head]]);
    f.add(203, &[view.lemmas[head], hash_word(words[head].xpos)]);
    f.add(204, &[hash_word(words[head].xpos), kind]);
    let mut add = |at: usize, place: u32, nearness: u32| {
        let word = &words[at];
        let lemma = word.lemma.to_lowercase();
        let form = view.tokens[at].form.to_lowercase();
        f.add(210, &[hash_word(&lemma), place]);
        f.add(215, &[hash_word(word.xpos), place]);
        if nearness < 3 {
            f.add(216, &[hash_word(&lemma), hash_word(word.relation), place]);
        }
        for class in cues.of(&lemma, &form) {
            f.add(211, &[class, place]);
            f.add(212, &[class, place, kind]);
            f.add(213, &[class, nearness]);
            f.add(214, &[class, place, hash_word(&lemma)]);
        }
    };
    for at in occurrence.first..=occurrence.last {
        add(at, Place::Trigger as u32, 0);
    }
    for &child in view.arcs.children(head) {
        if is_function(words[child].relation) {
            add(child, Place::Child as u32, 1);
        }
    }
    let mut at = head;
    for step in 0..4 {
        let Some(parent) = view.arcs.parent(at) else { break };
        let far = u32::from(step > 0);
        add(parent, Place::Governor as u32 + step, 2 + far);
        for &child in view.arcs.children(parent) {
            if child != at && is_function(words[child].relation) {
                add(child, Place::GovernorChild as u32 + step, 2 + far);
            }
        }
        at = parent;
    }
    for (mention, place) in [(candidate.source, Place::Source), (candidate.target, Place::Target)] {
        let mention = view.mentions[mention];
        if let Some(before) = mention.tokens.start.checked_sub(1) {
            add(before, place as u32, 3);
        }
        for &child in view.arcs.children(mention.head) {
            if is_function(words[child].relation) {
                add(child, place as u32, 3);
            }
        }
    }
    for at in head.saturating_sub(4)..head {
        add(at, Place::Window as u32, 3);
    }
    for class in view.tokens.iter().flat_map(|token| cues.of(&token.form, &token.form)) {
        f.add(220, &[class, Place::Sentence as u32]);
    }
    f
}

fn is_function(relation: &str) -> bool {
    matches!(
        relation,
        "advmod"
            | "aux"
            | "aux:pass"
            | "mark"
            | "det"
            | "cc"
            | "cc:preconj"
            | "cop"
            | "amod"
            | "nsubj"
            | "discourse"
            | "case"
    )
}
