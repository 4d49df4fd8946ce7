//! Every frame reads the sentence that its row gives, and leaves the other alone.
//!
//! `tests/corpus/frames_fixme.txt` lists the rows that are not yet so; the list must be exact, and `UPDATE=1` rewrites it.

use alliance_map::claims::ClaimTables;
use alliance_map::lexicon::Lexicon;
use alliance_map::text::DocumentInput;
use alliance_map::{ReadDocument, read};
use std::fs;
use std::path::Path;

#[test]
fn frames_read_their_own_sentences() {
    let mut wrong = Vec::new();
    let frames = &ClaimTables::embedded().frames.frames;
    for frame in frames {
        let (pair, sentence) = frame.reads.split_once(" | ").unwrap();
        let (a, b) = pair.split_once(' ').unwrap_or_else(|| panic!("{}: {pair:?}: expected two actors", frame.name));
        let reading = read_text(sentence);
        let claims = &reading.claims.claims;
        let states = |claim: &&alliance_map::claims::Claim| {
            let (source, target) = (claim.source.as_str(), claim.target.as_str());
            claim.kind == frame.kind && ((source, target) == (a, b) || (source, target) == (b, a))
        };
        if claims.iter().find(states).is_none() {
            wrong.push(format!("{}: does not read: {sentence}", frame.name));
        }
        if read_text(&frame.leaves).claims.claims.iter().any(|claim| claim.frame == frame.name) {
            wrong.push(format!("{}: does not leave alone: {}", frame.name, frame.leaves));
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/frames_fixme.txt");
    let now = wrong.iter().map(|line| format!("{line}\n")).collect::<String>();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &now).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&file).unwrap_or_default(),
        now,
        "the rows that differ have changed; UPDATE=1 rewrites the list"
    );
    assert!(
        wrong.len() * 3 < frames.len() * 2,
        "{} of {} sentences are not as their rows say",
        wrong.len(),
        frames.len() * 2
    );
}

#[test]
fn a_malformed_row_is_named() {
    use alliance_map::lexicon::Frames;
    let roles = "roles\tsources\ttargets\tdirection\nact\tsubj\tobj\tdirected\n";
    let error = |table: &str| Frames::from_tables(roles, &[("support", table)]).unwrap_err();
    assert_eq!(
        error("frame\ttriggers\troles\treads\tleaves\nback\tback\tact\tGHA CIV | x\ty\n"),
        "lexicon/frames/support.tsv:2: column triggers: \"back\" lacks its class; expected `words/v`"
    );
    assert!(
        error("frame\ttriggers\troles\treads\tleaves\nback\tback/v\tdo\tGHA CIV | x\ty\n")
            .contains(":2: column roles: \"do\"")
    );
    assert!(error("frame\ttriggers\troles\treads\tleaves\nback\tback/v\n").contains(":2: 2 columns; expected 5"));
}

fn read_text(text: &str) -> ReadDocument {
    let input = DocumentInput { id: "frame".to_string(), text: text.to_string(), ..DocumentInput::default() };
    read(&input, Lexicon::embedded())
}
