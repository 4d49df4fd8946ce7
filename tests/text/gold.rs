//! Sentences of whole pastes against the annotators' division, where `../shared/gold` is there. Prints the figures.
//!
//! `SHOW=d05 cargo test --test text -- --nocapture` prints one text as it was divided.

use alliance_map::text::{Document, DocumentInput, read_document};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const GOLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/gold");

#[test]
fn agrees_with_the_annotators() {
    for folder in ["dev", "train"] {
        let path = Path::new(GOLD).join(folder);
        if !path.exists() {
            println!("{} is absent: not measured", path.display());
            continue;
        }
        let (mut gold_count, mut found, mut claim_count, mut claims_found) = (0, 0, 0, 0);
        for file in texts(&path) {
            let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&file).expect("a text");
            let document = read_document(&DocumentInput { id: name.clone(), text, ..DocumentInput::default() });
            if std::env::var("SHOW").is_ok_and(|shown| shown == name) {
                show(&document);
            }
            let with_claims = sentences_with_claims(&file.with_extension("jsonl"));
            let places = character_places(&document.text);
            for line in std::fs::read_to_string(file.with_extension("sents.tsv")).expect("sentences").lines() {
                let columns: Vec<&str> = line.split('\t').collect();
                let number: usize = columns[0].parse().expect("a number");
                let start = places[columns[1].parse::<usize>().expect("a place")];
                let end = places[columns[2].parse::<usize>().expect("a place")];
                // Footnote marks and credits behind a sentence are not read.
                let read_end = end - trailing_mark(&document.text[start..end]);
                let has_claim = with_claims.contains(&number);
                // A list mark or speaker may be left out; the end tells.
                let agrees = document.sentences.iter().any(|sentence| {
                    (sentence.span.end == end || sentence.span.end == read_end)
                        && sentence.span.start >= start
                        && sentence.span.start <= start + 24
                });
                let skipped =
                    document.skipped.iter().any(|skipped| skipped.span.start <= start + 8 && end <= skipped.span.end);
                gold_count += usize::from(!skipped);
                found += usize::from(!skipped && agrees);
                claim_count += usize::from(has_claim);
                claims_found += usize::from(has_claim && agrees);
                if !agrees && (has_claim || !skipped) {
                    println!("{name} {number} {}: {}", if skipped { "skipped" } else { "differs" }, columns[3]);
                }
            }
        }
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!("text.{folder}.sentences.recall {:.4} ({found} of {gold_count})", share(found, gold_count));
        println!(
            "text.{folder}.sentences_with_claims.recall {:.4} ({claims_found} of {claim_count})",
            share(claims_found, claim_count)
        );
        assert!(share(claims_found, claim_count) >= 0.98, "sentences with claims are lost");
        assert!(share(found, gold_count) >= 0.97, "sentences differ");
    }
}

fn texts(folder: &Path) -> BTreeSet<PathBuf> {
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect()
}

fn sentences_with_claims(file: &Path) -> BTreeSet<usize> {
    let claims = std::fs::read_to_string(file).expect("claims");
    claims
        .lines()
        .map(|line| {
            let claim: serde_json::Value = serde_json::from_str(line).expect("JSON");
            claim["sent"].as_u64().expect("a number") as usize
        })
        .collect()
}

/// The length of `[2]`, of ` [edit]` or of `. Photo: ...` at the end of a sentence.
fn trailing_mark(sentence: &str) -> usize {
    let mark = sentence.rfind('[').filter(|_| sentence.ends_with(']')).or(sentence.find(" Photo:"));
    mark.map_or(0, |mark| sentence.len() - sentence[..mark].trim_end().len())
}

/// The byte offset of every character, and of the end.
fn character_places(text: &str) -> Vec<usize> {
    text.char_indices().map(|(place, _)| place).chain([text.len()]).collect()
}

fn show(document: &Document) {
    println!("title {:?} date {:?}", document.title, document.date);
    for sentence in &document.sentences {
        println!("{:?} {}", sentence.role, sentence.span.of(&document.text));
    }
    for skipped in &document.skipped {
        println!("[{}] {}", skipped.reason, skipped.span.of(&document.text));
    }
}
