//! Reads `lexicon/frames/`: which words state which kind of relationship, and where in the sentence the two parties stand.
//!
//! A frame groups triggers that work alike. Its role template names the slots, relative to the trigger, where the one who
//! acts and the other are usually found; [`crate::claims`] computes the slots from dependency arcs.

use super::columns::Columns;
use super::table::{self, Record, TableError, Text, words};
use super::word_map::WordMap;
use super::{packed, packed_columns};
use crate::terms::Kind;
use std::sync::OnceLock;

/// The part of speech that a trigger must have to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriggerClass {
    /// `v`
    Verb,
    /// `n`
    Noun,
    /// `a`: adjectives and participles.
    Adjective,
    /// `p`: prepositions, adverbs and fixed phrases, whatever their tag.
    Phrase,
}

/// Words that show a frame's kind.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// Lemmas in order; later ones may stand up to two words after the one before.
    pub words: Vec<Text>,
    /// Which of them carries the arcs.
    pub head: usize,
    /// Required part of speech of the head.
    pub class: TriggerClass,
    /// Index into [`Frames::frames`].
    pub frame: usize,
}

/// A group of triggers that state the same kind of relationship with the same roles.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Unique name, shown to people as the rule that read a claim.
    pub name: String,
    /// What the triggers state.
    pub kind: Kind,
    /// Index into [`Frames::roles`].
    pub roles: usize,
    /// A sentence that the frame must read: `SOURCE TARGET | sentence`.
    pub reads: String,
    /// A sentence that it must leave alone.
    pub leaves: String,
}

/// Where the two parties stand, as names of slots relative to the trigger.
#[derive(Clone, Debug)]
pub struct Roles {
    /// Unique name.
    pub name: String,
    /// Slots of the one who acts.
    pub sources: Vec<String>,
    /// Slots of the other; the same as `sources` or others where the relationship is symmetric.
    pub targets: Vec<String>,
    /// Whether the relationship has a direction.
    pub directed: bool,
}

/// All frames, with their triggers by first word.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    /// In the order of the tables.
    pub frames: Vec<Frame>,
    /// Role templates.
    pub roles: Vec<Roles>,
    by_first_word: WordMap<Triggers>,
}

/// The triggers of one first word, in the order of the tables. Few of the words stand in any one text, so that they are read
/// when they are first asked for.
#[derive(Clone, Debug, Default)]
struct Triggers {
    /// As `build.rs` writes them: each with the number of its frame, the first word left out where it begins the trigger.
    written: &'static str,
    read: OnceLock<Vec<Trigger>>,
}

macro_rules! tables {
    ($($kind:literal),+ $(,)?) => {
        &[$((
            concat!("frames/", $kind, ".tsv"),
            include_str!(concat!("../../lexicon/frames/", $kind, ".tsv")),
        )),+]
    };
}

/// The tables of frames as people edit them, one for each kind of relationship: path inside `lexicon/` and content.
pub const FRAME_TABLES: &[(&str, &str)] = tables![
    "alliance",
    "coercion",
    "conflict",
    "consultation",
    "economic-cooperation",
    "membership",
    "military-cooperation",
    "neutrality",
    "opposition",
    "partnership",
    "support",
    "territorial-dispute",
];

/// Columns of each of [`FRAME_TABLES`].
const COLUMNS: &[&str] = &["frame", "triggers", "roles", "reads", "leaves"];

impl Frames {
    /// The frames that ship with the crate, from the tables that `build.rs` wrote.
    ///
    /// # Errors
    /// Says what is wrong; [`Frames::from_tables`] with [`FRAME_TABLES`] says in which line.
    pub fn embedded() -> Result<Frames, TableError> {
        let mut frames = Frames { roles: packed!("roles")?, ..Frames::default() };
        let table = packed_columns!("frames");
        frames.add_frames(&table, &words(&table, "kind")?)?;
        let table = packed_columns!("triggers");
        let of_words = table.texts("word")?.into_iter().zip(table.texts("triggers")?);
        frames.by_first_word =
            of_words.map(|(word, written)| (word.into(), Triggers { written, ..Triggers::default() })).collect();
        Ok(frames)
    }

    /// Reads a table of roles and tables of frames as people edit them: path inside `lexicon/`, whose last part names the kind,
    /// and content.
    ///
    /// # Errors
    /// On the first cell that is not as `lexicon/README.md` says.
    pub fn from_tables(roles: &'static str, tables: &[(&'static str, &'static str)]) -> Result<Frames, TableError> {
        let mut frames = Frames { roles: table::read("frames/roles.tsv", roles)?, ..Frames::default() };
        for &(file, text) in tables {
            let table = Columns::from_lines(file, text, COLUMNS)?;
            let stem = file.trim_end_matches(".tsv").rsplit('/').next().unwrap_or_default();
            let kind = stem.parse().map_err(|_| table::error(file, 1, "row", stem, "a file named after a kind"))?;
            frames.add_triggers(&table)?;
            frames.add_frames(&table, &vec![kind; table.rows()])?;
        }
        Ok(frames)
    }

    /// Triggers whose first word has this lemma.
    pub fn starting_with(&self, lemma: &str) -> impl Iterator<Item = &Trigger> {
        let found = self.by_first_word.get_key_value(lemma);
        found
            .into_iter()
            .flat_map(|(word, triggers)| triggers.read.get_or_init(|| read_written(word, triggers.written)))
    }

