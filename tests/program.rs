//! The program `alliance-map`, run as a person would: what it writes, and what it says where it cannot.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of its own for a test, with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn run(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_alliance-map")).args(words).output().unwrap()
}

/// What it says where it fails.
fn complaint(words: &[&str]) -> String {
    let output = run(words);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn every_form_is_written() {
    let folder = folder("forms", &[("one.txt", b"France and Spain are allies."), ("notes.doc", b"passed over")]);
    let folder = folder.to_str().unwrap();
    let forms = [
        ("json", "{"),
        ("csv", "document"),
        ("ties-csv", ""),
        ("graphml", "<?xml"),
        ("gexf", "<?xml"),
        ("claims-jsonl", "{\"doc"),
    ];
    for (form, beginning) in forms {
        let output = run(&["--format", form, folder]);
        assert!(output.status.success(), "{form}: {output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.starts_with(beginning) && text.contains("FRA") && text.contains("ESP"), "{form}: {text}");
    }
}

#[test]
fn complaints_name_the_file_and_what_is_expected() {
    let bad = folder("bad", &[("latin.txt", b"Espa\xf1a"), ("a.doc", b"")]);
    let path = |name: &str| bad.join(name).to_str().unwrap().to_string();
    assert!(complaint(&[&path("latin.txt")]).contains("latin.txt: expected UTF-8 text, but byte 4 is none"));
    assert!(complaint(&[&path("a.doc")]).contains("a.doc: unknown kind of file; expected .txt, .md, .html or .htm"));
    assert!(complaint(&[&path("missing.txt")]).contains("missing.txt: "));
    assert!(complaint(&["--format", "xml", &path("latin.txt")]).contains("--format: "));
    assert!(complaint(&["--minimum-certainty", "2", &path("latin.txt")]).contains("expected a number from 0 to 1"));
    assert!(complaint(&[]).contains("expected at least one file or folder"));
    let empty = folder("empty", &[]);
    assert!(complaint(&[empty.to_str().unwrap()]).contains("no file ends in .txt, .md, .html or .htm"));
}

#[test]
fn two_files_of_one_name_are_both_told() {
    let folder = folder("twins", &[("a/brief.txt", b"France."), ("b/brief.md", b"Spain.")]);
    let said = complaint(&[folder.to_str().unwrap()]);
    for part in ["a/brief.txt", "b/brief.md", "\"brief\"", "rename one of the files"] {
        assert!(said.contains(part), "{said}");
    }
}
