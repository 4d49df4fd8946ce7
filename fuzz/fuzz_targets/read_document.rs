//! Any text, in any format, is read with sound spans: `cargo +nightly fuzz run read_document`.

#![no_main]

#[allow(dead_code)]
#[path = "../../tests/text/spans.rs"]
mod spans;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for format in spans::FORMATS {
        spans::read_checked(text, format);
    }
});
