//! The claim reader: frames, cues and weights together, and the one function that applies them to a document.

use super::arcs::Arcs;
use super::attribution::Speakers;
use super::decisions::Decisions;
use super::frame_roles::FrameRoles;
use super::network::{ClaimNetwork, Judgement};
use super::prominence::Prominence;
use super::sentence::SentenceView;
use super::status_cues::StatusCues;
use super::times::{find_times, time_of};
use super::{Claim, ClaimsRead, Unread};
use crate::actors::Mention;
use crate::lexicon::{Frames, Lexicon};
use crate::network::Reader;
use crate::span::Span;
use crate::syntax::Word;
use crate::text::Document;
use std::sync::OnceLock;

/// The frame of a claim whose words are in no frame: it was learnt from annotated examples alone.
pub const BY_EXAMPLE: &str = "by-example";
/// How many words a trigger may stand from the word that shows a claim most and still be what a person would point at.
const NEAR: usize = 3;

/// What experts have written down: which words state what, and what else bears on it.
#[derive(Clone, Debug)]
pub struct ClaimTables {
    /// Which words state which kind.
    pub frames: Frames,
    /// Where the parties stand.
    pub roles: FrameRoles,
    /// Words that bear on a status.
    pub cues: StatusCues,
}

impl ClaimTables {
    /// The tables that ship with the crate.
    ///
    /// # Panics
    /// If a table is malformed, which the tests rule out.
    pub fn embedded() -> &'static ClaimTables {
        static TABLES: OnceLock<ClaimTables> = OnceLock::new();
        TABLES.get_or_init(|| {
            let frames = Frames::embedded().unwrap_or_else(|error| panic!("{error}"));
            let roles = FrameRoles::new(&frames).unwrap_or_else(|error| panic!("{error}"));
            ClaimTables { frames, roles, cues: StatusCues::embedded() }
        })
    }
}

/// All that is needed to read claims, loaded once.
pub struct ClaimReader {
    tables: &'static ClaimTables,
    network: ClaimNetwork,
    decisions: Decisions,
}

impl ClaimReader {
    /// The reader that ships with the crate.
    pub fn embedded() -> &'static ClaimReader {
        static READER: OnceLock<ClaimReader> = OnceLock::new();
        READER.get_or_init(|| {
            let mut weights = Reader::new(include_bytes!("../../models/claims.bin"));
            let network = ClaimNetwork::new(&mut weights);
            ClaimReader { tables: ClaimTables::embedded(), network, decisions: Decisions::new(&mut weights) }
        })
    }

    /// Reads the claims of a document.
    pub fn read(
        &self,
        document: &Document,
        (parses, vectors): (&[Vec<Word>], &[Vec<i8>]),
        mentions: &[Mention],
        lexicon: &Lexicon,
    ) -> ClaimsRead {
        let mut read = ClaimsRead::default();
        let prominence = Prominence::new(document, mentions);
        let mut speakers = Speakers::new();
        let mut from = 0;
        for (index, sentence) in document.sentences.iter().enumerate() {
            let count = mentions[from..].iter().take_while(|mention| mention.sentence == index).count();
            let here: Vec<&Mention> = mentions[from..from + count].iter().collect();
            let arcs = Arcs::new(&parses[index]);
            let cited = speakers.enter(document, index, &here, &arcs);
            let words = (&sentence.tokens[..], &vectors[index][..]);
            let view = SentenceView::new(words, sentence.role, &arcs, &here, &self.tables.frames, &prominence, lexicon);
            if let Some(view) = view {
                let first = read.claims.len();
                let cues = self.read_sentence(index, from, &view, &mut read);
                let claims = &mut read.claims[first..];
                let times = if claims.is_empty() { Vec::new() } else { find_times(document, view.tokens) };
                for (claim, cue) in claims.iter_mut().zip(cues) {
                    claim.attribution = speakers.of_trigger(document, view.tokens, &cited, (cue, &here, &arcs));
                    claim.when = time_of(&times, cue, &view.surface);
                }
            }
            from += count;
        }
        read
    }

    /// Adds the claims of one sentence, whose mentions begin at `first` in the document; returns the word that shows each.
    #[inline(never)]
    fn read_sentence(&self, sentence: usize, first: usize, view: &SentenceView, read: &mut ClaimsRead) -> Vec<usize> {
        let judgements = self.network.judge(view, self.tables);
        let above = self.decisions.above(&judgements);
        let actor = |mention: usize| view.mentions[mention].actor.clone();
        let mut shown = Vec::new();
        let mut from = 0;
        for of_pair in judgements.chunk_by(|one, other| one.actors == other.actors) {
            let above = &above[from..][..of_pair.len()];
            from += of_pair.len();
            for (judgement, &above) in of_pair.iter().zip(above).filter(|(_, above)| **above >= 0) {
                let (frame, cue, head) = self.cue(view, judgement);
                let (source, target) = judgement.mentions;
                shown.push(head);
                read.claims.push(Claim {
                    sentence,
                    source: actor(source),
                    target: actor(target),
                    kind: judgement.kind,
                    directed: judgement.directed,
                    status: judgement.status,
                    attribution: None,
                    when: None,
                    cue,
                    source_mention: first + source,
                    target_mention: first + target,
                    certainty: self.decisions.certainty(above),
                    frame: frame.to_string(),
                });
            }
            let likeliest = of_pair.iter().zip(above).max_by_key(|&(_, above)| *above);
            if let Some((judgement, _)) = likeliest.filter(|(_, above)| **above < 0)
                && !view.occurrences.is_empty()
            {
                let (source, target) = judgement.mentions;
                let (_, cue, _) = self.cue(view, judgement);
                read.unread.push(Unread { sentence, source: actor(source), target: actor(target), cue });
            }
        }
        shown
    }

    /// The frame that a judgement rests on, the words that show it, and the one that carries their arcs: the trigger of its kind
    /// on or near the word that drew most attention, or that word alone.
    fn cue(&self, view: &SentenceView, judgement: &Judgement) -> (&str, Span, usize) {
        let words = |first: usize, last: usize| Span::new(view.tokens[first].span.start, view.tokens[last].span.end);
        let apart = |from: usize, to: usize| {
            if judgement.cue < from { from - judgement.cue } else { judgement.cue.saturating_sub(to) }
        };
        let nearest = view
            .occurrences
            .iter()
            .filter(|occurrence| occurrence.kind == judgement.kind)
            .map(|occurrence| (apart(occurrence.first, occurrence.last), occurrence))
            .filter(|(apart, _)| *apart <= NEAR)
            .min_by_key(|(apart, _)| *apart);
        match nearest {
            Some((_, occurrence)) => (
                &self.tables.frames.frames[occurrence.trigger.frame].name,
                words(occurrence.first, occurrence.last),
                occurrence.head,
            ),
            None => (BY_EXAMPLE, words(judgement.cue, judgement.cue), judgement.cue),
        }
    }
}
