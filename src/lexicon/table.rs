//! From the text of one table to its records, or an error that says where and what was expected.

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

    /// Reads a row.
    ///
    /// # Errors
    /// Names the column that is not as `lexicon/README.md` says.
    fn read(row: &Row) -> Result<Self, TableError>;
}

/// Most columns that a table has.
const MOST_COLUMNS: usize = 9;

/// One row, its cells found by the names of their columns.
pub struct Row {
    file: &'static str,
    line: usize,
    columns: &'static [&'static str],
    cells: [&'static str; MOST_COLUMNS],
}

impl Row {
    /// Line in the file, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The cell of a column, which may be empty.
    pub fn cell(&self, column: &str) -> &'static str {
        self.columns.iter().position(|name| *name == column).map_or("", |at| self.cells[at])
    }

    /// The cell of a column that must not be empty.
    ///
    /// # Errors
    /// If it is empty or has space around it.
    pub fn filled(&self, column: &str, expected: &str) -> Result<&'static str, TableError> {
        let cell = self.cell(column);
        if cell.is_empty() || cell.trim() != cell {
            return Err(self.error(column, expected));
        }
        Ok(cell)
    }

    /// A word of a closed list.
    ///
    /// # Errors
    /// Lists the words that may stand there.
    pub fn word<W: FromStr<Err = String>>(&self, column: &str) -> Result<W, TableError> {
        self.cell(column).parse().map_err(|message: String| {
            let expected = message.split_once("expected ").map_or(message.as_str(), |(_, words)| words);
            self.error(column, expected)
        })
    }

    /// A date, or `None` for an empty cell.
    ///
    /// # Errors
    /// If the cell holds anything else.
    pub fn date(&self, column: &str) -> Result<Option<Date>, TableError> {
        match self.cell(column) {
            "" => Ok(None),
            cell => {
                Date::parse(cell).map(Some).ok_or_else(|| self.error(column, "a date: 1949, 1949-04 or 1949-04-04"))
            }
        }
    }

    /// The dates of two columns, in order.
    ///
    /// # Errors
    /// If a cell is no date or the end lies before the start.
    pub fn period(&self, from: &str, to: &str) -> Result<Period, TableError> {
        let period = Period { from: self.date(from)?, to: self.date(to)? };
        let open_start = Period { from: None, to: period.to };
        if period.from.is_some_and(|date| !open_start.covers(date)) {
            return Err(self.error(to, &format!("a date not before {}", self.cell(from))));
        }
        Ok(period)
    }

    /// Decimal degrees within `±limit`, or `None` for an empty cell.
    ///
    /// # Errors
    /// If the cell holds anything else.
    pub fn degrees(&self, column: &str, limit: i32) -> Result<Option<f64>, TableError> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let degrees = decimal(cell).filter(|degrees| degrees.abs() <= f64::from(limit));
        degrees.map(Some).ok_or_else(|| self.error(column, &format!("decimal degrees from -{limit} to {limit}")))
    }

    /// An error about this row's cell in `column`.
    pub fn error(&self, column: &str, expected: &str) -> TableError {
        error(self.file, self.line, column, self.cell(column), expected)
    }
}

/// Reads a table into `records`.
///
/// # Errors
/// On the first row that is not as `lexicon/README.md` says.
pub fn read<R: Record>(file: &'static str, text: &'static str, records: &mut Vec<R>) -> Result<(), TableError> {
    for row in rows(file, text, R::COLUMNS)? {
        records.push(R::read(&row?)?);
    }
    Ok(())
}

/// The rows of a table that has the given columns.
///
/// # Errors
/// If the header line is another, and for each row that has another number of cells.
pub fn rows(
    file: &'static str,
    text: &'static str,
    columns: &'static [&'static str],
) -> Result<impl Iterator<Item = Result<Row, TableError>>, TableError> {
    let mut lines = text.lines();
    let header = lines.next().unwrap_or_default();
    if !header.split('\t').eq(columns.iter().copied()) {
        return Err(error(file, 1, "row", header, &format!("the header {:?}", columns.join("\t"))));
    }
    Ok(lines.enumerate().map(move |(index, line)| {
        let mut cells = [""; MOST_COLUMNS];
        let mut count = 0;
        for cell in line.split('\t') {
            if let Some(slot) = cells.get_mut(count) {
                *slot = cell;
            }
            count += 1;
        }
        if count != columns.len() {
            let expected = format!("{} cells separated by tabs, not {count}", columns.len());
            return Err(error(file, index + 2, "row", line, &expected));
        }
        Ok(Row { file, line: index + 2, columns, cells })
    }))
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
    let scale = 10_i32.pow(part.len() as u32);
    let value = f64::from(whole.parse::<i32>().ok()? * scale + part.parse::<i32>().ok()?) / f64::from(scale);
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
