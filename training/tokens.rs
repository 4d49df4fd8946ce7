//! From gzipped text, one paragraph a line, to one sentence a line with blanks between its tokens, as the text room cuts them.

use alliance_map::text::{DocumentInput, read_document};
use std::io::{BufRead, BufReader, Write};

fn main() {
    let path = std::env::args().nth(1).expect("usage: tokens FILE.txt.gz > tokens.txt");
    let file = std::fs::File::open(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in BufReader::new(flate2::read::MultiGzDecoder::new(file)).lines() {
        let text = line.unwrap_or_else(|error| panic!("{path}: {error}"));
        for sentence in read_document(&DocumentInput { text, ..DocumentInput::default() }).sentences {
            let forms: Vec<&str> = sentence.tokens.iter().map(|token| token.form.as_str()).collect();
            writeln!(out, "{}", forms.join(" ")).expect("standard output can be written");
        }
    }
}
