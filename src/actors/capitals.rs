//! From capitals that may be no more than places to how surely they stand for governments, by who else the text speaks of.

use super::How;
use super::draft::Draft;
use super::scene::Scene;
use super::surroundings::UNSURE;
use super::word_classes::{Class, is};
use crate::terms::ActorId;
use std::collections::HashMap;

/// A state is spoken of where it is named so many lines before or after.
const NEAR: usize = 2;

/// Named less often than this, it is no party to what the text tells.
const OFTEN: usize = 3;

/// The share of such capitals that are the government, by the annotated passages.
const SPOKEN_OF: f32 = 0.55;

/// Raises how surely a capital is meant where its state is spoken of or visited. `drafts` are in text order.
pub(super) fn weigh(scene: &Scene, drafts: &mut [Draft]) {
    visits(drafts);
    spoken_of(scene, drafts);
}

/// An actor that goes to a capital mostly goes to see its government: four times in five, by the annotated passages. Whoever
/// else flies there does not.
fn visits(drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let (before, after) = drafts.split_at_mut(at);
        let (visitor, capital) = (before.last().expect("at is not 0"), &mut after[0]);
        let visited = capital.how == How::Metonym && capital.certainty == UNSURE;
        if visited && visitor.line == capital.line && visitor.actor != capital.actor && visitor.certainty > 0.5 {
            capital.certainty = SPOKEN_OF;
        }
    }
}

/// "There are few friends of the treaty in Oslo", in a text on Norway: of a state that is no party, the capital is a place.
fn spoken_of(scene: &Scene, drafts: &mut [Draft]) {
    let mut named: HashMap<&ActorId, Vec<usize>> = HashMap::new();
    for draft in drafts.iter().filter(|draft| draft.certainty >= 0.5) {
        named.entry(&draft.actor).or_default().push(draft.line);
    }
    let is_near = |draft: &Draft| {
        let lines = named.get(&draft.actor).filter(|lines| lines.len() >= OFTEN)?;
        let next = lines.partition_point(|line| line + NEAR < draft.line);
        lines.get(next).filter(|line| **line <= draft.line + NEAR)
    };
    let is_seat = |draft: &Draft| {
        let line = &scene.lines[draft.line];
        // "The Oslo bourse", "the Oslo talks"
        let of_city = line.before(draft.tokens.start, 1) == "the" || is(line.word(draft.tokens.end), Class::Event);
        draft.how == How::Metonym && draft.certainty < 0.5 && !of_city && is_near(draft).is_some()
    };
    let seats: Vec<bool> = drafts.iter().map(is_seat).collect();
    for (draft, _) in drafts.iter_mut().zip(seats).filter(|(_, seat)| *seat) {
        draft.certainty = SPOKEN_OF;
    }
}
