//! Any text, in any format, is read with sound spans and parsed to trees: `cargo +nightly fuzz run read_document`.

#![no_main]

#[allow(dead_code)]
#[path = "../../tests/text/spans.rs"]
mod spans;

use alliance_map::syntax;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for format in spans::FORMATS {
        for sentence in spans::read_checked(text, format).sentences {
            let words = syntax::parse(&sentence.tokens);
            assert_eq!(words.len(), sentence.tokens.len());
            assert_eq!(words.iter().enumerate().filter(|(index, word)| word.head == *index).count(), 1);
        }
    }
});
