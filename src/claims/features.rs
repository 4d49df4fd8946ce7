//! From a candidate to the hashed features by which it is judged.

use super::candidates::Candidate;
use super::prominence::Prominence;
use super::slots::{Arcs, Slot};
use super::surface::Surface;
use super::triggers::Occurrence;
use crate::actors::{How, Mention};
use crate::lexicon::Frames;
use crate::syntax::Upos;
use crate::text::{SentenceRole, Token};

/// Number of buckets that features are hashed into, a power of two.
pub const BUCKETS: usize = 1 << 16;

/// A sentence with all that its candidates are judged by.
pub struct SentenceView<'a> {
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its arcs.
    pub arcs: &'a Arcs<'a>,
    /// Its mentions.
    pub mentions: &'a [&'a Mention],
    /// Whether each mention's actor is an organisation or bloc rather than a state.
    pub groupings: &'a [bool],
    /// Its triggers.
    pub occurrences: &'a [Occurrence<'a>],
    /// Prose, heading or list item.
    pub role: SentenceRole,
    /// Lists of actors and clauses as the order of words shows them.
    pub surface: &'a Surface,
    /// How much of the document its actors take up.
    pub prominence: &'a Prominence,
    /// Hash of each word's lemma.
    pub lemmas: &'a [u32],
}

/// Hashes a word for use in features.
pub fn hash_word(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193))
}

/// Collects features, each a template number with values, into buckets.
#[derive(Default)]
pub struct Features {
    /// Bucket numbers, one per feature.
    pub buckets: Vec<u32>,
}

impl Features {
    /// Adds a feature.
    pub fn add(&mut self, template: u32, values: &[u32]) {
        let mut hash = template.wrapping_mul(0x9e37_79b1) ^ 0x7f4a_7c15;
        for &value in values {
            hash = (hash.rotate_left(5) ^ value).wrapping_mul(0x85eb_ca6b);
        }
        hash ^= hash >> 15;
        hash = hash.wrapping_mul(0xc2b2_ae35);
        hash ^= hash >> 13;
        self.buckets.push(hash & (BUCKETS as u32 - 1));
    }
}

fn slot_hash(slot: Slot) -> u32 {
    slot.steps().iter().fold(17, |hash: u32, &step| (hash.rotate_left(7) ^ u32::from(step)).wrapping_mul(0x0100_0193))
}

fn bucket(distance: usize) -> u32 {
    match distance {
        0..=3 => distance as u32,
        4..=6 => 4,
        7..=10 => 5,
        11..=16 => 6,
        17..=26 => 7,
        _ => 8,
    }
}

fn how_code(how: How) -> u32 {
    match how {
        How::Name => 0,
        How::Demonym => 1,
        How::Metonym => 2,
        How::Person => 3,
        How::Pronoun => 4,
        How::Phrase => 5,
    }
}

