//! From names to an index that finds the longest name at the start of some words.
//!
//! A text meets few of the names: only those that begin with the same two letters as one of its words are folded and sorted,
//! when the first such word comes.

use super::fold::{Case, append_words, folded_words, is_apostrophe, joins_words};
use crate::hash::{START, fnv1a};
use crate::sorting::sort_by;
use std::ops::Range;
use std::sync::OnceLock;

/// The numbers of records by the first two letters of their folded names.
#[derive(Clone, Debug, Default)]
pub(super) struct NameIndex {
    records: Vec<u32>,
    /// For each beginning, where its records start; and where the last ones end.
    starts: Vec<u32>,
    names: Vec<OnceLock<Names>>,
}

/// The names of one beginning, sorted by their folded words; those of equal words keep the order of their records.
#[derive(Clone, Debug, Default)]
struct Names {
    /// All folded names, one after the other, as bytes: nothing but whole names is taken out.
    letters: Vec<u8>,
    entries: Vec<Entry>,
    /// Marks of the first words, which few other words share: see [`mark`].
    marks: Marks,
}

/// A set of marks, one bit each.
type Marks = [u64; 8];

#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    length: u32,
    record: u32,
}

impl NameIndex {
    /// Indexes names, each under the number of its record: its place.
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> NameIndex {
        let beginnings: Vec<Option<u16>> = names.map(beginning_of_name).collect();
        let mut starts = vec![0u32; BEGINNINGS + 1];
        for beginning in beginnings.iter().flatten() {
            starts[usize::from(*beginning) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let (mut next, mut records) = (starts.clone(), vec![0; starts[BEGINNINGS] as usize]);
        for (record, beginning) in beginnings.iter().enumerate() {
            let Some(beginning) = beginning else { continue };
            let place = &mut next[usize::from(*beginning)];
            records[*place as usize] = record as u32;
            *place += 1;
        }
        NameIndex { records, starts, names: vec![OnceLock::new(); BEGINNINGS] }
    }

    /// Calls `accept` for each run of records whose name is the first `n` of the forms, for growing `n`.
    /// The forms' cases come with them, one per word. `name` gives the name of a record.
    pub fn walk<'n, S: AsRef<str>>(
        &self,
        forms: &[S],
        name: impl Fn(u32) -> &'n str,
        mut accept: impl FnMut(usize, &[Case], &mut dyn Iterator<Item = u32>),
    ) {
        let goes_on = |at: usize| forms.get(at + 1).is_some_and(|next| next.as_ref().starts_with(is_apostrophe));
        let first = forms.first().map_or("", AsRef::as_ref);
        // Most words begin no name.
        if first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !goes_on(0) {
            let begins = |names: &Names| names.have_first_word(first);
            if !beginning_of_name(first).is_some_and(|beginning| begins(self.names_of(beginning, &name))) {
                return;
            }
        }
        let (mut folded, mut cases) = (String::new(), Vec::new());
        let mut found: Option<(&Names, Range<usize>)> = None;
        for (at, form) in forms.iter().enumerate() {
            let form = form.as_ref();
            if at > 0 && joins_words(form) {
                continue;
            }
            let before = folded.len();
            append_words(form, &mut folded, &mut cases);
            if folded.len() == before {
                return;
            }
            // Of "d'Ivoire" one letter does not tell yet how the word begins.
            if found.is_none() && folded.len() == 1 && goes_on(at) {
                continue;
            }
            let (names, within) = found.get_or_insert_with(|| {
                let names = beginning(&folded).map_or(NONE, |beginning| self.names_of(beginning, &name));
                (names, 0..names.entries.len())
            });
            *within = names.beginning_with(&folded, within.clone());
            if within.start == within.end {
                return;
            }
            let entries = &names.entries[within.clone()];
            let same = entries.partition_point(|entry| entry.length as usize == folded.len());
            // A final possessive is not part of the name, even where "Turk's" reads like "Turks".
            let possessive = at > 0 && form.starts_with(is_apostrophe);
            if same > 0 && !possessive {
                accept(at + 1, &cases, &mut entries[..same].iter().map(|entry| entry.record));
            }
        }
    }

    /// The records whose whole name folds to `folded`. `name` gives the name of a record.
    pub fn exactly<'n>(&self, folded: &str, name: impl Fn(u32) -> &'n str) -> impl Iterator<Item = u32> {
        let names = beginning(folded).map_or(NONE, |beginning| self.names_of(beginning, &name));
        let within = names.beginning_with(folded, 0..names.entries.len());
        names.entries[within].iter().take_while(move |entry| entry.length as usize == folded.len()).map(|e| e.record)
    }

