//! From words to what they may do to a status: negation, modals, plans, endings, words that take back.

use super::triggers::PlainWord;
use crate::lexicon::columns::Columns;
use crate::lexicon::table::{Record, TableError};
use crate::lexicon::{WordMap, packed};
use crate::sorting::set_of;

/// Words and phrases that bear on a status, with the numbers of their classes.
#[derive(Clone, Debug, Default)]
pub struct StatusCues {
    /// Names of the classes, in alphabetical order: a class's number is its place here.
    pub classes: Vec<&'static str>,
    /// By first word: the words behind it, and the class.
    entries: WordMap<Vec<(Vec<&'static str>, usize)>>,
}

impl StatusCues {
    /// The table that ships with the crate.
    ///
    /// # Panics
    /// If it is malformed, which a test rules out.
    pub fn embedded() -> StatusCues {
        let rows: Vec<Row> = packed!("status_cues").unwrap_or_else(|error| panic!("{error}"));
        let classes: Vec<&str> = set_of(rows.iter().map(|row| row.class)).into_iter().collect();
        let mut entries: WordMap<Vec<_>> = WordMap::default();
        for Row { words, class } in rows {
            let mut words = words.split(' ');
            if let (Some(first), Ok(class)) = (words.next(), classes.binary_search(&class)) {
                entries.entry(first.into()).or_default().push((words.collect(), class));
            }
        }
        StatusCues { classes, entries }
    }

    /// Numbers of the classes of every word of a sentence, each once; all words of a phrase have its class.
    pub fn on(&self, words: &[PlainWord]) -> Vec<Vec<usize>> {
        let mut found = vec![Vec::new(); words.len()];
        for (start, first) in words.iter().enumerate() {
            let by_form = self.entries.get(first.form.as_str()).filter(|_| first.lemma != first.form);
            for (behind, class) in self.entries.get(first.lemma.as_str()).into_iter().chain(by_form).flatten() {
                let phrase = start..start + 1 + behind.len();
                let stands = words
                    .get(start + 1..phrase.end)
                    .is_some_and(|rest| rest.iter().zip(behind).all(|(word, wanted)| word.is(wanted)));
                if stands {
                    let without = found[phrase].iter_mut().filter(|classes| !classes.contains(class));
                    without.for_each(|classes| classes.push(*class));
                }
            }
        }
        found
    }
}

/// A word or phrase and the name of its class.
struct Row {
    words: &'static str,
    class: &'static str,
}

impl Record for Row {
    const COLUMNS: &'static [&'static str] = &["words", "class"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        let words = table.plain_words("words")?;
        let classes = table.filled("class", "the name of a class")?;
        Ok(words.into_iter().zip(classes).map(|(words, class)| Row { words, class }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, StatusCues};
    use crate::claims::triggers::PlainWord;
    use crate::lexicon::table;

    #[test]
    fn every_row_is_words_and_their_class() {
        let rows = table::read::<Row>("status_cues.tsv", include_str!("../../lexicon/status_cues.tsv"));
        rows.unwrap_or_else(|error| panic!("{error}"));
    }

    #[test]
    fn a_phrase_is_found_where_all_of_its_words_stand() {
        let cues = StatusCues::embedded();
        let on = |sentence: &str| {
            let plain = |word: &str| PlainWord { lemma: word.into(), form: word.into() };
            cues.on(&sentence.split(' ').map(plain).collect::<Vec<_>>())
        };
        let ending = cues.classes.iter().position(|class| *class == "ending").unwrap();
        assert!(on("they are no longer friends")[2..4].iter().all(|classes| classes.contains(&ending)));
        assert!(!on("no friends stay longer")[3].contains(&ending));
        assert!(on("they are no").last().unwrap().iter().all(|class| *class != ending));
    }

    /// The network knows the classes by number: one more, or another name, and `make train-claims` has to run again.
    #[test]
    fn the_classes_are_those_that_the_network_was_taught() {
        let taught = [
            "condition",
            "continuing",
            "ending",
            "modal",
            "negation",
            "past",
            "plan",
            "question",
            "refusal",
            "reinforcing",
            "untrue",
        ];
        assert_eq!(StatusCues::embedded().classes, taught);
    }
}
