//! What the network is told of a sentence's words and of two of its mentions; the training program tells it the same.

use super::places::distance;
use super::sentence::{Look, SentenceView};
use super::status_cues::StatusCues;
use super::telling_words::{WordKey, key};
use crate::actors::How;
use crate::lexicon::ActorKind;
use crate::syntax::labels::relation_number;
use crate::terms::Kind;
use crate::text::SentenceRole;

/// Number of kinds.
pub const KINDS: usize = Kind::ALL.len();
/// Number of ways in which a mention can refer.
const WAYS: usize = How::Phrase as usize + 1;
/// Number of sorts of actors.
pub const SORTS: usize = ActorKind::ALL.len();
/// Number of traits that one of two mentions can have.
pub const TRAITS: usize = 2 * (WAYS + SORTS);
/// Number of distances that are told apart.
pub const DISTANCES: usize = 16;
/// Number of plain features of two mentions.
pub const FEATURES: usize = 15;

/// What is told of a word, beside the parser's vector.
#[derive(Clone, Debug)]
pub struct WordInput {
    /// Number of its universal tag.
    pub tag: usize,
    /// Number of its relation.
    pub relation: usize,
    /// 0 where it names nobody, else one more than the number of the actor's sort.
    pub mark: usize,
    /// Which kinds the triggers on it show.
    pub triggers: [bool; KINDS],
    /// Numbers of the classes of status cues that it belongs to.
    pub cues: Vec<usize>,
    /// Which word it is; none for names and numbers, which must not tell who is whose friend.
    pub key: Option<WordKey>,
}

/// What is told of two mentions.
#[derive(Clone, Debug)]
pub struct PairInput {
    /// How surely each is bound, whether either was ever a member of the other, or both of a third, how prominent both are and how often they occur
    /// together, whether they stand in one list, how many mentions and actors the sentence has, and the like; about one in size.
    pub features: [f32; FEATURES],
    /// Numbers of their traits: how each refers, and of which sort the actor of each is.
    pub traits: [usize; 4],
    /// How far the second stands from the first.
    pub distance: usize,
}

/// What is told of each word.
pub fn word_inputs(view: &SentenceView, cues: &StatusCues) -> Vec<WordInput> {
    let mut inputs: Vec<WordInput> = view
        .arcs
        .words
        .iter()
        .zip(cues.on(&view.plain))
        .map(|(word, cues)| WordInput {
            tag: word.upos as usize,
            relation: relation_number(word.relation),
            mark: 0,
            triggers: [false; KINDS],
            cues,
            key: None,
        })
        .collect();
    for (mention, &sort) in view.mentions.iter().zip(&view.sorts) {
        inputs[mention.tokens.clone()].iter_mut().for_each(|word| word.mark = 1 + sort as usize);
    }
    for occurrence in &view.occurrences {
        let words = &mut inputs[occurrence.first..=occurrence.last];
        words.iter_mut().for_each(|word| word.triggers[occurrence.kind as usize] = true);
    }
    for (at, input) in inputs.iter_mut().enumerate() {
        let names = input.mark > 0 && view.tokens[at].form.starts_with(char::is_uppercase);
        input.key = if names { None } else { key(view.arcs.words[at].upos, &view.plain[at]) };
    }
    inputs
}

/// What is told of two mentions.
pub fn pair_input(view: &SentenceView, look: &Look) -> PairInput {
    let &Look { first, second, rank } = look;
    let (a, b) = (view.mentions[first], view.mentions[second]);
    let number = |truth: bool| f32::from(u8::from(truth));
    let prominent = |at: usize| view.prominence.mentions(view.numbers[at]) as f32 / 6.0;
    PairInput {
        features: [
            a.certainty,
            b.certainty,
            view.membership(first, second),
            view.membership(second, first),
            prominent(first),
            prominent(second),
            view.prominence.together(view.numbers[first], view.numbers[second]) as f32 / 4.0,
            number(view.surface.lists[first] == view.surface.lists[second]),
            view.mentions.len().min(16) as f32 / 8.0,
            number(view.role == SentenceRole::Prose),
            view.actors.min(12) as f32 / 6.0,
            rank as f32 / 2.0,
            number(view.is_of_one_grouping(first, second)),
            number(view.prominence.in_heading(view.numbers[first])),
            number(view.prominence.in_heading(view.numbers[second])),
        ],
        traits: [
            a.how as usize,
            WAYS + b.how as usize,
            2 * WAYS + view.sorts[first] as usize,
            2 * WAYS + SORTS + view.sorts[second] as usize,
        ],
        distance: usize::from(distance(a.head, b.head)),
    }
}
