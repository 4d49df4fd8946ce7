//! The only file that knows JavaScript: hands documents in and an analysis out, with spans in UTF-16 code units.

use crate::analysis::{Actor, Analysis, ClaimView, DocumentView, MentionView, Record, UnreadView};
use crate::offsets::OffsetUnit;
use crate::text::{DocumentInput, Format, read_document};
use crate::{Options, export, map, syntax};
use js_sys::{Array, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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
    /** Actors and names to read with beside those of the tables, or in place of them. */
    overrides?: Overrides;
}

/** An actor replaces the one with its id; an alias replaces all readings of that name. */
export interface Overrides {
    actors?: ActorOverride[];
    aliases?: AliasOverride[];
}

/** An actor that a person adds. Dates are ISO 8601. */
export interface ActorOverride {
    /** Upper-case id. */
    id: string;
    /** For people to read; the id if left out. It becomes an alias too. */
    name?: string;
    /** `other` if left out. */
    kind?: ActorKind;
    from?: string;
    to?: string;
    latitude?: number;
    longitude?: number;
    /** Nouns that may refer back to the actor. */
    descriptors?: string[];
}

/** A name that a person adds. Dates are ISO 8601. */
export interface AliasOverride {
    /** As it is written, with the capitals of running text. */
    alias: string;
    /** Id of the actor, or `-` where it is no actor. */
    actor: string;
    /** `name` if left out. */
    how?: AliasHow;
    from?: string;
    to?: string;
    /** Words nearby that decide for this reading; `*` where it wins by default. */
    cues?: string[];
}

/** The forms in which an analysis leaves for other programs. */
export type ExportFormat = "json" | "csv" | "ties-csv" | "graphml" | "gexf" | "claims-jsonl";
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

/// The sentences of a text in CoNLL-U, the format of treebanks, for other programs on language: words, tags, lemmas and arcs.
#[wasm_bindgen]
pub fn conllu(#[wasm_bindgen(unchecked_param_type = "string")] text: JsValue) -> Result<String, JsError> {
    let document = read_document(&DocumentInput { text: string("text", &text)?, ..DocumentInput::default() });
    let parses: Vec<_> = document.sentences.iter().map(|sentence| syntax::parse(&sentence.tokens)).collect();
    Ok(syntax::conllu(&document.sentences, &parses))
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

/// Compares the documents with those ids: what several claim, what only one claims, what one holds and another denies.
/// Takes an analysis (or just its `claims`, edited or not).
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "Pick<Analysis, 'claims'>")] analysis: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[]")] documents: JsValue,
) -> Result<JsValue, JsError> {
    #[derive(Deserialize)]
    struct Edited {
        claims: Vec<ClaimView>,
    }
    let edited: Edited = from_js("analysis", "what analyse() or view() returned", analysis)?;
    let ids: Vec<String> = from_js("documents", "an array of the ids of documents", documents)?;
    to_js(&map::compare(&edited.claims, &ids.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// Writes an analysis in one of the forms, for a file. What a person edited is written as it now stands; ties, blocs and
/// all that follows from claims and actors are drawn from those.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    #[wasm_bindgen(unchecked_param_type = "Analysis")] analysis: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: JsValue,
) -> Result<String, JsError> {
    let name = string("format", &format)?;
    let format = name.parse().map_err(|error: String| JsError::new(&format!("format: {error}")))?;
    #[derive(Deserialize)]
    struct Edited {
        schema: u32,
        offsets: OffsetUnit,
        documents: Vec<DocumentView>,
        actors: Vec<Actor>,
        mentions: Vec<MentionView>,
        claims: Vec<ClaimView>,
        unread: Vec<UnreadView>,
        record: Record,
    }
    let Edited { schema, offsets, documents, actors, mentions, claims, unread, record } =
        from_js("analysis", "what analyse() or view() returned", analysis)?;
    let map = map::draw_claims(&claims, &actors);
    let analysis = Analysis { schema, offsets, documents, actors, mentions, claims, unread, record, map };
    Ok(export::export(&analysis, format))
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
        let options = read_options(&options)?;
        crate::Collection::new(options).map(Collection).map_err(|error| JsError::new(&format!("options: {error}")))
    }

    /// Reads a document and keeps it. Throws, and changes nothing, if its id is taken or a field is not what it should be.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "DocumentInput")] document: JsValue,
    ) -> Result<(), JsError> {
        self.add_named("document", &document)
    }

    /// Forgets a document. Returns whether it was there.
    pub fn remove(&mut self, #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue) -> Result<bool, JsError> {
        Ok(self.0.remove(&string("id", &id)?))
    }

    /// The analysis of all documents that are there now.
    #[wasm_bindgen(unchecked_return_type = "Analysis")]
    pub fn view(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.view())
    }

    /// Every name that the tables have for each of these actors, in their order, with the people who acted for them.
    #[wasm_bindgen(js_name = namesOf, unchecked_return_type = "string[][]")]
    pub fn names_of(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string[]")] actors: JsValue,
    ) -> Result<JsValue, JsError> {
        let actors: Vec<String> = from_js("actors", "an array of the ids of actors", actors)?;
        to_js(&actors.iter().map(|actor| self.0.names_of(actor)).collect::<Vec<_>>())
    }

    /// The words of one sentence with their tags and arcs; empty where there is no such sentence.
    #[wasm_bindgen(unchecked_return_type = "WordView[]")]
    pub fn words(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] document: JsValue,
        sentence: usize,
    ) -> Result<JsValue, JsError> {
        to_js(&self.0.words(&string("document", &document)?, sentence))
    }

    fn add_named(&mut self, argument: &str, document: &JsValue) -> Result<(), JsError> {
        let input = read_document_input(argument, document)?;
        make_room(input.text.len());
        self.0.add(&input).map_err(|error| JsError::new(&format!("{argument}.{error}")))
    }
}

/// Grows the memory at once by what is kept of a text of so many bytes: its tokens, tags, arcs and mentions. Page by page
/// it would take a fiftieth of the time of reading.
fn make_room(bytes: usize) {
    const KEPT: usize = 32;
    let mut room: Vec<u8> = Vec::new();
    // Where there is no room, reading may still find enough in pieces.
    let _ = room.try_reserve_exact(bytes * KEPT);
    std::hint::black_box(room);
}

fn read_document_input(argument: &str, document: &JsValue) -> Result<DocumentInput, JsError> {
    if !document.is_object() {
        return Err(unexpected(argument, "an object with `id` and `text`", document));
    }
    let optional = |field| optional_string(&format!("{argument}.{field}"), &member(document, field));
    let required = |field| string(&format!("{argument}.{field}"), &member(document, field));
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
    let overrides = member(options, "overrides");
    if !overrides.is_undefined() {
        read.overrides = from_js("options.overrides", "an object with `actors` and `aliases`", overrides)?;
    }
    Ok(read)
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn string(argument: &str, value: &JsValue) -> Result<String, JsError> {
    value.as_string().ok_or_else(|| unexpected(argument, "a string", value))
}

fn optional_string(argument: &str, value: &JsValue) -> Result<Option<String>, JsError> {
    if value.is_undefined() || value.is_null() { Ok(None) } else { string(argument, value).map(Some) }
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
