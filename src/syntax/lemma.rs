//! From a form and its tags to its dictionary form: a table of exceptions, then rules of spelling.

use super::Upos;
use crate::sorting::first_letters;
use std::sync::OnceLock;

/// Form, Penn tag and lemma a row, sorted: what the rules get wrong.
static EXCEPTIONS: &str = include_str!("../../models/lemmas.tsv");

/// Dictionary form of a word, in lower case but for proper nouns.
pub fn lemma(form: &str, upos: Upos, xpos: &str) -> String {
    if upos == Upos::Propn {
        return form.to_owned();
    }
    let lower = form.to_lowercase();
    // A verb whose Penn tag is none ("abstained" as an adjective) is read by its ending.
    let xpos = match xpos {
        _ if upos != Upos::Verb || xpos.starts_with("VB") || xpos == "MD" => xpos,
        _ if lower.ends_with("ed") => "VBN",
        _ if lower.ends_with("ing") => "VBG",
        _ => xpos,
    };
    match exception(&lower, xpos) {
        Some(found) => found.to_owned(),
        None => by_rule(&lower, xpos),
    }
}

/// What the spelling rules make of a lower-cased form.
pub fn by_rule(lower: &str, xpos: &str) -> String {
    if lower.len() < 4 || !lower.is_ascii() {
        return lower.to_owned();
    }
    match xpos {
        "NNS" | "VBZ" => without_s(lower),
        "VBD" | "VBN" => lower.strip_suffix("ed").map_or_else(|| lower.to_owned(), restored),
        "VBG" => lower.strip_suffix("ing").map_or_else(|| lower.to_owned(), restored),
        "JJR" | "RBR" => lower.strip_suffix("er").map_or_else(|| lower.to_owned(), restored),
        "JJS" | "RBS" => lower.strip_suffix("est").map_or_else(|| lower.to_owned(), restored),
        _ => lower.to_owned(),
    }
}

fn exception(lower: &str, xpos: &str) -> Option<&'static str> {
    /// First letters of the form, form, tag and lemma.
    type Row = (u64, &'static str, &'static str, &'static str);
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let cells = |row: &'static str| {
            let mut cells = row.split('\t');
            let (form, xpos, lemma) = (cells.next()?, cells.next()?, cells.next()?);
            Some((first_letters(form), form, xpos, lemma))
        };
        EXCEPTIONS.lines().filter_map(cells).collect()
    });
    // Every word is looked for, and few are found.
    let letters = first_letters(lower);
    let alike = rows[rows.partition_point(|row| row.0 < letters)..].iter().take_while(|row| row.0 == letters);
    alike.filter(|row| (row.1, row.2) == (lower, xpos)).map(|row| row.3).next()
}

fn without_s(lower: &str) -> String {
    if let Some(stem) = lower.strip_suffix("ies") {
        return if stem.len() > 1 { format!("{stem}y") } else { format!("{stem}ie") };
    }
    // Vetoes, embargoes; but foes, shoes.
    if lower.len() > 5
        && let Some(stem) = lower.strip_suffix("es").filter(|stem| stem.ends_with('o'))
    {
        return stem.to_owned();
    }
    if let Some(stem) = lower.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end))
        && !stem.ends_with("us")
        && !one_s(stem)
    {
        return stem.to_owned();
    }
    if lower.ends_with("ss") {
        return lower.to_owned();
    }
    lower.strip_suffix('s').unwrap_or(lower).to_owned()
}

/// A stem such as `caus` or `hous`, whose `e` belongs to the lemma.
fn one_s(stem: &str) -> bool {
    (stem.ends_with('s') && !stem.ends_with("ss")) || stem.ends_with('z')
}

/// A stem before `-ed`, `-ing`, `-er`, `-est` with its doubling undone or its silent `e` given back.
fn restored(stem: &str) -> String {
    let letters = stem.as_bytes();
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let [.., a, b, c] = letters else { return stem.to_owned() };
    if !letters.iter().any(|&byte| vowel(byte)) {
        return stem.to_owned();
    }
    if *c == b'i' {
        return format!("{}y", &stem[..stem.len() - 1]);
    }
    if b == c && !vowel(*c) && !matches!(c, b'l' | b's' | b'f' | b'z') {
        return stem[..stem.len() - 1].to_owned();
    }
    // Expelled, controlled; but spelled, polled.
    if matches!((a, b, c), (b'e' | b'o', b'l', b'l')) && letters[..letters.len() - 3].iter().any(|&byte| vowel(byte)) {
        return stem[..stem.len() - 1].to_owned();
    }
    let silent = match (a, b, c) {
        (_, _, b'v' | b'c' | b'u') => true,
        (_, b's', b's') => false,
        (_, _, b's' | b'z') => true,
        (_, b'r' | b'd' | b'l' | b'n', b'g') => *b != b'n' || *a == b'a' || *a == b'e',
        (_, b't' | b'b' | b'd' | b'g' | b'k' | b'p' | b'c' | b'f' | b'z', b'l') => true,
        (_, b'a', b't') => !vowel(*a) || *a == b'i' || *a == b'u',
        (_, b'i' | b'u' | b'o', b'r' | b'd' | b'm' | b'k' | b'n' | b't' | b'b') => {
            !vowel(*a) && stem.len() < 5 || (*b == b'u' && !vowel(*a))
        }
        (_, b'a', b'k' | b'd' | b'g' | b'm' | b'p' | b'r' | b'b' | b'l' | b'n') => !vowel(*a) && stem.len() < 5,
        _ => false,
    };
    if silent { format!("{stem}e") } else { stem.to_owned() }
}
