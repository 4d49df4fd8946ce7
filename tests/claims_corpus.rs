//! The claims read from sentences of our own, against what a person reads in them.
//!
//! In `tests/corpus/claims/*.txt` a line `> …` is a sentence; sentences that follow one another are one text. Below them stand
//! the claims: source, target, kind, `>` or `=`, and the status's first letter; after `|` the cue, for people. `@2` heads the
//! claims of the second sentence. `# fixme not read:` and `# fixme read:` mark where the program still differs: the lines are
//! part of what is checked, and `UPDATE=1` rewrites them.

use alliance_map::lexicon::Lexicon;
use alliance_map::read;
use alliance_map::terms::Status;
use alliance_map::text::DocumentInput;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const NOT_READ: &str = "# fixme not read: ";
const READ: &str = "# fixme read: ";

#[test]
fn corpus_is_read_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/claims");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut right, mut wanted, mut given) = (0, 0, 0);
    let mut different = Vec::new();
    for file in files {
        let written = fs::read_to_string(&file).unwrap();
        let blocks: Vec<String> =
            written.split("\n\n").map(|block| check(block, &mut right, &mut wanted, &mut given)).collect();
        let now = blocks.join("\n\n");
        if now.trim_end() != written.trim_end() {
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&file, now.trim_end().to_string() + "\n").unwrap();
            } else {
                different.push(file.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    println!("{right} of {wanted} claims are read; {} others are read that are none", given - right);
    assert!(different.is_empty(), "{different:?} are read differently now; look at the difference that UPDATE=1 makes");
    assert!(right * 3 > wanted, "the program reads less than a third of its own corpus");
}

/// Reads one text and returns its block with the fixme lines of today.
fn check(block: &str, right: &mut usize, wanted: &mut usize, given: &mut usize) -> String {
    let sentences: Vec<&str> = block.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    let input = DocumentInput { id: "corpus".to_string(), text: sentences.join(" "), ..DocumentInput::default() };
    let reading = read(&input, Lexicon::embedded());
    let mut starts = vec![0];
    sentences.iter().for_each(|sentence| starts.push(starts[starts.len() - 1] + sentence.len() + 1));
    let mut found: BTreeSet<(usize, String)> = BTreeSet::new();
    for claim in &reading.claims.claims {
        let start = reading.document.sentences[claim.sentence].span.start;
        let sentence = starts.partition_point(|&from| from <= start);
        found.insert((sentence, line(claim)));
    }
    let mut out: Vec<String> = sentences.iter().map(|sentence| format!("> {sentence}")).collect();
    for number in 1..=sentences.len() {
        if number > 1
            && (block.lines().any(|line| line == format!("@{number}")) || found.iter().any(|(at, _)| *at == number))
        {
            out.push(format!("@{number}"));
        }
        let mut unread = Vec::new();
        let mut expected: BTreeSet<(usize, String)> = BTreeSet::new();
        for claim in claims_of(block, number) {
            let plain = claim.split('|').next().unwrap().trim().to_string();
            let key = (number, turned(&plain, &found, number));
            *wanted += 1;
            if found.contains(&key) {
                *right += 1;
                out.push(claim);
            } else {
                unread.push(format!("{NOT_READ}{claim}"));
            }
            expected.insert(key);
        }
        out.extend(unread);
        for (_, claim) in found.iter().filter(|entry| entry.0 == number) {
            *given += 1;
            if !expected.contains(&(number, claim.clone())) {
                out.push(format!("{READ}{claim}"));
            }
        }
    }
    out.join("\n")
}

/// The claims written below one sentence of a block.
fn claims_of(block: &str, number: usize) -> Vec<String> {
    let mut at = 1;
    let mut claims = Vec::new();
    for line in block.lines().filter(|line| !line.starts_with("> ") && !line.starts_with(READ) && !line.is_empty()) {
        if let Some(next) = line.strip_prefix('@') {
            at = next.parse().unwrap_or_else(|_| panic!("{line:?}: expected @ and a sentence's number"));
        } else if at == number {
            claims.push(line.strip_prefix(NOT_READ).unwrap_or(line).to_string());
        }
    }
    claims
}

fn line(claim: &alliance_map::claims::Claim) -> String {
    let direction = if claim.directed { '>' } else { '=' };
    let status = match claim.status {
        Status::Asserted => 'a',
        Status::Denied => 'd',
        Status::Possible => 'p',
        Status::Ended => 'e',
    };
    format!("{} {} {} {direction} {status}", claim.source, claim.target, claim.kind)
}

/// The written claim as the program would write it, where it has no direction and the two may stand either way.
fn turned(plain: &str, found: &BTreeSet<(usize, String)>, number: usize) -> String {
    let words: Vec<&str> = plain.split(' ').collect();
    let [a, b, kind, direction, status] = words[..] else {
        panic!("{plain:?}: expected `SOURCE TARGET kind > a`");
    };
    for (source, target) in [(a, b), (b, a)] {
        for way in ["=", ">"] {
            let claim = format!("{source} {target} {kind} {way} {status}");
            if (direction == "=" || source == a) && found.contains(&(number, claim.clone())) {
                return claim;
            }
        }
    }
    plain.to_string()
}
