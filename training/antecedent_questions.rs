//! From annotated passages to one JSON object for each personal pronoun and each word for several, as `train_antecedents.py` reads them:
//! its features, and those of the phrases or sets of actors that it may mean.
//!
//! usage: antecedent-questions FOLDER... > questions.jsonl
//! A folder named `passages` holds passages of our own, any other annotated texts.

#[allow(dead_code)]
mod gold;
mod passages;

use alliance_map::actors::asked::asked_of;
use alliance_map::lexicon::Lexicon;
use gold::normal;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

fn main() -> Result<(), String> {
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let mut documents = Vec::new();
    for folder in std::env::args().skip(1) {
        let folder = Path::new(&folder);
        documents.extend(match folder.file_name().and_then(|name| name.to_str()) {
            Some("passages") => passages::read_passages(folder)?,
            _ => gold::read_folder(folder)?,
        });
    }
    for document in documents {
        for asked in asked_of(&document.read.document, &document.read.parses, Lexicon::embedded()) {
            let candidates = asked.candidates.iter().map(|(actors, features)| {
                let actors: BTreeSet<String> = actors.iter().map(|actor| normal(actor.as_str())).collect();
                json!([actors, features])
            });
            let line = json!({
                "document": document.name,
                "sentence": asked.sentence,
                "token": asked.token,
                "several": asked.several,
                "words": asked.words,
                "candidates": candidates.collect::<Vec<_>>(),
            });
            writeln!(out, "{line}").map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}
