//! From annotated passages to one JSON object a sentence: words, arcs, mentions, triggers and claims, for `claims.py`.
//!
//! usage: claim-sentences FOLDER... > sentences.jsonl

mod claim_walk;
mod gold;
mod passages;

use alliance_map::claims::triggers::find_triggers;
use alliance_map::lexicon::{ActorKind, Lexicon};
use serde_json::json;
use std::io::Write;
use std::path::Path;

fn main() -> Result<(), String> {
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let reader = claim_walk::empty_reader();
    for folder in std::env::args().skip(1) {
        let folder = Path::new(&folder);
        let documents =
            if folder.ends_with("passages") { passages::read_passages(folder)? } else { gold::read_folder(folder)? };
        for document in documents {
            for (number, sentence) in document.read.document.sentences.iter().enumerate() {
                let words = &document.read.parses[number];
                let arcs = alliance_map::claims::arcs::Arcs::new(words);
                let at = document.sentence_of(sentence.span.start, sentence.span.end);
                let mentions: Vec<_> = document
                    .read
                    .mentions
                    .iter()
                    .filter(|mention| mention.sentence == number)
                    .map(|mention| {
                        let slots: Vec<[u32; 2]> = (0..words.len())
                            .map(|at| {
                                let slot = arcs.slot(at, mention.head);
                                [slot.coarse() as u32, slot.steps().iter().fold(17, |hash: u32, &step| (hash.rotate_left(7) ^ u32::from(step)).wrapping_mul(0x0100_0193)) >> 7 & 511]
                            })
                            .collect();
                        let kind = Lexicon::embedded().actor(mention.actor.as_str()).map(|actor| actor.kind);
                        json!({"first": mention.tokens.start, "end": mention.tokens.end, "head": mention.head,
                            "actor": gold::normal(mention.actor.as_str()), "how": mention.how, "sure": mention.certainty, "slots": slots,
                            "grouping": matches!(kind, Some(ActorKind::Organisation | ActorKind::Bloc))})
                    })
                    .collect();
                let triggers: Vec<_> = find_triggers(words, &sentence.tokens, &reader.frames)
                    .iter()
                    .map(|found| {
                        let frame = &reader.frames.frames[found.trigger.frame];
                        json!({"first": found.first, "last": found.last, "head": found.head, "frame": frame.name,
                            "kind": frame.kind, "roles": reader.frames.roles[frame.roles].name,
                            "directed": reader.slots.of_frame(found.trigger.frame).directed})
                    })
                    .collect();
                let claims: Vec<_> = document
                    .claims
                    .iter()
                    .filter(|claim| Some(claim.sentence) == at)
                    .map(|claim| {
                        let cue: Vec<usize> = claim.cue.map_or(Vec::new(), |(from, to)| {
                            let inside = |at: &usize| {
                                let span = sentence.tokens[*at].span;
                                span.start < to && from < span.end
                            };
                            (0..words.len()).filter(inside).collect()
                        });
                        json!({"a": claim.pair.0, "b": claim.pair.1, "kind": claim.kind, "directed": claim.directed,
                            "status": claim.status, "alternative": claim.status_alternative, "optional": claim.optional, "cue": cue})
                    })
                    .collect();
                let line = json!({"document": document.name, "sentence": at, "role": format!("{:?}", sentence.role),
                    "forms": sentence.tokens.iter().map(|token| token.form.as_str()).collect::<Vec<_>>(),
                    "upos": words.iter().map(|word| format!("{:?}", word.upos)).collect::<Vec<_>>(),
                    "xpos": words.iter().map(|word| word.xpos).collect::<Vec<_>>(),
                    "lemmas": words.iter().map(|word| word.lemma.as_str()).collect::<Vec<_>>(),
                    "heads": words.iter().map(|word| word.head).collect::<Vec<_>>(),
                    "relations": words.iter().map(|word| word.relation).collect::<Vec<_>>(),
                    "mentions": mentions, "triggers": triggers, "claims": claims});
                writeln!(out, "{line}").map_err(|error| error.to_string())?;
            }
        }
    }
    Ok(())
}
