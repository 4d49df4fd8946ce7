//! The claim reader: frames, cues and weights together, and the one function that applies them to a document.

use super::arcs::Arcs;
use super::attribution::Speakers;
use super::candidates::{Candidate, FrameSlots};
use super::features::SentenceView;
use super::model::ClaimModel;
use super::prominence::Prominence;
use super::proposals::propose;
use super::sentence::with_candidates;
use super::status::{StatusCues, status_features};
use super::times::{find_times, time_of};
use super::{Claim, ClaimsRead, Unread};
use crate::actors::Mention;
use crate::lexicon::{Frames, Lexicon};
use crate::span::Span;
use crate::syntax::Word;
use crate::terms::ActorId;
use crate::text::Document;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// All that is needed to read claims, loaded once.
#[derive(Clone, Debug)]
pub struct ClaimReader {
    /// Which words state which kind.
    pub frames: Frames,
    /// Where the parties stand.
    pub slots: FrameSlots,
    /// Words that bear on a status.
    pub cues: StatusCues,
    /// The weights that judge candidates.
    pub model: ClaimModel,
}

impl ClaimReader {
    /// The reader that ships with the crate.
    ///
    /// # Panics
    /// If a table or the weights are malformed, which the tests rule out.
    pub fn embedded() -> &'static ClaimReader {
        static READER: OnceLock<ClaimReader> = OnceLock::new();
        READER.get_or_init(|| {
            let model = ClaimModel::embedded().unwrap_or_else(|error| panic!("{error}"));
            ClaimReader::with_model(model)
        })
    }

    /// The shipped tables with these weights.
    ///
    /// # Panics
    /// If a table is malformed, which the tests rule out.
    pub fn with_model(model: ClaimModel) -> ClaimReader {
        let frames = Frames::embedded().unwrap_or_else(|error| panic!("{error}"));
        let slots = FrameSlots::new(&frames).unwrap_or_else(|error| panic!("{error}"));
        ClaimReader { frames, slots, cues: StatusCues::embedded(), model }
    }

    /// Reads the claims of a document.
    pub fn read(
        &self,
        document: &Document,
        parses: &[Vec<Word>],
        mentions: &[Mention],
        lexicon: &Lexicon,
    ) -> ClaimsRead {
        let mut read = ClaimsRead::default();
        let prominence = Prominence::new(mentions);
        let mut speakers = Speakers::new();
        let mut from = 0;
        for (index, sentence) in document.sentences.iter().enumerate() {
            let count = mentions[from..].iter().take_while(|mention| mention.sentence == index).count();
            let here: Vec<&Mention> = mentions[from..from + count].iter().collect();
            let arcs = Arcs::new(&parses[index]);
            let cited = speakers.enter(document, index, &here, &arcs);
            let frames = (&self.frames, &self.slots);
            with_candidates(sentence, &arcs, &here, frames, &prominence, lexicon, |view, candidates| {
                let first = read.claims.len();
                let triggers = self.judge(index, from, view, candidates, &mut read);
                let times = find_times(document, view.tokens);
                for (claim, trigger) in read.claims[first..].iter_mut().zip(triggers) {
                    claim.attribution = speakers.of_trigger(document, view.tokens, &cited, (trigger, &here, &arcs));
                    claim.when = time_of(&times, trigger, view.surface);
                }
            });
            from += count;
        }
        read
    }

    /// Adds the claims of one sentence; returns the word that carries each one's trigger.
    fn judge(
        &self,
        sentence: usize,
        first: usize,
        view: &SentenceView,
        candidates: &[Candidate],
        read: &mut ClaimsRead,
    ) -> Vec<usize> {
        let scores = self.model.judge(view, &self.frames, candidates);
        let mut triggers = Vec::new();
        let mut unread: BTreeMap<(ActorId, ActorId), (i32, Span)> = BTreeMap::new();
        let proposals = propose(view, candidates, &scores, &self.frames);
        let reached = self.model.above_threshold(&proposals);
        for (proposal, above) in proposals.into_iter().zip(reached) {
            let candidate = &candidates[proposal.candidate];
            let occurrence = &view.occurrences[candidate.occurrence];
            let cue = Span::new(view.tokens[occurrence.first].span.start, view.tokens[occurrence.last].span.end);
            if above < 0 {
                let seen = unread.entry(proposal.pair).or_insert((above, cue));
                if above > seen.0 {
                    *seen = (above, cue);
                }
                continue;
            }
            let frame = occurrence.trigger.frame;
            triggers.push(occurrence.head);
            read.claims.push(Claim {
                sentence,
                source: view.mentions[candidate.source].actor.clone(),
                target: view.mentions[candidate.target].actor.clone(),
                kind: proposal.kind,
                directed: self.slots.of_frame(frame).directed,
                status: self.model.status(&status_features(view, &self.frames, &self.cues, candidate)),
                attribution: None,
                when: None,
                cue,
                source_mention: first + candidate.source,
                target_mention: first + candidate.target,
                certainty: self.model.certainty(above),
                frame: self.frames.frames[frame].name.clone(),
            });
        }
        let claimed = |a: &ActorId, b: &ActorId| {
            read.claims
                .iter()
                .rev()
                .take_while(|claim| claim.sentence == sentence)
                .any(|claim| (&claim.source, &claim.target) == (a, b) || (&claim.source, &claim.target) == (b, a))
        };
        let unread: Vec<Unread> = unread
            .into_iter()
            .filter(|((a, b), _)| !claimed(a, b))
            .map(|((source, target), (_, cue))| Unread { sentence, source, target, cue })
            .collect();
        read.unread.extend(unread);
        triggers
    }
}
