//! An analysis as JSON, on one line.

use super::decimal::decimal;
use crate::analysis::Analysis;
use serde::Serialize;
use std::io::{self, Write};

/// Writes the whole analysis.
pub fn write(analysis: &Analysis) -> String {
    line(analysis)
}

/// Writes any value that is made of strings, numbers, lists and structs.
pub fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, ShortNumbers);
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        // Only maps with odd keys and failing writers come here, and there are none.
        Err(error) => unreachable!("{error}"),
    }
}

/// Numbers as JavaScript would write them, without the tables that general printing of floating-point numbers needs.
struct ShortNumbers;

impl serde_json::ser::Formatter for ShortNumbers {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(decimal(value).as_bytes())
    }
}
