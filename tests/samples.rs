//! The samples in `www/samples/`: what their list promises, and the map that they make together.
#![cfg(not(target_arch = "wasm32"))]

use alliance_map::terms::Kind;
use alliance_map::text::{DocumentInput, Format};
use alliance_map::{Options, analyse};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Sample {
    file: String,
    title: String,
    date: String,
    source: String,
}

fn samples() -> Vec<(Sample, DocumentInput)> {
    let folder = Path::new("www/samples");
    let list: Vec<Sample> = serde_json::from_str(&fs::read_to_string(folder.join("index.json")).unwrap()).unwrap();
    let read = |sample: Sample| {
        let (id, ending) = sample.file.split_once('.').unwrap();
        let input = DocumentInput {
            id: id.to_string(),
            text: fs::read_to_string(folder.join(&sample.file)).unwrap(),
            format: if ending == "md" { Format::Markdown } else { Format::Text },
            ..DocumentInput::default()
        };
        (sample, input)
    };
    list.into_iter().map(read).collect()
}

#[test]
fn the_list_names_every_file_with_the_title_and_date_that_stand_in_it() {
    let files: BTreeSet<_> = fs::read_dir("www/samples").unwrap().map(|entry| entry.unwrap().file_name()).collect();
    let samples = samples();
    assert_eq!(files.len(), samples.len() + 1, "index.json and what it lists");
    for (sample, input) in samples {
        let analysis = analyse(std::slice::from_ref(&input), &Options::default()).unwrap();
        let document = &analysis.documents[0];
        assert_eq!(document.title.as_deref(), Some(sample.title.as_str()));
        assert_eq!(document.date.as_deref(), Some(sample.date.as_str()));
        assert!(!sample.source.is_empty());
        let words = input.text.split_whitespace().count();
        assert!((350..=600).contains(&words), "{}: {words} words", sample.file);
    }
}

#[test]
fn the_five_of_today_contest_what_russia_and_china_are_to_each_other() {
    let today: Vec<_> = samples().into_iter().filter(|(sample, _)| !sample.file.contains("1914")).collect();
    assert_eq!(today.len(), 5);
    let inputs: Vec<_> = today.into_iter().map(|(_, input)| input).collect();
    let analysis = analyse(&inputs, &Options::default()).unwrap();
    let tie = analysis.map.ties.iter().find(|tie| tie.a.as_str() == "CHN" && tie.b.as_str() == "RUS").expect("a tie");
    let alliance = tie.disagreements.iter().find(|disagreement| disagreement.kind == Kind::Alliance);
    let denying = &alliance.expect("an alliance that some see and others deny").denying;
    assert!(denying.iter().any(|&claim| analysis.claims[claim].document == "there-is-no-axis"));
}
