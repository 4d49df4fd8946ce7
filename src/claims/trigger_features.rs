//! From a trigger, alone and with one mention, to the hashed features by which it and its parties are judged.

use super::features::{
    Features, SentenceView, breaks_between, bucket, certainty_bucket, hash_word, how_code, rank, role_code, slot_hash,
};
use super::slots::Slot;
use crate::lexicon::Frames;
use crate::syntax::Upos;

/// The features that tell whether a trigger states its kind here at all.
pub fn trigger_features(view: &SentenceView, frames: &Frames, index: usize) -> Features {
    let occurrence = &view.occurrences[index];
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
        let coarse = view.slots[index * view.mentions.len() + mention].coarse() as u32;
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
    for other in view.occurrences {
        if other.head == head && other.trigger.frame != occurrence.trigger.frame {
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
