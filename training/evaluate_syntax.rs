//! From the treebanks' test files to `name value` lines: how well the shipped model tags and parses.

mod conllu;
mod raw_text;

use alliance_map::span::Span;
use alliance_map::syntax::{self, labels};
use alliance_map::text::Token;

/// Relations reported one by one.
const REPORTED: [&str; 16] = [
    "nsubj",
    "obj",
    "nsubj:pass",
    "obl:agent",
    "conj",
    "nmod",
    "nmod:poss",
    "obl",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "appos",
    "amod",
    "compound",
];

fn main() {
    for name in ["en_ewt-dev", "en_ewt-test", "en_pud-test"] {
        let path = conllu::folder().join(format!("{name}.conllu.gz"));
        let mut sentences = conllu::read(&path);
        if name == "en_pud-test" {
            sentences.iter_mut().for_each(mark_agents);
        }
        report(name, &sentences);
        let raw = raw_text::measure(&sentences);
        println!("syntax.{name}.sentences.f1 {:.4}", raw.sentences);
        println!("syntax.{name}.tokens.f1 {:.4}", raw.words);
        println!("syntax.{name}.raw.uas {:.2}", 100.0 * raw.unlabelled);
        println!("syntax.{name}.raw.las {:.2}", 100.0 * raw.labelled);
    }
}

/// PUD does not tell agents from other obliques; here they are told apart as EWT does: `by` and no number, under a passive.
fn mark_agents(gold: &mut conllu::Sentence) {
    let index = |name: &str| labels::RELATIONS.iter().position(|&label| label == name);
    let (Some(oblique), Some(agent), Some(case)) = (index("obl"), index("obl:agent"), index("case")) else { return };
    let words = gold.forms.len();
    let by = |word: usize| {
        (0..word)
            .any(|at| gold.heads[at] == word && gold.relations[at] == case && gold.forms[at].eq_ignore_ascii_case("by"))
    };
    let passive =
        |head: usize| head < words && labels::XPOS[gold.xpos[head]] == "VBN" && !has_active_subject(gold, head);
    let agents: Vec<usize> = (0..words)
        .filter(|&word| {
            gold.relations[word] == oblique
                && labels::XPOS[gold.xpos[word]] != "CD"
                && passive(gold.heads[word])
                && by(word)
        })
        .collect();
    for word in agents {
        gold.relations[word] = agent;
    }
}

fn has_active_subject(gold: &conllu::Sentence, verb: usize) -> bool {
    (0..gold.forms.len()).any(|at| gold.heads[at] == verb && labels::RELATIONS[gold.relations[at]] == "nsubj")
}

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

fn report(name: &str, sentences: &[conllu::Sentence]) {
    let (mut words, mut upos, mut xpos, mut lemmas, mut unlabelled, mut labelled) = (0, 0, 0, 0, 0, 0);
    let mut counts: Vec<Count> = labels::RELATIONS.iter().map(|_| Count::default()).collect();
    for gold in sentences {
        let token = |form: &String| Token { span: Span::new(0, 0), form: form.clone(), joined: false };
        let tokens: Vec<Token> = gold.forms.iter().map(token).collect();
        for (index, word) in syntax::parse(&tokens).iter().enumerate() {
            let relation = labels::RELATIONS[gold.relations[index]];
            let head = if word.head == index { tokens.len() } else { word.head };
            let same_head = head == gold.heads[index];
            words += 1;
            upos += usize::from(word.upos == labels::UPOS[gold.upos[index]].0);
            xpos += usize::from(word.xpos == labels::XPOS[gold.xpos[index]]);
            lemmas += usize::from(word.lemma.to_lowercase() == gold.lemmas[index].to_lowercase());
            unlabelled += usize::from(same_head);
            labelled += usize::from(same_head && word.relation == relation);
            counts[gold.relations[index]].gold += 1;
            let found = labels::RELATIONS.iter().position(|&label| label == word.relation).unwrap_or(0);
            counts[found].found += 1;
            counts[found].right += usize::from(same_head && found == gold.relations[index]);
        }
    }
    let percent = |right: usize| 100.0 * right as f64 / words as f64;
    for (what, right) in [("upos", upos), ("xpos", xpos), ("lemma", lemmas), ("uas", unlabelled), ("las", labelled)] {
        println!("syntax.{name}.{what} {:.2}", percent(right));
    }
    for relation in REPORTED {
        let at = labels::RELATIONS.iter().position(|&label| label == relation).unwrap_or(0);
        println!("syntax.{name}.{relation}.f1 {:.3}", counts[at].f1());
    }
}
