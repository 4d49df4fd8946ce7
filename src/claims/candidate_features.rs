//! From a candidate to the hashed features by which the pair as a whole is judged.

use super::candidates::Candidate;
use super::features::{
    Features, SentenceView, breaks_between, bucket, certainty_bucket, hash_word, how_code, rank, role_code, slot_hash,
};
use crate::actors::Mention;
use crate::lexicon::Frames;
use crate::syntax::Upos;

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
    let together =
        view.prominence.together(view.numbers[candidate.source], view.numbers[candidate.target]).min(6) as u32;
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