/// The features of one candidate.
pub fn candidate_features(view: &SentenceView, frames: &Frames, candidate: &Candidate) -> Features {
    let occurrence = &view.occurrences[candidate.occurrence];
    let frame = &frames.frames[occurrence.trigger.frame];
    let (source, target) = (view.mentions[candidate.source], view.mentions[candidate.target]);
    let head = occurrence.head;
    let kind = frame.kind as u32;
    let class = occurrence.trigger.class as u32;
    let roles = frame.roles as u32;
    let lemma = view.lemmas[head];
    let (s, t) = (slot_hash(candidate.source_slot), slot_hash(candidate.target_slot));
    let (s0, t0) = (u32::from(candidate.source_slot.base()), u32::from(candidate.target_slot.base()));
    let fits = u32::from(candidate.source_fits) * 2 + u32::from(candidate.target_fits);
    let mut f = Features { buckets: Vec::with_capacity(80) };

    f.add(1, &[kind]);
    f.add(2, &[hash_word(&frame.name)]);
    f.add(3, &[lemma, class]);
    f.add(4, &[lemma, kind]);
    f.add(5, &[fits]);
    f.add(6, &[fits, kind]);
    f.add(7, &[fits, class]);
    f.add(8, &[fits, roles]);
    f.add(9, &[fits, lemma]);
    f.add(10, &[s, t, class]);
    f.add(11, &[s, t, kind]);
    f.add(12, &[s, t, roles]);
    f.add(13, &[s, t, lemma]);
    f.add(14, &[s, class]);
    f.add(15, &[t, class]);
    f.add(16, &[s, roles]);
    f.add(17, &[t, roles]);
    f.add(18, &[s, kind]);
    f.add(19, &[t, kind]);
    f.add(20, &[s0, t0, class]);
    f.add(21, &[s0, t0, kind]);
    f.add(22, &[s0, t0, roles]);
    let (sc, tc) = (candidate.source_slot.coarse() as u32, candidate.target_slot.coarse() as u32);
    f.add(25, &[sc, tc, class]);
    f.add(26, &[sc, tc, kind]);
    f.add(27, &[sc, tc, lemma]);
    f.add(28, &[sc, tc, hash_word(&frame.name)]);
    f.add(23, &[s, lemma]);
    f.add(24, &[t, lemma]);

    let order =
        u32::from(source.head < head) * 4 + u32::from(target.head < head) * 2 + u32::from(source.head < target.head);
    let (to_source, to_target) = (bucket(source.head.abs_diff(head)), bucket(target.head.abs_diff(head)));
    f.add(30, &[order, roles]);
    f.add(31, &[order, kind]);
    f.add(32, &[order, to_source, class]);
    f.add(33, &[order, to_target, class]);
    f.add(34, &[order, to_source, to_target]);
    f.add(35, &[order, fits, roles]);
    f.add(37, &[order, sc, tc, class]);
    f.add(36, &[bucket(source.head.abs_diff(target.head)), class]);

    let (source_rank, target_rank) = (rank(view, candidate.source, head), rank(view, candidate.target, head));
    f.add(40, &[order, source_rank, roles]);
    f.add(41, &[order, target_rank, roles]);
    f.add(42, &[order, source_rank, target_rank, class]);
    f.add(43, &[order, source_rank, target_rank, fits]);
    f.add(44, &[(view.mentions.len() as u32).min(10), class]);

    let surface = view.surface;
    let lists = |mention: usize| (surface.lists_between(mention, head) as u32).min(4);
    let apart = |mention: &Mention| (surface.clauses_apart(head, mention.head).clamp(-3, 3) + 3) as u32;
    let (source_lists, target_lists) = (lists(candidate.source), lists(candidate.target));
    let (source_before, target_before) = (surface.before[candidate.source], surface.before[candidate.target]);
    let same_list = u32::from(surface.lists[candidate.source] == surface.lists[candidate.target]);
    f.add(100, &[order, source_lists, target_lists, class]);
    f.add(101, &[order, source_lists, target_lists, kind]);
    f.add(102, &[order, target_before, class]);
    f.add(103, &[order, target_before, kind]);
    f.add(104, &[target_before, lemma, order & 3]);
    f.add(105, &[order, source_before, class]);
    f.add(106, &[apart(source), apart(target), class]);
    f.add(107, &[apart(source), apart(target), sc, tc]);
    f.add(108, &[same_list, roles]);
    f.add(109, &[same_list, sc, tc, kind]);
    f.add(110, &[source_lists, target_lists, sc, tc]);
    f.add(111, &[order, source_lists, target_lists, target_before, class]);
    f.add(112, &[apart(source), source_lists, order, class]);
    f.add(113, &[apart(target), target_lists, order, class]);
    f.add(114, &[apart(source), apart(target), source_lists, target_lists, order]);

    f.add(50, &[how_code(source.how), how_code(target.how)]);
    f.add(51, &[how_code(source.how), s, class]);
    f.add(52, &[how_code(target.how), t, class]);
    f.add(53, &[certainty_bucket(source), certainty_bucket(target)]);
    let groupings = u32::from(view.groupings[candidate.source]) * 2 + u32::from(view.groupings[candidate.target]);
    f.add(54, &[groupings, kind]);
    f.add(55, &[groupings, kind, lemma]);
    f.add(56, &[groupings, fits, kind]);

    let (first, last) = (source.head.min(target.head), source.head.max(target.head));
    let breaks = breaks_between(view, first.min(head), last.max(head));
    let together = view.prominence.together(&source.actor, &target.actor).min(6) as u32;
    f.add(57, &[together]);
    f.add(58, &[together, kind]);
    f.add(59, &[together, fits]);
    f.add(60, &[breaks, class]);
    f.add(61, &[breaks, fits]);
    f.add(62, &[breaks_between(view, first, last), order]);
    let coordinated = u32::from(view.arcs.same_coordination(source.head, target.head));
    f.add(63, &[coordinated, roles]);
    f.add(64, &[coordinated, kind, s0]);
    f.add(65, &[coordinated, order, lemma]);
    f.add(66, &[role_code(view.role), class]);
    f.add(67, &[role_code(view.role), order, fits]);

    let words = view.arcs.words;
    let governor = view.arcs.parent(head);
    let governor_lemma = governor.map_or(0, |at| view.lemmas[at]);
    f.add(70, &[governor_lemma, hash_word(words[head].relation), class]);
    f.add(71, &[governor_lemma, kind]);
    f.add(72, &[hash_word(words[head].relation), class, fits]);
    f.add(73, &[hash_word(words[head].xpos), kind]);
    let next = view.lemmas.get(occurrence.last + 1).copied().unwrap_or(1);
    let before = head.checked_sub(1).map_or(2, |at| view.lemmas[at]);
    f.add(74, &[next, lemma]);
    f.add(75, &[before, lemma]);
    f.add(76, &[next, kind, order]);
    f.add(77, &[before, kind]);

    for (template, mention, slot) in [(80, source, s0), (85, target, t0)] {
        let at = mention.head;
        let previous = mention.tokens.start.checked_sub(1).map_or(3, |before| view.lemmas[before]);
        let following = view.lemmas.get(mention.tokens.end).copied().unwrap_or(4);
        f.add(template, &[previous, class, slot]);
        f.add(template + 1, &[previous, kind]);
        f.add(template + 2, &[following, class, slot]);
        f.add(template + 3, &[hash_word(words[at].relation), slot, class]);
        let above = view.arcs.parent(at).map_or(0, |up| view.lemmas[up]);
        f.add(template + 4, &[above, kind, u32::from(view.arcs.parent(at) == Some(head))]);
    }
    for (at, word) in words.iter().enumerate().take(last).skip(first + 1) {
        if at != head && last - first < 12 && matches!(word.upos, Upos::Verb | Upos::Adp | Upos::Noun | Upos::Adj) {
            f.add(90, &[view.lemmas[at], kind]);
        }
    }
    f
}

