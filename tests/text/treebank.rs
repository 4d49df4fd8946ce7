//! Sentence boundaries and tokens from raw text, against UD English EWT and PUD. Prints the figures; they may not fall.
//!
//! `SHOW=en_ewt-dev cargo test --test text -- --nocapture` also prints where the two differ. EWT train and dev are
//! for choosing rules; the two tests are for reporting.

use alliance_map::text::{Sentence, read_prose};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

const TREEBANKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/treebank");

/// Least F1 of sentences and tokens.
const FLOORS: &[(&str, f64, f64)] = &[
    ("en_ewt-train", 0.925, 0.990),
    ("en_ewt-dev", 0.925, 0.988),
    ("en_ewt-test", 0.92, 0.988),
    ("en_pud-test", 0.995, 0.998),
];

#[test]
fn agrees_with_the_treebanks() {
    if !Path::new(TREEBANKS).exists() {
        println!("{TREEBANKS} is absent: not measured");
        return;
    }
    for &(name, sentence_floor, token_floor) in FLOORS {
        let show = std::env::var("SHOW").is_ok_and(|shown| shown == name);
        let mut sentences = Score::default();
        let mut tokens = Score::default();
        for gold in documents(name) {
            let read = read_prose(&gold.text);
            compare(&gold, &read, &mut sentences, &mut tokens, show);
        }
        println!("syntax.{name}.sentences.f1 {:.4}", sentences.f1());
        println!("syntax.{name}.tokens.f1 {:.4}", tokens.f1());
        assert!(sentences.f1() >= sentence_floor, "{name}: sentences {:.4} < {sentence_floor}", sentences.f1());
        assert!(tokens.f1() >= token_floor, "{name}: tokens {:.4} < {token_floor}", tokens.f1());
    }
}

#[derive(Default)]
struct Score {
    gold: usize,
    read: usize,
    both: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.gold + self.read).max(1) as f64
    }
}

/// A document as raw text with the places of its sentences and of its words, which may share letters.
#[derive(Default)]
struct Gold {
    text: String,
    sentences: Vec<(usize, usize)>,
    words: Vec<(usize, usize)>,
}

fn documents(name: &str) -> Vec<Gold> {
    let file = std::fs::File::open(format!("{TREEBANKS}/{name}.conllu.gz")).expect("the treebank opens");
    let mut conllu = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut conllu).expect("the treebank is UTF-8");
    let mut documents = Vec::new();
    for sentence in conllu.split("\n\n").filter(|sentence| !sentence.is_empty()) {
        if sentence.contains("# newdoc") || documents.is_empty() {
            documents.push(Gold::default());
        }
        let document = documents.last_mut().expect("one was pushed");
        if sentence.contains("# newpar") && !document.text.is_empty() {
            document.text = format!("{}\n\n", document.text.trim_end());
        }
        add_sentence(document, sentence);
    }
    documents
}

fn add_sentence(document: &mut Gold, conllu: &str) {
    let begin = document.text.len();
    let mut end = begin;
    let mut inside_until = 0;
    for line in conllu.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (id, form, misc) = (columns[0], columns[1], columns[9]);
        if id.contains('.') {
            continue;
        }
        if let Some((first, last)) = id.split_once('-') {
            let first: usize = first.parse().expect("a number");
            inside_until = last.parse().expect("a number");
            let words: Vec<&str> = conllu
                .lines()
                .filter_map(|line| {
                    let mut columns = line.split('\t');
                    let number: usize = columns.next()?.parse().ok()?;
                    (first..=inside_until).contains(&number).then(|| columns.next())?
                })
                .collect();
            // Words that together are the form stand at their letters; others all stand at the whole form.
            let fits = words.concat() == form;
            let mut place = document.text.len();
            for word in words {
                let (start, length) = if fits { (place, word.len()) } else { (document.text.len(), form.len()) };
                document.words.push((start, start + length));
                place += word.len();
            }
        } else if id.parse::<usize>().expect("a number") <= inside_until {
            continue;
        } else {
            document.words.push((document.text.len(), document.text.len() + form.len()));
        }
        document.text.push_str(form);
        end = document.text.len();
        if !misc.contains("SpaceAfter=No") {
            document.text.push(' ');
        }
    }
    document.sentences.push((begin, end));
}

fn compare(gold: &Gold, read: &[Sentence], sentences: &mut Score, tokens: &mut Score, show: bool) {
    // A boundary is where a sentence ends.
    let gold_sentences: Vec<_> = gold.sentences.iter().map(|&(_, end)| (end, end)).collect();
    let read_sentences = read.iter().map(|sentence| (sentence.span.end, sentence.span.end));
    let read_tokens = read.iter().flat_map(|sentence| &sentence.tokens).map(|token| (token.span.start, token.span.end));
    count(&gold_sentences, read_sentences.collect(), sentences, &gold.text, show.then_some("sentence"));
    count(&gold.words, read_tokens.collect(), tokens, &gold.text, show.then_some("token"));
}

fn count(gold: &[(usize, usize)], read: Vec<(usize, usize)>, score: &mut Score, text: &str, show: Option<&str>) {
    score.gold += gold.len();
    score.read += read.len();
    let mut places: BTreeMap<(usize, usize), [usize; 2]> = BTreeMap::new();
    gold.iter().for_each(|&place| places.entry(place).or_default()[0] += 1);
    read.iter().for_each(|&place| places.entry(place).or_default()[1] += 1);
    for (&(start, end), [gold, read]) in &places {
        score.both += gold.min(read);
        if let (Some(what), true) = (show, gold != read) {
            let mut line = String::new();
            let around = if what == "token" { 12 } else { 50 };
            let before: String =
                text[..start].chars().rev().take(around).collect::<Vec<_>>().into_iter().rev().collect();
            let after: String = text[end..].chars().take(around).collect();
            let missed = if gold > read { "missed" } else { "wrong " };
            write!(line, "{what} {missed} {before}⟦{}⟧{after}", &text[start..end]).expect("a string takes all");
            println!("{}", line.replace('\n', "⏎"));
        }
    }
}
