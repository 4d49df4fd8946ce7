//! From the English Web Treebank to `models/lemmas.tsv`: the lemmas that the spelling rules get wrong.

mod conllu;

use alliance_map::syntax::labels::XPOS;
use alliance_map::syntax::lemma;
use conllu::Sentence;
use std::collections::BTreeMap;

fn main() {
    let train = conllu::read(&conllu::folder().join("en_ewt-train.conllu.gz"));
    std::fs::write("models/lemmas.tsv", lemma_exceptions(&train)).expect("models/lemmas.tsv can be written");
}

/// What the spelling rules get wrong, by the most frequent lemma of each form and tag.
fn lemma_exceptions(train: &[Sentence]) -> String {
    let mut counts: BTreeMap<(String, &str), BTreeMap<String, usize>> = BTreeMap::new();
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
    let mut rows = String::new();
    for ((form, xpos), lemmas) in counts {
        let most = lemmas.into_iter().max_by_key(|&(_, count)| count);
        if let Some((lemma, _)) = most.filter(|(lemma, _)| *lemma != lemma::by_rule(&form, xpos)) {
            rows.push_str(&format!("{form}\t{xpos}\t{lemma}\n"));
        }
    }
    rows
}
