//! From line ends with a hyphen to the words that run on: whether the hyphen only divides the word or belongs to it.

use super::clean::LineJoin;
use std::collections::HashSet;

/// Judges the hyphens at `hyphens` (offsets of hyphens before a line break inside a paragraph), with the rest of the text as
/// witness: a word that is written whole elsewhere was only divided here.
pub fn judge(text: &str, hyphens: &[usize]) -> Vec<LineJoin> {
    if hyphens.is_empty() {
        return Vec::new();
    }
    let known: HashSet<&str> = text.split(|letter: char| !is_inside(letter)).filter(|word| word.len() > 3).collect();
    hyphens
        .iter()
        .map(|&hyphen| {
            let before = word_before(&text[..hyphen]);
            let hyphen_length = text[hyphen..].chars().next().map_or(1, char::len_utf8);
            let after = word_after(text[hyphen + hyphen_length..].trim_start());
            LineJoin { hyphen, keeps_hyphen: keeps_hyphen(before, after, &known) }
        })
        .collect()
}

fn keeps_hyphen(before: &str, after: &str, known: &HashSet<&str>) -> bool {
    if !after.starts_with(char::is_lowercase) || before.ends_with(|letter: char| letter.is_ascii_digit()) {
        return true;
    }
    let whole = format!("{before}{after}");
    if known.contains(whole.as_str()) || known.contains(whole.to_lowercase().as_str()) {
        return false;
    }
    if known.contains(format!("{before}-{after}").as_str()) {
        return true;
    }
    let first = before.rsplit('-').next().unwrap_or(before).to_lowercase();
    let second = after.split('-').next().unwrap_or(after);
    FIRST_PARTS.binary_search(&first.as_str()).is_ok() || SECOND_PARTS.binary_search(&second).is_ok()
}

fn is_inside(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '\u{2010}' | '\u{ad}')
}

/// No word is longer; keeps each look constant.
const LONGEST: usize = 60;

fn word_before(text: &str) -> &str {
    let length: usize =
        text.chars().rev().take(LONGEST).take_while(|&letter| is_inside(letter)).map(char::len_utf8).sum();
    &text[text.len() - length..]
}

fn word_after(text: &str) -> &str {
    let length: usize = text.chars().take(LONGEST).take_while(|&letter| is_inside(letter)).map(char::len_utf8).sum();
    &text[..length]
}

/// Words that form compounds with what follows them.
const FIRST_PARTS: &[&str] = &[
    "all", "anti", "best", "broad", "close", "cross", "double", "east", "eight", "ever", "ex", "far", "first", "five",
    "four", "free", "full", "great", "half", "hard", "heavy", "high", "ill", "large", "last", "left", "long", "low",
    "mid", "most", "much", "multi", "near", "new", "nine", "non", "north", "off", "old", "one", "post", "pre", "pro",
    "quasi", "right", "second", "self", "semi", "seven", "short", "single", "six", "small", "so", "south", "ten",
    "then", "third", "three", "top", "two", "vice", "war", "well", "west", "wide", "world",
];

/// Words that form compounds with what stands before them.
const SECOND_PARTS: &[&str] = &[
    "age",
    "aged",
    "aligned",
    "armed",
    "backed",
    "based",
    "bound",
    "brokered",
    "building",
    "built",
    "century",
    "controlled",
    "dominated",
    "driven",
    "eastern",
    "edged",
    "elect",
    "facing",
    "faire",
    "friendly",
    "funded",
    "general",
    "going",
    "held",
    "in",
    "leaning",
    "led",
    "level",
    "like",
    "long",
    "made",
    "making",
    "member",
    "minded",
    "of",
    "old",
    "on",
    "ordinated",
    "out",
    "over",
    "owned",
    "page",
    "party",
    "person",
    "point",
    "produced",
    "range",
    "ranging",
    "ranking",
    "ridden",
    "run",
    "running",
    "scale",
    "sharing",
    "sized",
    "speaking",
    "sponsored",
    "standing",
    "style",
    "supported",
    "term",
    "the",
    "to",
    "torn",
    "trained",
    "up",
    "way",
    "western",
    "wide",
    "year",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [FIRST_PARTS, SECOND_PARTS] {
            assert!(table.is_sorted(), "{:?}", table.windows(2).find(|pair| pair[0] >= pair[1]));
        }
    }

    #[test]
    fn a_divided_word_is_told_from_a_compound() {
        let keeps = |text: &str| judge(text, &[text.find("-\n").expect("a line end")])[0].keeps_hyphen;
        assert!(!keeps("they coop-\nerate"));
        assert!(!keeps("Volodymyr Zelen-\nskyy"));
        assert!(keeps("a long-\nterm pact"));
        assert!(keeps("the Asia-\nPacific"));
        assert!(keeps("an oil-\nrich and oil-rich coast"));
        assert!(!keeps("near-\nness is nearness"));
    }
}
