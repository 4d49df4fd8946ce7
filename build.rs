//! From the folder `lexicon/`, which people edit, to the tables that the crate embeds: column by column, so that little is left
//! to do when a page starts. `src/lexicon/columns.rs` says how they are written. Columns that nothing reads while a text is
//! analysed are left out: in the browser each byte is downloaded. The parser's weights are packed too.

#[allow(dead_code)]
#[path = "src/syntax/features.rs"]
mod features;
// What features.rs uses.
#[path = "src/hash.rs"]
mod hash;
#[allow(dead_code)]
#[path = "src/network/packed.rs"]
mod packed;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::{env, fs};

const WEIGHTS: &str = "models/syntax.bin";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/syntax/features.rs");
    println!("cargo::rerun-if-changed=src/hash.rs");
    println!("cargo::rerun-if-changed=src/network/packed.rs");
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed={WEIGHTS}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("tables");
    fs::create_dir_all(&out).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    let write_bytes = |name: &str, bytes: Vec<u8>| {
        let file = out.join(name);
        fs::write(&file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    };
    let write = |name: &str, table: Table| write_bytes(name, table.to_bytes());
    let weights = fs::read(WEIGHTS).unwrap_or_else(|error| panic!("{WEIGHTS}: {error}"));
    write_bytes("syntax", with_packed_vectors(&weights));
    write("actors", Table::read("actors").sorted_by("id").without("source"));
    write("aliases", Table::read("aliases").without("source"));
    write("people", Table::read("people").without("source").with_last_names());
    write("offices", Table::read("offices.tsv").without("source"));
    write(
        "memberships",
        Table::read("memberships.tsv").sorted_by("member").sorted_by("organisation").without("source"),
    );
    write("kinds", Table::read("kinds.tsv").without("source"));
    write("speech", Table::read("speech.tsv"));
    write("status_cues", Table::read("status_cues.tsv"));
    write("word_classes", Table::read("reference/word_classes.tsv").without("source"));
    let (frames, triggers) = frames();
    let for_browser = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    write("roles", Table::read("frames/roles.tsv"));
    write("frames", if for_browser { frames.without("reads").without("leaves") } else { frames });
    write("triggers", triggers);
    // The sources of treaties are shown.
    write("treaties", Table::read("treaties.tsv"));
}

/// The parser's weights, of the vectors at their end two numbers in a byte: nearly all are from -8 to 7, to which eight is
/// added. The lower half of byte `i` of a row is number `i`, the upper half that of the row's second half. Before them
/// stand the others: how many they are, and each one's row, place in it, and what it is beyond, modulo 256. The bytes are then
/// packed by how frequent they are.
fn with_packed_vectors(weights: &[u8]) -> Vec<u8> {
    let width = usize::from(u16::from_le_bytes([weights[0], weights[1]]));
    let length = features::ROWS.iter().sum::<u32>() as usize * width;
    let (before, vectors) = weights.split_at(weights.len() - length);
    let near = |number: i8| number.clamp(-8, 7);
    let mut beyond = Vec::new();
    for (at, &byte) in vectors.iter().enumerate().filter(|(_, byte)| near(**byte as i8) != **byte as i8) {
        let numbers = [at / width, at % width, usize::from((byte as i8 - near(byte as i8)) as u8)];
        beyond.extend(numbers.iter().flat_map(|number| (*number as u16).to_le_bytes()));
    }
    let count = beyond.len() / 6;
    assert!(count < 1000, "{WEIGHTS}: {count} of {length} numbers of vectors are not from -8 to 7, too many to pack");
    let mut halves = Vec::with_capacity(length / 2);
    for row in vectors.chunks_exact(width) {
        let (first, second) = row.split_at(width / 2);
        let four_bits = |byte: &u8| (near(*byte as i8) + 8) as u8;
        halves.extend(first.iter().zip(second).map(|(first, second)| four_bits(first) | four_bits(second) << 4));
    }
    [before, &(count as u16).to_le_bytes(), &beyond, &packed::pack(&halves, features::ROWS_OF_RUN * width / 2)].concat()
}

