//! Of the annotated claims' actor pairs, how many have both actors among the mentions of the claim's sentence.
//!
//! `ACTORS_SHOW=dev cargo test --test actors_reach -- --nocapture` prints what is missed; `train` and `passages` likewise.

mod common;
#[allow(dead_code)]
#[path = "../training/gold.rs"]
mod gold;
#[allow(dead_code)]
#[path = "../training/passages.rs"]
mod passages;

use gold::GoldDocument;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Mentions below this are unsure and do not count.
const SURE: f32 = 0.5;

#[derive(Default)]
struct Reach {
    pairs: usize,
    found: usize,
    /// As `found`, with unsure mentions.
    found_unsure: usize,
    sentences: usize,
    mentions: usize,
    /// How often an actor was missed.
    missed: BTreeMap<String, usize>,
}

#[test]
fn both_actors_of_gold_claims_are_mentions() {
    for (folder, least) in [("dev", 0.78), ("train", 0.85)] {
        let path = common::annotated::gold().join(folder);
        if path.is_dir() {
            check(folder, &gold::read_folder(&path).unwrap(), least);
        } else {
            println!("{folder}: not measured, {} is absent", path.display());
        }
    }
}

#[test]
fn both_actors_of_the_passages_claims_are_mentions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/passages");
    check("passages", &passages::read_passages(&folder).unwrap(), 0.55);
}

/// Prints the reach and fails below `least`.
fn check(name: &str, documents: &[GoldDocument], least: f64) {
    let reach = measure(documents, std::env::var("ACTORS_SHOW").is_ok_and(|show| show == name));
    let share = reach.found as f64 / reach.pairs as f64;
    println!(
        "{name}: both actors found for {share:.4} of {} pairs, {:.4} with unsure mentions; {:.2} sure ones a sentence",
        reach.pairs,
        reach.found_unsure as f64 / reach.pairs as f64,
        reach.mentions as f64 / reach.sentences as f64
    );
    let mut missed: Vec<_> = reach.missed.iter().collect();
    missed.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    println!("   missed: {missed:?}");
    assert!(share >= least, "{name}: reach {share:.4} is below {least}");
}

fn measure(documents: &[GoldDocument], show: bool) -> Reach {
    let mut reach = Reach::default();
    for document in documents {
        let (text, mentions) = (&document.read.document.text, &document.read.mentions);
        reach.sentences += document.read.document.sentences.len();
        reach.mentions += mentions.iter().filter(|mention| mention.certainty >= SURE).count();
        let mut wanted: BTreeMap<usize, BTreeSet<(String, String)>> = BTreeMap::new();
        for claim in &document.claims {
            let (a, b) = (&claim.pair.0, &claim.pair.1);
            wanted.entry(claim.sentence).or_default().insert((a.min(b).clone(), a.max(b).clone()));
        }
        for (sentence, pairs) in wanted {
            let (start, end) = document.sentences[sentence];
            let inside = mentions.iter().filter(|mention| mention.span.start < end && mention.span.end > start);
            let ids = |least: f32| -> BTreeSet<String> {
                let sure = inside.clone().filter(|mention| mention.certainty >= least);
                sure.map(|mention| gold::normal(mention.actor.as_str())).collect()
            };
            let (sure, unsure) = (ids(SURE), ids(0.0));
            let mut missing = BTreeSet::new();
            for (a, b) in &pairs {
                reach.pairs += 1;
                reach.found += usize::from(sure.contains(a) && sure.contains(b));
                reach.found_unsure += usize::from(unsure.contains(a) && unsure.contains(b));
                missing.extend([a, b].into_iter().filter(|actor| !sure.contains(*actor)));
            }
            for actor in &missing {
                *reach.missed.entry(actor.to_string()).or_default() += 1;
            }
            if show && !missing.is_empty() {
                println!("{} {sentence} missing {missing:?} found {sure:?}\n   {}", document.name, &text[start..end]);
                let seen = inside.clone().map(|m| format!("{}={} {:.2}", m.span.of(text), m.actor, m.certainty));
                println!("   {}", seen.collect::<Vec<_>>().join("; ").replace('\n', " "));
            }
        }
    }
    reach
}
