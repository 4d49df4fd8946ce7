//! A parsed sentence with its arcs indexed for walking up and down.

use crate::syntax::Word;
use std::cell::OnceCell;

/// A parsed sentence with its arcs indexed for walking up and down.
pub struct Arcs<'a> {
    /// The words, in order.
    pub words: &'a [Word],
    children: Vec<Vec<usize>>,
    depth: Vec<usize>,
    /// What introduces each noun, once asked for; many paths lead over the same one.
    pub(super) prepositions: OnceCell<Vec<Option<u16>>>,
}

impl<'a> Arcs<'a> {
    /// Indexes the arcs of a sentence.
    pub fn new(words: &'a [Word]) -> Self {
        let mut children = vec![Vec::new(); words.len()];
        for (index, word) in words.iter().enumerate() {
            if word.head != index {
                children[word.head].push(index);
            }
        }
        let mut depth = vec![usize::MAX; words.len()];
        let mut open: Vec<usize> = (0..words.len()).filter(|&index| words[index].head == index).collect();
        open.iter().for_each(|&root| depth[root] = 0);
        while let Some(at) = open.pop() {
            for &child in &children[at] {
                depth[child] = depth[at] + 1;
                open.push(child);
            }
        }
        Arcs { words, children, depth, prepositions: OnceCell::new() }
    }

    /// The words that hang on `at`, in order.
    pub fn children(&self, at: usize) -> &[usize] {
        &self.children[at]
    }

    /// The word that `at` hangs on; `None` for the root.
    pub fn parent(&self, at: usize) -> Option<usize> {
        let head = self.words[at].head;
        (head != at).then_some(head)
    }

    /// The first child with one of these relations.
    pub fn child(&self, at: usize, relations: &[&str]) -> Option<usize> {
        self.children[at].iter().copied().find(|&child| relations.contains(&self.words[child].relation))
    }

    /// True if `at` is `top` or hangs below it.
    pub fn is_below(&self, mut at: usize, top: usize) -> bool {
        while self.depth[at] > self.depth[top] {
            at = self.words[at].head;
        }
        at == top
    }

    /// True for a verb in the passive voice or a bare past participle.
    pub fn is_passive(&self, verb: usize) -> bool {
        self.child(verb, &["aux:pass", "nsubj:pass", "obl:agent"]).is_some()
            || (self.words[verb].xpos == "VBN" && self.child(verb, &["aux", "obj"]).is_none())
    }

    /// True if the two hang together in one coordination.
    pub fn same_coordination(&self, a: usize, b: usize) -> bool {
        let first = |mut at: usize| {
            while self.words[at].relation == "conj" {
                at = self.words[at].head;
            }
            at
        };
        first(a) == first(b)
    }
}
