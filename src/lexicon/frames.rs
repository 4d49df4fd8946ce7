//! Reads `lexicon/frames/`: which words state which kind of relationship, and where in the sentence the two parties stand.
//!
//! A frame groups triggers that work alike. Its role template names the slots, relative to the trigger, where the one who
//! acts and the other are usually found; [`crate::claims`] computes the slots from dependency arcs.

use crate::terms::Kind;
use std::collections::HashMap;

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
    pub words: Vec<String>,
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

/// All frames, with an index by the first word of their triggers.
#[derive(Clone, Debug, Default)]
pub struct Frames {
    /// In the order of the tables.
    pub frames: Vec<Frame>,
    /// Role templates.
    pub roles: Vec<Roles>,
    /// All triggers.
    pub triggers: Vec<Trigger>,
    by_first_word: HashMap<String, Vec<usize>>,
}

macro_rules! tables {
    ($($kind:literal),+ $(,)?) => {
        &[$(($kind, include_str!(concat!(env!("OUT_DIR"), "/lexicon/frames/", $kind, ".tsv")))),+]
    };
}

const ROLES: &str = include_str!("../../lexicon/frames/roles.tsv");
const TABLES: &[(&str, &str)] = tables![
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
    /// The frames that ship with the crate.
    pub fn embedded() -> Result<Frames, String> {
        Frames::from_tables(ROLES, TABLES)
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
        self.by_first_word.get(lemma).into_iter().flatten().map(|&index| &self.triggers[index])
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
                self.by_first_word.entry(trigger.words[0].clone()).or_default().push(self.triggers.len());
                self.triggers.push(trigger);
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
    let mut words: Vec<String> = phrase.split(' ').map(str::to_string).collect();
    if words.iter().any(String::is_empty) {
        return Err(format!("{text:?} has an empty word; separate words by one space"));
    }
    let marked = words.iter().position(|word| word.starts_with('^'));
    let head = marked.unwrap_or(if class == TriggerClass::Noun { words.len() - 1 } else { 0 });
    if let Some(index) = marked {
        words[index].remove(0);
    }
    Ok(Trigger { words, head, class, frame })
}
