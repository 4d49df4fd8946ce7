//! From names to a sorted index that finds the longest name at the start of some words.

use super::fold::{Case, append_words, joins_words};
use std::ops::Range;

/// Names sorted by their folded words, each with the number of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct NameIndex {
    /// All folded names, one after the other.
    letters: String,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The first eight bytes, which decide most comparisons without a look at the letters.
    prefix: u64,
    start: u32,
    length: u32,
    record: u32,
}

impl NameIndex {
    /// Indexes names, each under the number of its record.
    pub fn new<'n>(names: impl Iterator<Item = (&'n str, u32)>) -> NameIndex {
        let mut index = NameIndex::default();
        let (mut folded, mut cases) = (String::new(), Vec::new());
        for (name, record) in names {
            folded.clear();
            cases.clear();
            append_words(name, &mut folded, &mut cases);
            if !folded.is_empty() {
                let start = index.letters.len() as u32;
                index.letters.push_str(&folded);
                index.entries.push(Entry { prefix: prefix(&folded), start, length: folded.len() as u32, record });
            }
        }
        let NameIndex { letters, entries } = &mut index;
        let key = |entry: &Entry| &letters[entry.start as usize..(entry.start + entry.length) as usize];
        entries.sort_unstable_by(|a, b| {
            a.prefix.cmp(&b.prefix).then_with(|| key(a).cmp(key(b))).then(a.record.cmp(&b.record))
        });
        index
    }

    /// Calls `accept` for each run of records whose name is the first `n` of the forms, for growing `n`.
    /// The forms' cases come with them, one per word.
    pub fn walk<S: AsRef<str>>(
        &self,
        forms: &[S],
        mut accept: impl FnMut(usize, &[Case], &mut dyn Iterator<Item = u32>),
    ) {
        let (mut folded, mut cases) = (String::new(), Vec::new());
        let mut within = 0..self.entries.len();
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
            within = self.beginning_with(&folded, within);
            let same = self.entries[within.clone()].partition_point(|entry| entry.length as usize == folded.len());
            if within.is_empty() {
                return;
            }
            // A final possessive is not part of the name, even where "Turk's" reads like "Turks".
            let possessive = at > 0 && form.starts_with(super::fold::is_apostrophe);
            if same > 0 && !possessive {
                let run = &self.entries[within.start..within.start + same];
                accept(at + 1, &cases, &mut run.iter().map(|entry| entry.record));
            }
        }
    }

    /// The records whose whole name folds to `folded`.
    pub fn exactly(&self, folded: &str) -> impl Iterator<Item = u32> {
        let within = self.beginning_with(folded, 0..self.entries.len());
        self.entries[within].iter().take_while(move |entry| entry.length as usize == folded.len()).map(|e| e.record)
    }

    /// The entries among `within` whose name begins with `folded`; those equal to it come first.
    fn beginning_with(&self, folded: &str, within: Range<usize>) -> Range<usize> {
        let least = prefix(folded);
        let entries = &self.entries[within.clone()];
        let start = entries.partition_point(|e| e.prefix < least || (e.prefix == least && self.key(e) < folded));
        let length = entries[start..].partition_point(|entry| self.key(entry).starts_with(folded));
        within.start + start..within.start + start + length
    }

    fn key(&self, entry: &Entry) -> &str {
        &self.letters[entry.start as usize..(entry.start + entry.length) as usize]
    }
}

/// The first eight bytes as a number that sorts like them.
fn prefix(text: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = text.len().min(8);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}
