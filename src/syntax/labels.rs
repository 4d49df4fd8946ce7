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

/// Universal relations with English subtypes, as the English Web Treebank has them.
#[rustfmt::skip]
pub const RELATIONS: [&str; 51] = [
    "punct", "case", "nsubj", "det", "root", "advmod", "obj", "amod", "obl", "conj", "compound", "mark", "nmod", "cc",
    "aux", "cop", "advcl", "nmod:poss", "xcomp", "ccomp", "acl:relcl", "flat", "parataxis", "appos", "nummod", "acl",
    "aux:pass", "nsubj:pass", "obl:unmarked", "nmod:unmarked", "discourse", "compound:prt", "iobj", "list", "expl",
    "fixed", "nmod:desc", "obl:agent", "csubj", "nsubj:outer", "det:predet", "vocative", "goeswith", "advcl:relcl",
    "cc:preconj", "reparandum", "orphan", "csubj:pass", "dislocated", "dep", "csubj:outer",
];

/// Index of `root` among [`RELATIONS`].
pub const ROOT: usize = 4;

/// Index of `parataxis` among [`RELATIONS`].
pub const PARATAXIS: usize = 22;
