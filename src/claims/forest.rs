//! From a row of whole numbers to a score: boosted decision trees, as `training/boosting.rs` grows them.

/// One node: `feature < limit` goes to `low`, else to `high`; a negative child `-1 - leaf` is a leaf's index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Index into the row.
    pub feature: u16,
    /// Rows below this go to `low`.
    pub limit: i32,
    /// Child below the limit.
    pub low: i16,
    /// Child at or above it.
    pub high: i16,
}

/// A tree; its root is node 0. A tree without nodes has one leaf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// Inner nodes.
    pub nodes: Vec<Node>,
    /// Values of the leaves.
    pub leaves: Vec<i16>,
}

/// Trees whose leaf values add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forest {
    /// The trees.
    pub trees: Vec<Tree>,
}

impl Tree {
    /// The value of the leaf that a row falls into.
    pub fn value(&self, row: &[i32]) -> i32 {
        let mut at: i16 = if self.nodes.is_empty() { -1 } else { 0 };
        while at >= 0 {
            let node = &self.nodes[at as usize];
            at = if row[usize::from(node.feature)] < node.limit { node.low } else { node.high };
        }
        i32::from(self.leaves[(-1 - at) as usize])
    }
}

impl Forest {
    /// The sum over all trees.
    pub fn score(&self, row: &[i32]) -> i32 {
        self.trees.iter().map(|tree| tree.value(row)).sum()
    }

    /// Appends the forest to a file's bytes.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend((self.trees.len() as u16).to_le_bytes());
        for tree in &self.trees {
            bytes.extend((tree.nodes.len() as u16).to_le_bytes());
            for node in &tree.nodes {
                bytes.extend(node.feature.to_le_bytes());
                bytes.extend(node.limit.to_le_bytes());
                bytes.extend(node.low.to_le_bytes());
                bytes.extend(node.high.to_le_bytes());
            }
            bytes.extend((tree.leaves.len() as u16).to_le_bytes());
            bytes.extend(tree.leaves.iter().flat_map(|leaf| leaf.to_le_bytes()));
        }
    }

    /// Takes a forest from the head of a file's bytes; `None` if they are too few.
    pub fn read(bytes: &mut &[u8]) -> Option<Forest> {
        let mut forest = Forest::default();
        for _ in 0..short(bytes)? {
            let mut tree = Tree::default();
            for _ in 0..short(bytes)? {
                let feature = short(bytes)?;
                let (limit, rest) = bytes.split_at_checked(4)?;
                *bytes = rest;
                let limit = i32::from_le_bytes([limit[0], limit[1], limit[2], limit[3]]);
                tree.nodes.push(Node { feature, limit, low: short(bytes)? as i16, high: short(bytes)? as i16 });
            }
            for _ in 0..short(bytes)? {
                tree.leaves.push(short(bytes)? as i16);
            }
            forest.trees.push(tree);
        }
        Some(forest)
    }
}

fn short(bytes: &mut &[u8]) -> Option<u16> {
    let (head, rest) = bytes.split_at_checked(2)?;
    *bytes = rest;
    Some(u16::from_le_bytes([head[0], head[1]]))
}
