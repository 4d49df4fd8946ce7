//! From the project's own annotated passages, `training/passages/*.txt`, to documents read by the crate with their claims.
//!
//! `== DATE | register` opens a passage. `> ` leads a sentence, `>> ` one that opens a paragraph. Below a sentence stand its
//! claims, `A B kind > a | cue`: source, target, kind, `>` where it has a direction or `=`, the status's first letter, the
//! words that show it. `?` before the source marks a claim on which annotators could differ.

use crate::gold::{GoldClaim, GoldDocument, normal, read_text};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads every passage of a folder, up to its mentions.
///
/// # Errors
/// Names the file and line that is not as the head of this file says.
pub fn read_passages(folder: &Path) -> Result<Vec<GoldDocument>, String> {
    Ok(parse_passages(folder)?.into_iter().map(Passage::into_document).collect())
}

/// The passages of a folder as they are written.
///
/// # Errors
/// Names the file and line that is not as the head of this file says.
pub fn parse_passages(folder: &Path) -> Result<Vec<Passage>, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let written = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut passages: Vec<Passage> = Vec::new();
        for (number, line) in written.lines().enumerate() {
            if let Some(opening) = line.strip_prefix("== ") {
                let date = opening.split(" | ").next().unwrap_or(opening).trim().to_string();
                passages.push(Passage { name: format!("{stem}.{}", passages.len() + 1), date, ..Passage::default() });
            } else if !line.trim().is_empty() {
                let open = passages.last_mut().ok_or("a passage begins with `== `".to_string());
                open.and_then(|passage| passage.add(line))
                    .map_err(|error| format!("{}:{}: {line:?}: {error}", file.display(), number + 1))?;
            }
        }
        all.extend(passages);
    }
    Ok(all)
}

/// A text with its annotation.
#[derive(Default)]
pub struct Passage {
    name: String,
    /// When it is written as of: `2021`, `2021-03` or `2021-03-18`.
    date: String,
    /// Its sentences, joined.
    pub text: String,
    /// Byte ranges of the sentences.
    pub sentences: Vec<(usize, usize)>,
    /// What they state.
    pub claims: Vec<GoldClaim>,
}

impl Passage {
    fn add(&mut self, line: &str) -> Result<(), String> {
        let (gap, sentence) = match (line.strip_prefix(">> "), line.strip_prefix("> ")) {
            (Some(sentence), _) => ("\n\n", sentence),
            (_, Some(sentence)) => (" ", sentence),
            _ => return self.add_claim(line),
        };
        if !self.text.is_empty() {
            self.text.push_str(gap);
        }
        let start = self.text.len();
        self.text.push_str(sentence.trim());
        self.sentences.push((start, self.text.len()));
        Ok(())
    }

    fn add_claim(&mut self, line: &str) -> Result<(), String> {
        let (start, end) = *self.sentences.last().ok_or("a claim stands below a sentence")?;
        let (line, optional) = line.strip_prefix('?').map_or((line, false), |line| (line, true));
        let (claim, cue) = line.split_once(" | ").ok_or("expected `A B kind > a | cue`")?;
        let [a, b, kind, direction, status] = claim.split(' ').collect::<Vec<_>>()[..] else {
            return Err("expected `A B kind > a | cue`".to_string());
        };
        let status = match status {
            "a" => "asserted",
            "d" => "denied",
            "p" => "possible",
            "e" => "ended",
            other => return Err(format!("{other:?} is no status: a, d, p or e")),
        };
        let cue = self.text[start..end].find(cue).map(|at| (start + at, start + at + cue.len()));
        self.claims.push(GoldClaim {
            sentence: self.sentences.len() - 1,
            pair: (normal(a), normal(b)),
            kind: kind.parse()?,
            directed: direction == ">",
            status: status.parse()?,
            status_alternative: None,
            optional,
            cue: Some(cue.ok_or("the cue does not stand in the sentence")?),
        });
        Ok(())
    }

    fn into_document(self) -> GoldDocument {
        let read = read_text(&self.name, self.text, Some(self.date));
        GoldDocument { name: self.name, read, sentences: self.sentences, claims: self.claims }
    }
}
