//! From read documents to the views that an analysis is made of, with offsets in the unit that the reader counts in.

use crate::ReadDocument;
use crate::analysis::*;
use crate::offsets::{OffsetTable, OffsetUnit};
use crate::span::Span;
use crate::{actors, claims, text};

/// Everything read from one document, as the world sees it.
pub(crate) struct DocumentViews {
    pub document: DocumentView,
    pub mentions: Vec<MentionView>,
    pub claims: Vec<ClaimView>,
    pub unread: Vec<UnreadView>,
}

pub(crate) fn of_document(read: &ReadDocument, unit: OffsetUnit) -> DocumentViews {
    let offsets = Offsets(OffsetTable::new(&read.document.text, unit));
    DocumentViews {
        document: offsets.document(&read.document),
        mentions: read.mentions.iter().map(|mention| offsets.mention(mention, read)).collect(),
        claims: read.claims.claims.iter().map(|claim| offsets.claim(claim, read)).collect(),
        unread: read.claims.unread.iter().map(|unread| offsets.unread(unread, read)).collect(),
    }
}

/// One sentence's tokens with their analysis; empty where there is no such sentence.
pub(crate) fn words(read: &ReadDocument, sentence: usize, unit: OffsetUnit) -> Vec<WordView> {
    let offsets = Offsets(OffsetTable::new(&read.document.text, unit));
    let (Some(tokens), Some(words)) = (read.document.sentences.get(sentence), read.parses.get(sentence)) else {
        return Vec::new();
    };
    let view = |(token, word): (&text::Token, &crate::syntax::Word)| {
        let Range { start, end } = offsets.range(token.span);
        WordView {
            start,
            end,
            form: token.form.clone(),
            lemma: word.lemma.clone(),
            upos: word.upos.as_str().to_string(),
            xpos: word.xpos.to_string(),
            head: word.head,
            relation: word.relation.to_string(),
        }
    };
    tokens.tokens.iter().zip(words).map(view).collect()
}

/// Three decimals are all that a certainty means, and they read the same in every language.
fn certainty(value: f32) -> f64 {
    (f64::from(value).clamp(0.0, 1.0) * 1000.0).round() / 1000.0
}

struct Offsets<'t>(OffsetTable<'t>);

impl Offsets<'_> {
    fn range(&self, span: Span) -> Range {
        Range { start: self.0.at(span.start), end: self.0.at(span.end) }
    }

    fn document(&self, document: &text::Document) -> DocumentView {
        let skipped = document.skipped.iter().map(|skipped| {
            let Range { start, end } = self.range(skipped.span);
            SkippedView { start, end, reason: skipped.reason.to_string() }
        });
        DocumentView {
            id: document.id.clone(),
            title: document.title.clone(),
            date: document.date.clone(),
            source: document.source.clone(),
            text: document.text.clone(),
            sentences: document.sentences.iter().map(|sentence| self.range(sentence.span)).collect(),
            skipped: skipped.collect(),
        }
    }

    fn mention(&self, mention: &actors::Mention, read: &ReadDocument) -> MentionView {
        let Range { start, end } = self.range(mention.span);
        MentionView {
            document: read.document.id.clone(),
            start,
            end,
            actor: mention.actor.clone(),
            how: mention.how,
            certainty: certainty(mention.certainty),
        }
    }

    fn claim(&self, claim: &claims::Claim, read: &ReadDocument) -> ClaimView {
        let Range { start, end } = self.sentence(claim.sentence, read);
        let mention = |index: usize| self.range(read.mentions.get(index).map_or(claim.cue, |mention| mention.span));
        ClaimView {
            document: read.document.id.clone(),
            sentence: claim.sentence,
            start,
            end,
            source: claim.source.clone(),
            target: claim.target.clone(),
            kind: claim.kind,
            directed: claim.directed,
            sign: claim.kind.sign(),
            status: claim.status,
            attribution: claim
                .attribution
                .as_ref()
                .map(|by| AttributionView { name: by.name.clone(), actor: by.actor.clone() }),
            when: claim.when.as_ref().map(|when| WhenView {
                text: when.text.clone(),
                from: when.from.clone(),
                to: when.to.clone(),
            }),
            cue: self.range(claim.cue),
            source_mention: mention(claim.source_mention),
            target_mention: mention(claim.target_mention),
            certainty: certainty(claim.certainty),
            frame: claim.frame.clone(),
        }
    }

    fn unread(&self, unread: &claims::Unread, read: &ReadDocument) -> UnreadView {
        let Range { start, end } = self.sentence(unread.sentence, read);
        UnreadView {
            document: read.document.id.clone(),
            start,
            end,
            source: unread.source.clone(),
            target: unread.target.clone(),
            cue: self.range(unread.cue),
        }
    }

    fn sentence(&self, index: usize, read: &ReadDocument) -> Range {
        read.document.sentences.get(index).map_or_else(Range::default, |sentence| self.range(sentence.span))
    }
}
