//! From what a text calls its own ("we Swiss", "our Prime Minister Modi", "here in Accra") to the state that says "we" in it.

use super::How;
use super::draft::Draft;
use super::scene::{Line, Scene};
use super::stand_ins::is_plural_noun;
use super::word_classes::{Class, is};
use crate::sorting::sort_by_key;
use crate::terms::ActorId;

/// The state for which the text speaks; `None` where it does not tell or tells of two.
pub(super) fn find(scene: &Scene, drafts: &[Draft]) -> Option<ActorId> {
    let mut scores: Vec<(u32, &ActorId)> = Vec::new();
    for draft in drafts {
        let speaks = own(&scene.lines[draft.line], draft);
        if speaks == 0 {
            continue;
        }
        match scores.iter_mut().find(|(_, actor)| **actor == draft.actor) {
            Some((score, _)) => *score += speaks,
            None => scores.push((speaks, &draft.actor)),
        }
    }
    sort_by_key(&mut scores, |score| std::cmp::Reverse(score.0));
    match scores[..] {
        [(score, actor)] if score > 1 => Some(actor.clone()),
        [(score, actor), (second, _), ..] if score > second + 1 => Some(actor.clone()),
        _ => None,
    }
}

/// How strongly the words before a mention say that it is the author's own; 0 for not at all.
fn own(line: &Line, draft: &Draft) -> u32 {
    let start = draft.tokens.start;
    if line.is_quoted(start) {
        return 0;
    }
    let before = line.before(start, 1);
    match draft.how {
        How::Demonym if matches!(before, "we" | "us") => 3,
        How::Person => {
            // "Our own Mr Wilson"; but not "our ambassador told Mr Wilson".
            let mut at = start;
            while at > 0 && start - at < 4 && (line.modifies(at - 1) || is(line.word(at - 1), Class::Title)) {
                if is_plural_noun(line.word(at - 1)) {
                    return 0;
                }
                at -= 1;
            }
            if line.before(at, 1) == "our" { 2 } else { 0 }
        }
        How::Name | How::Metonym if before == "in" && matches!(line.before(start, 2), "we" | "here") => 2,
        // His or Her Majesty's Government.
        How::Name if matches!(line.word(start), "his" | "her") => 1,
        _ => 0,
    }
}
