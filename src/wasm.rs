//! The only file that knows JavaScript: hands documents in and an analysis out, with spans in UTF-16 code units.

use crate::analysis::{Actor, ClaimView};
use crate::offsets::OffsetUnit;
use crate::text::{DocumentInput, Format};
use crate::{Options, map};
use js_sys::{Array, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const INPUTS: &str = r#"
/** A text as a person hands it over. */
export interface DocumentInput {
    /** Unique among the documents read together. */
    id: string;
    /** The text, in any mark-up. */
    text: string;
    /** How the text is marked up; `auto` if left out. */
    format?: "auto" | "text" | "markdown" | "html";
    /** Found in the text if left out. */
    title?: string | null;
    /** ISO 8601: `2021`, `2021-03` or `2021-03-18`. Found in the text if left out. */
    date?: string | null;
    /** Found in the text if left out. */
    source?: string | null;
}

/** How documents are read and drawn. */
export interface Options {
    /** Claims less certain than this, 0 to 1, are left out; 0 if left out. */
    minimumCertainty?: number;
}
"#;

/// Reads and draws documents in one go. The order of the documents makes no difference, and no text is an error.
/// Throws an `Error` that names the argument where one is not what it should be.
#[wasm_bindgen(unchecked_return_type = "Analysis")]
pub fn analyse(
    #[wasm_bindgen(unchecked_param_type = "DocumentInput[]")] documents: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
) -> Result<JsValue, JsError> {
    let Some(documents) = documents.dyn_ref::<Array>() else {
        return Err(unexpected("documents", "an array of documents", &documents));
    };
    let mut collection = Collection::new(options)?;
    for (index, document) in documents.iter().enumerate() {
        collection.add_named(&format!("documents[{index}]"), &document)?;
    }
    collection.view()
}

/// Draws edited claims again, for a page where a person corrects or filters them: ties, blocs and all that follows
/// from claims and actors. Takes an analysis (or just its `actors` and `claims`); `claims` indices are into those claims.
#[wasm_bindgen(unchecked_return_type = "AllianceMap")]
pub fn redraw(
    #[wasm_bindgen(unchecked_param_type = "Pick<Analysis, 'actors' | 'claims'>")] analysis: JsValue,
) -> Result<JsValue, JsError> {
    #[derive(Deserialize)]
    struct Edited {
        actors: Vec<Actor>,
        claims: Vec<ClaimView>,
    }
    let edited: Edited = from_js("analysis", "what analyse() or view() returned", analysis)?;
    to_js(&map::draw_claims(&edited.claims, &edited.actors))
}

/// A set of documents that grows and shrinks without reading any of them again.
#[wasm_bindgen]
pub struct Collection(crate::Collection);

#[wasm_bindgen]
impl Collection {
    /// An empty collection.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: JsValue,
    ) -> Result<Collection, JsError> {
        Ok(Collection(crate::Collection::new(read_options(&options)?)))
    }

    /// Reads a document and keeps it. Throws, and changes nothing, if its id is taken or a field is not what it should be.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "DocumentInput")] document: JsValue,
    ) -> Result<(), JsError> {
        self.add_named("document", &document)
    }

    /// Forgets a document. Returns whether it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        self.0.remove(id)
    }

    /// The analysis of all documents that are there now.
    #[wasm_bindgen(unchecked_return_type = "Analysis")]
    pub fn view(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.view())
    }

    /// The words of one sentence with their tags and arcs; empty where there is no such sentence.
    #[wasm_bindgen(unchecked_return_type = "WordView[]")]
    pub fn words(&self, document: &str, sentence: usize) -> Result<JsValue, JsError> {
        to_js(&self.0.words(document, sentence))
    }

    fn add_named(&mut self, argument: &str, document: &JsValue) -> Result<(), JsError> {
        let input = read_document_input(argument, document)?;
        self.0.add(&input).map_err(|error| JsError::new(&format!("{argument}.{error}")))
    }
}

fn read_document_input(argument: &str, document: &JsValue) -> Result<DocumentInput, JsError> {
    if !document.is_object() {
        return Err(unexpected(argument, "an object with `id` and `text`", document));
    }
    let optional = |field| optional_string(&format!("{argument}.{field}"), &member(document, field));
    let required = |field| {
        optional(field)?.ok_or_else(|| unexpected(&format!("{argument}.{field}"), "a string", &JsValue::UNDEFINED))
    };
    let format = match optional("format")?.as_deref() {
        None | Some("auto") => Format::Auto,
        Some("text") => Format::Text,
        Some("markdown") => Format::Markdown,
        Some("html") => Format::Html,
        Some(other) => {
            let expected = "expected one of: auto, text, markdown, html";
            return Err(JsError::new(&format!("{argument}.format: {other:?} is no format; {expected}")));
        }
    };
    Ok(DocumentInput {
        id: required("id")?,
        text: required("text")?,
        format,
        title: optional("title")?,
        date: optional("date")?,
        source: optional("source")?,
    })
}

fn read_options(options: &JsValue) -> Result<Options, JsError> {
    let mut read = Options { offsets: OffsetUnit::Utf16, ..Options::default() };
    if options.is_undefined() || options.is_null() {
        return Ok(read);
    }
    if !options.is_object() {
        return Err(unexpected("options", "an object", options));
    }
    let certainty = member(options, "minimumCertainty");
    if !certainty.is_undefined() {
        read.minimum_certainty = match certainty.as_f64() {
            Some(number) if (0.0..=1.0).contains(&number) => number,
            _ => return Err(unexpected("options.minimumCertainty", "a number from 0 to 1", &certainty)),
        };
    }
    Ok(read)
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn optional_string(argument: &str, value: &JsValue) -> Result<Option<String>, JsError> {
    match value.as_string() {
        Some(string) => Ok(Some(string)),
        None if value.is_undefined() || value.is_null() => Ok(None),
        None => Err(unexpected(argument, "a string", value)),
    }
}

fn unexpected(argument: &str, expected: &str, found: &JsValue) -> JsError {
    let found = match found {
        _ if found.is_null() => "null".to_string(),
        _ if Array::is_array(found) => "an array".to_string(),
        _ => match (found.as_f64(), found.as_string()) {
            (Some(number), _) => {
                format!("the number {}", String::from(js_sys::Number::from(number).to_locale_string("en")))
            }
            (_, Some(_)) => "a string".to_string(),
            _ => found.js_typeof().as_string().unwrap_or_default(),
        },
    };
    JsError::new(&format!("{argument}: expected {expected}, got {found}"))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsError> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsError::from)
}

fn from_js<T: serde::de::DeserializeOwned>(argument: &str, expected: &str, value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| JsError::new(&format!("{argument}: expected {expected}; {error}")))
}
