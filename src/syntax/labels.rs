//! The labels that the trained model knows, in the order of its output rows.

use super::Upos;

/// Universal tags in the order of [`Upos`].
pub const UPOS: [(Upos, &str); 17] = [
    (Upos::Adj, "ADJ"),
    (Upos::Adp, "ADP"),
    (Upos::Adv, "ADV"),
    (Upos::Aux, "AUX"),
    (Upos::Cconj, "CCONJ"),
    (Upos::Det, "DET"),
    (Upos::Intj, "INTJ"),
    (Upos::Noun, "NOUN"),
    (Upos::Num, "NUM"),
    (Upos::Part, "PART"),
    (Upos::Pron, "PRON"),
    (Upos::Propn, "PROPN"),
    (Upos::Punct, "PUNCT"),
    (Upos::Sconj, "SCONJ"),
    (Upos::Sym, "SYM"),
    (Upos::Verb, "VERB"),
    (Upos::X, "X"),
];

/// Penn Treebank tags as the English Web Treebank has them.
#[rustfmt::skip]
pub const XPOS: [&str; 49] = [
    "NN", "IN", "DT", "NNP", "PRP", "JJ", "RB", ".", "VB", "NNS", ",", "CC", "VBD", "VBP", "VBZ", "CD", "VBN", "VBG",
    "MD", "TO", "PRP$", "-RRB-", "-LRB-", "WDT", ":", "WRB", "``", "''", "WP", "RP", "UH", "POS", "HYPH", "NNPS", "JJR",
    "JJS", "EX", "NFP", "RBR", "ADD", "GW", "$", "SYM", "PDT", "LS", "FW", "RBS", "AFX", "WP$",
];

/// Universal tags that go with each of [`XPOS`]: those that it has at least three times in the training part of the treebank.
#[rustfmt::skip]
pub const UPOS_OF_XPOS: [&[Upos]; XPOS.len()] = [
    // NN
    &[Upos::Noun, Upos::Pron, Upos::Sym, Upos::X],
    // IN
    &[Upos::Adp, Upos::Sconj, Upos::X],
    // DT
    &[Upos::Det, Upos::Pron],
    // NNP
    &[Upos::Adj, Upos::Adv, Upos::Num, Upos::Propn, Upos::Verb],
    // PRP
    &[Upos::Pron, Upos::X],
    // JJ
    &[Upos::Adj, Upos::X],
    // RB
    &[Upos::Adv, Upos::Part, Upos::X],
    // .
    &[Upos::Punct],
    // VB
    &[Upos::Aux, Upos::Verb, Upos::X],
    // NNS
    &[Upos::Noun],
    // ,
    &[Upos::Punct, Upos::Sym],
    // CC
    &[Upos::Cconj],
    // VBD
    &[Upos::Aux, Upos::Verb],
    // VBP
    &[Upos::Aux, Upos::Verb],
    // VBZ
    &[Upos::Aux, Upos::Verb],
    // CD
    &[Upos::Num],
    // VBN
    &[Upos::Aux, Upos::Verb],
    // VBG
    &[Upos::Aux, Upos::Verb],
    // MD
    &[Upos::Aux],
    // TO
    &[Upos::Part],
    // PRP$
    &[Upos::Pron],
    // -RRB-
    &[Upos::Punct],
    // -LRB-
    &[Upos::Punct],
    // WDT
    &[Upos::Det, Upos::Pron],
    // :
    &[Upos::Punct],
    // WRB
    &[Upos::Adv],
    // ``
    &[Upos::Punct],
    // ''
    &[Upos::Punct],
    // WP
    &[Upos::Pron],
    // RP
    &[Upos::Adp],
    // UH
    &[Upos::Intj],
    // POS
    &[Upos::Part],
    // HYPH
    &[Upos::Punct, Upos::Sym],
    // NNPS
    &[Upos::Propn],
    // JJR
    &[Upos::Adj],
    // JJS
    &[Upos::Adj],
    // EX
    &[Upos::Pron],
    // NFP
    &[Upos::Punct, Upos::Sym],
    // RBR
    &[Upos::Adv],
    // ADD
    &[Upos::Propn, Upos::X],
    // GW
    &[Upos::Adj, Upos::Adp, Upos::Adv, Upos::Noun, Upos::Pron, Upos::Propn, Upos::Punct, Upos::X],
    // $
    &[Upos::Sym],
    // SYM
    &[Upos::Sym],
    // PDT
    &[Upos::Det],
    // LS
    &[Upos::Num],
    // FW
    &[Upos::Adv, Upos::Noun, Upos::X],
    // RBS
    &[Upos::Adv],
    // AFX
    &[Upos::Adj, Upos::Adv, Upos::Noun, Upos::Verb, Upos::X],
    // WP$
    &[Upos::Pron],
];

/// Universal relations with English subtypes, as the English Web Treebank has them.
#[rustfmt::skip]
pub const RELATIONS: [&str; 51] = [
    "punct", "case", "nsubj", "det", "root", "advmod", "obj", "amod", "obl", "conj", "compound", "mark", "nmod", "cc",
    "aux", "cop", "advcl", "nmod:poss", "xcomp", "ccomp", "acl:relcl", "flat", "parataxis", "appos", "nummod", "acl",
    "aux:pass", "nsubj:pass", "obl:unmarked", "nmod:unmarked", "discourse", "compound:prt", "iobj", "list", "expl",
    "fixed", "nmod:desc", "obl:agent", "csubj", "nsubj:outer", "det:predet", "vocative", "goeswith", "advcl:relcl",
    "cc:preconj", "reparandum", "orphan", "csubj:pass", "dislocated", "dep", "csubj:outer",
];

/// Index of a relation among [`RELATIONS`]; that of a relation it does not have is 0.
pub fn relation_number(relation: &str) -> usize {
    RELATIONS.iter().position(|&other| other == relation).unwrap_or(0)
}

/// Index of `root` among [`RELATIONS`].
pub const ROOT: usize = 4;

/// Index of `parataxis` among [`RELATIONS`].
pub const PARATAXIS: usize = 22;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_tags_and_relations_are_their_places() {
        assert!(UPOS.iter().enumerate().all(|(place, (upos, _))| *upos as usize == place));
        assert_eq!((RELATIONS[ROOT], RELATIONS[PARATAXIS]), ("root", "parataxis"));
    }
}
