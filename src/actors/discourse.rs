//! What a text has spoken of so far: whom later words may refer to, with how prominent each is.

use super::draft::{Draft, Shape};
use super::grammar::{Role, clause, role};
use super::scene::{Line, Scene};
use crate::terms::ActorId;

/// So many lines back a reference may reach.
pub(super) const REACH: usize = 6;

/// One phrase that later words may refer to.
#[derive(Clone, Debug)]
pub(super) struct Referent {
    pub line: usize,
    /// First token and head.
    pub at: usize,
    pub head: usize,
    /// Whom it stands for; empty for a thing or person that is no actor.
    pub actors: Vec<ActorId>,
    pub shape: Shape,
    pub role: Role,
    /// The predicate of its clause.
    pub clause: usize,
    /// False for pronouns and other references.
    pub named: bool,
    /// How surely it stands for them: what refers back to it cannot be surer.
    pub certainty: f32,
    /// True for one of a list, which is less likely meant alone.
    pub listed: bool,
}

/// The phrases of a text in order, as far as they have been read.
#[derive(Default)]
pub(super) struct Discourse {
    pub referents: Vec<Referent>,
    /// Who "we" are throughout, where the text says so ("We, the ministers of ...").
    pub authors: Option<Vec<ActorId>>,
    /// The state that says "we" outside of quotations, and how surely.
    pub author: Option<(ActorId, f32)>,
    /// Who acts in the items of the list that is being read.
    pub lead: Option<Vec<ActorId>>,
    /// What was asked of pronouns and words for several, to learn from.
    #[cfg(feature = "training")]
    pub asked: std::cell::RefCell<Vec<super::asked::Asked>>,
}

/// How often an actor has been meant of late.
pub(super) struct Lately<'d> {
    pub actor: &'d ActorId,
    pub times: usize,
    /// How often by a person who acts for it.
    pub as_person: usize,
}

impl Referent {
    pub fn of_draft(line: &Line, draft: &Draft) -> Self {
        Referent {
            line: draft.line,
            at: draft.tokens.start,
            head: draft.head,
            actors: vec![draft.actor.clone()],
            shape: draft.shape,
            role: if draft.shape == Shape::Modifier { Role::Modifier } else { role(line, draft.head) },
            clause: clause(line, draft.head),
            named: true,
            certainty: draft.certainty,
            listed: false,
        }
    }

    /// The one actor that it stands for.
    pub fn single(&self) -> Option<&ActorId> {
        match &self.actors[..] {
            [actor] => Some(actor),
            _ => None,
        }
    }
}

impl Discourse {
    /// Referents from the latest back to [`REACH`] lines before `line`.
    pub fn recent(&self, line: usize) -> impl Iterator<Item = &Referent> {
        self.within(line, REACH)
    }

    /// Referents from the latest back to `reach` lines before `line`.
    pub fn within(&self, line: usize, reach: usize) -> impl Iterator<Item = &Referent> {
        self.referents.iter().rev().take_while(move |referent| referent.line + reach >= line)
    }

    /// Phrases of the first line, where it lies more than [`REACH`] lines before `line`: what a text is about is meant throughout.
    pub fn far_heading(&self, line: usize) -> impl Iterator<Item = &Referent> {
        let far = move |referent: &&Referent| referent.line == 0 && REACH < line;
        self.referents.iter().take_while(far)
    }

    /// Whom alone the first line speaks of.
    pub fn topic(&self) -> Option<&ActorId> {
        let mut spoken_of =
            self.referents.iter().take_while(|referent| referent.line == 0).filter_map(Referent::single);
        let topic = spoken_of.next()?;
        spoken_of.all(|other| other == topic).then_some(topic)
    }

    /// How often these actors have stood together in the last few dozen phrases.
    pub fn times_together(&self, actors: &[ActorId]) -> usize {
        let from = self.referents.len().saturating_sub(120);
        let same = |referent: &&Referent| {
            referent.actors.len() == actors.len() && actors.iter().all(|actor| referent.actors.contains(actor))
        };
        self.referents[from..].iter().filter(same).count()
    }

    /// How often the actor has been named in the last few hundred phrases.
    pub fn times_named(&self, actor: &ActorId) -> usize {
        let from = self.referents.len().saturating_sub(400);
        self.referents[from..].iter().filter(|referent| referent.named && referent.single() == Some(actor)).count()
    }

    /// How often each actor alone has been meant in the lines before `line`, by whatever words but adjectives.
    pub fn lately_meant(&self, line: usize) -> Vec<Lately<'_>> {
        let mut lately: Vec<Lately> = Vec::new();
        for referent in self.within(line, REACH).filter(|referent| referent.shape != Shape::Modifier) {
            let Some(actor) = referent.single() else { continue };
            let person = usize::from(matches!(referent.shape, Shape::Person | Shape::Woman));
            match lately.iter_mut().find(|known| known.actor == actor) {
                Some(known) => (known.times, known.as_person) = (known.times + 1, known.as_person + person),
                None => lately.push(Lately { actor, times: 1, as_person: person }),
            }
        }
        lately
    }

    /// How present a referent still is to someone who reads `line`.
    pub fn presence(&self, scene: &Scene, referent: &Referent, line: usize) -> f32 {
        let (there, here) = (&scene.lines[referent.line], &scene.lines[line]);
        let recency = match here.order.saturating_sub(there.order) {
            _ if line == referent.line => 1.0,
            0 | 1 => 0.15,
            back => -0.5 - 0.8 * (back - 2) as f32,
        };
        let paragraph = if there.paragraph == here.paragraph { 0.0 } else { -0.4 };
        let main = if there.relation(referent.clause) == "root" { 0.12 } else { 0.0 };
        // What has been referred to once is likely to be again.
        let again = if referent.named { 0.0 } else { 0.1 };
        referent.role.weight() + recency + paragraph + main + again
    }

    /// The distinct actors spoken of in `line` before token `at`, in order; adjectives aside.
    pub fn actors_before(&self, line: usize, at: usize) -> Vec<ActorId> {
        let mut actors = Vec::new();
        let start = self.referents.partition_point(|referent| referent.line < line);
        for referent in &self.referents[start..] {
            if referent.line == line && referent.at < at && referent.shape != Shape::Modifier {
                for actor in &referent.actors {
                    if !actors.contains(actor) {
                        actors.push(actor.clone());
                    }
                }
            }
        }
        actors
    }
}
