//! From all names and words of a document to how near each is spoken of: what helps to choose between readings.

use super::names::Name;
use super::scene::Scene;
use crate::lexicon::Reading;
use crate::terms::ActorId;
use std::collections::{HashMap, HashSet};

/// What the whole document says that helps to choose.
pub(super) struct Context<'d, 'n> {
    /// Where each lower-case word stands: the lines, ascending.
    words: HashMap<&'n str, Vec<usize>>,
    /// Lines in which an actor is named beyond doubt.
    actors: HashMap<ActorId, Vec<usize>>,
    /// People whom the document names in full.
    pub introduced: HashSet<&'d str>,
    /// Names of several words.
    long: Vec<&'n Name<'d>>,
}

impl<'d, 'n> Context<'d, 'n> {
    pub fn new(scene: &'n Scene<'d>, names: &'n [Name<'d>]) -> Self {
        let mut context = Context {
            words: HashMap::new(),
            actors: HashMap::new(),
            introduced: HashSet::new(),
            long: names.iter().filter(|name| name.tokens.len() > 1).collect(),
        };
        for (index, line) in scene.lines.iter().enumerate() {
            for word in &line.lower {
                let lines = context.words.entry(word).or_default();
                if lines.last() != Some(&index) {
                    lines.push(index);
                }
            }
        }
        for name in names {
            let mut actors = name.readings.iter().map(Reading::actor);
            let first = actors.next().flatten();
            let certain = !name.readings.iter().any(|reading| matches!(reading, Reading::Surname(_)));
            if let (Some(actor), true) = (first, certain && actors.all(|actor| actor == first)) {
                context.actors.entry(actor.clone()).or_default().push(name.line);
            }
            for reading in &name.readings {
                if let Reading::Person(person) = reading {
                    context.introduced.insert(&person.name);
                }
            }
        }
        context
    }

    /// How near the nearest of `lines` is: 1 in the same line, less in the paragraph, little elsewhere, 0 for none.
    fn nearness(scene: &Scene, lines: Option<&Vec<usize>>, line: usize) -> f32 {
        let paragraph = scene.lines[line].paragraph;
        lines.map_or(0.0, |lines| {
            let at = lines.partition_point(|other| *other < line);
            let near = |at: usize| -> f32 {
                lines.get(at).map_or(0.0, |&other| match scene.lines[other].paragraph {
                    _ if other == line => 1.0,
                    _ if other.abs_diff(line) == 1 => 0.6,
                    other if other == paragraph => 0.5,
                    _ => 0.15,
                })
            };
            near(at).max(at.checked_sub(1).map_or(0.0, near))
        })
    }

    /// As [`Context::nearness`], for a cue of one or more words.
    pub fn cue(&self, scene: &Scene, cue: &str, line: usize) -> f32 {
        let mut nearest = 1.0f32;
        for word in cue.split(' ') {
            nearest = nearest.min(Self::nearness(scene, self.words.get(word), line));
        }
        nearest
    }

    /// The longer names of the line that hold the word of a name of one word.
    pub fn longer(&self, scene: &Scene, name: &Name) -> Vec<&'n Name<'d>> {
        if name.tokens.len() > 1 {
            return Vec::new();
        }
        let line = &scene.lines[name.line];
        let word = line.word(name.tokens.start);
        let first = self.long.partition_point(|other| other.line < name.line);
        let of_line = self.long[first..].iter().take_while(|other| other.line == name.line);
        of_line.copied().filter(|other| other.tokens.clone().any(|at| line.word(at) == word)).collect()
    }

    /// How near the actor is named beyond doubt.
    pub fn actor(&self, scene: &Scene, actor: &ActorId, line: usize) -> f32 {
        Self::nearness(scene, self.actors.get(actor), line)
    }
}
