//! From all that a text says outside of quotations, and what it calls its own, to the state that says "we" in it.

use super::How;
use super::draft::{Draft, Shape};
use super::scene::{Line, Scene};
use super::stand_ins::is_plural_noun;
use super::word_classes::{Class, is};
use crate::terms::ActorId;
use std::collections::HashMap;

/// So many words from "we" a name is more likely the other party.
const NEAR: usize = 6;

/// More often than this tells nothing more.
const OFTEN: u32 = 2;

/// In more lines than this, without "we", only what a long text is about.
const LINES: u32 = 12;

/// The state for which the text speaks and how surely; `None` where the text says no "we" or does not tell.
pub(super) fn find(scene: &Scene, drafts: &[Draft]) -> Option<(ActorId, f32)> {
    let speaking: Vec<Vec<usize>> = scene.lines.iter().map(first_persons).collect();
    let lines = speaking.iter().filter(|places| !places.is_empty()).count();
    if lines == 0 {
        return None;
    }
    let mut standings: Vec<Standing> = Vec::new();
    let mut known: HashMap<&ActorId, usize> = HashMap::new();
    for draft in drafts {
        let at = *known.entry(&draft.actor).or_insert(standings.len());
        if at == standings.len() {
            standings.push(Standing::new(&draft.actor, at == 0));
        }
        standings[at].add(&scene.lines[draft.line], draft, &speaking[draft.line]);
    }
    let (mut best, mut second): (Option<(f32, &Standing)>, f32) = (None, f32::NEG_INFINITY);
    for standing in &standings {
        let weight = standing.weight(drafts.len(), lines);
        match best {
            Some((top, _)) if weight <= top => second = second.max(weight),
            _ => {
                second = best.map_or(second, |(top, _)| top);
                best = Some((weight, standing));
            }
        }
    }
    let (top, author) = best?;
    // Who alone is named is mostly whom the text is about.
    if standings.len() == 1 && author.own == 0 {
        return None;
    }
    // As a share of right bindings, measured on annotated passages. Who says "we" once may mean anyone.
    let certainty = match (top - second, lines) {
        (margin, 3..) if margin > 2.0 => 0.75,
        (margin, 3..) if margin > 1.3 => 0.65,
        (margin, 3..) if margin > 1.0 => 0.55,
        (margin, _) if margin > 2.0 => 0.6,
        (margin, _) if margin > 0.7 => 0.4,
        _ => return None,
    };
    Some((author.actor.clone(), certainty))
}

/// Where a line says "we" outside of quotations.
fn first_persons(line: &Line) -> Vec<usize> {
    let mut quoted = false;
    let mut places = Vec::new();
    for (at, token) in line.tokens.iter().enumerate() {
        quoted ^= token.is_quote();
        if !quoted && matches!(line.word(at), "we" | "us" | "our" | "ours" | "ourselves") {
            places.push(at);
        }
    }
    places
}

/// How a text speaks of one actor.
struct Standing<'d> {
    actor: &'d ActorId,
    /// It is the first that the text names.
    first: bool,
    /// It is named in the first sentence, in the second.
    at_head: [bool; 2],
    times: u32,
    lines: u32,
    /// Lines that also say "we".
    beside: u32,
    last_line: Option<usize>,
    /// Named so often within few words of "we".
    near: u32,
    /// By a person.
    people: u32,
    /// By such a person where "our" follows.
    followed: u32,
    /// As a people ("the Danes"), as authors call others.
    as_people: u32,
    /// "We Swiss", "our Prime Minister Modi", "here in Accra", "Her Majesty's Government".
    own: u32,
    weight_of_own: f32,
}

impl<'d> Standing<'d> {
    fn new(actor: &'d ActorId, first: bool) -> Self {
        Standing {
            actor,
            first,
            at_head: [false; 2],
            times: 0,
            lines: 0,
            beside: 0,
            last_line: None,
            near: 0,
            people: 0,
            followed: 0,
            as_people: 0,
            own: 0,
            weight_of_own: 0.0,
        }
    }

    fn add(&mut self, line: &Line, draft: &Draft, speaking: &[usize]) {
        self.times += 1;
        if self.last_line != Some(draft.line) {
            self.last_line = Some(draft.line);
            self.lines += 1;
            self.beside += u32::from(!speaking.is_empty());
        }
        if let Some(head) = self.at_head.get_mut(draft.line) {
            *head = true;
        }
        let start = draft.tokens.start;
        self.near += u32::from(speaking.iter().any(|at| at.abs_diff(start) <= NEAR));
        if draft.how == How::Person {
            self.people += 1;
            let end = draft.tokens.end;
            self.followed += u32::from((end..end + 9).any(|at| line.word(at) == "our"));
        }
        self.as_people +=
            u32::from(draft.how == How::Demonym && draft.shape == Shape::Several && draft.tokens.len() == 1);
        if self.own < OFTEN
            && let Some(weight) = own(line, draft)
        {
            self.own += 1;
            self.weight_of_own += weight;
        }
    }

    /// How likely it says "we": weights fitted to annotated passages, whose claims tell who did.
    fn weight(&self, mentions: usize, lines_of_we: usize) -> f32 {
        let flag = |value: bool| f32::from(u8::from(value));
        let times = self.times as f32;
        let share = |count: u32| count as f32 / times;
        // Where no "we" stands an author names the own state as others do.
        let apart = (self.lines - self.beside).min(LINES) as f32;
        -1.77 * times / mentions as f32
            + 0.99 * flag(self.at_head[0])
            + 0.67 * flag(self.at_head[1])
            + 0.75 * flag(self.first)
            + 1.69 * self.beside as f32 / self.lines as f32
            + 1.53 * apart.sqrt()
            - 1.92 * self.beside as f32 / lines_of_we as f32
            + self.weight_of_own
            - 1.12 * share(self.near)
            + 1.08 * share(self.people)
            - 1.87 * share(self.as_people)
            - 0.9 * self.followed.min(OFTEN) as f32
            - 0.94 * flag(self.times == 1)
    }
}

/// How strongly the words before a mention say that it is the author's own.
fn own(line: &Line, draft: &Draft) -> Option<f32> {
    let start = draft.tokens.start;
    if line.is_quoted(start) {
        return None;
    }
    let before = line.before(start, 1);
    match draft.how {
        How::Demonym if matches!(before, "we" | "us") => Some(1.44),
        How::Person => {
            // "Our own Mr Wilson"; but not "our ambassador told Mr Wilson".
            let mut at = start;
            while at > 0 && start - at < 4 && (line.modifies(at - 1) || is(line.word(at - 1), Class::Title)) {
                if is_plural_noun(line.word(at - 1)) {
                    return None;
                }
                at -= 1;
            }
            (line.before(at, 1) == "our").then_some(1.49)
        }
        How::Name | How::Metonym if before == "in" && matches!(line.before(start, 2), "we" | "here") => Some(2.6),
        // His or Her Majesty's Government.
        How::Name if matches!(line.word(start), "his" | "her") => Some(2.17),
        _ => None,
    }
}
