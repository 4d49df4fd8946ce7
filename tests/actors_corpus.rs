//! Short documents grouped by phenomenon, each with the mentions that must be found in it and no others.
//!
//! In `corpus/actors/*.txt` a document is a block of lines; the indented lines under it are its mentions, in text order:
//! `words = ACTOR, ACTOR how`, with `?` after mentions that are unsure. `date: 1910` at its head dates it. Lines that
//! begin with `#` are remarks; `# fixme` marks what is known to be wrong. `UPDATE=1 cargo test --test actors_corpus`
//! rewrites the indented lines; `ACTORS_TEXT=file` prints those of any text.

use alliance_map::actors::{Mention, find_mentions};
use alliance_map::lexicon::Lexicon;
use alliance_map::syntax;
use alliance_map::text::{DocumentInput, read_document};
use std::fmt::Write;
use std::path::Path;

#[test]
fn the_corpus_reads_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/actors");
    let update = std::env::var("UPDATE").is_ok_and(|value| value == "1");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut wrong = String::new();
    let mut documents = 0;
    for file in files {
        let written = std::fs::read_to_string(&file).unwrap();
        let read = reread(&written, &mut documents);
        if update {
            std::fs::write(&file, &read).unwrap();
        } else {
            for (number, (was, is)) in written.lines().zip(read.lines()).enumerate() {
                if was != is {
                    let name = file.file_name().unwrap().to_string_lossy();
                    writeln!(wrong, "{name}:{}\n  written: {was}\n  read:    {is}", number + 1).unwrap();
                    break;
                }
            }
            if wrong.is_empty() && written.lines().count() != read.lines().count() {
                writeln!(wrong, "{}: a mention more or less at the end", file.display()).unwrap();
            }
        }
    }
    println!("{documents} documents");
    assert!(wrong.is_empty(), "run with UPDATE=1 and look at the difference:\n{wrong}");
}

#[test]
fn any_text_on_demand() {
    let Ok(file) = std::env::var("ACTORS_TEXT") else { return };
    let text = std::fs::read_to_string(file).unwrap();
    println!("{}\n{}", mentions_of(&text, None), inline(&text));
}

/// The text with its mentions in brackets.
fn inline(text: &str) -> String {
    let document = read_document(&DocumentInput { id: "case".into(), text: text.into(), ..DocumentInput::default() });
    let parses: Vec<_> = document.sentences.iter().map(|sentence| syntax::parse(&sentence.tokens)).collect();
    let mentions = find_mentions(&document, &parses, Lexicon::embedded());
    let mut out = String::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        for (at, token) in sentence.tokens.iter().enumerate() {
            let here = || mentions.iter().filter(|mention| mention.sentence == index);
            for _ in here().filter(|mention| mention.tokens.start == at) {
                out.push('[');
            }
            out.push_str(&token.form);
            for mention in here().filter(|mention| mention.tokens.end == at + 1) {
                let how = format!("{:?}", mention.how).to_lowercase();
                write!(out, "|{} {} {:.2}]", mention.actor, &how[..2], mention.certainty).unwrap();
            }
            if !token.joined {
                out.push(' ');
            }
        }
        out.push('\n');
    }
    out
}

/// The file with the indented lines as they read now.
fn reread(written: &str, documents: &mut usize) -> String {
    let mut read = String::new();
    for block in written.split_inclusive("\n\n") {
        let mut text = String::new();
        let mut date = None;
        for line in block.lines().filter(|line| !line.starts_with("  ")) {
            if !line.is_empty() {
                writeln!(read, "{line}").unwrap();
            }
            if let Some(given) = line.strip_prefix("date: ") {
                date = Some(given.to_owned());
            } else if !line.starts_with('#') && !line.is_empty() {
                writeln!(text, "{line}").unwrap();
            }
        }
        if !text.is_empty() {
            *documents += 1;
            read.push_str(&mentions_of(&text, date));
        }
        if block.ends_with("\n\n") {
            read.push('\n');
        }
    }
    read
}

/// One indented line per span that stands for actors.
fn mentions_of(text: &str, date: Option<String>) -> String {
    let input = DocumentInput { id: "case".into(), text: text.into(), date, ..DocumentInput::default() };
    let document = read_document(&input);
    let parses: Vec<_> = document.sentences.iter().map(|sentence| syntax::parse(&sentence.tokens)).collect();
    let mentions = find_mentions(&document, &parses, Lexicon::embedded());
    let mut lines = String::new();
    let mut rest = &mentions[..];
    while let Some(first) = rest.first() {
        let same = |mention: &&Mention| mention.span == first.span && mention.head == first.head;
        let (now, later) = rest.split_at(rest.iter().take_while(same).count());
        rest = later;
        let actors: Vec<&str> = now.iter().map(|mention| mention.actor.as_str()).collect();
        let words = first.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let head = &document.sentences[first.sentence].tokens[first.head].form;
        let at_head = if first.tokens.len() > 1 { format!(" @{head}") } else { String::new() };
        let how = format!("{:?}", first.how).to_lowercase();
        let unsure = if first.certainty < 0.5 { " ?" } else { "" };
        writeln!(lines, "  {words}{at_head} = {} {how}{unsure}", actors.join(", ")).unwrap();
    }
    lines
}
