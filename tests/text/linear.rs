//! Hostile and huge texts take time in proportion to their length.

use crate::spans::{FORMATS, read_checked};
use std::time::{Duration, Instant};

/// Texts that tempt a reader to look at the same letters again and again.
fn hostile(count: usize) -> Vec<(&'static str, String)> {
    vec![
        ("one line of words", "word and ".repeat(count)),
        ("one line of letters", "x".repeat(count * 8)),
        ("one line of full stops", ".".repeat(count * 4)),
        ("one line of spaced stops", " .".repeat(count * 3)),
        ("one line of capitals and stops", "U.".repeat(count * 3)),
        ("apostrophes", "a's's's's".repeat(count)),
        ("clitics", format!("x{}", "'s".repeat(count * 4))),
        ("apostrophes before stops", format!("{}{}", "x'".repeat(count * 2), ".".repeat(count * 4))),
        ("sentences without spaces", "abcd.Efgh".repeat(count)),
        ("captions", "A man. Photo: B\n\n".repeat(count)),
        ("opened brackets before stops", "(a.".repeat(count * 2)),
        ("hyphens", "a-b-".repeat(count * 2)),
        ("digits", "1,234".repeat(count)),
        ("numbers with hyphens", "1-".repeat(count * 4)),
        ("ands", "A&B/c".repeat(count)),
        ("brackets", "[".repeat(count * 4)),
        ("round brackets", "((((".repeat(count)),
        ("markdown links that never close", "[](".repeat(count * 2)),
        ("markdown stars", "**a _b_ ".repeat(count)),
        ("nested elements", "<div>".repeat(count)),
        ("nested spans", format!("<span><div>{}{}", "<small>".repeat(count), "</span>".repeat(count))),
        ("closing tags", format!("{}{}", "<p><b>x".repeat(count), "</div></p>".repeat(count))),
        ("open tags", "<a <a ".repeat(count)),
        ("open quotes", "<a title=\"".repeat(count)),
        ("open comments", "<!-- x ".repeat(count)),
        ("open scripts", "<script>x".repeat(count)),
        ("half-closed scripts", format!("<script>{}", "</scrip ".repeat(count))),
        ("entities", "&amp;&#;&x".repeat(count)),
        ("superscripts", "<sup>1".repeat(count)),
        ("line ends with hyphens", "some-\nthing and ano-\n".repeat(count)),
        ("empty lines", "\n\n a".repeat(count * 2)),
        ("quotes", "\"'".repeat(count * 3)),
        ("soft hyphens", "a\u{ad}".repeat(count * 2)),
        ("addresses", "http://a.b/c?".repeat(count)),
        ("at signs", "a@".repeat(count * 3)),
        ("short sentences", "It is so. ".repeat(count)),
        ("list items", "- an item of a list\n".repeat(count)),
        ("references", format!("References\n{}", "1. ^ A (1999).\n".repeat(count))),
    ]
}

#[test]
fn hostile_texts_take_linear_time() {
    let small = hostile(4_000);
    let large = hostile(32_000);
    for ((name, small), (_, large)) in small.iter().zip(&large) {
        for format in FORMATS {
            let time = |text: &str| {
                let begin = Instant::now();
                read_checked(text, format);
                begin.elapsed()
            };
            // Eight times the text takes eight times the time; a square would take 64. Short times are all noise, and a busy
            // machine may halt one of the two.
            let linear = (0..3).any(|_| time(large) <= time(small) * 28 + Duration::from_millis(250));
            assert!(linear, "{name} as {format:?}: {} bytes take far more than 8 times {}", large.len(), small.len());
        }
    }
}

#[test]
fn ten_megabytes_and_a_line_of_a_million_letters_are_read() {
    let paragraph =
        "The two governments signed a long-term pact in 1998, officials said. Critics called it \"a mistake\".\n\n";
    let text = paragraph.repeat(10_000_000 / paragraph.len());
    let begin = Instant::now();
    let document = read_checked(&text, alliance_map::text::Format::Auto);
    assert_eq!(document.sentences.len(), 2 * (10_000_000 / paragraph.len()));
    println!("10 MB read in {:?}", begin.elapsed());
    let line = "letters ".repeat(125_000);
    assert_eq!(read_checked(&line, alliance_map::text::Format::Auto).sentences[0].tokens.len(), 125_000);
}
