//! From a trigger to whom the text cites for it: direct and indirect speech, "according to", labels before a colon, and
//! quotations that run over several sentences.

use super::Attribution;
use super::arcs::Arcs;
use crate::actors::Mention;
use crate::lexicon::columns::Columns;
use crate::lexicon::packed;
use crate::lexicon::table::{Record, TableError};
use crate::sorting::set_of;
use crate::span::Span;
use crate::syntax::Upos;
use crate::text::{Document, SentenceRole, Token, on_one_line};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Labels in transcripts of those who ask and do not claim.
const ASKING: [&str; 6] = ["HOST", "PRESENTER", "INTERVIEWER", "MODERATOR", "Q", "QUESTION"];
/// Longest speaker's name kept, in words.
const LONGEST: usize = 10;

/// Follows who speaks through a document. Sentences are shown to it in order.
#[derive(Clone, Debug, Default)]
pub struct Speakers {
    /// The speaker of a quotation that is still open at the end of the last sentence.
    quoting: Option<Attribution>,
    /// The speaker whom a label introduced, until the next paragraph's.
    labelled: Option<Attribution>,
}

/// What a sentence tells of its speakers before any claim is looked at.
#[derive(Clone, Debug, Default)]
pub struct SentenceSpeakers {
    whole: Option<Attribution>,
}

impl Speakers {
    /// Knows no speaker yet.
    pub fn new() -> Speakers {
        Speakers::default()
    }

    /// Takes in a sentence: a label that opens it, a quotation that runs on from the one before.
    pub fn enter(&mut self, document: &Document, index: usize, mentions: &[&Mention], arcs: &Arcs) -> SentenceSpeakers {
        let sentence = &document.sentences[index];
        let tokens = &sentence.tokens;
        let label = label(tokens, sentence.role);
        if let Some((end, asks)) = label {
            let named = attribution(document, tokens, 0..end, mentions);
            self.labelled = (!asks).then_some(named);
        } else if sentence.starts_paragraph && sentence.role == SentenceRole::Heading {
            self.labelled = None;
        }
        let running = self.quoting.clone();
        let quotes = tokens.iter().filter(|token| token.is_quote()).count();
        if quotes % 2 == 1 {
            self.quoting = match running {
                Some(_) => None,
                None => (0..tokens.len()).find_map(|at| self.speaker_of_verb(document, tokens, at, mentions, arcs)),
            };
        } else if quotes > 0 {
            self.quoting = None;
        }
        let whole =
            running.or_else(|| according_to(document, tokens, mentions, arcs)).or_else(|| self.labelled.clone());
        SentenceSpeakers { whole }
    }

    /// Whom the text cites for what the word `trigger` states.
    pub fn of_trigger(
        &self,
        document: &Document,
        tokens: &[Token],
        sentence: &SentenceSpeakers,
        (trigger, mentions, arcs): (usize, &[&Mention], &Arcs),
    ) -> Option<Attribution> {
        let mut at = trigger;
        for _ in 0..12 {
            // "The pact is dead, Lavrov said": the verb of saying hangs below what is said.
            let below = arcs
                .children(at)
                .iter()
                .copied()
                .filter(|&child| arcs.words[child].relation == "parataxis" && child != trigger);
            if let Some(found) =
                below.filter_map(|child| self.speaker_of_verb(document, tokens, child, mentions, arcs)).next()
            {
                return Some(found);
            }
            let Some(parent) = arcs.parent(at) else { break };
            if matches!(arcs.words[at].relation, "ccomp" | "parataxis" | "csubj" | "acl" | "xcomp")
                && let Some(found) = self.speaker_of_verb(document, tokens, parent, mentions, arcs)
            {
                return Some(found);
            }
            at = parent;
        }
        sentence.whole.clone()
    }

    fn speaker_of_verb(
        &self,
        document: &Document,
        tokens: &[Token],
        verb: usize,
        mentions: &[&Mention],
        arcs: &Arcs,
    ) -> Option<Attribution> {
        let word = &arcs.words[verb];
        if word.upos != Upos::Verb || !speaks(&word.lemma) {
            return None;
        }
        let subject = arcs.child(verb, &["nsubj"]).or_else(|| {
            // "vowed to defend", "said and wrote": the subject stands with the verb above.
            matches!(word.relation, "conj" | "xcomp").then(|| arcs.child(word.head, &["nsubj"])).flatten()
        })?;
        if matches!(arcs.words[subject].lemma.as_str(), "it" | "this" | "that" | "which" | "what" | "there")
            && !mentions.iter().any(|m| m.head == subject)
        {
            return None;
        }
        let mut range = subject..subject + 1;
        for &child in arcs.children(subject) {
            if matches!(
                arcs.words[child].relation,
                "det" | "amod" | "compound" | "flat" | "nmod:poss" | "nummod" | "flat:name" | "nmod:desc"
            ) {
                range = range.start.min(child)..range.end.max(child + 1);
            }
        }
        Some(attribution(document, tokens, range, mentions))
    }
}