/// The features that tell whether a trigger states its kind here at all.
pub fn trigger_features(view: &SentenceView, frames: &Frames, occurrence: usize) -> Features {
    let occurrence = &view.occurrences[occurrence];
    let frame = hash_word(&frames.frames[occurrence.trigger.frame].name);
    let kind = frames.frames[occurrence.trigger.frame].kind as u32;
    let class = occurrence.trigger.class as u32;
    let head = occurrence.head;
    let words = view.arcs.words;
    let lemma = view.lemmas[head];
    let mut f = Features { buckets: Vec::with_capacity(60) };
    f.add(300, &[kind]);
    f.add(301, &[frame]);
    f.add(302, &[lemma, class]);
    f.add(303, &[lemma, kind]);
    f.add(304, &[lemma, kind, hash_word(words[head].xpos)]);
    f.add(305, &[frame, hash_word(words[head].xpos)]);
    f.add(306, &[frame, hash_word(words[head].relation)]);
    f.add(307, &[occurrence.trigger.words.len() as u32, kind]);
    let governor = view.arcs.parent(head).map_or(0, |at| view.lemmas[at]);
    f.add(308, &[governor, kind]);
    f.add(309, &[governor, lemma]);
    f.add(310, &[governor, hash_word(words[head].relation), class]);
    let next = view.lemmas.get(occurrence.last + 1).copied().unwrap_or(1);
    let before = occurrence.first.checked_sub(1).map_or(2, |at| view.lemmas[at]);
    f.add(311, &[next, lemma]);
    f.add(312, &[before, lemma]);
    f.add(313, &[next, kind, class]);
    f.add(314, &[before, kind, class]);
    f.add(315, &[next, frame]);
    f.add(316, &[before, frame]);
    for &child in view.arcs.children(head) {
        f.add(317, &[view.lemmas[child], kind]);
        f.add(318, &[hash_word(words[child].relation), frame]);
        f.add(319, &[hash_word(words[child].relation), class, kind]);
        f.add(320, &[view.lemmas[child], lemma]);
    }
    for (at, word) in words.iter().enumerate().take(head + 5).skip(head.saturating_sub(4)) {
        if at != head && matches!(word.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adp) {
            f.add(321, &[view.lemmas[at], kind]);
        }
    }
    let (mut left, mut right) = (9, 9);
    let mut near = 0;
    for (mention, entry) in view.mentions.iter().enumerate() {
        let lists = view.surface.lists_between(mention, head).min(9) as u32;
        let same_clause = view.surface.clauses_apart(head, entry.head) == 0;
        near += u32::from(same_clause && lists == 0);
        let side = if entry.head < head { &mut left } else { &mut right };
        *side = (*side).min(bucket(entry.head.abs_diff(head)) + if same_clause { 0 } else { 10 });
        let coarse = view.arcs.slot(head, entry.head).coarse() as u32;
        f.add(322, &[coarse, class, kind]);
        f.add(323, &[coarse, frame]);
    }
    f.add(324, &[left, right, class]);
    f.add(325, &[left, right, kind]);
    f.add(326, &[left, class]);
    f.add(327, &[right, class]);
    f.add(328, &[near.min(4), class, kind]);
    f.add(329, &[(view.mentions.len() as u32).min(8), kind]);
    f.add(330, &[role_code(view.role), kind]);
    for (index, other) in view.occurrences.iter().enumerate() {
        if other.head == head && view.occurrences[index].trigger.frame != occurrence.trigger.frame {
            f.add(331, &[hash_word(&frames.frames[other.trigger.frame].name), frame]);
        }
    }
    f
}

