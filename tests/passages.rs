//! The annotated passages that the claim reader learns from are written as `training/passages.rs` says.

#[allow(dead_code)]
#[path = "../training/gold.rs"]
mod gold;
#[allow(dead_code)]
#[path = "../training/passages.rs"]
mod passages;

use alliance_map::terms::{Kind, Status};
use std::path::Path;

#[test]
fn every_passage_is_well_formed_and_all_kinds_and_statuses_occur() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("training/passages");
    let passages = passages::parse_passages(&folder).unwrap_or_else(|error| panic!("{error}"));
    let claims: Vec<_> = passages.iter().flat_map(|passage| &passage.claims).collect();
    let sentences: usize = passages.iter().map(|passage| passage.sentences.len()).sum();
    println!("{} passages, {sentences} sentences, {} claims", passages.len(), claims.len());
    assert!(claims.iter().all(|claim| claim.pair.0 != claim.pair.1));
    for &kind in Kind::ALL {
        assert!(claims.iter().any(|claim| claim.kind == kind), "no passage states {kind}");
    }
    for &status in Status::ALL {
        assert!(claims.iter().any(|claim| claim.status == status), "no claim is {status}");
    }
}

#[test]
fn a_malformed_line_is_named() {
    let folder = std::env::temp_dir().join(format!("alliance-map-passages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("wrong.txt");
    let error = |text: &str| {
        std::fs::write(&file, text).unwrap();
        passages::parse_passages(&folder).err().unwrap_or_default()
    };
    let sentence = "== 1950 | letter\n> Oslo backs Bonn.\n";
    assert!(error(&format!("{sentence}NOR DEU support > q | backs\n")).contains("wrong.txt:3"));
    assert!(
        error(&format!("{sentence}NOR DEU support > a | helps\n")).contains("the cue does not stand in the sentence")
    );
    assert!(error("> Oslo backs Bonn.\n").contains("a passage begins with"));
    assert_eq!(error(&format!("{sentence}NOR DEU support > a | backs\n")), "");
    std::fs::remove_dir_all(&folder).unwrap();
}
