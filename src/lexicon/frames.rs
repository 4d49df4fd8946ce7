//! Reads `lexicon/frames/`: which words state which kind of relationship, and where in the sentence the two parties stand.
//!
//! A frame groups triggers that work alike. Its role template names the slots, relative to the trigger, where the one who
//! acts and the other are usually found; [`crate::claims`] computes the slots from dependency arcs.

use super::columns::Columns;
use super::table::{TableError, Text, words};
use super::word_map::WordMap;
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
        &[$(($kind, include_str!(concat!("../../lexicon/frames/", $kind, ".tsv")))),+]
    };
}

const ROLES: &str = include_str!("../../lexicon/frames/roles.tsv");

/// The tables as people edit them: kind of relationship and content.
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

impl Frames {
    /// The frames that ship with the crate, from the tables that `build.rs` wrote.
    ///
    /// # Errors
    /// Says what is wrong; [`Frames::from_tables`] with [`FRAME_TABLES`] says in which line.
    pub fn embedded() -> Result<Frames, String> {
        let mut frames = Frames { roles: read_roles(ROLES)?, ..Frames::default() };
        let table = Columns::packed("frames", include_bytes!(concat!(env!("OUT_DIR"), "/tables/frames")));
        frames.read_packed(&table).map_err(|error| error.to_string())?;
        let table = Columns::packed("triggers", include_bytes!(concat!(env!("OUT_DIR"), "/tables/triggers")));
        let columns = table.texts("word").and_then(|words| Ok((words, table.texts("triggers")?)));
        let (words, triggers) = columns.map_err(|error| error.to_string())?;
        frames.by_first_word = words
            .into_iter()
            .zip(triggers)
            .map(|(word, written)| (word.into(), Triggers { written, ..Triggers::default() }))
            .collect();
        Ok(frames)
    }

    /// Reads a table of roles and one table of frames per kind.
    ///
    /// # Errors
    /// Names file, line, column and what was expected.
    pub fn from_tables(roles: &str, tables: &[(&str, &str)]) -> Result<Frames, String> {
        let mut frames = Frames { roles: read_roles(roles)?, ..Frames::default() };
        for (kind, table) in tables {
            frames.read_table(kind, table)?;
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

    fn read_packed(&mut self, table: &Columns) -> Result<(), TableError> {
        let (names, kinds) = (table.texts("frame")?, words(table, "kind")?);
        let roles = table.read("roles", |cell| {
            self.roles.iter().position(|known| known.name == cell).ok_or_else(|| "a row of roles.tsv".to_string())
        })?;
        // Both are for tests, and no part of what goes to browsers.
        let sentences = |column| if table.has(column) { table.texts(column) } else { Ok(vec![""; names.len()]) };
        let (reads, leaves) = (sentences("reads")?, sentences("leaves")?);
        let frame = |at: usize| Frame {
            name: names[at].to_string(),
            kind: kinds[at],
            roles: roles[at],
            reads: reads[at].to_string(),
            leaves: leaves[at].to_string(),
        };
        self.frames = (0..table.rows()).map(frame).collect();
        Ok(())
    }

    fn read_table(&mut self, kind_name: &str, table: &str) -> Result<(), String> {
        let file = format!("lexicon/frames/{kind_name}.tsv");
        let kind: Kind = kind_name.parse().map_err(|error| format!("{file}: file name: {error}"))?;
        for (number, line) in rows(table) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [name, triggers, roles, reads, leaves] = cells[..] else {
                return Err(format!(
                    "{file}:{number}: {} columns; expected 5: frame, triggers, roles, reads, leaves",
                    cells.len()
                ));
            };
            if self.frames.iter().any(|frame| frame.name == name) {
                return Err(format!("{file}:{number}: column frame: {name:?} stands twice; names must be unique"));
            }
            let roles = self.roles.iter().position(|known| known.name == roles).ok_or_else(|| {
                format!("{file}:{number}: column roles: {roles:?} is not in lexicon/frames/roles.tsv")
            })?;
            if !reads.contains(" | ") {
                return Err(format!(
                    "{file}:{number}: column reads: expected `SOURCE TARGET | sentence`, found {reads:?}"
                ));
            }
            let frame = self.frames.len();
            for trigger in triggers.split(';') {
                let trigger = read_trigger(trigger.trim(), frame)
                    .map_err(|error| format!("{file}:{number}: column triggers: {error}"))?;
                let of_word = self.by_first_word.entry(trigger.words[0].clone()).or_default();
                let _ = of_word.read.get_or_init(Vec::new);
                of_word.read.get_mut().into_iter().for_each(|triggers| triggers.push(trigger.clone()));
            }
            self.frames.push(Frame {
                name: name.to_string(),
                kind,
                roles,
                reads: reads.to_string(),
                leaves: leaves.to_string(),
            });
        }
        Ok(())
    }
}

fn rows(table: &str) -> impl Iterator<Item = (usize, &str)> {
    table.lines().enumerate().skip(1).map(|(index, line)| (index + 1, line))
}

fn read_roles(table: &str) -> Result<Vec<Roles>, String> {
    rows(table)
        .map(|(number, line)| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [name, sources, targets, direction] = cells[..] else {
                return Err(format!(
                    "lexicon/frames/roles.tsv:{number}: {} columns; expected 4: roles, sources, targets, direction",
                    cells.len()
                ));
            };
            let directed = match direction {
                "directed" => true,
                "symmetric" => false,
                other => {
                    return Err(format!(
                        "lexicon/frames/roles.tsv:{number}: column direction: {other:?}; expected directed or symmetric"
                    ));
                }
            };
            let slots = |cell: &str| cell.split(';').map(|slot| slot.trim().to_string()).collect();
            Ok(Roles { name: name.to_string(), sources: slots(sources), targets: slots(targets), directed })
        })
        .collect()
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

fn read_trigger(text: &str, frame: usize) -> Result<Trigger, String> {
    let (phrase, class) =
        text.rsplit_once('/').ok_or_else(|| format!("{text:?} lacks its class; expected `words/v`"))?;
    let class = match class {
        "v" => TriggerClass::Verb,
        "n" => TriggerClass::Noun,
        "a" => TriggerClass::Adjective,
        "p" => TriggerClass::Phrase,
        _ => return Err(format!("{text:?} has class {class:?}; expected v, n, a or p")),
    };
    let mut words: Vec<Text> = phrase.split(' ').map(|word| word.to_string().into()).collect();
    if words.iter().any(|word| word.is_empty()) {
        return Err(format!("{text:?} has an empty word; separate words by one space"));
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
        let (shipped, edited) = (Frames::embedded().unwrap(), Frames::from_tables(ROLES, FRAME_TABLES).unwrap());
        let names =
            |frames: &Frames| frames.frames.iter().map(|f| (f.name.clone(), f.kind, f.roles)).collect::<Vec<_>>();
        assert_eq!(names(&shipped), names(&edited));
        assert_eq!(shipped.by_first_word.len(), edited.by_first_word.len());
        let mut words: Vec<&Text> = edited.by_first_word.keys().collect();
        words.sort();
        for word in words {
            let triggers = |frames: &Frames| format!("{:?}", frames.starting_with(word).collect::<Vec<_>>());
            assert_eq!(triggers(&shipped), triggers(&edited), "{word}");
        }
    }
}