/// The features that tell whether a mention is a party to what a trigger states; the one who acts and the other have
/// weights of their own.
pub fn role_features(view: &SentenceView, frames: &Frames, occurrence: usize, mention: usize, slot: Slot) -> Features {
    let occurrence = &view.occurrences[occurrence];
    let entry = view.mentions[mention];
    let frame = &frames.frames[occurrence.trigger.frame];
    let (kind, roles, class) = (frame.kind as u32, frame.roles as u32, occurrence.trigger.class as u32);
    let head = occurrence.head;
    let lemma = view.lemmas[head];
    let words = view.arcs.words;
    let (s, s0, sc) = (slot_hash(slot), u32::from(slot.base()), slot.coarse() as u32);
    let side = u32::from(entry.head < head);
    let lists = (view.surface.lists_between(mention, head) as u32).min(4);
    let apart = (view.surface.clauses_apart(head, entry.head).clamp(-3, 3) + 3) as u32;
    let before = view.surface.before[mention];
    let distance = bucket(entry.head.abs_diff(head));
    let directed = u32::from(frames.roles[frame.roles].directed);
    let passive = u32::from(class == 0 && view.arcs.is_passive(head));
    let mut f = Features { buckets: Vec::with_capacity(48) };
    f.add(400, &[directed, s]);
    f.add(401, &[s, class]);
    f.add(402, &[s, kind]);
    f.add(403, &[s, roles]);
    f.add(404, &[s, lemma]);
    f.add(405, &[s0, roles]);
    f.add(406, &[sc, roles]);
    f.add(407, &[sc, class]);
    f.add(408, &[sc, kind]);
    f.add(409, &[sc, lemma]);
    f.add(410, &[side, lists, apart, class]);
    f.add(411, &[side, lists, roles]);
    f.add(412, &[side, apart, roles]);
    f.add(413, &[side, before, class]);
    f.add(414, &[side, before, roles]);
    f.add(415, &[side, before, lemma]);
    f.add(416, &[side, before, lists, class]);
    f.add(417, &[side, lists, apart, sc]);
    f.add(418, &[side, distance, class]);
    f.add(419, &[side, distance, sc]);
    f.add(420, &[side, passive, lists, class]);
    f.add(421, &[side, passive, sc]);
    f.add(422, &[how_code(entry.how), sc, class]);
    f.add(423, &[how_code(entry.how), side, lists]);
    f.add(424, &[certainty_bucket(entry)]);
    let grouping = u32::from(view.groupings[mention]);
    f.add(425, &[grouping, kind]);
    f.add(426, &[grouping, kind, lemma]);
    f.add(427, &[grouping, kind, side, lists]);
    f.add(428, &[breaks_between(view, entry.head.min(head), entry.head.max(head)), class]);
    f.add(429, &[breaks_between(view, entry.head.min(head), entry.head.max(head)), sc]);
    f.add(430, &[hash_word(words[entry.head].relation), side, class]);
    let above = view.arcs.parent(entry.head).map_or(0, |up| view.lemmas[up]);
    f.add(431, &[above, side, class]);
    f.add(432, &[above, kind]);
    let following = view.lemmas.get(entry.tokens.end).copied().unwrap_or(4);
    f.add(433, &[following, side, class]);
    f.add(434, &[rank(view, mention, head), side, class]);
    let only = u32::from(!view.surface.lists.contains(&(view.surface.lists[mention] + 1)));
    f.add(435, &[only, view.surface.lists[mention].min(3) as u32, side, class]);
    f.add(436, &[role_code(view.role), side, lists]);
    f
}

