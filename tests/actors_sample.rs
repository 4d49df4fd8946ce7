//! Mentions drawn at random from annotated texts, each marked right or wrong by a person: how many of those found are right.
//!
//! `corpus/actors_sample.tsv` has a row per drawn mention: folder, document, first and last byte (half open), actor, verdict.
//! Texts lie outside the project, so no words are quoted; a row of the folder `prose` names a paragraph by its number.
//! `ACTORS_DRAW=300 cargo test --test actors_sample draw -- --nocapture` draws anew and prints rows with their context, to be
//! marked; with `ACTORS_PROSE=23` from every fortieth paragraph of the prose, the 23rd, 63rd and so on, which nobody has tuned
//! the tables on.

mod common;

use alliance_map::actors::{How, Mention};
use alliance_map::text::Document;
use common::annotated::{gold, prose, read, read_text};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Mentions below this are unsure and are not drawn.
const SURE: f32 = 0.5;

/// The share that must be right in the annotated texts.
const LEAST: f64 = 0.97;

/// The same in prose that nobody tuned anything on: much of it minutes of meetings, where surnames mislead.
const LEAST_OF_PROSE: f64 = 0.94;

#[test]
fn marked_mentions_that_are_found_are_right() {
    if !gold().is_dir() {
        println!("not measured: {} is absent", gold().display());
        return;
    }
    let prose = prose();
    let mut read_before: BTreeMap<PathBuf, Vec<Mention>> = BTreeMap::new();
    for (kind, least, fewest) in [("gold", LEAST, 300), ("prose", LEAST_OF_PROSE, 250)] {
        if kind == "prose" && prose.is_empty() {
            println!("prose: not measured, it is absent");
            continue;
        }
        let (mut right, mut wrong, mut gone) = (0, Vec::new(), 0);
        for row in include_str!("corpus/actors_sample.tsv").lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [folder, name, start, end, actor, verdict] = cells[..] else {
                panic!("actors_sample.tsv: six cells in {row:?}")
            };
            if (folder == "prose") != (kind == "prose") {
                continue;
            }
            let file = gold().join(folder).join(name).with_extension("txt");
            let mentions = read_before.entry(file.clone()).or_insert_with(|| match folder {
                "prose" => read_text(prose[name.parse::<usize>().unwrap()].clone()).1,
                _ => read(&file).1,
            });
            let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
            let found = mentions.iter().any(|mention| {
                mention.span.start == start
                    && mention.span.end == end
                    && mention.actor.as_str() == actor
                    && mention.certainty >= SURE
            });
            match (found, verdict) {
                (false, _) => gone += 1,
                (true, "right") => right += 1,
                (true, "wrong") => wrong.push(row),
                _ => panic!("actors_sample.tsv: {verdict:?} is neither right nor wrong"),
            }
        }
        let found = right + wrong.len();
        let share = right as f64 / found as f64;
        println!("{kind}: {share:.4} of {found} marked mentions right; {gone} no longer found; wrong: {wrong:#?}");
        assert!(found >= fewest, "{kind}: only {found} of the sample are still found: draw anew and mark");
        assert!(share >= least, "{kind}: {share:.4} of the marked mentions are right, at least {least} are wanted");
    }
}

#[test]
fn draw() {
    let Some(wanted) = std::env::var("ACTORS_DRAW").ok().and_then(|count| count.parse::<usize>().ok()) else { return };
    let mut all = Vec::new();
    if let Ok(residue) = std::env::var("ACTORS_PROSE") {
        let residue: usize = residue.parse().expect("ACTORS_PROSE is a number below 40");
        for (number, paragraph) in prose().into_iter().enumerate().filter(|(number, _)| number % 40 == residue) {
            let (document, mentions) = read_text(paragraph);
            add("prose", &number.to_string(), &document, mentions, &mut all);
        }
    } else {
        for folder in ["dev", "train"] {
            let mut files: Vec<_> =
                std::fs::read_dir(gold().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
            files.sort();
            for file in files.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "txt")) {
                let (document, mentions) = read(&file);
                add(folder, &file.file_stem().unwrap().to_string_lossy(), &document, mentions, &mut all);
            }
        }
    }
    // Dev is the smaller folder: every third mention is drawn from it.
    let dev = all.partition_point(|(row, _, _)| row.starts_with("dev"));
    let mut state = 77_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut drawn = std::collections::BTreeSet::new();
    while drawn.len() < wanted.min(all.len()) {
        let from_dev = dev > 0 && drawn.len() % 3 == 0;
        drawn.insert(if from_dev { random(dev) } else { dev + random(all.len() - dev) });
    }
    for at in drawn {
        let (row, how, context) = &all[at];
        println!("{row}\t{how:?}\t{context}");
    }
}

/// A row to be marked, how it was bound, and its context.
type Drawn = (String, How, String);

fn add(folder: &str, name: &str, document: &Document, mentions: Vec<Mention>, all: &mut Vec<Drawn>) {
    for mention in mentions.into_iter().filter(|mention| mention.certainty >= SURE) {
        let sentence = document.sentences[mention.sentence].span;
        let text = &document.text;
        let context = format!(
            "{}[[{}]]{}",
            &text[sentence.start..mention.span.start],
            mention.span.of(text),
            &text[mention.span.end..sentence.end]
        );
        let row = format!("{folder}\t{name}\t{}\t{}\t{}\tright", mention.span.start, mention.span.end, mention.actor);
        all.push((row, mention.how, context.replace('\n', " ")));
    }
}
