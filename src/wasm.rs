//! The only file that knows JavaScript: hands documents in and an analysis out, with spans in UTF-16 code units.
