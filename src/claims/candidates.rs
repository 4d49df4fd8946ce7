//! From triggers and mentions to candidate claims: every frame with every two actors of its sentence.

use super::slots::Slot;
use super::triggers::Occurrence;
use crate::actors::Mention;
use crate::lexicon::Frames;

/// A trigger's frame with two mentions in its roles, before it is known whether the sentence states it.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Index into the sentence's trigger occurrences.
    pub occurrence: usize,
    /// Index into the sentence's mentions: the one who acts.
    pub source: usize,
    /// Index into the sentence's mentions: the other.
    pub target: usize,
    /// Where the source stands relative to the trigger.
    pub source_slot: Slot,
    /// Where the target stands.
    pub target_slot: Slot,
    /// Whether the frame's role template expects a source there.
    pub source_fits: bool,
    /// Whether it expects a target there.
    pub target_fits: bool,
}

/// Mentions nearer to a trigger than this many others are paired; keeps endless lists from growing quadratically.
const NEAREST: usize = 24;

/// Pairs the mentions of one sentence under each trigger; `places` says, by trigger and mention, where the mention stands.
pub fn pair_mentions(
    occurrences: &[Occurrence],
    mentions: &[&Mention],
    places: &[Slot],
    frames: &FrameSlots,
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (index, occurrence) in occurrences.iter().enumerate() {
        let mut near: Vec<usize> = (0..mentions.len()).collect();
        if near.len() > NEAREST {
            near.sort_by_key(|&at| (mentions[at].head.abs_diff(occurrence.head), at));
            near.truncate(NEAREST);
            near.sort_unstable();
        }
        let slots: Vec<Slot> = near.iter().map(|&at| places[index * mentions.len() + at]).collect();
        let roles = frames.of_frame(occurrence.trigger.frame);
        for (i, &source) in near.iter().enumerate() {
            for (j, &target) in near.iter().enumerate() {
                let same = mentions[source].actor == mentions[target].actor;
                if same || (!roles.directed && j < i) || (slots[i].is_far() && slots[j].is_far()) {
                    continue;
                }
                let fits = |a: Slot, b: Slot| (roles.sources.contains(&a), roles.targets.contains(&b));
                let (mut source_fits, mut target_fits) = fits(slots[i], slots[j]);
                if !(roles.directed || source_fits && target_fits) {
                    let (turned_target, turned_source) = fits(slots[j], slots[i]);
                    if turned_source && turned_target {
                        (source_fits, target_fits) = (true, true);
                    }
                }
                candidates.push(Candidate {
                    occurrence: index,
                    source,
                    target,
                    source_slot: slots[i],
                    target_slot: slots[j],
                    source_fits,
                    target_fits,
                });
            }
        }
    }
    candidates
}

/// The role templates with their slots read.
#[derive(Clone, Debug)]
pub struct FrameSlots {
    roles: Vec<RoleSlots>,
    of_frame: Vec<usize>,
}

/// One role template.
#[derive(Clone, Debug)]
pub struct RoleSlots {
    /// Where the one who acts may stand.
    pub sources: Vec<Slot>,
    /// Where the other may stand.
    pub targets: Vec<Slot>,
    /// Whether the relationship has a direction.
    pub directed: bool,
}

impl FrameSlots {
    /// Reads the slots that the frames' role templates name.
    ///
    /// # Errors
    /// Names a slot that does not exist.
    pub fn new(frames: &Frames) -> Result<FrameSlots, String> {
        let read = |roles: &str, names: &[String]| {
            names
                .iter()
                .map(|name| {
                    Slot::from_name(name).ok_or_else(|| {
                        format!("lexicon/frames/roles.tsv: {roles}: {name:?} is no slot; see src/claims/slots.rs")
                    })
                })
                .collect::<Result<Vec<Slot>, String>>()
        };
        let roles = frames
            .roles
            .iter()
            .map(|roles| {
                Ok(RoleSlots {
                    sources: read(&roles.name, &roles.sources)?,
                    targets: read(&roles.name, &roles.targets)?,
                    directed: roles.directed,
                })
            })
            .collect::<Result<_, String>>()?;
        Ok(FrameSlots { roles, of_frame: frames.frames.iter().map(|frame| frame.roles).collect() })
    }

    /// The role template of a frame.
    pub fn of_frame(&self, frame: usize) -> &RoleSlots {
        &self.roles[self.of_frame[frame]]
    }
}
