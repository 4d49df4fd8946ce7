//! From what was pasted to a document: readable text, sentences, tokens with exact spans, and what was skipped and why.
//!
//! This room never knows what a word means.

use crate::span::Span;

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
    let text = input.text.clone();
    let mut sentences = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for end in 1..=text.len() {
        let ends = end == text.len()
            || bytes[end - 1] == b'\n'
            || (matches!(bytes[end - 1], b'.' | b'?' | b'!') && bytes[end] == b' ');
        if ends && text.is_char_boundary(end) {
            let tokens = tokens(&text, Span::new(start, end));
            if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                let span = Span::new(first.span.start, last.span.end);
                sentences.push(Sentence { span, role: SentenceRole::Prose, tokens, starts_paragraph: false });
            }
            start = end;
        }
    }
    Document {
        id: input.id.clone(),
        title: input.title.clone(),
        date: input.date.clone(),
        source: input.source.clone(),
        text,
        sentences,
        skipped: Vec::new(),
    }
}

fn tokens(text: &str, within: Span) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut previous = None;
    for (offset, letter) in within.of(text).char_indices() {
        let start = within.start + offset;
        let end = start + letter.len_utf8();
        let word = letter.is_alphanumeric();
        if letter.is_whitespace() {
            previous = None;
            continue;
        }
        match tokens.last_mut() {
            Some(token) if word && previous == Some(true) => {
                token.span.end = end;
                token.form.push(letter);
            }
            _ => {
                if let (Some(token), true) = (tokens.last_mut(), previous.is_some()) {
                    token.joined = true;
                }
                tokens.push(Token { span: Span::new(start, end), form: letter.to_string(), joined: false });
            }
        }
        previous = Some(word);
    }
    tokens
}
