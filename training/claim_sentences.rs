//! From annotated texts to one JSON object a sentence, as `claim_data.py` reads them: what the network is told of its words, of its
//! mentions and of every two of them, and what it should find.
//!
//! usage: claim-sentences FOLDER... > sentences.jsonl
//! A folder named `passages` holds passages of our own, one named `frames` the tables of frames, any other annotated texts.

mod gold;
mod passages;

use alliance_map::claims::ClaimTables;
use alliance_map::claims::arcs::Arcs;
use alliance_map::claims::inputs::{pair_input, word_inputs};
use alliance_map::claims::places::places;
use alliance_map::claims::prominence::Prominence;
use alliance_map::claims::sentence::SentenceView;
use alliance_map::lexicon::{Frames, Lexicon};
use alliance_map::syntax::parse_with_vectors;
use alliance_map::terms::Status;
use gold::{GoldClaim, GoldDocument, normal, read_folder, read_text};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

fn main() -> Result<(), String> {
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let tables = ClaimTables::embedded();
    for folder in std::env::args().skip(1) {
        let folder = Path::new(&folder);
        let documents = match folder.file_name().and_then(|name| name.to_str()) {
            Some("passages") => passages::read_passages(folder)?,
            Some("frames") => examples_of_frames(&tables.frames),
            _ => read_folder(folder)?,
        };
        for document in documents {
            let prominence = Prominence::new(&document.read.document, &document.read.mentions);
            for number in 0..document.read.document.sentences.len() {
                let line = sentence(&document, number, tables, &prominence);
                writeln!(out, "{line}").map_err(|error| error.to_string())?;
            }
        }
    }
    Ok(())
}

/// The sentences that each frame must read and leave alone.
fn examples_of_frames(frames: &Frames) -> Vec<GoldDocument> {
    let mut documents = Vec::new();
    for frame in &frames.frames {
        let (pair, reads) = frame.reads.split_once(" | ").expect("the audit has seen every row");
        let (a, b) = pair.split_once(' ').expect("the audit has seen every row");
        let claim = GoldClaim {
            sentence: 0,
            pair: (normal(a), normal(b)),
            kind: frame.kind,
            directed: frames.roles[frame.roles].directed,
            status: Status::Asserted,
            status_alternative: None,
            optional: false,
            cue: None,
        };
        for (text, claims) in [(reads, vec![claim]), (frame.leaves.as_str(), Vec::new())] {
            let read = read_text(&frame.name, text.to_string(), None);
            documents.push(GoldDocument { name: frame.name.clone(), read, sentences: vec![(0, text.len())], claims });
        }
    }
    documents
}

fn sentence(document: &GoldDocument, number: usize, tables: &ClaimTables, prominence: &Prominence) -> Value {
    let sentence = &document.read.document.sentences[number];
    let at = document.sentence_of(sentence.span.start, sentence.span.end);
    let words = &document.read.parses[number];
    let vectors = parse_with_vectors(&sentence.tokens).1;
    let arcs = Arcs::new(words);
    let mentions: Vec<_> = document.read.mentions.iter().filter(|mention| mention.sentence == number).collect();
    let view = SentenceView::new(
        (&sentence.tokens, &vectors),
        sentence.role,
        &arcs,
        &mentions,
        &tables.frames,
        prominence,
        Lexicon::embedded(),
    );
    let claims: Vec<Value> = document
        .claims
        .iter()
        .filter(|claim| Some(claim.sentence) == at)
        .map(|claim| {
            let (from, to) = claim.cue.unwrap_or_default();
            let spans = sentence.tokens.iter().map(|token| token.span).enumerate();
            let cue: Vec<usize> =
                spans.filter(|(_, span)| span.start < to && from < span.end).map(|(word, _)| word).collect();
            json!({"pair": [claim.pair.0, claim.pair.1], "kind": claim.kind as usize, "directed": claim.directed,
                "status": claim.status as usize, "alternative": claim.status_alternative.map(|status| status as usize),
                "optional": claim.optional, "cue": cue})
        })
        .collect();
    let mut line = json!({"document": document.name, "sentence": at, "claims": claims, "pairs": []});
    let Some(view) = view else { return line };
    let id = |mention: usize| normal(view.mentions[mention].actor.as_str());
    let pairs: Vec<Value> = view
        .pairs()
        .iter()
        .map(|pair| {
            let (a, b) = pair.mentions[0];
            let mentions: Vec<Value> = pair
                .looks()
                .map(|look| {
                    let input = pair_input(&view, &look);
                    let head = |mention: usize| view.mentions[mention].head;
                    let (path, top) = arcs.path(head(look.first), head(look.second));
                    json!({"mentions": [look.first, look.second], "in_order": id(look.first) == id(a),
                        "features": input.features, "traits": input.traits, "distance": input.distance, "path": path, "top": top})
                })
                .collect();
            json!({"actors": [id(a), id(b)], "seen": mentions})
        })
        .collect();
    let inputs = word_inputs(&view, &tables.cues);
    let places = places(&view, &tables.roles);
    line["pairs"] = pairs.into();
    line["forms"] = sentence.tokens.iter().map(|token| token.form.as_str()).collect();
    line["vectors"] = vectors.iter().map(|step| format!("{:02x}", *step as u8)).collect::<String>().into();
    line["heads"] = words.iter().map(|word| word.head).collect();
    line["tags"] = inputs.iter().map(|word| word.tag).collect();
    line["relations"] = inputs.iter().map(|word| word.relation).collect();
    line["marks"] = inputs.iter().map(|word| word.mark).collect();
    line["triggers"] = inputs.iter().map(|word| numbers(&word.triggers)).collect();
    line["cues"] = inputs.iter().map(|word| word.cues.clone()).collect();
    line["keys"] = inputs.iter().map(|word| word.key).collect();
    line["mentions"] = view.mentions.iter().map(|mention| mention.head).collect();
    line["places"] = places.iter().map(|place| place.parts.to_vec()).collect();
    line
}

fn numbers(flags: &[bool]) -> Vec<usize> {
    (0..flags.len()).filter(|&at| flags[at]).collect()
}
