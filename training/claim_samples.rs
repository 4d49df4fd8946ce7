//! From annotated passages to what the models learn from: triggers, parties and pairs with the right answers.

use crate::claim_walk::{empty_reader, walk};
use crate::gold::{self, GoldDocument, sorted};
use alliance_map::claims::candidate_features::candidate_features;
use alliance_map::claims::features::SentenceView;
use alliance_map::claims::status::status_features;
use alliance_map::claims::trigger_features::{role_features, trigger_features};
use alliance_map::terms::{Kind, Status};

/// A candidate with its features and what the annotation says of it.
pub struct Example {
    pub document: usize,
    pub sentence: Option<usize>,
    pub pair: (String, String),
    pub kind: Kind,
    pub status_features: Vec<u32>,
    pub claim: bool,
    pub weight: f32,
    pub status: Option<Status>,
    pub note: String,
    pub trigger: usize,
    pub source: usize,
    pub target: usize,
}

/// Something to be judged by a linear model: features, the right answer, and how much it counts.
pub struct Sample {
    pub document: usize,
    pub features: Vec<u32>,
    pub answer: bool,
    pub weight: f32,
}

/// All that is learned from, by model. Candidates refer to triggers and roles by index.
#[derive(Default)]
pub struct Samples {
    pub candidates: Vec<Example>,
    pub pairs: Vec<Sample>,
    pub triggers: Vec<Sample>,
    pub sources: Vec<Sample>,
    pub targets: Vec<Sample>,
}

/// Reads every sentence of the passages into samples.
pub fn samples(documents: &[GoldDocument]) -> Samples {
    let reader = empty_reader();
    let mut samples = Samples::default();
    walk(documents, &reader, |walked, view, candidates| {
        let (mentions, here) = (walked.mentions, &walked.claims);
        let ids: Vec<String> = mentions.iter().map(|mention| gold::normal(mention.actor.as_str())).collect();
        let mut of_trigger = Vec::new();
        for (at, occurrence) in view.occurrences.iter().enumerate() {
            let kind = reader.frames.frames[occurrence.trigger.frame].kind;
            let (first, last) = (view.tokens[occurrence.first].span.start, view.tokens[occurrence.last].span.end);
            let claims: Vec<_> = here
                .iter()
                .copied()
                .filter(|claim| claim.kind == kind && claim.cue.is_some_and(|(start, end)| first < end && start < last))
                .collect();
            let optional = !claims.is_empty() && claims.iter().all(|claim| claim.optional);
            samples.triggers.push(Sample {
                document: walked.document,
                features: trigger_features(view, &reader.frames, at).buckets,
                answer: !claims.is_empty(),
                weight: if optional { 0.0 } else { 1.0 },
            });
            of_trigger.push((samples.triggers.len() - 1, claims, (first, last)));
        }
        let mut roles = vec![None; view.occurrences.len() * mentions.len()];
        for candidate in candidates {
            let occurrence = &view.occurrences[candidate.occurrence];
            let frame = &reader.frames.frames[occurrence.trigger.frame];
            let directed = reader.slots.of_frame(occurrence.trigger.frame).directed;
            let (trigger, claims, (first, last)) = &of_trigger[candidate.occurrence];
            for (mention, slot) in
                [(candidate.source, candidate.source_slot), (candidate.target, candidate.target_slot)]
            {
                let entry = &mut roles[candidate.occurrence * mentions.len() + mention];
                if entry.is_none() {
                    *entry = Some(samples.sources.len());
                    let features = role_features(view, &reader.frames, candidate.occurrence, mention, slot).buckets;
                    let party = |first: bool| {
                        claims.iter().any(|claim| {
                            let (one, other) =
                                if first { (&claim.pair.0, &claim.pair.1) } else { (&claim.pair.1, &claim.pair.0) };
                            *one == ids[mention] || (!(directed && claim.directed) && *other == ids[mention])
                        })
                    };
                    let (acts, undergoes) = (party(true), party(false));
                    let clear = nearest(view, occurrence.head, mention) == mention;
                    // Only where the trigger states something is there a right answer.
                    let stated = claims.iter().any(|claim| !claim.optional);
                    let weight = |answer: bool| if stated && (clear || !answer) { 1.0 } else { 0.0 };
                    samples.sources.push(Sample {
                        document: walked.document,
                        features: features.clone(),
                        answer: acts,
                        weight: weight(acts),
                    });
                    samples.targets.push(Sample {
                        document: walked.document,
                        features,
                        answer: undergoes,
                        weight: weight(undergoes),
                    });
                }
            }
            let role = |mention: usize| roles[candidate.occurrence * mentions.len() + mention].unwrap_or_default();
            let pair = sorted(&ids[candidate.source], &ids[candidate.target]);
            let mut example = Example {
                document: walked.document,
                sentence: walked.gold_sentence,
                pair: pair.clone(),
                kind: frame.kind,
                status_features: status_features(view, &reader.frames, &reader.cues, candidate).buckets,
                claim: false,
                weight: 1.0,
                status: None,
                trigger: *trigger,
                source: role(candidate.source),
                target: role(candidate.target),
                note: format!(
                    "{} {} {} {}",
                    frame.name,
                    view.tokens[occurrence.head].form,
                    candidate.source_slot.name(),
                    candidate.target_slot.name()
                ),
            };
            for claim in
                here.iter().filter(|claim| sorted(&claim.pair.0, &claim.pair.1) == pair && claim.kind == frame.kind)
            {
                let on_cue = claim.cue.is_none_or(|(start, end)| *first < end && start < *last);
                if directed && claim.directed && claim.pair.0 != ids[candidate.source] {
                    continue;
                }
                example.claim = true;
                let clear = nearest(view, occurrence.head, candidate.source) == candidate.source
                    && nearest(view, occurrence.head, candidate.target) == candidate.target;
                example.weight = if claim.optional || !clear {
                    0.0
                } else if on_cue {
                    1.0
                } else {
                    0.25
                };
                example.status = (!claim.optional).then_some(claim.status);
                if on_cue {
                    break;
                }
            }
            samples.pairs.push(Sample {
                document: walked.document,
                features: candidate_features(view, &reader.frames, candidate).buckets,
                answer: example.claim,
                weight: example.weight,
            });
            samples.candidates.push(example);
        }
    });
    samples
}

