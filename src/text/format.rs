//! From raw input to the reader that suits it.

use super::Format;

/// Why an input cannot be read as text at all, or nothing where it can.
pub fn unreadable(text: &str) -> Option<&'static str> {
    if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
        return Some("nothing to read: the text is empty");
    }
    let heads = [
        ("%PDF-", "a PDF file; open it and copy its text"),
        ("PK\u{3}\u{4}", "a packed file such as a Word document; open it and copy its text"),
        ("{\\rtf", "an RTF file; open it and copy its text"),
        ("\u{89}PNG", "a picture, not text"),
        ("GIF8", "a picture, not text"),
    ];
    if let Some((_, reason)) = heads.iter().find(|(head, _)| text.starts_with(head)) {
        return Some(reason);
    }
    let head = text.chars().take(4000);
    let (mut letters, mut broken) = (0, 0);
    for letter in head {
        letters += 1;
        broken += usize::from(matches!(letter, '\0'..='\u{8}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{fffd}'));
    }
    (broken * 20 > letters).then_some("binary data, not text")
}

/// The format to read, where the person left it open.
pub fn settle(given: Format, text: &str) -> Format {
    match given {
        Format::Auto if is_html(text) => Format::Html,
        Format::Auto if is_markdown(text) => Format::Markdown,
        Format::Auto => Format::Text,
        given => given,
    }
}

/// So much of a text shows what it is.
const HEAD: usize = 20_000;

fn head(text: &str) -> &str {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn is_html(text: &str) -> bool {
    let head = head(text);
    let begin = head.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let begin = begin.get(..14).unwrap_or(begin).to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<?xml"]
        .iter()
        .any(|tag| begin.starts_with(tag))
    {
        return true;
    }
    let tags = head
        .match_indices('<')
        .filter(|(place, _)| {
            let rest = head[place + 1..].trim_start_matches('/');
            let name = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len()).min(12);
            let follows = rest[name..].starts_with(['>', ' ', '/', '\n']);
            follows && TAGS.contains(&rest[..name].to_ascii_lowercase().as_str())
        })
        .take(3)
        .count();
    tags >= 2
}

const TAGS: &[&str] = &[
    "a",
    "article",
    "b",
    "blockquote",
    "br",
    "div",
    "em",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "i",
    "img",
    "li",
    "link",
    "main",
    "meta",
    "ol",
    "p",
    "script",
    "section",
    "span",
    "strong",
    "style",
    "table",
    "td",
    "tr",
    "ul",
];

fn is_markdown(text: &str) -> bool {
    let head = head(text);
    if head.starts_with("---\n")
        && head[4..].contains("\n---\n")
        && head[4..].lines().next().is_some_and(|line| line.contains(':'))
    {
        return true;
    }
    head.lines().any(|line| {
        let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
        let heading = (1..=6).contains(&hashes)
            && line[hashes..].starts_with(' ')
            && line[hashes..].trim_start().starts_with(char::is_alphabetic);
        let link = line.match_indices("](").any(|(place, _)| {
            line[..place].contains('[')
                && ["http", "/", "#", "<", "mailto"].iter().any(|to| line[place + 2..].starts_with(to))
        });
        let strong = line.match_indices("**").take(2).count() == 2 && !line.starts_with("***");
        heading || link || strong || line.starts_with("```")
    })
}
