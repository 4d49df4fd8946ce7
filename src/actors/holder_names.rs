//! From an office in a line to the name of its holder beside it: "Foreign Minister Retno Marsudi", "Haakon Lunde, Norway's envoy".

use super::How;
use super::people::Joiner;
use super::person_names::is_never_name;
use super::word_classes::{Class, is};
use std::ops::Range;

impl Joiner<'_, '_> {
    /// A name right after the office, with or without a comma.
    pub(super) fn name_after(&self, end: usize) -> Option<Range<usize>> {
        let line = self.line;
        if let Some(name) = self.name_at(end) {
            return Some(name);
        }
        if line.word(end) != "," {
            return None;
        }
        let name = self.name_at(end + 1)?;
        // "the minister, Haakon Lunde, said": the name is closed by a comma too, or is a full name.
        (name.len() > 1 && matches!(line.word(name.end), "," | ";" | "." | "" | ")" | "—" | "–")).then_some(name)
    }

    /// "Haakon Lunde, Norway's foreign minister"; also with "the" before the country.
    pub(super) fn name_before(&self, start: usize) -> Option<Range<usize>> {
        let line = self.line;
        let mut end = start;
        while end > 0 && matches!(line.word(end - 1), "the" | "then" | "as" | "a") {
            end -= 1;
        }
        if end == 0 || line.word(end - 1) != "," {
            return None;
        }
        end -= 1;
        let person = self.drafts.iter().find(|draft| draft.tokens.end == end && draft.how == How::Person);
        if let Some(person) = person {
            return Some(person.tokens.clone());
        }
        let mut from = end;
        while from > 0 && self.may_be_name(from - 1) {
            from -= 1;
        }
        let name = from..end;
        (name.len() > 1).then_some(name)
    }

    /// The run of capitalised words at the token, or the person whom the tables know there.
    pub(super) fn name_at(&self, start: usize) -> Option<Range<usize>> {
        let line = self.line;
        let mut from = start;
        while is(line.word(from), Class::Title) && line.capital(from) && line.capital(from + 1) {
            from += 1;
        }
        if let Some(person) = self.drafts.iter().find(|draft| draft.name.start == from && draft.how == How::Person) {
            return Some(start..person.name.end);
        }
        if line.shouted || !line.capital(from) {
            return None;
        }
        let mut end = from;
        while self.may_be_name(end) && end < from + 6 {
            end += 1;
        }
        while end > from && !line.capital(end - 1) {
            end -= 1;
        }
        (end > from).then_some(start..end)
    }

    /// Capitalised proper nouns and the particles of names, where no actor is named.
    fn may_be_name(&self, at: usize) -> bool {
        let line = self.line;
        let Some(token) = line.tokens.get(at) else { return false };
        if self.drafts.iter().any(|draft| draft.name.contains(&at)) {
            return false;
        }
        let word = line.word(at);
        if is(word, Class::ParticleOfName) {
            return at + 1 < line.len()
                && line.capital(at + 1)
                && (word != "as" || token.joined)
                && (word != "." || token.joined || line.word(at.wrapping_sub(1)).len() == 1);
        }
        line.capital(at) && token.form.chars().any(char::is_alphabetic) && !is_never_name(word)
    }
}