/// How many other mentions stand between a mention and the trigger, on the same side.
fn rank(view: &SentenceView, mention: usize, head: usize) -> u32 {
    let at = view.mentions[mention].head;
    let (from, to) = (at.min(head), at.max(head));
    let between = view.mentions.iter().filter(|other| other.head > from && other.head < to && other.head != at).count();
    (between as u32).min(5)
}

fn certainty_bucket(mention: &Mention) -> u32 {
    (mention.certainty * 5.0) as u32
}

fn role_code(role: SentenceRole) -> u32 {
    match role {
        SentenceRole::Prose => 0,
        SentenceRole::Heading => 1,
        SentenceRole::ListItem => 2,
    }
}

/// Counts what separates clauses in a stretch of words: finite verbs, semicolons and the like, relative pronouns.
fn breaks_between(view: &SentenceView, from: usize, to: usize) -> u32 {
    let (mut verbs, mut marks, mut commas) = (0, 0, 0);
    for at in from + 1..to {
        let word = &view.arcs.words[at];
        match word.xpos {
            "VBD" | "VBZ" | "VBP" | "MD" => verbs += 1,
            ":" | "." => marks += 1,
            "," => commas += 1,
            _ => {}
        }
        if view.tokens[at].form == ";" {
            marks += 1;
        }
    }
    (verbs.min(3) * 4 + marks.min(2)) * 4 + commas.min(3)
}
