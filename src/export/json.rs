//! An analysis as JSON, letter for letter what JavaScript's `JSON.stringify` makes of the same values.

use crate::analysis::Analysis;
use serde::Serialize;
use std::io::{self, Write};

/// Writes the whole analysis on one line.
pub fn write(analysis: &Analysis) -> String {
    line(analysis)
}

/// Writes any value on one line.
pub fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, LikeJavaScript);
    // Views hold nothing but strings, numbers, lists and structs, and a vector takes every byte.
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// Whole floating-point numbers are written without a fraction, as JavaScript knows only one type of number.
struct LikeJavaScript;

impl serde_json::ser::Formatter for LikeJavaScript {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}
