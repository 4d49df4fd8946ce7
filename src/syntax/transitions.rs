//! The arc-hybrid transition system and the features that it is steered by.

use super::tagger::Form;
use super::weights::mix;

/// A parse under way over `n` words; the root stands at `n`, behind the last word.
pub struct State {
    /// Words whose head is still open, the nearest last.
    pub stack: Vec<usize>,
    /// First word not yet read.
    pub next: usize,
    /// Heads found so far; `n` is the root, `usize::MAX` none.
    pub heads: Vec<usize>,
    /// Relations found so far.
    pub relations: Vec<usize>,
    left: Vec<[usize; 2]>,
    right: Vec<[usize; 2]>,
    children: Vec<[u32; 2]>,
}

const NONE: usize = usize::MAX;

/// What can be done next; the relation comes beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The next word goes onto the stack.
    Shift,
    /// The top of the stack depends on the next word.
    Left,
    /// The top of the stack depends on the one below it.
    Right,
}

impl State {
    /// Starts a parse of `n` words.
    pub fn new(n: usize) -> Self {
        Self {
            stack: Vec::new(),
            next: 0,
            heads: vec![NONE; n],
            relations: vec![0; n],
            left: vec![[NONE; 2]; n + 1],
            right: vec![[NONE; 2]; n + 1],
            children: vec![[0; 2]; n + 1],
        }
    }

    /// True when every word has its head.
    pub fn done(&self) -> bool {
        self.next == self.heads.len() && self.stack.is_empty()
    }

    /// Whether a move is possible here.
    pub fn allows(&self, action: Move) -> bool {
        let at_root = self.next == self.heads.len();
        match action {
            Move::Shift => !at_root,
            // One word alone may depend on the root, and only when all others have their heads.
            Move::Left => {
                if at_root {
                    self.stack.len() == 1
                } else {
                    !self.stack.is_empty()
                }
            }
            Move::Right => self.stack.len() > 1,
        }
    }

    /// Does a move that is allowed.
    pub fn apply(&mut self, action: Move, relation: usize) {
        if action == Move::Shift {
            self.stack.push(self.next);
            self.next += 1;
            return;
        }
        let Some(word) = self.stack.pop() else { return };
        let head = if action == Move::Left { self.next } else { self.stack.last().copied().unwrap_or(self.next) };
        self.heads[word] = head;
        self.relations[word] = relation;
        let (side, count) = if word < head { (&mut self.left, 0) } else { (&mut self.right, 1) };
        // Nearer children come first on the left, later on the right: the outermost is always the newest.
        side[head] = [word, side[head][0]];
        self.children[head][count] += 1;
    }

    /// Features of this state.
    pub fn features(&self, forms: &[Form], tags: &[u32], out: &mut Vec<u32>) {
        let n = forms.len();
        let stack = |back: usize| self.stack.len().checked_sub(back + 1).map_or(NONE, |i| self.stack[i]);
        let word = |i: usize| {
            if i == NONE {
                1
            } else if i >= n {
                2
            } else {
                forms[i].lower
            }
        };
        let tag = |i: usize| {
            if i == NONE {
                200
            } else if i >= n {
                201
            } else {
                tags[i]
            }
        };
        let label = |i: usize| if i == NONE || i >= n { 99 } else { self.relations[i] as u32 };
        let child = |side: &[[usize; 2]], i: usize, which: usize| if i == NONE { NONE } else { side[i][which] };
        let count = |i: usize, side: usize| if i == NONE { 9 } else { self.children[i][side].min(4) };
        let (s0, s1, s2) = (stack(0), stack(1), stack(2));
        let b0 = self.next;
        let ahead = |k: usize| if b0 + k < n { b0 + k } else { NONE };
        let (b1, b2) = (ahead(1), ahead(2));
        let distance = if s0 == NONE { 0 } else { [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7][(b0 - s0).min(10)] };
        let (l0, l1) = (child(&self.left, s0, 0), child(&self.left, s0, 1));
        let (r0, r1) = (child(&self.right, s0, 0), child(&self.right, s0, 1));
        let (bl, bl1, sr, sl) =
            (child(&self.left, b0, 0), child(&self.left, b0, 1), child(&self.right, s1, 0), child(&self.left, s1, 0));
        out.clear();
        let mut add = |kind: u32, a: u32, b: u32, c: u32| out.push(mix(mix(mix(mix(3, kind), a), b), c));
        let (ws0, ws1, wb0, wb1) = (word(s0), word(s1), word(b0), word(b1));
        let (ts0, ts1, ts2, tb0, tb1, tb2) = (tag(s0), tag(s1), tag(s2), tag(b0), tag(b1), tag(b2));
        add(0, 0, 0, 0);
        add(1, ws0, ts0, 0);
        add(2, ts0, 0, 0);
        add(3, wb0, tb0, 0);
        add(4, tb0, 0, 0);
        add(5, ws1, ts1, 0);
        add(6, ts1, ts0, 0);
        add(7, wb1, tb1, 0);
        add(8, tb1, tb2, tb0);
        add(9, ws0, wb0, 0);
        add(10, ws0, tb0, ts0);
        add(11, ts0, wb0, tb0);
        add(12, ts0, tb0, distance);
        add(13, ts0, tb0, tb1);
        add(14, ts1, ts0, tb0);
        add(15, ts2, ts1, ts0);
        add(16, ws1, ws0, 0);
        add(17, ts1, ws0, 0);
        add(18, ws1, ts0, 0);
        add(19, ts0, tag(l0), tb0);
        add(20, ts0, tag(r0), tb0);
        add(21, ts0, tb0, tag(bl));
        add(22, ts1, tag(sr), ts0);
        add(23, ts1, tag(sl), ts0);
        add(24, ts0, label(l0), label(r0));
        add(25, ws0, label(l0), label(r0));
        add(26, ts0, count(s0, 0), count(s0, 1));
        add(27, tb0, count(b0, 0), label(bl));
        add(28, wb0, label(bl), label(bl1));
        add(29, ws0, distance, tb0);
        add(30, wb0, distance, ts0);
        add(31, ts1, label(sr), label(sl));
        add(32, ws1, label(sr), label(sl));
        add(33, ts0, tag(r0), tag(r1));
        add(34, ts0, tag(l0), tag(l1));
        add(35, word(r0), ts0, tb0);
        add(36, word(bl), ts0, tb0);
        add(37, word(l0), ts0, tb0);
        add(38, ws0, tb0, tb1);
        add(39, ts0, ts1, distance);
        add(40, word(r0), ts0, label(r0));
        add(41, ts2, ts0, tb0);
        add(42, tag(b2), ts0, tb0);
        add(43, word(b2), tb0, 0);
    }
}
