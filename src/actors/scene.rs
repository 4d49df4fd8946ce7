//! From a document and its parses to lines: sentences with lower-case words, letter case, year and paragraph at hand.

use crate::lexicon::Lexicon;
use crate::syntax::{Upos, Word};
use crate::text::{Document, SentenceRole, Token};
use std::ops::Range;

/// Everything that the steps of this room look at.
pub(super) struct Scene<'d> {
    pub lexicon: &'d Lexicon,
    pub lines: Vec<Line<'d>>,
    /// Year of the document's date; if it has none, the latest year that it names.
    pub year: Option<i32>,
    /// True where the document itself is dated.
    pub dated: bool,
}

/// One sentence.
pub(super) struct Line<'d> {
    pub tokens: &'d [Token],
    pub words: &'d [Word],
    /// The forms in lower case.
    pub lower: Vec<String>,
    /// True where most words are written in capitals, so that capitals tell nothing.
    pub shouted: bool,
    /// True where most words of a heading begin with a capital.
    pub titled: bool,
    /// Counts the sentences from the top; headings do not count.
    pub order: usize,
    /// Counts paragraphs from the top.
    pub paragraph: usize,
    /// The years that the sentence names, with the token of each.
    pub years: Vec<(usize, i32)>,
    /// The last year named before it.
    pub carried_year: Option<i32>,
}

impl<'d> Scene<'d> {
    pub fn new(document: &'d Document, parses: &'d [Vec<Word>], lexicon: &'d Lexicon) -> Self {
        let date = document.date.as_deref().and_then(|date| date.get(..4)).and_then(|year| year.parse().ok());
        let (mut paragraph, mut order) = (0, 0);
        let mut carried_year = None;
        let mut latest = None;
        let mut lines = Vec::with_capacity(document.sentences.len());
        for (sentence, words) in document.sentences.iter().zip(parses) {
            if sentence.starts_paragraph {
                paragraph += 1;
            }
            let titled = sentence.role == SentenceRole::Heading;
            order += usize::from(!titled);
            let tokens = &sentence.tokens[..];
            let years = years(tokens);
            let last = years.last().map(|(_, year)| *year);
            latest = latest.max(last);
            lines.push(Line {
                tokens,
                words,
                lower: tokens.iter().map(|token| token.form.to_lowercase()).collect(),
                shouted: is_shouted(tokens),
                titled,
                order,
                paragraph,
                years,
                carried_year,
            });
            carried_year = last.or(carried_year);
        }
        Scene { lexicon, lines, year: date.or(latest), dated: date.is_some() }
    }
}

impl Line<'_> {
    /// The year named nearest to a token.
    pub fn year_near(&self, at: usize) -> Option<i32> {
        self.years.iter().min_by_key(|(token, _)| token.abs_diff(at)).map(|(_, year)| *year)
    }

    /// The lower-case form at `at`, or nothing beyond the sentence.
    pub fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// The lower-case form `back` tokens before `at`.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// Whether the token makes what stands before it an owner ("Norway's", "the Houthis'").
    pub fn is_possessive(&self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "'")
    }

    /// Whether an open quotation runs over the token: an odd number of marks stands before it.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.tokens[..at].iter().filter(|token| token.is_quote()).count() % 2 == 1
    }

    /// Where the words of a lower-case phrase stand, one behind the other.
    pub fn places_of<'p>(&'p self, phrase: &'p str) -> impl Iterator<Item = Range<usize>> + 'p {
        let count = phrase.split(' ').count();
        let is_here = move |at: &usize| phrase.split(' ').zip(*at..).all(|(word, at)| self.word(at) == word);
        (0..self.len()).filter(is_here).map(move |at| at..at + count)
    }

    /// True where the token at `at` begins with a capital letter.
    pub fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.form.chars().next().is_some_and(char::is_uppercase))
    }

    /// True where the token is an acronym: two to eight letters, mostly capitals.
    pub fn acronym(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let (mut capitals, mut others) = (0, 0);
        for letter in token.form.chars() {
            match letter {
                _ if letter.is_uppercase() || letter.is_ascii_digit() => capitals += 1,
                '.' | '-' => {}
                _ => others += 1,
            }
        }
        (2..=8).contains(&capitals) && others * 2 < capitals && self.capital(at)
    }

    pub fn upos(&self, at: usize) -> Option<Upos> {
        self.words.get(at).map(|word| word.upos)
    }

    /// The relation at `at` without its subtype.
    pub fn relation(&self, at: usize) -> &'static str {
        self.words.get(at).map_or("", |word| word.relation.split(':').next().unwrap_or(""))
    }

    /// True for words that stand inside a noun phrase before its noun.
    pub fn modifies(&self, at: usize) -> bool {
        matches!(self.upos(at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num))
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }
}

fn years(tokens: &[Token]) -> Vec<(usize, i32)> {
    let year =
        |token: &Token| token.form.parse().ok().filter(|year| token.form.len() == 4 && (1750..2100).contains(year));
    tokens.iter().enumerate().filter_map(|(at, token)| Some((at, year(token)?))).collect()
}

fn is_shouted(tokens: &[Token]) -> bool {
    let (mut capitals, mut words) = (0, 0);
    for token in tokens {
        if token.form.chars().filter(|letter| letter.is_alphabetic()).count() > 1 {
            words += 1;
            capitals += usize::from(!token.form.chars().any(char::is_lowercase));
        }
    }
    words > 2 && capitals * 4 > words * 3
}
