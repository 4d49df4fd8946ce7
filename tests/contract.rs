//! The contract between the core and the world, on small documents.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use alliance_map::export::{Format, export};
use alliance_map::lexicon::overrides::{ActorOverride, Overrides};
use alliance_map::offsets::OffsetUnit;
use alliance_map::text::DocumentInput;
use alliance_map::{Collection, Options, analyse};

fn document(id: &str, text: &str) -> DocumentInput {
    DocumentInput { id: id.to_string(), text: text.to_string(), ..DocumentInput::default() }
}

fn json(documents: &[DocumentInput]) -> String {
    export(&analyse(documents, &Options::default()).unwrap(), Format::Json)
}

#[test]
fn the_shape_is_the_one_that_pages_rely_on() {
    let analysis = json(&[document("a", "China and Russia signed an alliance.")]);
    let analysis: serde_json::Value = serde_json::from_str(&analysis).unwrap();
    let keys: Vec<_> = analysis.as_object().unwrap().keys().map(String::as_str).collect();
    for key in [
        "schema",
        "offsets",
        "documents",
        "actors",
        "mentions",
        "claims",
        "unread",
        "ties",
        "blocs",
        "balance",
        "brokers",
        "timeline",
        "summary",
    ] {
        assert!(keys.contains(&key), "{key} is missing among {keys:?}");
    }
    assert_eq!(analysis["schema"], 1);
    assert_eq!(analysis["documents"][0]["text"], "China and Russia signed an alliance.");
    assert_eq!(analysis["documents"][0]["sentences"][0]["start"], 0);
    assert_eq!(analysis["actors"][0]["id"], "CHN");
    assert_eq!(analysis["actors"][0]["name"], "China");
    assert_eq!(analysis["actors"][0]["kind"], "state");
    assert!(analysis["actors"][0]["latitude"].is_number());
}

#[test]
fn documents_added_one_by_one_give_what_all_at_once_give() {
    let documents = [
        document("b", "China backs Russia."),
        document("a", "Japan and the United States are allies."),
        document("c", "Moscow has no alliance with Beijing."),
    ];
    let mut collection = Collection::new(Options::default()).unwrap();
    documents.iter().for_each(|document| collection.add(document).unwrap());
    assert_eq!(export(&collection.view(), Format::Json), json(&documents));
    assert!(collection.remove("b"));
    assert!(!collection.remove("b"));
    assert_eq!(export(&collection.view(), Format::Json), json(&documents[1..]));
    collection.add(&documents[0]).unwrap();
    assert_eq!(export(&collection.view(), Format::Json), json(&documents));
}

#[test]
fn errors_name_what_is_wrong_and_what_was_expected() {
    let mut collection = Collection::new(Options::default()).unwrap();
    collection.add(&document("a", "")).unwrap();
    let twice = collection.add(&document("a", "Peru")).unwrap_err().to_string();
    assert_eq!(twice, "id: \"a\" is taken by another document; expected an id of its own for each document");
    for date in ["yesterday", "2021-02-30", "", "21", "2021-3"] {
        let dated = DocumentInput { date: Some(date.to_string()), ..document("b", "") };
        let error = collection.add(&dated).unwrap_err().to_string();
        assert_eq!(error, format!("date: {date:?} of document \"b\" is no date; expected YYYY, YYYY-MM or YYYY-MM-DD"));
    }
    for date in ["2021", "2021-03", "2024-02-29"] {
        let dated = DocumentInput { date: Some(date.to_string()), ..document(date, "") };
        collection.add(&dated).unwrap();
    }
    let overrides =
        Overrides { actors: vec![ActorOverride { id: "no id".into(), ..Default::default() }], aliases: vec![] };
    let error = Collection::new(Options { overrides, ..Options::default() }).err().unwrap().to_string();
    assert!(error.contains("overrides.actors") && error.contains("\"no id\""), "{error}");
}

#[test]
fn a_person_adds_an_actor() {
    let actors = vec![ActorOverride {
        id: "RURITANIA".into(),
        name: "Ruritania".into(),
        kind: "state".into(),
        ..Default::default()
    }];
    let options = Options { overrides: Overrides { actors, aliases: vec![] }, ..Options::default() };
    let analysis = analyse(&[document("a", "Ruritania fears China.")], &options).unwrap();
    let names: Vec<_> = analysis.actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["China", "Ruritania"]);
}

#[test]
fn offsets_count_what_the_reader_counts() {
    let text = "\u{1F30D} Déjà vu: China.";
    let starts = [OffsetUnit::Bytes, OffsetUnit::CodePoints, OffsetUnit::Utf16].map(|offsets| {
        let analysis = analyse(&[document("a", text)], &Options { offsets, ..Options::default() }).unwrap();
        analysis.mentions[0].start
    });
    assert_eq!(starts, [text.find("China").unwrap(), 11, 12]);
}

#[test]
fn an_actor_is_known_by_every_name_of_the_tables() {
    let collection = alliance_map::Collection::new(Options::default()).unwrap();
    let names = collection.names_of("RUS");
    for name in ["Kremlin", "Moscow", "Russian", "Vladimir Putin"] {
        assert!(names.iter().any(|one| one.contains(name)), "{name} in {names:?}");
    }
    assert!(names.is_sorted() && collection.names_of("NOBODY").is_empty());
}

#[test]
fn words_of_a_sentence_are_told_on_request() {
    let mut collection = Collection::new(Options { offsets: OffsetUnit::Utf16, ..Options::default() }).unwrap();
    collection.add(&document("a", "Łódź is quiet. China backs Iran.")).unwrap();
    let words = collection.words("a", 1);
    let forms: Vec<_> = words.iter().map(|word| (word.form.as_str(), word.start)).collect();
    assert_eq!(forms, [("China", 15), ("backs", 21), ("Iran", 27), (".", 31)]);
    assert!(words.iter().all(|word| word.head < words.len()));
    assert!(collection.words("a", 2).is_empty() && collection.words("b", 0).is_empty());
}

#[test]
fn nothing_to_read_is_no_error() {
    let analysis =
        analyse(&[document("empty", ""), document("binary", "\u{0}\u{1}\u{FFFD}\u{7F}")], &Options::default()).unwrap();
    assert_eq!(analysis.documents.len(), 2);
    assert!(analysis.claims.is_empty() && analysis.actors.is_empty());
    assert_eq!(analyse(&[], &Options::default()).unwrap().documents.len(), 0);
}
