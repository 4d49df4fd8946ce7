//! The wasm face, as JavaScript sees it: in Node and in a browser, values go in and come out as promised.
#![cfg(target_arch = "wasm32")]

use alliance_map::wasm::{Collection, analyse, compare, export_as, redraw};
use js_sys::{Array, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const FIRST: &str = "France and Spain are allies 🤝. \u{201c}Chile\u{201d} condemned Peru.";
const SECOND: &str = "Norway sold arms to Poland.\n\nIt may join the pact.";

fn document(id: &str, text: &str) -> JsValue {
    let object = Object::new();
    Reflect::set(&object, &"id".into(), &id.into()).unwrap();
    Reflect::set(&object, &"text".into(), &text.into()).unwrap();
    object.into()
}

fn documents(list: &[JsValue]) -> JsValue {
    list.iter().collect::<Array>().into()
}

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap())
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

/// What JavaScript would catch: the message of the thrown `Error`.
fn message(result: Result<JsValue, wasm_bindgen::JsError>) -> String {
    get(&JsValue::from(result.expect_err("an error")), "message").as_string().unwrap()
}

#[wasm_bindgen_test]
fn sentences_are_cut_where_javascript_counts() {
    let analysis = analyse(documents(&[document("a", FIRST)]), JsValue::UNDEFINED).unwrap();
    assert_eq!(get(&analysis, "schema"), 1);
    let text: JsString = get(&analysis, "documents.0.text").unchecked_into();
    assert_eq!(text, FIRST);
    let offset = |range: &JsValue, end| get(range, end).as_f64().unwrap() as u32;
    let cut = |range: &JsValue| String::from(text.slice(offset(range, "start"), offset(range, "end")));
    let sentences: Vec<String> =
        Array::from(&get(&analysis, "documents.0.sentences")).iter().map(|range| cut(&range)).collect();
    assert_eq!(sentences, ["France and Spain are allies 🤝.", "\u{201c}Chile\u{201d} condemned Peru."]);
}

#[wasm_bindgen_test]
fn the_order_of_documents_makes_no_difference() {
    let (first, second) = (document("a", FIRST), document("b", SECOND));
    let forwards = analyse(documents(&[first.clone(), second.clone()]), JsValue::UNDEFINED).unwrap();
    let backwards = analyse(documents(&[second, first]), JsValue::UNDEFINED).unwrap();
    assert_eq!(json(&forwards), json(&backwards));
    assert_eq!(get(&forwards, "documents.length"), 2);
}

#[wasm_bindgen_test]
fn a_collection_that_grew_and_shrank_equals_a_fresh_reading() {
    let mut collection = Collection::new(JsValue::UNDEFINED).unwrap();
    collection.add(document("gone", SECOND)).unwrap();
    collection.add(document("a", FIRST)).unwrap();
    assert!(collection.remove("gone".into()).unwrap());
    assert!(!collection.remove("gone".into()).unwrap());
    let fresh = analyse(documents(&[document("a", FIRST)]), JsValue::UNDEFINED).unwrap();
    assert_eq!(json(&collection.view().unwrap()), json(&fresh));
}

#[wasm_bindgen_test]
fn bad_arguments_are_named_with_what_was_expected() {
    let throws = |list: JsValue| message(analyse(list, JsValue::UNDEFINED));
    let mentions = |message: String, words: &[&str]| {
        for word in words {
            assert!(message.contains(word), "{word:?} is not in {message:?}");
        }
    };
    mentions(throws(JsValue::from_str("text")), &["documents", "array", "string"]);
    mentions(throws(documents(&[JsValue::from_f64(7.0)])), &["documents[0]", "object", "7"]);
    mentions(throws(documents(&[document("a", FIRST), Object::new().into()])), &["documents[1].id", "string"]);
    mentions(throws(documents(&[document("a", FIRST), document("a", SECOND)])), &["documents[1]", "a"]);
    let dated = document("a", FIRST);
    Reflect::set(&dated, &"date".into(), &"last week".into()).unwrap();
    mentions(throws(documents(&[dated])), &["documents[0]", "date", "last week"]);
}

#[wasm_bindgen_test]
fn no_text_makes_it_throw() {
    for text in [
        "",
        " \n\t",
        "\u{0}\u{1}\u{fffd}",
        "🤝🤝🤝",
        "ok\u{ad}",
        "<p>Iran",
        "]]>&#x110000;",
        "((((((((",
        "Τίποτα. 何も。 لا شيء",
    ] {
        let analysis = analyse(documents(&[document("a", text)]), JsValue::UNDEFINED);
        assert!(analysis.is_ok(), "{text:?} made it throw");
    }
}

#[wasm_bindgen_test]
fn what_goes_back_in_is_drawn_compared_and_written_as_it_stands() {
    let analysis = analyse(documents(&[document("a", FIRST), document("b", SECOND)]), JsValue::UNDEFINED).unwrap();
    assert_eq!(export_as(analysis.clone(), "json".into()).ok().unwrap(), json(&analysis));
    let drawn = redraw(analysis.clone()).unwrap();
    for field in ["ties", "blocs", "balance", "brokers", "timeline", "summary"] {
        assert_eq!(json(&get(&drawn, field)), json(&get(&analysis, field)), "{field}");
    }
    let ids: JsValue = [JsValue::from("a"), JsValue::from("b")].iter().collect::<Array>().into();
    assert!(Array::is_array(&get(&compare(analysis.clone(), ids).unwrap(), "disputed")));
    for format in ["csv", "ties-csv", "graphml", "gexf", "claims-jsonl"] {
        assert!(export_as(analysis.clone(), format.into()).is_ok(), "{format}");
    }
    let error = export_as(analysis.clone(), "pdf".into()).map(|_| JsValue::NULL);
    assert!(message(error).contains("expected one of: json, csv"));
    let error = export_as(JsValue::from("text"), "csv".into()).map(|_| JsValue::NULL);
    assert!(message(error).starts_with("analysis: expected what analyse() or view() returned"));
}