/// Whether a verb, by its lemma, is one of saying.
fn speaks(verb: &str) -> bool {
    static VERBS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let verbs = VERBS.get_or_init(|| {
        let rows: Vec<SpeechVerb> = packed!("speech").unwrap_or_else(|error| panic!("{error}"));
        set_of(rows.into_iter().map(|row| row.0))
    });
    verbs.contains(verb)
}

/// The lemma of a verb of saying.
struct SpeechVerb(&'static str);

impl Record for SpeechVerb {
    const COLUMNS: &'static [&'static str] = &["verb"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        Ok(table.plain_words("verb")?.into_iter().map(SpeechVerb).collect())
    }
}

/// The end of a label before a colon ("ANALYST:", "Lavrov:" in a heading), and whether it is someone who only asks.
fn label(tokens: &[Token], role: SentenceRole) -> Option<(usize, bool)> {
    let end = tokens.iter().take(8).position(|token| token.form == ":")?;
    let capitals = |token: &Token| token.form.chars().all(|letter| !letter.is_lowercase());
    let first = tokens.first()?;
    let named = end <= 3 && role == SentenceRole::Heading && first.form.chars().next().is_some_and(char::is_uppercase);
    (end > 0 && (capitals(first) && first.form.len() > 1 || named))
        .then(|| (end, ASKING.contains(&first.form.as_str())))
}

fn according_to(document: &Document, tokens: &[Token], mentions: &[&Mention], arcs: &Arcs) -> Option<Attribution> {
    let is = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|token| words.iter().any(|word| token.form.eq_ignore_ascii_case(word)))
    };
    let at = (0..tokens.len()).find_map(|at| {
        if is(at, &["according"]) && is(at + 1, &["to"]) {
            return Some(at + 2);
        }
        let view = is(at, &["in"]) && is(at + 1, &["the"]) && is(at + 2, &["view", "words", "opinion", "eyes"]);
        (view && is(at + 3, &["of"])).then_some(at + 4)
    })?;
    let end = (at..tokens.len()).find(|&end| {
        is(end, &[",", ".", ";", ":", ")", "who", "which", "that", "-"])
            || (end > at && arcs.words[end].upos == Upos::Verb)
    });
    Some(attribution(document, tokens, at..end.unwrap_or(tokens.len()).max(at + 1).min(tokens.len()), mentions))
        .filter(|found| !found.name.is_empty())
}

fn attribution(
    document: &Document,
    tokens: &[Token],
    range: std::ops::Range<usize>,
    mentions: &[&Mention],
) -> Attribution {
    let inside = mentions.iter().find(|mention| {
        range.contains(&mention.head) || (mention.tokens.start < range.end && range.start < mention.tokens.end)
    });
    let range = match inside {
        Some(mention) => range.start.min(mention.tokens.start)..range.end.max(mention.tokens.end),
        None => range,
    };
    let range = range.start..range.end.min(range.start + LONGEST).min(tokens.len());
    let name = match (tokens.get(range.start), range.end.checked_sub(1).and_then(|last| tokens.get(last))) {
        (Some(first), Some(last)) if first.span.start < last.span.end => {
            on_one_line(Span::new(first.span.start, last.span.end).of(&document.text))
        }
        _ => String::new(),
    };
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(&name).to_string();
    Attribution { name, actor: inside.map(|mention| mention.actor.clone()) }
}

#[cfg(test)]
mod tests {
    use super::{SpeechVerb, speaks};
    use crate::lexicon::table;

    #[test]
    fn every_row_is_a_verb() {
        let rows = table::read::<SpeechVerb>("speech.tsv", include_str!("../../lexicon/speech.tsv"));
        assert!(rows.unwrap_or_else(|error| panic!("{error}")).iter().all(|row| speaks(row.0)));
    }
}
