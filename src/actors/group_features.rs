//! From words for several ("both", "the two leaders") and a set of actors that they may mean to what speaks for it and against:
//! features, each with one of a few values.

use super::discourse::Discourse;
use super::grammar::role;
use super::groups::{Candidate, Standing, Wanted};
use super::phrases::is_state;
use super::references::Place;
use super::word_classes::{Class, is};
use crate::syntax::Upos;

/// Number of different values of each feature of the words, as in `training/train_antecedents.py`.
pub const OF_WORDS: [usize; 8] = [6, 6, 5, 6, 4, 4, 2, 3];

/// Number of different values of each feature of a set that they may mean.
pub const OF_GROUP: [usize; 16] = [8, 4, 5, 4, 8, 5, 5, 6, 8, 8, 5, 5, 8, 4, 4, 3];

/// The features of the words.
pub(super) fn of_words(place: &Place, wanted: &Wanted, candidates: &[Candidate]) -> [usize; OF_WORDS.len()] {
    let line = place.line;
    let word = match place.word(0) {
        "both" => 0,
        "neither" | "either" => 1,
        "each" => 2,
        "all" | "any" | "none" => 3,
        _ if wanted.count > 0 => 4,
        _ => 5,
    };
    let noun = line.word(wanted.head);
    let one = noun.strip_suffix('s').unwrap_or(noun);
    let noun = match () {
        () if !wanted.has_noun => 0,
        () if wanted.persons => 1,
        () if wanted.states => 2,
        () if is(one, Class::NeighbourNoun) || is(one, Class::RelationshipNoun) => 3,
        () => 4,
    };
    let at = match place.at {
        0..=2 => 0,
        3..=7 => 1,
        8..=15 => 2,
        _ => 3,
    };
    let after = match (line.word(wanted.head + 1), line.upos(wanted.head + 1)) {
        ("of", _) => 1,
        (_, Some(Upos::Verb | Upos::Aux | Upos::Adv)) => 2,
        _ => 0,
    };
    let choice = match candidates.len() {
        few @ 0..=1 => few,
        2..=3 => 2,
        _ => 3,
    };
    let size = wanted.count.saturating_sub(1).min(5);
    [word, size, noun, role(line, wanted.head) as usize, at, choice, usize::from(line.is_quoted(place.at)), after]
}

/// The features of a set that they may mean.
pub(super) fn of_group(
    place: &Place,
    discourse: &Discourse,
    wanted: &Wanted,
    standings: &[Standing],
    candidate: &Candidate,
) -> [usize; OF_GROUP.len()] {
    let of = |actor| standings.iter().find(|standing| standing.actor == actor);
    let members: Vec<Option<&Standing>> = candidate.actors.iter().map(of).collect();
    let shared =
        |lines: fn(&Standing) -> u16| members.iter().fold(u16::MAX, |shared, member| shared & member.map_or(0, lines));
    let any = |truth: fn(&Standing) -> bool| usize::from(members.iter().flatten().any(|member| truth(member)));
    let lines = shared(|standing| standing.lines);
    let here = lines & 1;
    let together = match (candidate.together, candidate.certainty) {
        (false, _) => 0,
        (true, 1.0..) => 1,
        (true, 0.7..) => 2,
        (true, _) => 3,
    };
    let alike = usize::from(candidate.subject) + 2 * usize::from(candidate.people == wanted.persons);
    // The last line that speaks of them all, and how many others it speaks of.
    let back = lines.trailing_zeros() as usize;
    let others = match lines {
        0 => 4,
        _ => standings.iter().filter(|one| one.lines >> back & 1 == 1).count().saturating_sub(members.len()).min(3),
    };
    // How many others have been spoken of since.
    let later = (1_u16 << back.min(15)) - 1;
    let since = match lines {
        0 => 4,
        _ => standings
            .iter()
            .filter(|one| one.lines & later != 0 && !candidate.actors.contains(one.actor))
            .count()
            .min(3),
    };
    let back = match back {
        near @ 0..=4 => near,
        5..=6 => 5,
        7..=10 => 6,
        _ => 7,
    };
    let presences = || members.iter().map(|member| presence(member.map_or(-9.0, |member| member.presence)));
    let named: Vec<usize> = candidate
        .actors
        .iter()
        .map(|actor| of(actor).map_or_else(|| discourse.times_named(actor), |one| one.named))
        .collect();
    let most_named = match named.iter().max().copied().unwrap_or(0) {
        few @ 0..=4 => few,
        5..=8 => 5,
        9..=16 => 6,
        _ => 7,
    };
    let subjects = shared(|standing| standing.subject_in);
    let states = candidate.actors.iter().filter(|actor| is_state(place, actor)).count();
    [
        together + 4 * usize::from(here),
        if candidate.together { alike } else { 0 },
        discourse.times_together(&candidate.actors).min(4),
        candidate.in_line.map_or(0, |back| back + 1),
        back,
        others,
        since,
        lines.count_ones().min(5) as usize,
        presences().min().unwrap_or(0),
        presences().max().unwrap_or(0),
        members.iter().map(|member| member.map_or(0, |member| member.times)).min().unwrap_or(0).min(4),
        named.iter().min().copied().unwrap_or(0).min(4),
        most_named,
        usize::from(subjects & 2 != 0) + 2 * usize::from(subjects & 1 != 0),
        any(|standing| standing.follows) + 2 * any(|standing| standing.acts_before),
        if states == candidate.actors.len() { 0 } else { 1 + usize::from(states > 0) },
    ]
}

/// Whether the features are those of a set of which the sentence has spoken already.
pub(super) fn is_here(features: &[usize; OF_GROUP.len()]) -> bool {
    features[0] >= 4
}

/// One of eight steps of how present an actor is.
fn presence(value: f32) -> usize {
    [-2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5].iter().filter(|&&step| value >= step).count()
}
