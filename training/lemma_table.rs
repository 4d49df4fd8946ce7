//! From the English Web Treebank, a list of irregular verbs and the words of other texts to `models/lemmas.tsv`: the lemmas
//! that the spelling rules get wrong.
//!
//! usage: lemma-table TREEBANK_FOLDER TEXT_FOLDER PROSE.txt.gz

mod conllu;

use alliance_map::syntax::labels::XPOS;
use alliance_map::syntax::lemma;
use alliance_map::text::{DocumentInput, read_document};
use conllu::Sentence;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// Form and Penn tag.
type Key = (String, &'static str);

fn main() {
    let train = conllu::read(&conllu::folder().join("en_ewt-train.conllu.gz"));
    let mut exceptions = of_unseen_forms(&words(&train));
    exceptions.extend(of_irregular_verbs(include_str!("irregular_verbs.tsv")));
    exceptions.extend(of_treebank(&train));
    exceptions.retain(|(form, xpos), lemma| *lemma != lemma::by_rule(form, xpos));
    let rows: String = exceptions.iter().map(|((form, xpos), lemma)| format!("{form}\t{xpos}\t{lemma}\n")).collect();
    std::fs::write("models/lemmas.tsv", rows).expect("models/lemmas.tsv can be written");
}

/// The most frequent lemma of each form and tag.
fn of_treebank(train: &[Sentence]) -> BTreeMap<Key, String> {
    let mut counts: BTreeMap<Key, BTreeMap<String, usize>> = BTreeMap::new();
    for one in train {
        for index in 0..one.forms.len() {
            let xpos = XPOS[one.xpos[index]];
            let lemma = one.lemmas[index].to_lowercase();
            let form = one.forms[index].to_lowercase();
            let skipped = xpos.starts_with("NNP") || matches!(xpos, "ADD" | "GW" | "CD" | "FW" | "NFP" | "SYM" | "LS");
            if !skipped && form.is_ascii() && lemma != "_" && !lemma.contains(['\t', ' ']) {
                *counts.entry((form, xpos)).or_default().entry(lemma).or_default() += 1;
            }
        }
    }
    let most = |lemmas: BTreeMap<String, usize>| lemmas.into_iter().max_by_key(|&(_, count)| count);
    counts.into_iter().filter_map(|(key, lemmas)| Some((key, most(lemmas)?.0))).collect()
}

fn of_irregular_verbs(table: &str) -> BTreeMap<Key, String> {
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.flat_map(|row| {
        let [lemma, past, participle] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("training/irregular_verbs.tsv: {row:?}: expected lemma, past and participle");
        };
        [(past, "VBD"), (past, "VBN"), (participle, "VBN")]
            .map(|(form, xpos)| ((form.to_string(), xpos), lemma.to_string()))
    })
    .collect()
}

/// Where a rule makes what is no word and another spelling makes one ("deplor", "deplore"), the one that is.
fn of_unseen_forms(words: &BTreeSet<String>) -> BTreeMap<Key, String> {
    let mut found = BTreeMap::new();
    for form in words {
        for (ending, tags) in [("ed", &["VBD", "VBN"][..]), ("ing", &["VBG"])] {
            let Some(stem) = form.strip_suffix(ending).filter(|stem| stem.len() > 2) else { continue };
            let by_rule = lemma::by_rule(form, tags[0]);
            let other = [stem.to_string(), format!("{stem}e"), stem[..stem.len() - 1].to_string()]
                .into_iter()
                .filter(|other| *other != by_rule && words.contains(other))
                // Only a doubled letter may be dropped.
                .find(|other| other.len() >= stem.len() || stem.ends_with(&other[other.len() - 1..]));
            if let Some(other) = other.filter(|_| !words.contains(&by_rule)) {
                for &tag in tags {
                    found.insert((form.clone(), tag), other.clone());
                }
            }
        }
    }
    found
}

/// All lower-case words of the treebank, of the annotated passages and of the prose.
fn words(train: &[Sentence]) -> BTreeSet<String> {
    let mut arguments = std::env::args().skip(2);
    let folder = arguments.next().unwrap_or_else(|| "training/passages".to_string());
    let prose = arguments.next().unwrap_or_else(|| "../shared/data/prose.txt.gz".to_string());
    let mut text = String::new();
    let file = std::fs::File::open(&prose).unwrap_or_else(|error| panic!("{prose}: {error}"));
    flate2::read::MultiGzDecoder::new(file)
        .read_to_string(&mut text)
        .unwrap_or_else(|error| panic!("{prose}: {error}"));
    for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder}: {error}")).flatten() {
        text += &std::fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{folder}: {error}"));
        text.push('\n');
    }
    let mut words = BTreeSet::new();
    let mut count = |form: &str| {
        if form.bytes().all(|byte| byte.is_ascii_lowercase()) {
            words.insert(form.to_string());
        }
    };
    train.iter().flat_map(|one| &one.forms).for_each(|form| count(form));
    for line in text.lines() {
        let read = read_document(&DocumentInput { text: line.to_string(), ..DocumentInput::default() });
        read.sentences.iter().flat_map(|sentence| &sentence.tokens).for_each(|token| count(&token.form));
    }
    words
}
