//! From parsed sentences to mentions bound to actors: names, demonyms, metonyms, office-holders, and what refers back.
//!
//! This room never knows kinds of claims.

mod acronyms;
mod antecedent_features;
mod antecedents;
#[cfg(feature = "training")]
pub mod asked;
mod authors;
mod capitals;
mod counted;
mod discourse;
mod document_context;
mod draft;
mod elided;
mod era;
mod grammar;
mod group_features;
mod groupings;
mod groups;
mod holder_names;
mod implied_bodies;
mod names;
mod people;
mod person_names;
mod phrases;
mod pronoun_kinds;
mod pronouns;
mod ranking;
mod readings;
mod references;
mod relationships;
mod relatives;
mod scene;
mod stance;
mod stand_ins;
mod surnames;
mod surroundings;
mod word_classes;

use crate::lexicon::{ActorKind, Lexicon};
use crate::sorting::sort_by;
use crate::span::Span;
use crate::syntax::Word;
use crate::terms::ActorId;
use crate::text::Document;
use discourse::Discourse;
use draft::{Draft, Shape};
use names::Name;
use scene::Scene;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use word_classes::Class;

/// How a span came to stand for an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Its name, short name or acronym.
    Name,
    /// Adjective, demonym or hyphenated form ("Chinese", "Russians", "Sino-").
    Demonym,
    /// Capital, seat, party, army, ministry or state medium ("Beijing", "the Kremlin").
    Metonym,
    /// A leader or official who acts for it.
    Person,
    /// A pronoun or possessive bound to earlier words.
    Pronoun,
    /// A noun phrase bound to earlier words ("the two countries", "the kingdom").
    Phrase,
}

/// A span that stands for one actor. A span that stands for several ("both", "the two leaders") gives several mentions.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Index into [`Document::sentences`].
    pub sentence: usize,
    /// Tokens covered, as indices into the sentence. "Russian and Chinese officials" gives two mentions that overlap.
    pub tokens: Range<usize>,
    /// The token among them that the others hang on, where arcs from outside arrive: `officials` in "Russian officials".
    pub head: usize,
    /// The same range in the text.
    pub span: Span,
    /// Whom it stands for.
    pub actor: ActorId,
    /// How it was bound.
    pub how: How,
    /// How surely, 0 to 1. Below 0.5 it may be meant ("dined in Hanoi") but cannot be relied on.
    pub certainty: f32,
}

/// Finds the mentions of a document, in text order. `parses` has one entry per sentence.
pub fn find_mentions(document: &Document, parses: &[Vec<Word>], lexicon: &Lexicon) -> Vec<Mention> {
    finish(document, find(document, parses, lexicon).0)
}

/// Mentions in the making, and what the text spoke of on the way.
fn find(document: &Document, parses: &[Vec<Word>], lexicon: &Lexicon) -> (Vec<Draft>, Discourse) {
    let mut scene = Scene::new(document, parses, lexicon);
    // The lexicon knows what words may stand for; which of it is meant needs the whole document.
    let names = names::find_names(&scene);
    // An undated text tells by its people of what time it speaks.
    if !scene.dated {
        scene.year = era::year(&scene, &names).or(scene.year);
    }
    let mut drafts = read_names(&scene, &names);
    // A text may name its own acronyms, which are names from then on.
    acronyms::join(&scene, &mut drafts);
    // "Russian officials" acts where "Russian" only colours, so arcs must arrive at the noun.
    stand_ins::widen(&scene, &mut drafts);
    // A person with office and country is one mention, and has a name from then on.
    people::join(&scene, &mut drafts);
    // "In Oslo" is the government or the town, as the text speaks of Norway or not.
    capitals::weigh(&scene, &mut drafts);
    // "The Nordics" are their countries.
    groupings::spread(&scene, &mut drafts);
    // Only whoever has been named can be referred to.
    let discourse = references::bind(&scene, &mut drafts);
    (drafts, discourse)
}

/// Names with the reading that is meant, where they stand for an actor at all.
fn read_names<'d>(scene: &Scene<'d>, names: &[Name<'d>]) -> Vec<Draft> {
    let context = document_context::Context::new(scene, names);
    let mut drafts = Vec::with_capacity(names.len());
    for name in names {
        let Some(choice) = readings::choose(scene, &context, name) else { continue };
        let line = &scene.lines[name.line];
        let Some(certainty) = surroundings::certainty(scene, line, &name.tokens, &choice) else { continue };
        let mut draft = Draft::new(name.line, name.tokens.clone(), choice.actor, choice.how, certainty);
        if draft.how == How::Person && name.tokens.clone().any(|at| word_classes::is(line.word(at), Class::Woman)) {
            draft.shape = Shape::Woman;
        }
        // "The Houthis", "European powers" are they.
        let plural = draft.how == How::Name && line.word(name.tokens.end - 1).ends_with('s');
        let several = match lexicon_kind(scene, &draft) {
            Some(ActorKind::ArmedGroup) => line.before(name.tokens.start, 1) == "the",
            Some(ActorKind::Bloc) => name.tokens.len() > 1 && line.words[name.tokens.end - 1].xpos.ends_with('S'),
            _ => false,
        };
        if plural && several {
            draft.shape = Shape::Several;
        }
        drafts.push(draft);
    }
    drafts
}

fn lexicon_kind(scene: &Scene, draft: &Draft) -> Option<ActorKind> {
    scene.lexicon.actor(draft.actor.as_str()).map(|record| record.kind)
}

fn finish(document: &Document, mut drafts: Vec<Draft>) -> Vec<Mention> {
    sort_by(&mut drafts, |a, b| (a.place(), a.tokens.end, &a.actor).cmp(&(b.place(), b.tokens.end, &b.actor)));
    let mentions = drafts.into_iter().map(|draft| {
        let tokens = &document.sentences[draft.line].tokens;
        Mention {
            sentence: draft.line,
            head: draft.head,
            span: Span::new(tokens[draft.tokens.start].span.start, tokens[draft.tokens.end - 1].span.end),
            tokens: draft.tokens,
            actor: draft.actor,
            how: draft.how,
            certainty: draft.certainty,
        }
    });
    mentions.collect()
}
