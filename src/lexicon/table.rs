//! From the text of one table to its records, or an error that says where and what was expected.

use super::columns::Columns;
use super::date::{Date, Period};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// Text of a record: borrowed from a table in the crate, or owned where a person gave it at run time.
pub type Text = Cow<'static, str>;

/// What is wrong with a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// Path of the table inside `lexicon/`.
    pub file: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Name of the column, or `row` where the whole row is meant.
    pub column: String,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TableError { file, line, column, found, expected } = self;
        write!(f, "{file}, line {line}, column {column}: found {found:?}, expected {expected}")
    }
}

impl std::error::Error for TableError {}

/// A record that is one row of a table.
pub trait Record: Sized {
    /// Names of the columns, in order.
    const COLUMNS: &'static [&'static str];

    /// Reads the rows, in order.
    ///
    /// # Errors
    /// Names the first cell that is not as `lexicon/README.md` says.
    fn read(table: &Columns) -> Result<Vec<Self>, TableError>;
}

/// The records of a table that people edit, one for each line after the header.
///
/// # Errors
/// On the first row that is not as `lexicon/README.md` says.
pub fn read<R: Record>(file: &'static str, text: &'static str) -> Result<Vec<R>, TableError> {
    R::read(&Columns::from_lines(file, text, R::COLUMNS)?)
}

/// A word of a closed list for each row.
///
/// # Errors
/// Lists the words that may stand there.
pub(crate) fn words<W: FromStr<Err = String> + Clone>(table: &Columns, column: &str) -> Result<Vec<W>, TableError> {
    table.read(column, word)
}

/// A word of a closed list, else which words may stand there.
pub(super) fn word<W: FromStr<Err = String>>(cell: &str) -> Result<W, String> {
    cell.parse().map_err(|message: String| {
        message.split_once("expected ").map_or(message.as_str(), |(_, words)| words).to_string()
    })
}

/// A date, `None` for an empty cell, else what was expected.
pub(super) fn date(cell: &str) -> Result<Option<Date>, String> {
    match cell {
        "" => Ok(None),
        cell => Date::parse(cell).map(Some).ok_or_else(|| "a date: 1949, 1949-04 or 1949-04-04".to_string()),
    }
}

/// The dates of two columns, in order, for each row; `None` for an empty cell.
///
/// # Errors
/// If a cell is no date or the end lies before the start.
pub(super) fn periods(table: &Columns, from: &str, to: &str) -> Result<Vec<Period>, TableError> {
    let (starts, ends) = (table.read(from, date)?, table.read(to, date)?);
    let periods: Vec<Period> = starts.into_iter().zip(ends).map(|(from, to)| Period { from, to }).collect();
    if table.audited {
        return Ok(periods);
    }
    match periods.iter().position(Period::is_reversed) {
        Some(row) => Err(table.error(row, to, &format!("a date not before {}", table.texts(from)?[row]))),
        None => Ok(periods),
    }
}

/// Decimal degrees within `±limit` for each row; `None` for an empty cell.
///
/// # Errors
/// If a cell holds anything else.
pub(super) fn degrees(table: &Columns, column: &str, limit: i32) -> Result<Vec<Option<f64>>, TableError> {
    table.read(column, |cell| match cell {
        "" => Ok(None),
        cell => {
            let degrees = decimal(cell).filter(|degrees| degrees.abs() <= f64::from(limit));
            degrees.map(Some).ok_or_else(|| format!("decimal degrees from -{limit} to {limit}"))
        }
    })
}

/// An error about a table of an unknown name.
pub(super) fn unknown_table(file: &str) -> TableError {
    error(file, 1, "row", file, "a table named in lexicon/README.md")
}

/// An error about a cell.
pub(super) fn error(file: &str, line: usize, column: &str, found: &str, expected: &str) -> TableError {
    TableError { file: file.into(), line, column: column.into(), found: found.into(), expected: expected.into() }
}

/// Reads `-12.5`. The library's own reading of numbers would bring ten kilobytes of tables along.
fn decimal(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let number = |digits: &str| digits.bytes().fold(0, |number, digit| number * 10 + i32::from(digit - b'0'));
    let scale = 10_i32.pow(part.len() as u32);
    let value = f64::from(number(whole) * scale + number(part)) / f64::from(scale);
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        assert_eq!(decimal("-0.25"), Some(-0.25));
        assert_eq!(decimal("116.4"), Some(116.4));
        assert_eq!(decimal("9"), Some(9.0));
        for text in ["", "-", "1e3", "1.", ".5", "12345", "+3", "1.23456"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
