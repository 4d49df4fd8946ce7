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
    let cases = [
        (
            "back\taid/v;back\tact\tGHA CIV | x\ty",
            "column triggers: found \"back\", expected words and their class: /v, /n, /a or /p",
        ),
        (
            "back\tback  up/v\tact\tGHA CIV | x\ty",
            "column triggers: found \"back  up/v\", expected words with one space between them",
        ),
        ("back\tback/v\tdo\tGHA CIV | x\ty", "column roles: found \"do\", expected a row of roles.tsv"),
        (
            "back\tback/v\tact\tGHA | x\ty",
            "column reads: found \"GHA | x\", expected two actors and a sentence: `SOURCE TARGET | sentence`",
        ),
        ("back\tback/v", "column row: found \"back\\tback/v\", expected 5 cells separated by tabs, not 2"),
    ];
    for (row, expected) in cases {
        let table: &'static str = format!("frame\ttriggers\troles\treads\tleaves\n{row}\n").leak();
        let error = Frames::from_tables(roles, &[("frames/support.tsv", table)]).unwrap_err();
        assert_eq!(error.to_string(), format!("frames/support.tsv, line 2, {expected}"));
    }
    let error = |file, table| Frames::from_tables(roles, &[(file, table)]).unwrap_err().to_string();
    let twice = "frame\ttriggers\troles\treads\tleaves\na\ta/v\tact\tGHA CIV | x\ty\na\tb/v\tact\tGHA CIV | x\ty\n";
    assert!(
        error("frames/support.tsv", twice)
            .ends_with("line 3, column frame: found \"a\", expected a name that no other frame has")
    );
    assert!(error("frames/weather.tsv", twice).contains("a file named after a kind"));
}

fn read_text(text: &str) -> ReadDocument {
    let input = DocumentInput { id: "frame".to_string(), text: text.to_string(), ..DocumentInput::default() };
    read(&input, Lexicon::embedded())
}
