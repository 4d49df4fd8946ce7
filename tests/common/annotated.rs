//! Annotated texts beside the project, read up to their mentions.

use alliance_map::actors::{Mention, find_mentions};
use alliance_map::lexicon::Lexicon;
use alliance_map::syntax;
use alliance_map::text::{Document, DocumentInput, read_document};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The folder of the annotated texts; it may be absent.
pub fn gold() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold")
}

/// A file as a document with its mentions.
pub fn read(file: &Path) -> (Document, Vec<Mention>) {
    read_text(std::fs::read_to_string(file).unwrap())
}

/// The paragraphs of public-domain prose that lie beside the annotated texts; none where they are absent.
pub fn prose() -> Vec<String> {
    let Ok(file) = std::fs::File::open(gold().join("../data/prose.txt.gz")) else { return Vec::new() };
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    text.lines().map(str::to_string).collect()
}

/// A text as a document with its mentions.
pub fn read_text(text: String) -> (Document, Vec<Mention>) {
    let document = read_document(&DocumentInput { id: "x".into(), text, ..DocumentInput::default() });
    let parses: Vec<_> = document.sentences.iter().map(|sentence| syntax::parse(&sentence.tokens)).collect();
    let mentions = find_mentions(&document, &parses, Lexicon::embedded());
    (document, mentions)
}