    fn names_of<'n>(&self, beginning: u16, name: &impl Fn(u32) -> &'n str) -> &Names {
        let at = usize::from(beginning);
        let Some(names) = self.names.get(at) else { return NONE };
        names.get_or_init(|| Names::new(&self.records[self.starts[at] as usize..self.starts[at + 1] as usize], name))
    }
}

const NONE: &Names = &Names { letters: Vec::new(), entries: Vec::new(), marks: [0; 8] };

impl Names {
    fn new<'n>(records: &[u32], name: &impl Fn(u32) -> &'n str) -> Names {
        let mut names = Names { entries: Vec::with_capacity(records.len()), ..Names::default() };
        for &record in records {
            let folded = folded_words(name(record));
            let start = names.letters.len() as u32;
            names.letters.extend_from_slice(folded.as_bytes());
            let (place, bit) = mark(folded.split(' ').next().unwrap_or_default());
            names.marks[place] |= bit;
            names.entries.push(Entry { start, length: folded.len() as u32, record });
        }
        let Names { letters, entries, .. } = &mut names;
        let key = |entry: &Entry| &letters[entry.start as usize..(entry.start + entry.length) as usize];
        sort_by(entries, |a, b| key(a).cmp(key(b)));
        names
    }

    /// Whether some name begins with that word, which is one of plain letters and digits.
    fn have_first_word(&self, word: &str) -> bool {
        let (place, bit) = mark(word);
        if self.marks[place] & bit == 0 {
            return false;
        }
        let lower = word.to_ascii_lowercase();
        let at = self.entries.partition_point(|entry| self.key(entry) < lower.as_bytes());
        // A space sorts before all letters, so that a name of this first word would be the next one.
        self.entries
            .get(at)
            .and_then(|entry| self.key(entry).strip_prefix(lower.as_bytes()))
            .is_some_and(|rest| rest.is_empty() || rest[0] == b' ')
    }

    /// The entries among `within` whose name begins with `folded`; those equal to it come first.
    fn beginning_with(&self, folded: &str, within: Range<usize>) -> Range<usize> {
        let (folded, entries) = (folded.as_bytes(), &self.entries[within.clone()]);
        let start = entries.partition_point(|entry| self.key(entry) < folded);
        let length = entries[start..].partition_point(|entry| self.key(entry).starts_with(folded));
        within.start + start..within.start + start + length
    }

    fn key(&self, entry: &Entry) -> &[u8] {
        &self.letters[entry.start as usize..(entry.start + entry.length) as usize]
    }
}

/// Where a word's mark stands among [`Marks`], by the hash of its letters and digits, of which a bit tells the case.
#[inline(never)]
fn mark(word: &str) -> (usize, u64) {
    let hash = fnv1a(START, word.bytes().map(|byte| byte | 0x20));
    ((hash >> 29) as usize, 1 << (hash >> 23 & 63))
}

/// Number of beginnings: two letters or digits, or something else in their place.
const BEGINNINGS: usize = 37 * 37;

/// The beginning of a name that has letters, as the tables write it.
fn beginning_of_name(name: &str) -> Option<u16> {
    match *name.as_bytes() {
        [first, second, ..] if first.is_ascii_alphanumeric() && second.is_ascii_alphanumeric() => {
            Some(37 * place(first) + place(second))
        }
        [] => None,
        _ => beginning(&folded_words(name)),
    }
}

/// The beginning of a folded name; a first word of one letter begins with it alone.
fn beginning(folded: &str) -> Option<u16> {
    let (&first, rest) = folded.as_bytes().split_first()?;
    Some(37 * place(first) + rest.first().map_or(0, |&second| place(second)))
}

fn place(letter: u8) -> u16 {
    match letter.to_ascii_lowercase() {
        letter @ b'a'..=b'z' => u16::from(letter - b'a') + 1,
        digit @ b'0'..=b'9' => u16::from(digit - b'0') + 27,
        _ => 0,
    }
}
