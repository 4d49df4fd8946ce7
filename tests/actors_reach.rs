//! Of the annotated claims' actor pairs, how many have both actors among the mentions of the claim's sentence; and how often personal
//! pronouns and words for several are bound to whom a reader says that they mean.
//!
//! `corpus/antecedents.tsv` has a row for each word drawn from the passages: document, sentence, its first token, and whom it means:
//! actors with `+` between them, `-` for nobody who acts, `?` where a reader could not tell. `models/pronouns.tsv` and
//! `models/groups.tsv` were fitted to words of other documents.
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
fn pronouns_and_words_for_several_are_bound_to_whom_readers_say_that_they_mean() {
    let mut of = BTreeMap::from([("pronouns", Bindings::default()), ("words for several", Bindings::default())]);
    for row in include_str!("corpus/antecedents.tsv").lines().skip(1) {
        let [document, sentence, token, meant] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("antecedents.tsv: four cells in {row:?}")
        };
        let number =
            |cell: &str| cell.parse::<usize>().unwrap_or_else(|error| panic!("antecedents.tsv: {row:?}: {error}"));
        let (sentence, token) = (number(sentence), number(token));
        let found = passages().iter().find(|known| known.name == document);
        let document = found.unwrap_or_else(|| panic!("antecedents.tsv: no passage is called {document:?}"));
        if meant == "?" {
            continue;
        }
        let meant: BTreeSet<String> = meant.split('+').filter(|one| *one != "-").map(gold::normal).collect();
        let word = document.read.document.sentences[sentence].tokens[token].form.to_lowercase();
        let sort = if PRONOUNS.contains(&word.as_str()) { "pronouns" } else { "words for several" };
        let refers_here = |mention: &&Mention| {
            let refers = matches!(mention.how, How::Pronoun | How::Phrase);
            refers && mention.sentence == sentence && mention.tokens.start == token
        };
        let mentions: Vec<&Mention> = document.read.mentions.iter().filter(refers_here).collect();
        of.get_mut(sort).unwrap().count(&mentions, &meant);
    }
    for (name, bindings) in &of {
        bindings.print(name);
        let (all, right) = bindings.sure;
        assert!(right * 100 > all * 70, "of {all} {name} that are surely bound only {right} are right");
    }
}

const PRONOUNS: [&str; 12] = ["it", "its", "they", "them", "their", "theirs", "he", "him", "his", "she", "her", "hers"];

/// How often words were bound, and rightly.
#[derive(Default)]
struct Bindings {
    words: usize,
    /// Of them, those that mean actors.
    acting: usize,
    /// Bound, and rightly.
    all: (usize, usize),
    /// The same of those bound surely.
    sure: (usize, usize),
}

impl Bindings {
    fn count(&mut self, mentions: &[&Mention], meant: &BTreeSet<String>) {
        let actors: BTreeSet<String> = mentions.iter().map(|mention| gold::normal(mention.actor.as_str())).collect();
        let right = usize::from(actors == *meant);
        self.words += 1;
        self.acting += usize::from(!meant.is_empty());
        if !mentions.is_empty() {
            self.all = (self.all.0 + 1, self.all.1 + right);
        }
        if mentions.iter().any(|mention| mention.certainty >= SURE) {
            self.sure = (self.sure.0 + 1, self.sure.1 + right);
        }
    }

    fn print(&self, name: &str) {
        println!("{} {name}, {} of which mean actors", self.words, self.acting);
        for (how, (all, right)) in [("bound", self.all), ("surely bound", self.sure)] {
            let (of_bound, of_acting) = (right as f64 / all as f64, right as f64 / self.acting as f64);
            println!("   {how}: {all}, {of_bound:.3} rightly, which is {of_acting:.3} of those that mean actors");
        }
    }
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
