//! Of the annotated claims' actor pairs, how many have both actors among the mentions of the claim's sentence; and how often personal
//! pronouns are bound to whom a reader says that they mean.
//!
//! `corpus/pronouns.tsv` has a row for each pronoun drawn from the passages: document, sentence, token, and whom it means: actors with
//! `+` between them, `-` for nobody who acts, `?` where a reader could not tell. No rule was fitted to these rows.
//!
//! `ACTORS_SHOW=dev cargo test --test actors_reach -- --nocapture` prints what is missed; `train` and `passages` likewise.

mod common;
#[allow(dead_code)]
#[path = "../training/gold.rs"]
mod gold;
#[allow(dead_code)]
#[path = "../training/passages.rs"]
mod passages;

use alliance_map::actors::{How, Mention};
use gold::GoldDocument;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

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
    check("passages", passages(), 0.55);
}

#[test]
fn pronouns_are_bound_to_whom_readers_say_that_they_mean() {
    // All, bound, bound rightly; surely bound, and rightly; of those that mean an actor.
    let (mut read, mut acting) = (0, 0);
    let mut bound = BTreeMap::from([("bound", (0, 0)), ("surely bound", (0, 0))]);
    for row in include_str!("corpus/pronouns.tsv").lines().skip(1) {
        let [document, sentence, token, meant] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("pronouns.tsv: four cells in {row:?}")
        };
        let number =
            |cell: &str| cell.parse::<usize>().unwrap_or_else(|error| panic!("pronouns.tsv: {row:?}: {error}"));
        let (sentence, token) = (number(sentence), number(token));
        let found = passages().iter().find(|known| known.name == document);
        let document = found.unwrap_or_else(|| panic!("pronouns.tsv: no passage is called {document:?}"));
        if meant == "?" {
            continue;
        }
        let meant: BTreeSet<String> = meant.split('+').filter(|one| *one != "-").map(gold::normal).collect();
        let is_here = |mention: &&Mention| {
            mention.how == How::Pronoun && mention.sentence == sentence && mention.tokens.start == token
        };
        let mentions: Vec<&Mention> = document.read.mentions.iter().filter(is_here).collect();
        let actors: BTreeSet<String> = mentions.iter().map(|mention| gold::normal(mention.actor.as_str())).collect();
        (read, acting) = (read + 1, acting + usize::from(!meant.is_empty()));
        for (name, least) in [("bound", 0.0), ("surely bound", SURE)] {
            if mentions.iter().any(|mention| mention.certainty >= least) {
                let (all, right) = bound.get_mut(name).unwrap();
                (*all, *right) = (*all + 1, *right + usize::from(actors == meant));
            }
        }
    }
    println!("{read} pronouns, {acting} of which mean an actor");
    for (name, (all, right)) in &bound {
        let (of_bound, of_acting) = (*right as f64 / *all as f64, *right as f64 / acting as f64);
        println!("   {name}: {all}, {of_bound:.3} rightly, which is {of_acting:.3} of those that mean an actor");
    }
    let (all, right) = bound["surely bound"];
    assert!(right * 100 > all * 64, "of {all} pronouns that are surely bound only {right} are right");
}

/// The passages of our own, read once.
fn passages() -> &'static [GoldDocument] {
    static PASSAGES: OnceLock<Vec<GoldDocument>> = OnceLock::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/passages");
    PASSAGES.get_or_init(|| passages::read_passages(&folder).unwrap())
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
    missed.truncate(20);
    println!("   missed most: {missed:?}");
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
