//! Prints how many tokens a second the text room reads: `cargo run --profile fast --example text_speed [FILE]`.

use alliance_map::text::{DocumentInput, read_document};
use std::io::Read as _;
use std::time::Instant;

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "../shared/data/prose.txt.gz".to_owned());
    let bytes =
        std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}; give a text file or a gzipped one"));
    let mut text = String::new();
    if path.ends_with(".gz") {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).expect("gzipped UTF-8");
    } else {
        text = String::from_utf8_lossy(&bytes).into_owned();
    }
    let input = DocumentInput { id: "speed".into(), text, ..DocumentInput::default() };
    // The best of five passes; other programs disturb the rest.
    let best = (0..5)
        .map(|_| {
            let begin = Instant::now();
            let document = read_document(&input);
            let tokens: usize = document.sentences.iter().map(|sentence| sentence.tokens.len()).sum();
            (tokens as f64 / begin.elapsed().as_secs_f64(), tokens)
        })
        .max_by(|one, other| one.0.total_cmp(&other.0));
    let (speed, tokens) = best.expect("five passes");
    println!("speed.text.tokens_per_s {speed:.0} ({tokens} tokens, {} bytes)", input.text.len());
}
