//! From texts to one sentence a line with blanks between its tokens, as the text room cuts them.
//!
//! A text has one paragraph a line and may be gzipped; of an annotated passage only the lines of its text are read, which begin
//! with `>`.

use alliance_map::text::read_prose;
use std::io::{Read, Write};

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    assert!(!paths.is_empty(), "usage: tokens FILE... > tokens.txt");
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for path in paths {
        let text = read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let annotated = text.lines().any(|line| line.starts_with('>'));
        for line in text.lines().filter(|line| !annotated || line.starts_with('>')) {
            for sentence in read_prose(line.trim_start_matches('>').trim()) {
                let forms: Vec<&str> = sentence.tokens.iter().map(|token| token.form.as_str()).collect();
                writeln!(out, "{}", forms.join(" ")).expect("standard output can be written");
            }
        }
    }
}

fn read(path: &str) -> std::io::Result<String> {
    let mut text = String::new();
    let mut file = std::fs::File::open(path)?;
    if path.ends_with(".gz") {
        flate2::read::MultiGzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        file.read_to_string(&mut text)?;
    }
    Ok(text)
}
