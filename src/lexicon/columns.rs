//! From a table as `build.rs` writes it, column by column, to cells that borrow from its bytes; or from the lines that
//! people edit.
//!
//! The bytes hold the number of rows and of columns, then each column: its name, how many choices it has, all cells each
//! ended by a line feed, and where there are choices, for each row the number of its choice: the low bytes of all rows, then
//! the high ones. A column of choices holds each distinct cell once; the others hold one cell a row. Numbers are 32-bit,
//! little-endian. Columns lie together because they pack better so, and a choice is read once however many rows have it.

use super::table::{TableError, error};

/// A table, its columns found by name.
pub struct Columns {
    file: &'static str,
    rows: usize,
    columns: Vec<Column>,
    /// Whether the tests have seen that each cell is as it should be.
    pub(super) audited: bool,
}

struct Column {
    name: &'static str,
    cells: Vec<&'static str>,
    /// Number of a cell for each row; empty where each row has a cell of its own.
    choices: &'static [u8],
}

impl Columns {
    /// What `build.rs` wrote. Panics where the bytes are something else: they are part of the crate.
    pub(crate) fn packed(file: &'static str, bytes: &'static [u8]) -> Columns {
        let mut rest = bytes;
        let rows = number(&mut rest);
        let columns = (0..number(&mut rest))
            .map(|_| {
                let name = text(&mut rest).trim_end();
                let choices = number(&mut rest);
                let cells = lines(text(&mut rest), if choices == 0 { rows } else { choices });
                let choices = take(&mut rest, if choices == 0 { 0 } else { 2 * rows });
                Column { name, cells, choices }
            })
            .collect();
        Columns { file, rows, columns, audited: true }
    }

    /// A table as people edit it, with the given columns.
    ///
    /// # Errors
    /// If the header line is another, and for each row that has another number of cells.
    pub fn from_lines(
        file: &'static str,
        text: &'static str,
        names: &'static [&'static str],
    ) -> Result<Columns, TableError> {
        let mut lines = text.lines();
        let header = lines.next().unwrap_or_default();
        if !header.split('\t').eq(names.iter().copied()) {
            return Err(error(file, 1, "row", header, &format!("the header {:?}", names.join("\t"))));
        }
        let mut cells: Vec<Vec<&'static str>> = vec![Vec::new(); names.len()];
        let mut rows = 0;
        for line in lines {
            rows += 1;
            let count = line.split('\t').count();
            if count != names.len() {
                let expected = format!("{} cells separated by tabs, not {count}", names.len());
                return Err(error(file, rows + 1, "row", line, &expected));
            }
            line.split('\t').zip(&mut cells).for_each(|(cell, column)| column.push(cell));
        }
        let columns = names.iter().zip(cells).map(|(&name, cells)| Column { name, cells, choices: &[] }).collect();
        Ok(Columns { file, rows, columns, audited: false })
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Whether the table has that column; those that only people read are left out for the browser.
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|known| known.name == column)
    }

    /// A value for each row, from its cell in that column. `read` gives what was expected where a cell is something else.
    ///
    /// # Errors
    /// Names the first cell that is something else.
    pub fn read<T: Clone>(
        &self,
        column: &str,
        mut read: impl FnMut(&'static str) -> Result<T, String>,
    ) -> Result<Vec<T>, TableError> {
        let Some(found) = self.columns.iter().find(|known| known.name == column) else {
            return Err(error(self.file, 1, column, "", "that column"));
        };
        let mut values = Vec::with_capacity(found.cells.len());
        for (row, cell) in found.cells.iter().enumerate() {
            values.push(read(cell).map_err(|expected| error(self.file, row + 2, column, cell, &expected))?);
        }
        if found.choices.is_empty() {
            return Ok(values);
        }
        let (low, high) = found.choices.split_at(self.rows);
        Ok(low
            .iter()
            .zip(high)
            .map(|(&low, &high)| values[usize::from(low) | usize::from(high) << 8].clone())
            .collect())
    }

    /// The cells of a column, which may be empty.
    ///
    /// # Errors
    /// If there is no such column.
    pub fn texts(&self, column: &str) -> Result<Vec<&'static str>, TableError> {
        self.read(column, Ok)
    }

    /// The cells of a column in which each must hold something.
    ///
    /// # Errors
    /// If one is empty or has space around it.
    pub fn filled(&self, column: &str, expected: &str) -> Result<Vec<&'static str>, TableError> {
        if self.audited {
            return self.texts(column);
        }
        let around = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
        self.read(column, |cell| match around(cell.as_bytes().first()) || around(cell.as_bytes().last()) {
            true => Err(expected.to_string()),
            false => Ok(cell),
        })
    }

    /// The cells of a column in which each holds words in lower case, one space between them.
    ///
    /// # Errors
    /// If one holds something else.
    pub fn plain_words(&self, column: &str) -> Result<Vec<&'static str>, TableError> {
        if self.audited {
            return self.texts(column);
        }
        self.read(column, |cell| match cell.split(' ').any(str::is_empty) || cell.to_lowercase() != cell {
            true => Err("words in lower case with one space between them".to_string()),
            false => Ok(cell),
        })
    }

    /// Checks the sources, where the table still has them.
    pub(crate) fn sourced(&self) -> Result<(), TableError> {
        if self.has("source") { self.filled("source", "where the row is from").map(|_| ()) } else { Ok(()) }
    }

    /// A record for each row, from its number.
    pub(super) fn records<R>(&self, record: impl Fn(usize) -> Result<R, TableError>) -> Result<Vec<R>, TableError> {
        // Collected as a result, a list would not know how long it becomes.
        let mut records = Vec::with_capacity(self.rows);
        for row in 0..self.rows {
            records.push(record(row)?);
        }
        Ok(records)
    }

    /// An error about a row's cell in a column.
    pub(super) fn error(&self, row: usize, column: &str, expected: &str) -> TableError {
        let cells = self.texts(column).unwrap_or_default();
        error(self.file, row + 2, column, cells.get(row).unwrap_or(&""), expected)
    }
}

fn take(rest: &mut &'static [u8], count: usize) -> &'static [u8] {
    let (taken, left) = rest.split_at(count);
    *rest = left;
    taken
}

fn number(rest: &mut &'static [u8]) -> usize {
    let bytes = take(rest, 4);
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize
}

fn text(rest: &mut &'static [u8]) -> &'static str {
    let length = number(rest);
    std::str::from_utf8(take(rest, length)).expect("tables are text")
}

/// The lines of a text, of which there are `count`.
fn lines(text: &'static str, count: usize) -> Vec<&'static str> {
    let mut lines = Vec::with_capacity(count);
    let mut start = 0;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        if byte == b'\n' {
            lines.push(&text[start..at]);
            start = at + 1;
        }
    }
    lines
}
