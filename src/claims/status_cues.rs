//! From words to what they may do to a status: negation, modals, plans, endings, words that take back.

use crate::lexicon::WordMap;
use crate::sorting::set_of;

const TABLE: &str = include_str!("../../lexicon/status_cues.tsv");

/// Words that bear on a status, with the numbers of their classes.
#[derive(Clone, Debug, Default)]
pub struct StatusCues {
    /// Names of the classes, in alphabetical order: a class's number is its place here.
    pub classes: Vec<&'static str>,
    words: WordMap<Vec<usize>>,
}

impl StatusCues {
    /// The table that ships with the crate.
    pub fn embedded() -> StatusCues {
        let rows = || TABLE.lines().skip(1).filter_map(|line| line.split_once('\t'));
        let classes: Vec<&str> = set_of(rows().map(|(_, class)| class)).into_iter().collect();
        let mut words: WordMap<Vec<usize>> = WordMap::default();
        for (word, class) in rows() {
            words.entry(word.into()).or_default().extend(classes.binary_search(&class));
        }
        StatusCues { classes, words }
    }

    /// Numbers of the classes of a word, by its lemma and its form in lower case.
    pub fn of(&self, lemma: &str, form: &str) -> impl Iterator<Item = usize> {
        let by_form = self.words.get(form).filter(|_| lemma != form);
        self.words.get(lemma).into_iter().chain(by_form).flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::StatusCues;

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
