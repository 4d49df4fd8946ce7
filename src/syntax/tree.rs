//! From scores of arcs to heads that form one tree.

use core::ops::Range;

/// Scores of all arcs of a sentence of `words` words: `scores[dependent * (words + 1) + head]`, the root as head `words`.
pub struct Arcs<'a> {
    /// Number of words.
    pub words: usize,
    /// One row of heads for each dependent.
    pub scores: &'a [i32],
}

/// What an incomplete or complete span was made from.
type Split = u16;

impl Arcs<'_> {
    fn score(&self, dependent: usize, head: usize) -> i64 {
        i64::from(self.scores[dependent * (self.words + 1) + head])
    }

    /// Heads of the best tree; the root's head is its own index.
    ///
    /// Where the best head of every word makes a tree, it is that one, else the best tree without crossing arcs.
    pub fn heads(&self) -> Vec<usize> {
        let best = |dependent: usize| {
            let row = &self.scores[dependent * (self.words + 1)..][..self.words + 1];
            let mut best = 0;
            for (head, score) in row.iter().enumerate() {
                if *score > row[best] {
                    best = head;
                }
            }
            if best == self.words { dependent } else { best }
        };
        let heads: Vec<usize> = (0..self.words).map(best).collect();
        if is_tree(&heads) { heads } else { self.projective_heads() }
    }

    /// Eisner's algorithm over the words, with the root's one child chosen last.
    fn projective_heads(&self) -> Vec<usize> {
        let n = self.words;
        let at = |left: usize, right: usize| left * n + right;
        // For spans: open to a head at the left or right end, then complete with it. Open ones are asked for from their head alone.
        let (mut open_left, mut open_right) = (Spans::new(n), Spans::new(n));
        let mut whole = [BothWays::new(n), BothWays::new(n)];
        let mut open_split: Vec<Split> = vec![0; n * n];
        let mut whole_split = [vec![0 as Split; n * n], vec![0 as Split; n * n]];
        for length in 1..n {
            for left in 0..n - length {
                let right = left + length;
                let (inside, behind) = (left..right, left + 1..right + 1);
                let (split, inner) = best_sum(whole[LEFT].from(left, &inside), whole[RIGHT].to(right, &behind));
                open_split[at(left, right)] = (left + split) as Split;
                open_right.set(right, left, inner + self.score(left, right));
                open_left.set(left, right, inner + self.score(right, left));
                let (split, score) = best_sum(whole[RIGHT].from(left, &inside), open_right.of(right, &inside));
                whole[RIGHT].set(left, right, score);
                whole_split[RIGHT][at(left, right)] = (left + split) as Split;
                let (split, score) = best_sum(open_left.of(left, &behind), whole[LEFT].to(right, &behind));
                whole[LEFT].set(left, right, score);
                whole_split[LEFT][at(left, right)] = (left + 1 + split) as Split;
            }
        }
        let roots: Vec<i64> = (0..n).map(|root| self.score(root, n) + whole[RIGHT].from(0, &(0..n))[root]).collect();
        let (root, _) = best_sum(&roots, whole[LEFT].to(n - 1, &(0..n)));
        let mut heads = vec![root; n];
        let mut todo = vec![(RIGHT, true, 0, root), (LEFT, true, root, n - 1)];
        while let Some((side, complete, left, right)) = todo.pop() {
            if left == right {
                continue;
            }
            if complete {
                let split = usize::from(whole_split[side][at(left, right)]);
                if side == RIGHT {
                    todo.extend([(RIGHT, true, left, split), (RIGHT, false, split, right)]);
                } else {
                    todo.extend([(LEFT, false, left, split), (LEFT, true, split, right)]);
                }
            } else {
                let (dependent, head) = if side == RIGHT { (left, right) } else { (right, left) };
                heads[dependent] = head;
                let split = usize::from(open_split[at(left, right)]);
                todo.extend([(LEFT, true, left, split), (RIGHT, true, split + 1, right)]);
            }
        }
        heads
    }
}

/// The head stands at the left end of the span.
const LEFT: usize = 0;
/// The head stands at the right end of the span.
const RIGHT: usize = 1;

