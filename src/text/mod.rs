//! From what was pasted to a document: readable text, sentences, tokens with exact spans, and what was skipped and why.
//!
//! This room never knows what a word means.

mod abbreviations;
mod boilerplate;
mod clean;
mod clitics;
pub(crate) mod dates;
mod format;
mod front_matter;
mod html_article;
mod html_elements;
mod html_entities;
mod html_page;
mod html_reader;
mod html_tokens;
mod html_zones;
mod hyphenation;
mod language;
mod layout;
mod line_marks;
mod line_shapes;
mod markdown_reader;
mod page_facts;
mod phrases;
mod plain_reader;
mod sentences;
mod tokens;

use crate::span::Span;
use clean::{Clean, LineJoin};
use layout::Layout;

/// How the pasted text is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Told apart by its content.
    #[default]
    Auto,
    /// Plain text.
    Text,
    /// CommonMark-like text.
    Markdown,
    /// A whole page or a fragment of HTML.
    Html,
}

/// A text as a person hands it over.
#[derive(Clone, Debug, Default)]
pub struct DocumentInput {
    /// Unique among the documents read together.
    pub id: String,
    /// The text, in any mark-up.
    pub text: String,
    /// How `text` is marked up.
    pub format: Format,
    /// Title, if the person gives one.
    pub title: Option<String>,
    /// ISO 8601 date (`2021`, `2021-03` or `2021-03-18`), if the person gives one.
    pub date: Option<String>,
    /// Where the text is from, if the person says so.
    pub source: Option<String>,
}

/// A document read into sentences and tokens.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// [`DocumentInput::id`].
    pub id: String,
    /// Given by the person, else found in the text.
    pub title: Option<String>,
    /// ISO 8601 date, given by the person, else found in the text.
    pub date: Option<String>,
    /// Given by the person, else found in the text.
    pub source: Option<String>,
    /// The readable text that all spans refer to: for plain text the input unchanged.
    pub text: String,
    /// Sentences in order, never overlapping.
    pub sentences: Vec<Sentence>,
    /// What was not read as prose, in order.
    pub skipped: Vec<Skipped>,
}

/// One sentence, heading or list item.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its range in [`Document::text`].
    pub span: Span,
    /// What part of the text it is.
    pub role: SentenceRole,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// True where a new paragraph begins with this sentence.
    pub starts_paragraph: bool,
}

/// What part of a text a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceRole {
    /// Running prose.
    Prose,
    /// Title, headline or section heading.
    Heading,
    /// An item of a list.
    ListItem,
}

/// One token in the sense of Universal Dependencies (`Xi`, `'s`, `do`, `n't`, `,`).
#[derive(Clone, Debug)]
pub struct Token {
    /// Its range in [`Document::text`], soft hyphens and line breaks included.
    pub span: Span,
    /// The letters as read: hyphenation at line ends undone, ligatures and curly quotes resolved.
    pub form: String,
    /// True where no space follows.
    pub joined: bool,
}

impl Token {
    /// Whether it opens or closes a quotation: which of the two, a straight mark does not tell.
    pub fn is_quote(&self) -> bool {
        matches!(self.form.as_str(), "\"" | "``" | "''")
    }
}

/// A stretch that was not read as prose.
#[derive(Clone, Debug)]
pub struct Skipped {
    /// Its range in [`Document::text`].
    pub span: Span,
    /// Why, in words for a person (`"navigation"`, `"reference list"`).
    pub reason: &'static str,
}

/// Reads a text into sentences and tokens. Returns for any text.
pub fn read_document(input: &DocumentInput) -> Document {
    // What cannot be text at all is not searched for sentences.
    let mut layout = match format::unreadable(&input.text) {
        Some(reason) => {
            let skipped = vec![Skipped { span: Span::new(0, input.text.len()), reason }];
            Layout { text: input.text.clone(), skipped, ..Layout::default() }
        }
        None => match format::settle(input.format, &input.text) {
            Format::Html => html_reader::read(&input.text),
            Format::Markdown => markdown_reader::read(&input.text),
            Format::Text | Format::Auto => plain_reader::read(input.text.clone()),
        },
    };
    // A page speaks about itself in all formats alike.
    boilerplate::judge(&layout.text, &mut layout.blocks);
    // The lines that tell title and date are often not prose, so they are looked for before these go.
    let title = input.title.clone().or_else(|| front_matter::title(&layout));
    let date = input.date.clone().or_else(|| front_matter::date(&layout));
    boilerplate::separate(&mut layout);
    let mut sentences = Vec::new();
    for block in &layout.blocks {
        read_paragraph(&layout.text, block.span, &layout.joins, block.kind.role(), &mut sentences);
    }
    let source = input.source.clone().or(layout.stated.source);
    Document { id: input.id.clone(), title, date, source, text: layout.text, sentences, skipped: layout.skipped }
}

/// Reads plain text that is known to be prose, line breaks and all, and skips nothing.
pub fn read_prose(text: &str) -> Vec<Sentence> {
    let layout = plain_reader::read(text.to_owned());
    let mut sentences = Vec::new();
    for block in &layout.blocks {
        read_paragraph(text, block.span, &layout.joins, block.kind.role(), &mut sentences);
    }
    sentences
}

/// A text on one line: one space for each run of white space, none at either end.
pub fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Divides one paragraph into sentences and tokens and adds them to `found`.
fn read_paragraph(text: &str, paragraph: Span, joins: &[LineJoin], role: SentenceRole, found: &mut Vec<Sentence>) {
    let clean = Clean::new(text, paragraph, joins);
    let mut spans = Vec::new();
    let mut starts_paragraph = true;
    let mut counts = Vec::new();
    for sentence in sentences::sentences(&clean.text) {
        let before = spans.len();
        tokens::tokens(&clean.text, sentence, &mut |token| spans.push(token));
        counts.push(spans.len() - before);
    }
    let mut tokens =
        spans.iter().zip(clean.raw_spans(spans.iter().copied())).enumerate().map(|(index, (token, raw))| Token {
            span: raw,
            form: token.of(&clean.text).to_owned(),
            joined: spans.get(index + 1).is_some_and(|next| next.start == token.end),
        });
    for count in counts {
        let tokens: Vec<_> = tokens.by_ref().take(count).collect();
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            let span = Span::new(first.span.start, last.span.end);
            found.push(Sentence { span, role, tokens, starts_paragraph });
            starts_paragraph = false;
        }
    }
}
