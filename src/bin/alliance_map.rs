//! Command line: files in; JSON, CSV, GraphML or GEXF out.

fn main() -> std::process::ExitCode {
    #[cfg(not(target_arch = "wasm32"))]
    if let Err(error) = command::run(std::env::args_os()).and_then(|output| command::write(&output)) {
        eprintln!("alliance-map: {error}");
        return std::process::ExitCode::from(2);
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use alliance_map::export::{self, Format};
    use alliance_map::offsets::OffsetUnit;
    use alliance_map::text::DocumentInput;
    use alliance_map::{Options, analyse, text};
    use std::collections::BTreeMap;
    use std::ffi::OsString;
    use std::fs;
    use std::io::{self, Write};
    use std::path::{Path, PathBuf};

    const HELP: &str = "\
Reads articles and writes who stands with whom, and against whom, as each article claims it.

usage: alliance-map [--format FORM] [--offsets UNIT] [--minimum-certainty NUMBER] FILE-OR-FOLDER...

Files end in .txt, .md, .html or .htm; of a folder, and the folders in it, all such files are read.
A document's id is its file's name without the ending.

  --format FORM               json (default), csv, ties-csv, graphml, gexf or claims-jsonl
  --claims-jsonl              the same as --format claims-jsonl: one claim a line
  --offsets UNIT              what offsets count: code-points (default), bytes or utf16
  --minimum-certainty NUMBER  leaves out claims less certain than this, 0 to 1; default 0
  --help                      this text
  --version                   the version
";

    struct Arguments {
        paths: Vec<PathBuf>,
        format: Format,
        options: Options,
    }

    enum Request {
        Analyse(Arguments),
        Tell(String),
    }

    pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<String, String> {
        let arguments = match read_arguments(lexopt::Parser::from_iter(arguments))? {
            Request::Tell(text) => return Ok(text),
            Request::Analyse(arguments) => arguments,
        };
        let mut files = Vec::new();
        for path in &arguments.paths {
            find_files(path, true, &mut files)?;
        }
        if files.is_empty() {
            let folders: Vec<_> = arguments.paths.iter().map(|path| path.display().to_string()).collect();
            return Err(format!("{}: no file ends in .txt, .md, .html or .htm", folders.join(", ")));
        }
        check_ids(&files)?;
        let documents = files.iter().map(|file| read_file(file)).collect::<Result<Vec<_>, _>>()?;
        let analysis = analyse(&documents, &arguments.options).map_err(|error| error.to_string())?;
        Ok(export::export(&analysis, arguments.format))
    }

    /// Writes all of it, or as much as its reader wants: `alliance-map FOLDER | head` is no error.
    pub fn write(output: &str) -> Result<(), String> {
        match io::stdout().write_all(output.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
            _ => Ok(()),
        }
    }

    /// Ids are names of files without their endings and folders: two files must not share one.
    fn check_ids(files: &[PathBuf]) -> Result<(), String> {
        let mut first = BTreeMap::new();
        for file in files {
            if let Some(other) = first.insert(id_of(file), file) {
                let (file, other, id) = (file.display(), other.display(), id_of(file));
                return Err(format!("{file}: its id {id:?} is that of {other}; rename one of the files"));
            }
        }
        Ok(())
    }

    fn read_arguments(mut parser: lexopt::Parser) -> Result<Request, String> {
        use lexopt::prelude::*;
        let mut arguments = Arguments {
            paths: Vec::new(),
            format: Format::Json,
            options: Options { offsets: OffsetUnit::CodePoints, ..Options::default() },
        };
        while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
            match argument {
                Long("format") => {
                    arguments.format = word(&mut parser)?.parse().map_err(|error| format!("--format: {error}"))?
                }
                Long("claims-jsonl") => arguments.format = Format::ClaimsJsonl,
                Long("offsets") => {
                    arguments.options.offsets =
                        word(&mut parser)?.parse().map_err(|error| format!("--offsets: {error}"))?
                }
                Long("minimum-certainty") => {
                    let word = word(&mut parser)?;
                    let number = word.parse().ok().filter(|number| (0.0..=1.0).contains(number));
                    arguments.options.minimum_certainty = number
                        .ok_or_else(|| format!("--minimum-certainty: expected a number from 0 to 1, got {word:?}"))?;
                }
                Long("help") | Short('h') => return Ok(Request::Tell(HELP.to_string())),
                Long("version") | Short('V') => {
                    return Ok(Request::Tell(format!("alliance-map {}\n", env!("CARGO_PKG_VERSION"))));
                }
                Value(path) => arguments.paths.push(path.into()),
                other => return Err(format!("{}; see --help", other.unexpected())),
            }
        }
        if arguments.paths.is_empty() {
            return Err("expected at least one file or folder; see --help".to_string());
        }
        Ok(Request::Analyse(arguments))
    }

    fn word(parser: &mut lexopt::Parser) -> Result<String, String> {
        use lexopt::ValueExt;
        parser.value().and_then(ValueExt::string).map_err(|error| error.to_string())
    }

    /// Files named by the person must be readable; in folders the others are passed over.
    fn find_files(path: &Path, named: bool, found: &mut Vec<PathBuf>) -> Result<(), String> {
        let failed = |error: std::io::Error| format!("{}: {error}", path.display());
        if fs::metadata(path).map_err(failed)?.is_dir() {
            let entries = fs::read_dir(path).map_err(failed)?;
            let mut inside = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>();
            inside.as_mut().map(|paths| paths.sort()).ok();
            inside.map_err(failed)?.iter().try_for_each(|path| find_files(path, false, found))
        } else if format_of(path).is_some() {
            found.push(path.to_path_buf());
            Ok(())
        } else if named {
            Err(format!("{}: unknown kind of file; expected .txt, .md, .html or .htm", path.display()))
        } else {
            Ok(())
        }
    }

    fn format_of(path: &Path) -> Option<text::Format> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" => Some(text::Format::Text),
            "md" => Some(text::Format::Markdown),
            "html" | "htm" => Some(text::Format::Html),
            _ => None,
        }
    }

    fn id_of(path: &Path) -> String {
        path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn read_file(path: &Path) -> Result<DocumentInput, String> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let place = error.utf8_error().valid_up_to();
            format!("{}: expected UTF-8 text, but byte {place} is none; save the file as UTF-8", path.display())
        })?;
        Ok(DocumentInput {
            id: id_of(path),
            text,
            format: format_of(path).unwrap_or_default(),
            ..DocumentInput::default()
        })
    }
}