/// Scores of spans by one of their ends: those that share it lie side by side.
struct Spans {
    words: usize,
    scores: Vec<i64>,
}

impl Spans {
    fn new(words: usize) -> Self {
        Spans { words, scores: vec![0; words * words] }
    }

    fn set(&mut self, end: usize, other: usize, score: i64) {
        self.scores[end * self.words + other] = score;
    }

    /// The spans between a word and each of some others.
    fn of(&self, end: usize, others: &Range<usize>) -> &[i64] {
        &self.scores[end * self.words..][others.clone()]
    }
}

/// Scores of spans by either end.
struct BothWays {
    beginning: Spans,
    ending: Spans,
}

impl BothWays {
    fn new(words: usize) -> Self {
        BothWays { beginning: Spans::new(words), ending: Spans::new(words) }
    }

    fn set(&mut self, left: usize, right: usize, score: i64) {
        self.beginning.set(left, right, score);
        self.ending.set(right, left, score);
    }

    /// The spans from a word to each of some others.
    fn from(&self, left: usize, rights: &Range<usize>) -> &[i64] {
        self.beginning.of(left, rights)
    }

    /// The spans from each of some words to another.
    fn to(&self, right: usize, lefts: &Range<usize>) -> &[i64] {
        self.ending.of(right, lefts)
    }
}

/// The greatest sum of two scores that stand at the same place, the first of equals, and that place.
fn best_sum(some: &[i64], others: &[i64]) -> (usize, i64) {
    let mut best = (0, i64::MIN);
    for (at, (one, other)) in some.iter().zip(others).enumerate() {
        if one + other > best.1 {
            best = (at, one + other);
        }
    }
    best
}

/// One root, and every word reaches it.
fn is_tree(heads: &[usize]) -> bool {
    // 0: not yet visited, otherwise the walk that visited the word.
    let mut visited = vec![0; heads.len()];
    let mut roots = 0;
    for start in 0..heads.len() {
        let mut at = start;
        while visited[at] == 0 {
            visited[at] = start + 1;
            if heads[at] == at {
                roots += 1;
                break;
            }
            at = heads[at];
            if visited[at] == start + 1 {
                return false;
            }
        }
    }
    roots == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The best of all trees that do not cross, found by trying all heads.
    fn exhaustive(arcs: &Arcs) -> i64 {
        let n = arcs.words;
        let mut best = i64::MIN;
        for code in 0..n.pow(n as u32) {
            let heads: Vec<usize> = (0..n).map(|word| code / n.pow(word as u32) % n).collect();
            let inside = |a: usize, word: usize| {
                let (low, high) = (a.min(heads[a]), a.max(heads[a]));
                low < word && word < high
            };
            let outside = |a: usize, word: usize| word < a.min(heads[a]) || word > a.max(heads[a]);
            let crosses = (0..n).any(|a| {
                (0..n).any(|b| (inside(a, b) && outside(a, heads[b])) || (inside(a, heads[b]) && outside(a, b)))
            });
            let covered = (0..n).any(|a| (0..n).any(|root| heads[root] == root && inside(a, root)));
            if is_tree(&heads) && !crosses && !covered {
                best = best.max(total(arcs, &heads));
            }
        }
        best
    }

    fn total(arcs: &Arcs, heads: &[usize]) -> i64 {
        heads
            .iter()
            .enumerate()
            .map(|(word, &head)| arcs.score(word, if head == word { arcs.words } else { head }))
            .sum()
    }

    #[test]
    fn the_best_tree_without_crossing_is_found() {
        let mut seed = 1u32;
        for words in [1, 2, 3, 4, 5] {
            for _ in 0..40 {
                let scores: Vec<i32> = (0..words * (words + 1))
                    .map(|_| {
                        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        (seed >> 20) as i32
                    })
                    .collect();
                let arcs = Arcs { words, scores: &scores };
                let heads = arcs.projective_heads();
                assert!(is_tree(&heads), "{heads:?}");
                assert_eq!(total(&arcs, &heads), exhaustive(&arcs), "{scores:?}");
            }
        }
    }
}