    /// Adds the frames of a table; `kinds` has one entry for each row.
    fn add_frames(&mut self, table: &Columns, kinds: &[Kind]) -> Result<(), TableError> {
        let names = table.filled("frame", "a name")?;
        let roles = table.read("roles", |cell| {
            self.roles.iter().position(|known| known.name == cell).ok_or_else(|| "a row of roles.tsv".to_string())
        })?;
        // Both are for tests, and no part of what goes to browsers.
        let sentences = |column| if table.has(column) { table.texts(column) } else { Ok(vec![""; names.len()]) };
        let (reads, leaves) = (sentences("reads")?, sentences("leaves")?);
        for (row, &name) in names.iter().enumerate() {
            if !table.audited && self.frames.iter().any(|frame| frame.name == name) {
                return Err(table.error(row, "frame", "a name that no other frame has"));
            }
            if !table.audited && !names_two_actors(reads[row]) {
                return Err(table.error(row, "reads", "two actors and a sentence: `SOURCE TARGET | sentence`"));
            }
            self.frames.push(Frame {
                name: name.to_string(),
                kind: kinds[row],
                roles: roles[row],
                reads: reads[row].to_string(),
                leaves: leaves[row].to_string(),
            });
        }
        Ok(())
    }

    /// Adds the triggers of a table as people edit it, before its frames.
    fn add_triggers(&mut self, table: &Columns) -> Result<(), TableError> {
        for (row, cell) in table.texts("triggers")?.into_iter().enumerate() {
            for written in cell.split(';').map(str::trim) {
                let trigger = read_trigger(written, self.frames.len() + row).map_err(|expected| TableError {
                    found: written.to_string(),
                    ..table.error(row, "triggers", &expected)
                })?;
                let of_word = self.by_first_word.entry(trigger.words[0].clone()).or_default();
                let _ = of_word.read.get_or_init(Vec::new);
                of_word.read.get_mut().into_iter().for_each(|triggers| triggers.push(trigger.clone()));
            }
        }
        Ok(())
    }
}

impl Record for Roles {
    const COLUMNS: &'static [&'static str] = &["roles", "sources", "targets", "direction"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        let names = table.filled("roles", "a name")?;
        let slots = |column| {
            table.read(column, |cell| {
                let slots: Vec<String> = cell.split(';').map(|slot| slot.trim().to_string()).collect();
                if slots.iter().any(String::is_empty) { Err("slots separated by ;".to_string()) } else { Ok(slots) }
            })
        };
        let (sources, targets) = (slots("sources")?, slots("targets")?);
        let directed = table.read("direction", |cell| match cell {
            "directed" => Ok(true),
            "symmetric" => Ok(false),
            _ => Err("directed or symmetric".to_string()),
        })?;
        let parties = sources.into_iter().zip(targets).zip(directed);
        let roles = |(name, ((sources, targets), directed)): (&str, _)| Roles {
            name: name.to_string(),
            sources,
            targets,
            directed,
        };
        Ok(names.into_iter().zip(parties).map(roles).collect())
    }
}

/// Whether the cell is `SOURCE TARGET | sentence`.
fn names_two_actors(reads: &str) -> bool {
    reads.split_once(" | ").is_some_and(|(actors, _)| actors.split(' ').count() == 2)
}

/// The triggers of a first word, as `build.rs` writes them.
fn read_written(word: &str, written: &str) -> Vec<Trigger> {
    let read = |written: &str| {
        let letters = written.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let frame = written[letters.len()..].parse().ok()?;
        let whole = if letters.starts_with([' ', '/']) { format!("{word}{letters}") } else { letters.to_string() };
        read_trigger(&whole, frame).ok()
    };
    written.split(';').filter_map(read).collect()
}

/// A trigger of the frame with that number: `side with/v`, `in ^concert with/p`, where `^` marks the word that carries the arcs;
/// without a mark it is the last word of a noun and the first of others. Else says what was expected.
fn read_trigger(text: &str, frame: usize) -> Result<Trigger, String> {
    let (phrase, class) = text.rsplit_once('/').unwrap_or((text, ""));
    let class = match class {
        "v" => TriggerClass::Verb,
        "n" => TriggerClass::Noun,
        "a" => TriggerClass::Adjective,
        "p" => TriggerClass::Phrase,
        _ => return Err("words and their class: /v, /n, /a or /p".to_string()),
    };
    if phrase.chars().any(char::is_uppercase) {
        return Err("words in lower case, as those of a text are compared with them".to_string());
    }
    let mut words: Vec<Text> = phrase.split(' ').map(|word| word.to_string().into()).collect();
    if words.iter().any(|word| word.is_empty()) {
        return Err("words with one space between them".to_string());
    }
    let marked = words.iter().position(|word| word.starts_with('^'));
    let head = marked.unwrap_or(if class == TriggerClass::Noun { words.len() - 1 } else { 0 });
    if let Some(index) = marked {
        words[index].to_mut().remove(0);
    }
    Ok(Trigger { words, head, class, frame })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_is_what_people_edit() {
        let roles = include_str!("../../lexicon/frames/roles.tsv");
        let (shipped, edited) = (Frames::embedded().unwrap(), Frames::from_tables(roles, FRAME_TABLES).unwrap());
        assert_eq!(format!("{:?}", shipped.frames), format!("{:?}", edited.frames));
        assert_eq!(format!("{:?}", shipped.roles), format!("{:?}", edited.roles));
        assert_eq!(shipped.by_first_word.len(), edited.by_first_word.len());
        let mut words: Vec<&Text> = edited.by_first_word.keys().collect();
        words.sort();
        for word in words {
            let triggers = |frames: &Frames| format!("{:?}", frames.starting_with(word).collect::<Vec<_>>());
            assert_eq!(triggers(&shipped), triggers(&edited), "{word}");
        }
    }
}
