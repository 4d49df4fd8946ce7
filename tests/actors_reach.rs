//! Of the gold claims' actor pairs, how many have both actors among the mentions of the claim's sentence.
//!
//! `ACTORS_SHOW=dev cargo test --test actors_reach -- --nocapture` prints what is missed; `train` likewise.

mod common;

use common::annotated::{gold, read};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Mentions below this are unsure and do not count.
const SURE: f32 = 0.5;

struct Reach {
    pairs: usize,
    found: usize,
    sentences: usize,
    mentions: usize,
    /// How often an actor was missed.
    missed: BTreeMap<String, usize>,
    /// As `found`, with unsure mentions.
    found_unsure: usize,
}

#[test]
fn both_actors_of_gold_claims_are_mentions() {
    for (folder, least) in [("dev", 0.75), ("train", 0.83)] {
        let path = gold().join(folder);
        if !path.is_dir() {
            println!("{folder}: not measured, {} is absent", path.display());
            continue;
        }
        let reach = measure(&path, std::env::var("ACTORS_SHOW").is_ok_and(|show| show == folder));
        let share = reach.found as f64 / reach.pairs as f64;
        println!(
            "{folder}: both actors found for {share:.4} of {} pairs, {:.4} with unsure mentions; {:.2} sure ones a sentence",
            reach.pairs,
            reach.found_unsure as f64 / reach.pairs as f64,
            reach.mentions as f64 / reach.sentences as f64
        );
        let mut missed: Vec<_> = reach.missed.iter().collect();
        missed.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        println!("   missed: {missed:?}");
        assert!(share >= least, "{folder}: reach {share:.4} is below {least}");
    }
}

fn measure(folder: &Path, show: bool) -> Reach {
    let mut reach = Reach { pairs: 0, found: 0, sentences: 0, mentions: 0, missed: BTreeMap::new(), found_unsure: 0 };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "jsonl")) {
        let (document, mentions) = read(&file.with_extension("txt"));
        let sentences = sentences(&file.with_extension("sents.tsv"), &document.text);
        reach.sentences += document.sentences.len();
        reach.mentions += mentions.iter().filter(|mention| mention.certainty >= SURE).count();
        let mut wanted: BTreeMap<usize, BTreeSet<(String, String)>> = BTreeMap::new();
        for row in std::fs::read_to_string(file).unwrap().lines() {
            let claim: serde_json::Value = serde_json::from_str(row).unwrap();
            let mut pair = [norm(claim["a"].as_str().unwrap()), norm(claim["b"].as_str().unwrap())];
            pair.sort();
            let [a, b] = pair;
            wanted.entry(claim["sent"].as_u64().unwrap() as usize).or_default().insert((a, b));
        }
        for (sentence, pairs) in wanted {
            let (start, end) = sentences[&sentence];
            let inside = mentions.iter().filter(|mention| mention.span.start < end && mention.span.end > start);
            let unsure: BTreeSet<String> = inside.clone().map(|mention| norm(mention.actor.as_str())).collect();
            let found: BTreeSet<String> =
                inside.filter(|m| m.certainty >= SURE).map(|mention| norm(mention.actor.as_str())).collect();
            let mut missing = BTreeSet::new();
            for (a, b) in &pairs {
                reach.pairs += 1;
                reach.found += usize::from(found.contains(a) && found.contains(b));
                reach.found_unsure += usize::from(unsure.contains(a) && unsure.contains(b));
                missing.extend([a, b].into_iter().filter(|actor| !found.contains(*actor)));
            }
            for actor in &missing {
                *reach.missed.entry(actor.to_string()).or_default() += 1;
            }
            if show && !missing.is_empty() {
                let name = file.file_stem().unwrap().to_string_lossy();
                println!("{name} {sentence} missing {missing:?} found {found:?}\n   {}", &document.text[start..end]);
            }
        }
    }
    reach
}

/// Sentence numbers with their byte ranges; the file counts code points.
fn sentences(file: &Path, text: &str) -> BTreeMap<usize, (usize, usize)> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let table = std::fs::read_to_string(file).unwrap();
    let rows = table.lines().map(|row| {
        let mut cells = row.split('\t').map(|cell| cell.parse::<usize>());
        let mut next = || cells.next().unwrap().unwrap();
        (next(), (bytes[next()], bytes[next()]))
    });
    rows.collect()
}

/// One spelling for ids that the scorer takes for the same.
fn norm(actor: &str) -> String {
    let plain: String = actor.to_uppercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
    match plain.as_str() {
        "LAS" | "ARABLEAGUE" => "AL".into(),
        "RIOPACT" | "RIOTREATY" => "TIAR".into(),
        "BAGHDADPACT" | "METO" => "CENTO".into(),
        "OBOR" => "BRI".into(),
        "EC" | "EEC" => "EU".into(),
        "ESH" => "SADR".into(),
        "OTTOMANEMPIRE" => "OTTOMAN".into(),
        _ => plain,
    }
}