/// Of the mentions of one actor the one that an annotator would have meant under this trigger: the nearest along the arcs,
/// then by words. Which of them it was is not annotated.
fn nearest(view: &SentenceView, trigger: usize, mention: usize) -> usize {
    let actor = &view.mentions[mention].actor;
    let cost = |at: &usize| {
        let head = view.mentions[*at].head;
        let slot = view.arcs.slot(trigger, head);
        let depth = if slot.is_far() { 6 } else { slot.steps().iter().filter(|&&step| step != 0).count() };
        (
            depth * 2
                + view.surface.clauses_apart(trigger, head).unsigned_abs() as usize * 4
                + head.abs_diff(trigger) / 4,
            *at,
        )
    };
    (0..view.mentions.len()).filter(|&at| view.mentions[at].actor == *actor).min_by_key(cost).unwrap_or(mention)
}

/// Prints the share of annotated claims that some candidate could read: the ceiling of what training can reach.
pub fn report_reach(documents: &[GoldDocument], examples: &[Example]) {
    let mut kinds = std::collections::BTreeSet::new();
    let mut pairs = std::collections::BTreeSet::new();
    for example in examples {
        if example.claim {
            kinds.insert((example.document, example.sentence, example.pair.clone(), example.kind));
        }
        pairs.insert((example.document, example.sentence, example.pair.clone()));
    }
    let (mut all, mut kind, mut pair, mut mentioned) = (0, 0, 0, 0);
    for (index, document) in documents.iter().enumerate() {
        for claim in document.claims.iter().filter(|claim| !claim.optional) {
            let key = sorted(&claim.pair.0, &claim.pair.1);
            all += 1;
            kind += usize::from(kinds.contains(&(index, Some(claim.sentence), key.clone(), claim.kind)));
            pair += usize::from(pairs.contains(&(index, Some(claim.sentence), key)));
            let here: Vec<String> = document
                .read
                .mentions
                .iter()
                .filter(|mention| document.sentence_of(mention.span.start, mention.span.end) == Some(claim.sentence))
                .map(|mention| gold::normal(mention.actor.as_str()))
                .collect();
            mentioned += usize::from(here.contains(&claim.pair.0) && here.contains(&claim.pair.1));
        }
    }
    let positive = examples.iter().filter(|example| example.claim).count();
    println!("{all} claims; both actors mentioned {mentioned}, with a candidate {pair}, of the right kind {kind}");
    println!("{} candidates, {positive} of them right", examples.len());
}