/// The frames of all kinds, and their triggers by first word: each with the number of its frame after it, the first word
/// left out where it begins the trigger.
fn frames() -> (Table, Table) {
    let mut frames = Table::default();
    let mut kinds = Vec::new();
    for file in tables_in(Path::new("lexicon/frames")).iter().filter(|file| !file.ends_with("roles.tsv")) {
        frames.append(file);
        let kind = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        kinds.resize(frames.rows.len(), kind);
    }
    frames.header.push("kind".to_string());
    frames.rows.iter_mut().zip(kinds).for_each(|(row, kind)| row.push(kind));
    let at = frames.column("triggers");
    let mut by_word: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, row) in frames.rows.iter().enumerate() {
        for trigger in row[at].split(';').map(str::trim) {
            let word = trigger.split([' ', '/']).next().unwrap_or_default();
            let rest = if word.starts_with('^') { trigger } else { &trigger[word.len()..] };
            let of_word = by_word.entry(word.trim_start_matches('^').to_string()).or_default();
            of_word.push(format!("{rest}{number}"));
        }
    }
    let rows = by_word.into_iter().map(|(word, triggers)| vec![word, triggers.join(";")]).collect();
    frames = frames.without("triggers");
    (frames, Table { header: vec!["word".to_string(), "triggers".to_string()], rows })
}

fn tables_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("a folder that opens can be listed").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    files
}

/// The rows of one table, or of all in a folder.
#[derive(Default)]
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A file, or the files of a folder in the order of their names.
    fn read(path: &str) -> Table {
        let path = Path::new("lexicon").join(path);
        let mut table = Table::default();
        let files = if path.is_dir() { tables_in(&path) } else { vec![path] };
        files.iter().for_each(|file| table.append(file));
        table
    }

    fn append(&mut self, file: &Path) {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut lines = text.lines().map(|line| line.split('\t').map(str::to_string).collect::<Vec<_>>());
        self.header = lines.next().unwrap_or_default();
        for (index, row) in lines.enumerate() {
            let (found, expected) = (row.len(), self.header.len());
            assert!(found == expected, "{}:{}: {found} cells, not {expected}", file.display(), index + 2);
            self.rows.push(row);
        }
    }

    fn column(&self, name: &str) -> usize {
        let found = self.header.iter().position(|known| known == name);
        found.unwrap_or_else(|| panic!("no column {name:?} among {:?}", self.header))
    }

    /// Rows with equal keys keep their order.
    fn sorted_by(mut self, column: &str) -> Table {
        let at = self.column(column);
        self.rows.sort_by(|one, other| one[at].cmp(&other[at]));
        self
    }

    fn without(mut self, column: &str) -> Table {
        let at = self.column(column);
        self.header.remove(at);
        self.rows.iter_mut().for_each(|row| drop(row.remove(at)));
        self
    }

    /// A short name that is the last word of the name becomes `+`.
    fn with_last_names(mut self) -> Table {
        let (name, short) = (self.column("name"), self.column("short"));
        for row in &mut self.rows {
            if !row[short].is_empty() && row[name].rsplit(' ').next() == Some(&row[short]) {
                row[short] = "+".to_string();
            }
        }
        self
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        push_number(&mut bytes, self.rows.len());
        push_number(&mut bytes, self.header.len());
        for (at, name) in self.header.iter().enumerate() {
            let cells: Vec<&str> = self.rows.iter().map(|row| row[at].as_str()).collect();
            push_column(&mut bytes, name, &cells);
        }
        bytes
    }
}

fn push_column(bytes: &mut Vec<u8>, name: &str, cells: &[&str]) {
    push_lines(bytes, &[name]);
    let mut choices: Vec<&str> = Vec::new();
    let mut numbers = HashMap::new();
    let of_row: Vec<usize> = cells
        .iter()
        .map(|&cell| {
            *numbers.entry(cell).or_insert_with(|| {
                choices.push(cell);
                choices.len() - 1
            })
        })
        .collect();
    if choices.len() * 4 > cells.len() || choices.len() > 1 << 16 {
        push_number(bytes, 0);
        push_lines(bytes, cells);
        return;
    }
    push_number(bytes, choices.len());
    push_lines(bytes, &choices);
    bytes.extend(of_row.iter().map(|number| *number as u8));
    bytes.extend(of_row.iter().map(|number| (number >> 8) as u8));
}

fn push_lines(bytes: &mut Vec<u8>, lines: &[&str]) {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    push_number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

fn push_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend((number as u32).to_le_bytes());
}
