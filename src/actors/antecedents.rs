//! From a pronoun to whom it most likely means: every phrase before it is weighed by its features, and those that stand for the same
//! actors count together.

use super::antecedent_features::{Background, OF_PHRASE, OF_PRONOUN, PRONOUNS, of_phrase, of_pronoun};
use super::discourse::{Discourse, Referent};
use super::ranking::Ranking;
use super::references::Place;
use super::stance::Stance;
use crate::terms::ActorId;
use std::sync::OnceLock;

/// Pronouns weigh alike within each of six sorts, in the order of [`PRONOUNS`]: it, its, they, their, he, his.
const SORTS: usize = 6;
const SORT_OF: [usize; PRONOUNS.len()] = [0, 1, 2, 2, 3, 3, 4, 4, 5, 4, 5, 5];

/// Whoever is less than a fifth as likely as nobody is not bound; with a share below a half the binding is an unsure one.
pub(super) const LIKELY_ENOUGH: f32 = 0.2;

/// A pronoun with the phrases that it may mean.
pub(super) struct Question<'d> {
    pub of_pronoun: [usize; OF_PRONOUN.len()],
    pub phrases: Vec<(&'d Referent, [usize; OF_PHRASE.len()])>,
}

/// Whom a pronoun most likely means.
pub(super) struct Answer<'d> {
    /// The latest phrase that stands for them.
    pub referent: &'d Referent,
    /// How likely they are meant, 0 to 1.
    pub share: f32,
}

impl<'d> Question<'d> {
    /// Asks whom the pronoun means of the phrases before it that number and gender allow.
    pub fn new(
        place: &Place<'d>,
        discourse: &'d Discourse,
        stance: &Stance,
        may_mean: impl Fn(&Referent) -> bool,
    ) -> Self {
        let background = Background::new(place, discourse, stance);
        let mut phrases = Vec::new();
        let mut since: Vec<&[ActorId]> = Vec::new();
        let spoken_of = discourse.recent(place.index).chain(discourse.far_heading(place.index));
        for referent in spoken_of.filter(|referent| may_mean(referent)) {
            let seen = since.contains(&&referent.actors[..]);
            let between = since.len() - usize::from(seen);
            phrases.push((referent, of_phrase(place, stance, &background, referent, between, seen)));
            if !seen && !referent.actors.is_empty() {
                since.push(&referent.actors);
            }
        }
        Self { of_pronoun: of_pronoun(place, stance, phrases.len()), phrases }
    }

    /// The actors who are likeliest meant; `None` where it is far likelier that nobody is who acts.
    pub fn answer(&self) -> Option<Answer<'d>> {
        let phrases = self.phrases.iter().map(|(_, features)| &features[..]);
        let (shares, mut nobody) = weights().shares(SORT_OF[self.of_pronoun[0]], &self.of_pronoun, phrases);
        let mut sums: Vec<Answer<'d>> = Vec::new();
        for ((referent, _), share) in self.phrases.iter().zip(shares) {
            if referent.actors.is_empty() {
                nobody += share;
                continue;
            }
            match sums.iter_mut().find(|known| known.referent.actors == referent.actors) {
                Some(known) => known.share += share,
                None => sums.push(Answer { referent, share }),
            }
        }
        let best = sums.into_iter().reduce(|best, other| if other.share > best.share { other } else { best })?;
        (best.share > LIKELY_ENOUGH * nobody).then_some(best)
    }
}

fn weights() -> &'static Ranking<SORTS> {
    static WEIGHTS: OnceLock<Ranking<SORTS>> = OnceLock::new();
    WEIGHTS.get_or_init(|| Ranking::read(include_str!("../../models/pronouns.tsv"), &OF_PHRASE, &OF_PRONOUN))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_value_of_every_feature_has_its_weights() {
        super::weights();
    }
}
