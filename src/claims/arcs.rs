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

    /// The words strictly between two on the way over the word that joins them, with that word itself; without such a word both
    /// ways to a root, of which the first one's counts as joining.
    pub fn path(&self, a: usize, b: usize) -> (Vec<usize>, usize) {
        let (mut from_a, mut from_b) = (a, b);
        let mut between = Vec::new();
        while from_a != from_b {
            let climber = if self.depth[from_a] >= self.depth[from_b] { &mut from_a } else { &mut from_b };
            let Some(parent) = self.parent(*climber) else { break };
            *climber = parent;
            between.push(parent);
        }
        between.sort_unstable();
        between.dedup();
        between.retain(|&word| word != a && word != b);
        (between, from_a)
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

#[cfg(test)]
mod tests {
    use super::Arcs;
    use crate::syntax::parse;
    use crate::text::read_prose;

    #[test]
    fn paths_go_over_the_word_that_joins_both() {
        let sentences = read_prose("France sold frigates to Greece.");
        let tokens = &sentences[0].tokens;
        let words = parse(tokens);
        let at = |form: &str| tokens.iter().position(|token| token.form == form).unwrap();
        let arcs = Arcs::new(&words);
        let sold = at("sold");
        assert_eq!(arcs.path(at("France"), at("Greece")), (vec![sold], sold));
        assert_eq!(arcs.path(at("Greece"), at("France")), (vec![sold], sold));
        assert_eq!(arcs.path(sold, at("Greece")), (Vec::new(), sold));
    }
}
