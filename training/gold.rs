//! From a folder of annotated texts to documents read by the crate with their gold claims beside them.

use alliance_map::lexicon::Lexicon;
use alliance_map::terms::{Kind, Status};
use alliance_map::text::DocumentInput;
use alliance_map::{ReadDocument, actors, syntax, text};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// One annotated claim.
#[derive(Clone, Debug)]
pub struct GoldClaim {
    /// Index into [`GoldDocument::sentences`].
    pub sentence: usize,
    /// Normalised ids: the one who acts first.
    pub pair: (String, String),
    /// What the relationship is.
    pub kind: Kind,
    /// Whether it has a direction.
    pub directed: bool,
    /// Its status.
    pub status: Status,
    /// A second status that counts as right.
    pub status_alternative: Option<Status>,
    /// Two annotators differed: neither demanded nor held against a reading.
    pub optional: bool,
    /// Byte range of the cue in the document's text, where it stands there literally.
    pub cue: Option<(usize, usize)>,
}

/// A text with its annotation and the crate's reading of it.
pub struct GoldDocument {
    /// File stem.
    pub name: String,
    /// The crate's reading.
    pub read: ReadDocument,
    /// Byte ranges of the annotated sentences.
    pub sentences: Vec<(usize, usize)>,
    /// The annotation.
    pub claims: Vec<GoldClaim>,
}

impl GoldDocument {
    /// The annotated sentence that a byte range overlaps most.
    pub fn sentence_of(&self, start: usize, end: usize) -> Option<usize> {
        let overlap = |&(from, to): &(usize, usize)| to.min(end).saturating_sub(from.max(start));
        let (index, best) =
            self.sentences.iter().map(overlap).enumerate().max_by_key(|&(at, size)| (size, usize::MAX - at))?;
        (best > 0).then_some(index)
    }
}

/// Reads every `NAME.txt` of a folder with its `NAME.sents.tsv` and `NAME.jsonl`.
///
/// # Errors
/// Names the file and line that is not as the annotation guide says.
pub fn read_folder(folder: &Path) -> Result<Vec<GoldDocument>, String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".jsonl").map(str::to_string))
        .collect();
    names.sort();
    names.iter().map(|name| read_document(folder, name)).collect()
}

fn read_document(folder: &Path, name: &str) -> Result<GoldDocument, String> {
    let file = |suffix: &str| {
        let path = folder.join(format!("{name}{suffix}"));
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let text = file(".txt")?;
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let mut sentences = Vec::new();
    for line in file(".sents.tsv")?.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let number =
            |at: usize| cells[at].parse::<usize>().map_err(|error| format!("{name}.sents.tsv: {line:?}: {error}"));
        sentences.push((offsets[number(1)?], offsets[number(2)?]));
    }
    let claims = file(".jsonl")?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| read_claim(line, &text, &sentences).map_err(|error| format!("{name}.jsonl: {line}: {error}")))
        .collect::<Result<_, String>>()?;
    let read = read_text(name, text, None);
    Ok(GoldDocument { name: name.to_string(), read, sentences, claims })
}

/// Reads a text up to its mentions; its claims the training program judges itself. The date is as in [`DocumentInput`].
pub fn read_text(name: &str, text: String, date: Option<String>) -> ReadDocument {
    let input = DocumentInput { id: name.to_string(), text, date, ..DocumentInput::default() };
    let document = text::read_document(&input);
    let parses: Vec<_> = document.sentences.iter().map(|sentence| syntax::parse(&sentence.tokens)).collect();
    let mentions = actors::find_mentions(&document, &parses, Lexicon::embedded());
    ReadDocument { document, parses, mentions, ..ReadDocument::default() }
}

fn read_claim(line: &str, text: &str, sentences: &[(usize, usize)]) -> Result<GoldClaim, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let word = |key: &str| value[key].as_str().ok_or_else(|| format!("{key} is missing"));
    let sentence = value["sent"].as_u64().ok_or("sent is missing")? as usize;
    let (start, end) = sentences[sentence];
    let cue =
        word("cue").ok().and_then(|cue| text[start..end].find(cue).map(|at| (start + at, start + at + cue.len())));
    Ok(GoldClaim {
        sentence,
        pair: (normal(word("a")?), normal(word("b")?)),
        kind: word("kind")?.parse()?,
        directed: word("dir")? == "ab",
        status: word("status")?.parse()?,
        status_alternative: value["status_alt"].as_str().map(str::parse).transpose()?,
        optional: value["optional"].as_bool().unwrap_or(false),
        cue,
    })
}

/// An actor id as the scorer compares it: letters and digits alone, known variants brought together.
pub fn normal(actor: &str) -> String {
    let plain: String = actor.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    match plain.as_str() {
        "LAS" | "ARABLEAGUE" | "LEAGUEOFARABSTATES" => "AL",
        "RIOPACT" | "RIOTREATY" => "TIAR",
        "BAGHDADPACT" | "METO" => "CENTO",
        "NONALIGNEDMOVEMENT" => "NONALIGNED",
        "LON" => "LEAGUEOFNATIONS",
        "WTO" | "WARSAWTREATYORGANIZATION" => "WARSAWPACT",
        "EEU" => "EAEU",
        "OBOR" => "BRI",
        "EC" | "EEC" => "EU",
        "CMEA" => "COMECON",
        "CONCERTOFEUROPE" => "CONCERT",
        "ANTICOMINTERNPACT" => "ANTICOMINTERN",
        "COALITIONOFTHEWILLING" => "COALITION",
        "OTTOMANEMPIRE" => "OTTOMAN",
        "KOS" | "RKS" => "XKX",
        "ESH" => "SADR",
        "VDR" | "RVS" | "SOUTHVIETNAM" => "RVN",
        "RHO" => "RHODESIA",
        "ISIL" | "IS" | "DAESH" => "ISIS",
        "SARDINIA" | "PIEDMONTSARDINIA" => "PIEDMONT",
        "PERUBOLIVIANCONFEDERATION" => "PERUBOLIVIA",
        "TRNC" => "NORTHERNCYPRUS",
        "PACTOFSTEEL" => "AXIS",
        "TURKICCOUNCIL" => "OTS",
        other => other,
    }
    .to_string()
}
