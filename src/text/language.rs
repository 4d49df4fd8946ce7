//! Whether a stretch of text is English, by its script and its commonest words. Cheap and unsure of short stretches.

/// True where a block is clearly in another language.
pub fn is_foreign(block: &str) -> bool {
    let mut tally = Tally::default();
    // The head of a block tells enough.
    let head = block.char_indices().nth(600).map_or(block, |(end, _)| &block[..end]);
    for word in head.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()) {
        tally.add(word);
        // So many of the commonest words settle it; foreign text has hardly any.
        if tally.english >= 4 {
            return false;
        }
    }
    tally.is_foreign()
}

#[derive(Default)]
struct Tally {
    words: usize,
    english: usize,
    other_languages: usize,
    other_script: usize,
}

impl Tally {
    fn add(&mut self, word: &str) {
        self.words += 1;
        if word.starts_with(is_other_script) {
            // Scripts without spaces write many words in one.
            let letters = word.chars().filter(|&letter| is_other_script(letter)).count();
            self.other_script += 1 + letters / 8;
            self.words += letters / 8;
            return;
        }
        let mut lower = [0u8; 6];
        let Some(lower) = lower.get_mut(..word.len()) else { return };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        let within = |table: &[&str]| table.binary_search_by(|entry| entry.as_bytes().cmp(lower)).is_ok();
        self.english += usize::from(within(ENGLISH));
        self.other_languages += usize::from(within(OTHERS));
    }

    fn is_foreign(&self) -> bool {
        if self.other_script * 2 > self.words {
            return true;
        }
        self.words >= 8 && self.other_languages * 100 > self.words * 14 && self.english * 100 < self.words * 9
    }
}

/// Letters of scripts in which English is not written.
fn is_other_script(letter: char) -> bool {
    letter as u32 > 0x24f
        && letter.is_alphabetic()
        && !matches!(letter, '\u{1e00}'..='\u{1eff}' | 'ﬀ'..='ﬆ' | '\u{ff21}'..='\u{ff5a}')
}

/// Commonest English words that few other languages have.
const ENGLISH: &[&str] = &[
    "about", "after", "and", "are", "been", "but", "by", "from", "has", "have", "his", "into", "is", "it", "its",
    "more", "of", "said", "than", "that", "the", "their", "they", "this", "to", "were", "when", "which", "who", "with",
    "would", "you",
];

/// Commonest words of other languages in Latin letters that English has not.
const OTHERS: &[&str] = &[
    "af", "al", "alla", "att", "au", "auf", "aus", "av", "avec", "az", "bir", "bu", "ce", "che", "com", "como", "con",
    "da", "dan", "dans", "das", "de", "dei", "del", "della", "dem", "den", "der", "des", "det", "di", "die", "dos",
    "du", "e", "een", "egy", "ein", "eine", "el", "els", "em", "en", "er", "es", "est", "et", "ett", "fra", "het",
    "hogy", "ich", "il", "im", "ja", "je", "jest", "kan", "la", "las", "le", "les", "lo", "los", "med", "mit", "mot",
    "na", "nel", "nicht", "nie", "niet", "non", "och", "og", "os", "ou", "par", "para", "pas", "per", "po", "por",
    "pour", "qu", "que", "qui", "se", "si", "sich", "sie", "som", "sont", "sul", "sur", "te", "til", "u", "um", "un",
    "una", "und", "une", "uno", "van", "ve", "von", "voor", "w", "wie", "y", "yang", "z", "za", "ze", "zu", "zum",
    "zur",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [ENGLISH, OTHERS] {
            assert!(table.is_sorted(), "{:?}", table.windows(2).find(|pair| pair[0] > pair[1]));
        }
    }

    #[test]
    fn other_languages_are_told() {
        assert!(is_foreign("Los dos presidentes firmaron en la capital un acuerdo de cooperación militar."));
        assert!(is_foreign("Die beiden Minister trafen sich in der Hauptstadt und sprachen mit dem Kanzler."));
        assert!(is_foreign("Президенты двух стран подписали договор."));
        assert!(is_foreign("两国总统签署了合作条约"));
        assert!(!is_foreign("Both presidents signed a pact in the capital on Tuesday."));
        assert!(!is_foreign(
            "Attending: Peru, Chile, Bolivia, Ecuador, Brazil, Uruguay, Paraguay, Colombia, Venezuela"
        ));
    }
}
