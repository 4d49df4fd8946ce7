//! Words that end in a full stop without ending a sentence. Sorted, lower case, without the full stop.

/// How an abbreviation behaves before a capital letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// Stands before a name: a sentence never ends here (`Gen.`, `Mr.`, `e.g.`).
    Leading,
    /// Stands before a number only (`No.`, `pp.`, `Art.`); before anything else it is a word at a sentence end.
    BeforeNumber,
    /// May end a sentence (`Inc.`, `Sept.`, `etc.`).
    Either,
}

/// Looks up a word in any case, without its full stop.
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    let mut lower = [0u8; 8];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    let within = |table: &[&str]| table.binary_search(&lower).is_ok();
    // `Sat.` and `Miss.` are short for something, `sat.` and `miss.` are not.
    if word.starts_with(|letter: char| letter.is_ascii_lowercase()) && !within(LOWER_CASE) {
        return None;
    }
    if within(LEADING) {
        Some(Abbreviation::Leading)
    } else if within(EITHER) {
        Some(Abbreviation::Either)
    } else if within(BEFORE_NUMBER) {
        Some(Abbreviation::BeforeNumber)
    } else {
        None
    }
}

/// `U.S`, `a.m`, `Ph.D`: letters with full stops between them.
pub fn is_dotted(word: &str) -> bool {
    let letters = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    word.contains('.') && word.split('.').all(letters)
}

const LEADING: &[&str] = &[
    "adm", "amb", "approx", "arch", "assoc", "asst", "atty", "bp", "brig", "bros", "ca", "capt", "cf", "cllr", "cmdr",
    "cmndr", "col", "comdr", "cpl", "cpt", "def", "del", "dr", "drs", "eg", "fr", "ft", "gen", "gens", "gov", "govs",
    "hon", "ie", "insp", "lieut", "lt", "maj", "messrs", "mgr", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "pfc",
    "pres", "prof", "profs", "pvt", "rep", "reps", "rev", "revd", "rt", "sen", "sens", "sgt", "sr", "st", "ste",
    "supt", "v", "viz", "vs",
];

const EITHER: &[&str] = &[
    "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "bldg", "blvd", "calif", "co", "colo", "conn", "corp", "ct",
    "cu", "dec", "dept", "dist", "div", "ed", "edn", "eds", "esp", "esq", "est", "etc", "ext", "feb", "fla", "fri",
    "ga", "govt", "inc", "incl", "ind", "intl", "jan", "jr", "jul", "kan", "ky", "la", "lb", "lbs", "llc", "ltd",
    "mass", "md", "mfg", "mich", "minn", "miss", "mo", "mon", "mont", "natl", "neb", "nev", "nov", "oct", "okla",
    "ore", "oz", "pa", "penn", "phd", "plc", "prov", "pte", "pty", "rd", "repub", "sat", "sec", "sep", "sept", "sq",
    "tel", "tenn", "tex", "thu", "thur", "thurs", "tue", "tues", "univ", "va", "vt", "wash", "wed", "wis", "wyo",
];

const BEFORE_NUMBER: &[&str] = &[
    "app", "art", "arts", "ch", "chap", "chaps", "cl", "fig", "figs", "mar", "no", "nos", "nr", "p", "par", "para",
    "paras", "pp", "pt", "pts", "reg", "ser", "tab", "vol", "vols",
];

/// Those of all tables that are also written in lower case.
const LOWER_CASE: &[&str] = &[
    "app", "approx", "arch", "art", "arts", "assn", "assoc", "ca", "capt", "cf", "ch", "chap", "chaps", "cl", "cmdr",
    "co", "col", "corp", "def", "dept", "dist", "dr", "ed", "edn", "eds", "eg", "esp", "est", "etc", "ext", "fig",
    "figs", "ft", "gen", "govt", "ie", "inc", "incl", "jr", "lb", "lbs", "lt", "ltd", "mr", "mrs", "ms", "no", "nos",
    "nr", "oz", "p", "par", "para", "paras", "plc", "pp", "prof", "pt", "pts", "reg", "sec", "ser", "sgt", "sq", "sr",
    "st", "tel", "univ", "v", "viz", "vol", "vols", "vs",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [LEADING, EITHER, BEFORE_NUMBER, LOWER_CASE] {
            assert!(table.is_sorted(), "{:?}", table.windows(2).find(|pair| pair[0] >= pair[1]));
        }
    }
}
