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

const LEADING: &[&str] = &[
    "adm", "amb", "approx", "arch", "assoc", "asst", "atty", "bp", "brig", "bros", "ca", "capt", "cf", "cllr", "cmdr",
    "cmndr", "col", "comdr", "cpl", "cpt", "def", "del", "dr", "drs", "eg", "fr", "ft", "gen", "gens", "gov", "govs",
    "hon", "ie", "insp", "lieut", "lt", "maj", "messrs", "mgr", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "pfc",
    "pres", "prof", "profs", "pvt", "rep", "reps", "rev", "revd", "rt", "sen", "sens", "sgt", "sr", "st", "ste",
    "supt", "v", "viz", "vs",
];

const EITHER: &[&str] = &[
    "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "bldg", "blvd", "calif", "cent", "cia", "co", "colo", "conn",
    "corp", "ct", "cu", "dec", "dept", "dist", "div", "ed", "edn", "eds", "esp", "esq", "est", "etc", "ext", "feb",
    "fla", "ga", "govt", "ill", "inc", "incl", "ind", "int", "intl", "jan", "jr", "jul", "kan", "ky", "la", "lb",
    "lbs", "llc", "ltd", "md", "mfg", "mich", "minn", "miss", "mo", "mont", "n.b", "natl", "neb", "nev", "nov", "oct",
    "okla", "ore", "org", "oz", "pa", "penn", "phd", "plc", "prov", "pte", "pty", "pub", "rd", "repub", "sec", "sep",
    "sept", "sq", "tel", "temp", "tenn", "tex", "univ", "va", "vt", "wash", "wis", "wyo",
];

const BEFORE_NUMBER: &[&str] = &[
    "app", "art", "arts", "ch", "chap", "chaps", "cl", "fig", "figs", "mar", "no", "nos", "nr", "p", "par", "para",
    "paras", "pp", "pt", "pts", "reg", "ser", "tab", "vol", "vols",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [LEADING, EITHER, BEFORE_NUMBER] {
            assert!(table.is_sorted(), "{:?}", table.windows(2).find(|pair| pair[0] >= pair[1]));
        }
    }
}
