//! From rows of whole numbers with yes-or-no answers to boosted decision trees (Friedman 2001, second-order steps as in
//! Chen and Guestrin 2016), grown without chance: the same rows give the same trees.

use alliance_map::claims::forest::{Forest, Node, Tree};

/// Most values that a column is told apart by.
const BINS: usize = 48;

/// How trees are grown.
#[derive(Clone, Copy, Debug)]
pub struct Growth {
    /// Number of trees.
    pub trees: usize,
    /// Greatest depth.
    pub depth: usize,
    /// Share of each step that is taken.
    pub rate: f64,
    /// Least sum of second derivatives in a leaf.
    pub least_weight: f64,
    /// Ridge on leaf values.
    pub ridge: f64,
    /// Whole-number score of one logit.
    pub scale: f64,
}

/// Grows a forest that separates the rows with a true answer from the others.
pub fn grow(rows: &[Vec<i32>], answers: &[bool], growth: Growth) -> Forest {
    let columns = rows.first().map_or(0, Vec::len);
    let limits: Vec<Vec<i32>> = (0..columns).map(|column| limits_of(rows, column)).collect();
    // One row's bins stand together: a node's sums are made in one pass over its rows.
    let bin_of = |column: usize, value: i32| limits[column].partition_point(|&limit| limit <= value) as u8;
    let binned: Vec<u8> = rows.iter().flat_map(|row| (0..columns).map(|column| bin_of(column, row[column]))).collect();
    let mut logits = vec![0.0f64; rows.len()];
    let mut forest = Forest::default();
    for _ in 0..growth.trees {
        let slopes: Vec<(f64, f64)> = logits
            .iter()
            .zip(answers)
            .map(|(logit, &answer)| {
                let probability = 1.0 / (1.0 + (-logit).exp());
                (probability - f64::from(u8::from(answer)), probability * (1.0 - probability))
            })
            .collect();
        let mut tree = Tree::default();
        let all: Vec<u32> = (0..rows.len() as u32).collect();
        split(&mut tree, &all, growth.depth, &Grown { binned: &binned, limits: &limits, slopes: &slopes, growth });
        for (at, row) in rows.iter().enumerate() {
            logits[at] += f64::from(tree.value(row)) / growth.scale;
        }
        forest.trees.push(tree);
    }
    forest
}

struct Grown<'a> {
    binned: &'a [u8],
    limits: &'a [Vec<i32>],
    slopes: &'a [(f64, f64)],
    growth: Growth,
}

impl Grown<'_> {
    fn bins(&self, row: u32) -> &[u8] {
        let columns = self.limits.len();
        &self.binned[row as usize * columns..][..columns]
    }
}

fn limits_of(rows: &[Vec<i32>], column: usize) -> Vec<i32> {
    let mut values: Vec<i32> = rows.iter().map(|row| row[column]).collect();
    values.sort_unstable();
    let mut limits: Vec<i32> = (1..BINS).map(|part| values[values.len() * part / BINS]).collect();
    limits.dedup();
    limits.retain(|&limit| limit > values[0]);
    limits
}

/// Adds the subtree for these rows and returns its root as a child reference.
fn split(tree: &mut Tree, chosen: &[u32], depth: usize, grown: &Grown) -> i16 {
    let sum = |rows: &[u32]| {
        rows.iter().fold((0.0, 0.0), |(g, h), &at| (g + grown.slopes[at as usize].0, h + grown.slopes[at as usize].1))
    };
    let ridge = grown.growth.ridge;
    let (slope, curve) = sum(chosen);
    let best = (depth > 0).then(|| best_split(chosen, (slope, curve), grown)).flatten();
    let Some((column, bin)) = best else {
        let value = -slope / (curve + ridge) * grown.growth.rate * grown.growth.scale;
        tree.leaves.push(value.round().clamp(-30_000.0, 30_000.0) as i16);
        return -(tree.leaves.len() as i16);
    };
    let at = tree.nodes.len();
    tree.nodes.push(Node { feature: column as u16, limit: grown.limits[column][bin], low: 0, high: 0 });
    let (low, high): (Vec<u32>, Vec<u32>) =
        chosen.iter().partition(|&&row| usize::from(grown.bins(row)[column]) <= bin);
    let low = split(tree, &low, depth - 1, grown);
    let high = split(tree, &high, depth - 1, grown);
    tree.nodes[at].low = low;
    tree.nodes[at].high = high;
    at as i16
}

fn best_split(chosen: &[u32], (slope, curve): (f64, f64), grown: &Grown) -> Option<(usize, usize)> {
    let ridge = grown.growth.ridge;
    let gain = |g: f64, h: f64| g * g / (h + ridge);
    let mut sums = vec![[(0.0, 0.0); BINS]; grown.limits.len()];
    for &row in chosen {
        let (g, h) = grown.slopes[row as usize];
        for (sums, &bin) in sums.iter_mut().zip(grown.bins(row)) {
            let sum = &mut sums[usize::from(bin)];
            *sum = (sum.0 + g, sum.1 + h);
        }
    }
    let mut best = (1e-3, None);
    for (column, (limits, bins)) in grown.limits.iter().zip(&sums).enumerate() {
        let (mut g, mut h) = (0.0, 0.0);
        for (bin, &(bin_g, bin_h)) in bins.iter().enumerate().take(limits.len()) {
            g += bin_g;
            h += bin_h;
            if h < grown.growth.least_weight || curve - h < grown.growth.least_weight {
                continue;
            }
            let reached = gain(g, h) + gain(slope - g, curve - h) - gain(slope, curve);
            if reached > best.0 {
                best = (reached, Some((column, bin)));
            }
        }
    }
    best.1
}
