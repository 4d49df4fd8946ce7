//! From sentences in `tests/corpus/syntax/` to what is read in them: words on one line; tags, lemmas and arcs under them.
//!
//! A line that opens with `>` is a sentence, one with `#` a remark (`# fixme` says what is known to be wrong); the lines under a
//! sentence are what was read. `UPDATE=1 cargo test --test syntax_snapshots` writes them anew.

use alliance_map::syntax;
use alliance_map::text::{DocumentInput, read_document};
use std::path::Path;

#[test]
fn sentences_are_read_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/syntax");
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).expect("the corpus opens").map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let before = std::fs::read_to_string(&path).unwrap();
        let after = read_again(&before);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, after).unwrap();
        } else {
            let line = before.lines().zip(after.lines()).position(|(a, b)| a != b).unwrap_or(0);
            let now = after.lines().nth(line).unwrap_or_default();
            assert!(before == after, "{} line {}: now\n{now}\nUPDATE=1 writes it anew", path.display(), line + 1);
        }
    }
}

/// The corpus with what is read today under each sentence.
fn read_again(corpus: &str) -> String {
    let mut out = String::new();
    for line in corpus.lines() {
        if let Some(sentence) = line.strip_prefix("> ") {
            out.push_str(&format!("> {sentence}\n{}", interlinear(sentence)));
        } else if line.is_empty() || line.starts_with('#') {
            out.push_str(&format!("{line}\n"));
        }
    }
    out
}

/// Five lines a sentence: words, tags, lemmas, heads, relations.
fn interlinear(text: &str) -> String {
    let document = read_document(&DocumentInput { text: text.to_owned(), ..DocumentInput::default() });
    let mut out = String::new();
    for sentence in &document.sentences {
        let words = syntax::parse(&sentence.tokens);
        let mut lines =
            ["  words".to_owned(), "  tags".to_owned(), "  lemma".to_owned(), "  under".to_owned(), "  as".to_owned()];
        for (token, word) in sentence.tokens.iter().zip(&words) {
            let head = if word.relation == "root" { "-" } else { &sentence.tokens[word.head].form };
            let tag = format!("{:?}/{}", word.upos, word.xpos).to_uppercase();
            let cells = [token.form.as_str(), &tag, &word.lemma, head, word.relation];
            let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
            for (line, cell) in lines.iter_mut().zip(cells) {
                *line = format!("{line:width$}  {cell}");
            }
        }
        for line in lines {
            out.push_str(&format!("{}\n", line.trim_end()));
        }
    }
    out
}
