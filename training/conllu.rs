//! From gzipped CoNLL-U files to sentences with their gold labels.

use alliance_map::syntax::labels::{RELATIONS, UPOS, XPOS};
use std::io::Read;
use std::path::{Path, PathBuf};

/// A sentence as annotators labelled it.
#[derive(Clone, Debug, Default)]
#[allow(dead_code)]
pub struct Sentence {
    /// Word forms.
    pub forms: Vec<String>,
    /// Lemmas as the treebank has them.
    pub lemmas: Vec<String>,
    /// Indices into `labels::UPOS`.
    pub upos: Vec<usize>,
    /// Indices into `labels::XPOS`.
    pub xpos: Vec<usize>,
    /// Word indices; the number of words for the root.
    pub heads: Vec<usize>,
    /// Indices into `labels::RELATIONS`.
    pub relations: Vec<usize>,
    /// The text as it was before tokens were cut.
    pub text: String,
    /// A new document begins here.
    pub starts_document: bool,
    /// A new paragraph begins here.
    pub starts_paragraph: bool,
}

/// The folder with the treebanks: the first argument, else `../shared/treebank`.
pub fn folder() -> PathBuf {
    std::env::args().nth(1).map_or_else(|| PathBuf::from("../shared/treebank"), PathBuf::from)
}

/// Reads one treebank file.
pub fn read(path: &Path) -> Vec<Sentence> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(&bytes[..])
        .read_to_string(&mut text)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.split("\n\n").filter(|block| !block.trim().is_empty()).map(sentence).collect()
}

fn sentence(block: &str) -> Sentence {
    let mut one = Sentence::default();
    for line in block.lines() {
        if let Some(text) = line.strip_prefix("# text = ") {
            one.text = text.to_owned();
        }
        one.starts_document |= line.starts_with("# newdoc");
        one.starts_paragraph |= line.starts_with("# newpar");
        let cells: Vec<&str> = line.split('\t').collect();
        let is_word = cells.len() == 10 && cells[0].bytes().all(|byte| byte.is_ascii_digit());
        if !is_word {
            continue;
        }
        let find = |table: &[&str], value: &str| table.iter().position(|&label| label == value).unwrap_or(0);
        one.forms.push(cells[1].to_owned());
        one.lemmas.push(cells[2].to_owned());
        one.upos.push(UPOS.iter().position(|label| label.1 == cells[3]).unwrap_or(0));
        one.xpos.push(find(&XPOS, cells[4]));
        one.heads.push(cells[6].parse().unwrap_or(0));
        one.relations.push(find(&RELATIONS, cells[7]));
    }
    let words = one.forms.len();
    for head in &mut one.heads {
        *head = head.checked_sub(1).unwrap_or(words);
    }
    one
}
