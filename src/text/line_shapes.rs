//! What a short block is by its shape: a byline, a date line, a breadcrumb trail, a reference, a note on the author.

/// `Home > World > Asia`, `News | Opinion | Sport`.
pub fn is_breadcrumb(block: &str) -> bool {
    let trail = [" > ", " › ", " » ", " | ", " / ", " · "].iter().any(|mark| {
        let parts = block.split(mark).count();
        let short = block.split(mark).all(|part| part.split(' ').count() <= 3);
        let pipe = matches!(*mark, " > " | " › " | " » ");
        short && (parts >= 4 || pipe && parts >= 3)
    });
    trail && !block.ends_with(['.', '!', '?'])
}

/// `By Ada Okoro`, `Reporting by ...`, `Words by ...`, `By Ada Okoro | Published 3 May`.
pub fn is_byline(block: &str, words: &[String]) -> bool {
    let named = |rest: &str| {
        let mut parts = rest.split(' ').filter(|part| !part.is_empty()).take(3);
        parts.next().is_some_and(is_capitalised) && parts.next().is_some_and(goes_on_name)
    };
    let by = [
        "By ",
        "BY ",
        "by ",
        "Written by ",
        "Reporting by ",
        "Edited by ",
        "Words by ",
        "Author: ",
        "Authors: ",
        "Text by ",
    ]
    .iter()
    .any(|head| block.strip_prefix(head).is_some_and(named));
    let ended = block.ends_with(['.', '?', '!']) && !block.ends_with("Jr.");
    let agency =
        words.len() <= 5 && words.first().is_some_and(|word| matches!(word.as_str(), "reuters" | "afp" | "ap"));
    let posted = ["Posted on ", "Published on ", "Published: ", "Updated: ", "Last updated "]
        .iter()
        .any(|head| block.starts_with(head));
    posted && words.len() <= 16 && !ended || by && words.len() <= 25 && (!ended || words.len() <= 8) || agency && !ended
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word may go on with the names of writers.
fn goes_on_name(word: &str) -> bool {
    is_capitalised(word) || matches!(word, "de" | "van" | "von" | "al" | "bin" | "and")
}

/// Nothing but a date and a time: `Published 08:12 GMT, 19 June 2024`.
pub fn is_date_line(words: &[String]) -> bool {
    let number = |word: &String| word.starts_with(|letter: char| letter.is_ascii_digit());
    words.len() <= 16
        && words.iter().any(number)
        && words.iter().any(|word| super::dates::month(word).is_some() || word.len() == 4 && number(word))
        && words
            .iter()
            .all(|word| number(word) || super::dates::month(word).is_some() || DATE_WORDS.contains(&word.as_str()))
}

const DATE_WORDS: &[&str] = &[
    "a",
    "ago",
    "am",
    "at",
    "bst",
    "cet",
    "date",
    "day",
    "edt",
    "est",
    "et",
    "fri",
    "friday",
    "gmt",
    "h",
    "last",
    "min",
    "mins",
    "minutes",
    "modified",
    "mon",
    "monday",
    "of",
    "on",
    "p",
    "pm",
    "posted",
    "published",
    "read",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "the",
    "thu",
    "thursday",
    "time",
    "tue",
    "tuesday",
    "updated",
    "utc",
    "wed",
    "wednesday",
];

/// `[THEME MUSIC]`, `(Applause.)`
pub fn is_stage_direction(block: &str) -> bool {
    let inner = block.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let round = block.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let shouted = |inner: &str| !inner.contains(char::is_lowercase);
    inner.is_some_and(|inner| shouted(inner) || inner.split(' ').count() <= 3)
        || round.is_some_and(|inner| shouted(inner) || inner.split(' ').count() <= 2)
}

/// `Ada Okoro is a senior fellow at the Institute ...`, `The author teaches history ...`
pub fn is_author_note(block: &str) -> bool {
    let begin = block.trim_start_matches(['•', '*', '–', '—', '-', ' ', '_']);
    let mut names = 0;
    let mut words = begin.split_whitespace().take(9);
    if begin.starts_with("The author") || begin.starts_with("The writer") || begin.starts_with("About the author") {
        return true;
    }
    let verb = words.by_ref().find(|word| {
        let name = goes_on_name(word);
        names += usize::from(name);
        !name
    });
    if names < 2
        || !matches!(
            verb,
            Some("is" | "was" | "are" | "teaches" | "writes" | "works" | "serves" | "reports" | "covers")
        )
    {
        return false;
    }
    matches!(verb, Some("teaches" | "writes" | "covers"))
        || begin
            .split(|letter: char| !letter.is_alphanumeric())
            .map(str::to_lowercase)
            .any(|word| ROLES.binary_search(&word.as_str()).is_ok())
}

/// What writers of articles are.
const ROLES: &[&str] = &[
    "academic",
    "affiliate",
    "analyst",
    "author",
    "columnist",
    "contributor",
    "correspondent",
    "economist",
    "editor",
    "expert",
    "fellow",
    "freelance",
    "historian",
    "journalist",
    "lecturer",
    "nonresident",
    "photographer",
    "professor",
    "reporter",
    "researcher",
    "scholar",
    "strategist",
    "student",
    "visiting",
    "writer",
];

/// True where a block looks like an entry in a list of references.
pub fn is_reference(block: &str) -> bool {
    let numbered = block.starts_with(['^', '[', '↑', '†']) || block.starts_with(|letter: char| letter.is_ascii_digit());
    let marks = [
        "doi",
        "ISBN",
        "http",
        "pp.",
        " p. ",
        "vol.",
        "Vol.",
        " ed.",
        "eds.",
        "Press",
        "Retrieved",
        "Journal",
        "Ibid",
        "ibid",
        "op. cit",
        "et al",
        "Archived",
        "www.",
    ];
    let marked = marks.iter().any(|mark| block.contains(mark));
    let year = block.match_indices('(').any(|(place, _)| {
        let rest = &block.as_bytes()[place + 1..];
        rest.len() >= 5 && rest[..4].iter().all(u8::is_ascii_digit) && matches!(rest[4], b')' | b',' | b'a'..=b'd')
    });
    marked || year || numbered && block.len() < 300
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_sorted() {
        assert!(ROLES.is_sorted());
    }
}
