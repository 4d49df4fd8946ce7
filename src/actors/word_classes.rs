//! From `lexicon/reference/word_classes.tsv` to a lookup: which common words help to tell an actor from a thing.

use crate::lexicon::columns::Columns;
use crate::lexicon::table::{Record, TableError};
use crate::lexicon::{WordMap, packed};
use std::sync::OnceLock;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $words:literal,)+) => {
        /// What a common word can tell.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Class { $($(#[$doc])* $name,)+ }

        const NAMES: &[(Class, &str)] = &[$((Class::$name, $words),)+];
    };
}

classes! {
    /// People and bodies that act for the state whose adjective or possessive they carry (government, troops).
    ActsForCountry = "acts for its country",
    /// People whose nationality makes them no actor (scholar, tourist).
    ActsForItself = "acts for itself",
    /// A US state after a comma makes a town of the name before it (Lebanon, Ohio).
    AmericanState = "american state",
    /// Verbs whose subject acts with a will, as states and people do (announce, accuse).
    AgentVerb = "agent verb",
    /// Agreements and conferences that carry a city's name (Paris Agreement).
    AgreementName = "agreement name",
    /// Groups that fight (militia).
    ArmedNoun = "armed noun",
    /// Pairs that need no number (the neighbours).
    BarePair = "bare pair",
    /// Common nouns that are names of actors too, which a headline does not show (Allies).
    CommonNounAsName = "common noun as name",
    /// Bodies of people, who do what states do (committee).
    BodyNoun = "body noun",
    /// Names of days and months.
    Calendar = "calendar",
    /// Stands for a state named before (the country).
    CountryNoun = "country noun",
    /// Says that a person's name follows, and nothing of an office (Mr).
    Courtesy = "courtesy",
    /// Makes an adjective one of language or custom (Chinese food).
    Culture = "culture",
    /// What a capital may merely host (summit).
    Event = "event",
    /// Who once belonged to a body (a former KGB man).
    FormerMember = "former member",
    /// Makes the holder of an office one of the past, who speaks for himself (ousted).
    FormerHolder = "former holder",
    /// Begins the full name of a state (the Kingdom of Jordan).
    FormOfState = "form of state",
    /// Makes a place of a name (South China Sea).
    GeographicName = "geographic name",
    /// Forenames: a country's name after one is a surname (Michael Jordan).
    GivenName = "given name",
    /// Stands for an organisation named before (the bloc).
    GroupNoun = "group noun",
    /// Offices of heads of state and government, who are known without their country.
    HighestOffice = "highest office",
    /// Verbs whose place merely hosts (met in Vienna).
    Hosting = "hosting",
    /// Makes a university, newspaper or team of a name (Washington Post).
    InstitutionName = "institution name",
    /// Says that a state belongs to a body, joins or leaves it (accede, membership).
    JoiningWord = "joining word",
    /// Small words inside the long name of an organisation, of which its acronym has no letter.
    LinkInName = "link in a name",
    /// Pronouns and titles of men: "she" is not one of them.
    ManWord = "man word",
    /// Makes an agreement or an event of the capital after "of" (the Treaty of Paris).
    NamedAfterCity = "named after a city",
    /// Makes another name of the country or city after "of" (the Bank of England).
    NamedAfterPlace = "named after a place",
    /// One who stands somewhere to another (its neighbour).
    NeighbourNoun = "neighbour noun",
    /// One of two or more actors together (neither side, each country).
    OneOfPair = "one of a pair",
    /// Stands between a country and an office (foreign, deputy).
    OfficeModifier = "office modifier",
    /// Inside the full name of an organisation whose acronym stands in brackets.
    OrganisationWord = "organisation word",
    /// What states own, so that "its" before it means a state (army, border).
    OwnedByCountry = "owned by a country",
    /// Two or more actors together (the two countries).
    PairNoun = "pair noun",
    /// Small words inside names of people (Ould Abdel Aziz, von Ribbentrop).
    ParticleOfName = "particle of a name",
    /// A person who acts for a state (the president).
    PersonNoun = "person noun",
    /// What stands between two parties, who may go unsaid (embargo, talks).
    RelationshipNoun = "relationship noun",
    /// Verbs whose subject may as well be a treaty or an event (bind, lapse).
    ThingVerb = "thing verb",
    /// Stands before a person's name (Mr, Gen.).
    Title = "title",
    /// Descriptors of too many things to tell which is meant (the government).
    TooGeneral = "too general to describe",
    /// Verbs and nouns of going there (flew to Hanoi).
    Travel = "travel",
    /// Forenames, surnames and titles of women: "he" is not one of them.
    Woman = "woman",
    /// Surnames that are common words, so that they need a title or the full name before them (May, Rice).
    WordlikeSurname = "word-like surname",
}

/// True where `word`, in lower case, belongs to `class`.
pub(super) fn is(word: &str, class: Class) -> bool {
    static TABLE: OnceLock<WordMap<u64>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = WordMap::default();
        table.reserve(4096);
        let rows: Vec<Row> = packed!("word_classes").unwrap_or_else(|error| panic!("{error}"));
        for Row { class, words } in rows {
            for word in words.split(';') {
                *table.entry(word.into()).or_insert(0) |= 1 << class as u32;
            }
        }
        table
    });
    table.get(word).is_some_and(|classes| classes & (1 << class as u64) != 0)
}

/// A class and its words, with `;` between them.
struct Row {
    class: Class,
    words: &'static str,
}

impl Record for Row {
    const COLUMNS: &'static [&'static str] = &["class", "words", "source"];

    fn read(table: &Columns) -> Result<Vec<Self>, TableError> {
        table.sourced()?;
        let classes = table.read("class", |cell| {
            let known = NAMES.iter().find(|(_, name)| *name == cell);
            known.map(|(class, _)| *class).ok_or_else(|| "a class of src/actors/word_classes.rs".to_string())
        })?;
        let words = table.plain_words("words")?;
        Ok(classes.into_iter().zip(words).map(|(class, words)| Row { class, words }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, table};

    #[test]
    fn every_class_has_a_row_of_sorted_words() {
        let text = include_str!("../../lexicon/reference/word_classes.tsv");
        let rows: Vec<Row> = table::read("reference/word_classes.tsv", text).unwrap_or_else(|error| panic!("{error}"));
        for Row { class, words } in &rows {
            let words: Vec<&str> = words.split(';').collect();
            let wrong = words.windows(2).find(|pair| pair[0] >= pair[1]);
            assert!(wrong.is_none(), "word_classes.tsv, {class:?}: these must be sorted and differ: {wrong:?}");
        }
        assert!(NAMES.len() <= 64, "a word's classes are the bits of a u64");
        assert_eq!(rows.len(), NAMES.len(), "word_classes.tsv: one row per class");
        assert!(is("government", Class::ActsForCountry) && !is("tea", Class::ActsForCountry));
    }

    #[test]
    fn surnames_that_are_words_of_the_table_need_more_than_themselves() {
        let of_names = [
            Class::GivenName,
            Class::Woman,
            Class::AmericanState,
            Class::ManWord,
            Class::ParticleOfName,
            Class::LinkInName,
        ];
        for person in Lexicon::embedded().people() {
            let short = person.short.to_lowercase();
            let word = NAMES.iter().any(|(class, _)| !of_names.contains(class) && is(&short, *class));
            let told = [Class::WordlikeSurname, Class::Calendar, Class::Title].iter().any(|class| is(&short, *class));
            assert!(!word || told, "word_classes.tsv: {short:?} is a surname too, add it to the word-like ones");
        }
    }
}
