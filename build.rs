//! From the folder `lexicon/` to the tables that the crate embeds. For the browser without the columns that only readers
//! and the audit use: there each byte is downloaded.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// Columns that nothing reads while a text is analysed, each with the shortest cell that its loader takes.
/// The sources of treaties are shown, so they stay.
const UNREAD: &[(&str, &str)] = &[("source", "-"), ("reads", " | "), ("leaves", "")];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=lexicon");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("lexicon");
    let for_browser = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    write_tables(Path::new("lexicon"), &out, for_browser);
}

fn write_tables(folder: &Path, out: &Path, for_browser: bool) {
    fs::create_dir_all(out).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder that opens can be listed").path();
        let target = out.join(path.file_name().expect("an entry of a folder has a name"));
        if path.is_dir() {
            write_tables(&path, &target, for_browser);
        } else if path.extension().is_some_and(|extension| extension == "tsv") {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let whole = !for_browser || path.ends_with("treaties.tsv");
            let table = if whole { text } else { without_unread(&text) };
            fs::write(&target, table).unwrap_or_else(|error| panic!("{}: {error}", target.display()));
        }
    }
}

/// The table with as many columns and lines as before, so that its loader and its errors stay the same.
fn without_unread(table: &str) -> String {
    let (header, rows) = table.split_once('\n').unwrap_or((table, ""));
    let shortest: Vec<Option<&str>> = header
        .split('\t')
        .map(|name| UNREAD.iter().find(|(unread, _)| *unread == name).map(|(_, cell)| *cell))
        .collect();
    let mut shorter = format!("{header}\n");
    for row in rows.lines() {
        let cells = row.split('\t').enumerate();
        let cells: Vec<&str> = cells.map(|(at, cell)| shortest.get(at).copied().flatten().unwrap_or(cell)).collect();
        shorter.push_str(&cells.join("\t"));
        shorter.push('\n');
    }
    shorter
}
