//! What the order of words alone tells of a sentence: lists of actors and clauses. It holds where an arc is wrong.

use crate::actors::Mention;
use crate::syntax::{Upos, Word};
use crate::text::Token;

/// The surface of one sentence.
#[derive(Clone, Debug, Default)]
pub struct Surface {
    /// By mention: which list of actors it stands in. Lists are numbered from left to right.
    pub lists: Vec<usize>,
    /// By list: the first word of its first mention.
    starts: Vec<usize>,
    /// By word: which clause it stands in, numbered from left to right.
    pub clauses: Vec<usize>,
}

impl Surface {
    /// Looks at a sentence's words and its mentions, which stand in text order.
    pub fn new(words: &[Word], tokens: &[Token], mentions: &[&Mention]) -> Surface {
        let mut surface = Surface { clauses: clauses(words, tokens), ..Surface::default() };
        let mut end = 0;
        for mention in mentions {
            let start = mention.tokens.start;
            let joined = !surface.starts.is_empty() && (start < end || joins_list(words, tokens, end, start));
            if !joined {
                surface.starts.push(start);
            }
            surface.lists.push(surface.starts.len() - 1);
            end = end.max(mention.tokens.end);
        }
        surface
    }

    /// How many lists of actors stand between a mention and a word, on the mention's side of it.
    pub fn lists_between(&self, mention: usize, word: usize) -> usize {
        let list = self.lists[mention];
        if self.starts[list] < word {
            self.starts.iter().skip(list + 1).take_while(|&&start| start < word).count()
        } else {
            self.starts.iter().take(list).rev().take_while(|&&start| start > word).count()
        }
    }

    /// How many clauses later the one word stands than the other; negative where it stands before.
    pub fn clauses_apart(&self, from: usize, to: usize) -> i32 {
        self.clauses[to] as i32 - self.clauses[from] as i32
    }
}

/// True where nothing but commas, "and" and the like, and what may lead a noun, stands between two mentions.
fn joins_list(words: &[Word], tokens: &[Token], end: usize, start: usize) -> bool {
    if start <= end || start - end > 5 {
        return false;
    }
    let link = |at: usize| {
        matches!(
            tokens[at].form.to_lowercase().as_str(),
            "," | "and" | "or" | "nor" | "&" | "as" | "well" | "plus" | "/"
        )
    };
    let filler = |at: usize| {
        matches!(words[at].upos, Upos::Det | Upos::Adj | Upos::Num)
            || matches!(words[at].lemma.as_str(), "both" | "also" | "even" | "then" | "its" | "by" | "later")
    };
    (end..start).any(link) && (end..start).all(|at| link(at) || filler(at))
}

/// Words that open a clause after a comma, by their lemma.
const OPENERS: [&str; 15] = [
    "although", "and", "as", "because", "but", "if", "so", "though", "when", "where", "whereas", "which", "while",
    "who", "yet",
];

/// The number of each word's clause.
fn clauses(words: &[Word], tokens: &[Token]) -> Vec<usize> {
    let opener = |at: usize| words.get(at).is_some_and(|word| OPENERS.contains(&word.lemma.as_str()));
    let verb_soon = |from: usize| {
        (from..(from + 7).min(words.len())).any(|at| matches!(words[at].xpos, "VBD" | "VBZ" | "VBP" | "MD"))
    };
    let mut clause = 0;
    let number = |at: usize| {
        let breaks = match tokens[at].form.as_str() {
            ";" | ":" | "--" | "(" | ")" => true,
            "-" => !tokens[at].joined,
            "," => opener(at + 1) && verb_soon(at + 2),
            _ => false,
        };
        clause += usize::from(breaks);
        clause
    };
    (0..words.len()).map(number).collect()
}
