//! From countries, offices and names beside each other to one mention of the person: "Norway's foreign minister, Haakon
//! Lunde", "Foreign Minister Retno Marsudi of Indonesia", and from then on "Lunde".

use super::How;
use super::draft::{Draft, Shape};
use super::grammar::top;
use super::person_names::{Introduced, is_thing_name, is_woman, name_again};
use super::scene::{Line, Scene};
use super::word_classes::{Class, is};
use crate::lexicon::{ActorKind, OfficeKind};
use crate::sorting::sort_by_key;
use crate::terms::ActorId;
use std::ops::Range;

/// Certainty of someone who once held an office and now speaks for himself.
const FORMER: f32 = 0.4;

/// Joins countries, offices and names, and adds mentions of people by the names so introduced.
pub(super) fn join(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut introduced = Vec::new();
    let mut joined = Vec::with_capacity(drafts.len());
    let mut next = 0;
    for index in 0..scene.lines.len() {
        let start = next;
        while drafts.get(next).is_some_and(|draft| draft.line == index) {
            next += 1;
        }
        let mut of_line = drafts[start..next].to_vec();
        Joiner { scene, line: &scene.lines[index], drafts: &mut of_line, introduced: &mut introduced }.join();
        joined.append(&mut of_line);
    }
    *drafts = joined;
    name_again(scene, drafts, &introduced);
}

/// What joins the offices of one line.
pub(super) struct Joiner<'j, 's> {
    scene: &'j Scene<'s>,
    pub(super) line: &'j Line<'s>,
    pub(super) drafts: &'j mut Vec<Draft>,
    introduced: &'j mut Vec<Introduced>,
}

impl Joiner<'_, '_> {
    fn join(&mut self) {
        let mut at = 0;
        while at < self.line.len() {
            match self.office(at) {
                Some((office, kind)) if !self.is_covered_by_other_name(&office) => {
                    let end = office.end;
                    self.join_office(office, kind);
                    at = end.max(at + 1);
                }
                _ => at += 1,
            }
        }
        self.join_possessed_names();
        self.take_titles();
        sort_by_key(self.drafts, |draft| draft.tokens.start);
    }

    /// The office phrase that begins at the token.
    fn office(&self, at: usize) -> Option<(Range<usize>, OfficeKind)> {
        let line = self.line;
        let forms = &line.lower[at..(at + 6).min(line.len())];
        if let Some((length, record)) = self.scene.lexicon.office(forms) {
            return Some((at..at + length, record.kind));
        }
        let word = line.word(at);
        let person =
            is(word, Class::PersonNoun) || word.strip_suffix('s').is_some_and(|one| is(one, Class::PersonNoun));
        person.then_some((at..at + 1, OfficeKind::Person))
    }

    /// An office word inside a longer name of an actor is no office.
    fn is_covered_by_other_name(&self, office: &Range<usize>) -> bool {
        self.drafts.iter().any(|draft| draft.name.contains(&office.start) && draft.how != How::Person)
    }

    fn join_office(&mut self, office: Range<usize>, kind: OfficeKind) {
        let before = self.country_before(&office);
        let person = kind == OfficeKind::Person;
        let mut office = office;
        while office.start > 0 && is(self.line.word(office.start - 1), Class::OfficeModifier) {
            office.start -= 1;
        }
        let name_after = if person { self.name_after(office.end) } else { None };
        let after = name_after.as_ref().map_or(office.end, |name| name.end);
        // "of Indonesia" after the office or after the name.
        let owners = self.owners_after(after, kind);
        let country = before.or_else(|| owners.first().copied());
        let Some(country) = country else {
            if let Some(name) = name_after {
                self.title(office, name);
            }
            return;
        };
        let actor = self.drafts[country].actor.clone();
        let mut range = office.clone();
        if before.is_some() {
            range.start = self.drafts[country].tokens.start;
        }
        let mut name = name_after;
        if person && name.is_none() {
            name = self.name_before(range.start);
        }
        if !person && before.is_some() {
            // Already widened over its noun.
            return;
        }
        for (order, &owner) in owners.iter().enumerate() {
            if order > 0 || before.is_some() && owner != country {
                self.widen(owner, office.start, office.end - 1, kind);
            }
        }
        if let Some(name) = &name {
            range = range.start.min(name.start)..range.end.max(name.end);
        }
        if before.is_none() {
            range.end = range.end.max(self.drafts[country].tokens.end);
        }
        self.take_in(country, range, office, kind, name, actor);
    }

    /// Makes one mention of a country, an office and a name, in place of those that it covers.
    fn take_in(
        &mut self,
        country: usize,
        range: Range<usize>,
        office: Range<usize>,
        kind: OfficeKind,
        name: Option<Range<usize>>,
        actor: ActorId,
    ) {
        let line = self.line;
        let certainty = self.drafts[country].certainty.max(0.9);
        let former = self.is_former(range.start) || self.is_former(office.start);
        let shape = match kind {
            OfficeKind::Person if is_woman(line, &range) => Shape::Woman,
            OfficeKind::Person if line.word(office.end - 1).ends_with('s') => Shape::Several,
            OfficeKind::Person => Shape::Person,
            OfficeKind::People => Shape::Several,
            OfficeKind::Institution => Shape::Thing,
        };
        // A name of several tokens is remembered; one that the tables know is known anyway.
        if let Some(name) = &name {
            let known =
                self.drafts.iter().any(|draft| draft.name == *name && draft.how == How::Person && draft.actor != actor);
            if known {
                return;
            }
            let words = name.clone().map(|at| line.word(at).to_owned()).collect();
            self.introduced.push(Introduced { name: words, actor: actor.clone(), shape });
        }
        let draft = &mut self.drafts[country];
        if kind == OfficeKind::Person {
            draft.how = How::Person;
        }
        draft.certainty = if former { FORMER } else { certainty };
        draft.shape = shape;
        draft.tokens = range.clone();
        draft.name = range.clone();
        draft.head = top(line, &range).unwrap_or(office.end - 1);
        let keep = (draft.tokens.clone(), draft.head);
        let mut kept = false;
        self.drafts.retain(|other| {
            let same = other.tokens == keep.0 && other.head == keep.1 && !kept;
            kept |= same;
            let inside = other.tokens.start >= range.start && other.tokens.end <= range.end && other.actor == actor;
            same || !inside
        });
    }

    /// "The presidents of Kyrgyzstan and Tajikistan": arcs to the second country arrive at the office too.
    fn widen(&mut self, draft: usize, start: usize, head: usize, kind: OfficeKind) {
        let draft = &mut self.drafts[draft];
        draft.tokens.start = start;
        draft.head = head;
        draft.certainty = draft.certainty.max(0.9);
        draft.shape = if kind == OfficeKind::Institution { Shape::Thing } else { Shape::Several };
        if kind == OfficeKind::Person {
            draft.how = How::Person;
        }
    }

    fn is_former(&self, at: usize) -> bool {
        [self.line.before(at, 2), self.line.before(at, 1), self.line.word(at)]
            .into_iter()
            .any(|word| is(word, Class::FormerHolder))
    }

    /// The draft of a country right before the office, as adjective or possessive.
    fn country_before(&self, office: &Range<usize>) -> Option<usize> {
        let line = self.line;
        let mut at = office.start;
        for _ in 0..5 {
            at = at.checked_sub(1)?;
            if let Some(draft) = self.drafts.iter().position(|draft| draft.name.contains(&at)) {
                return (self.drafts[draft].how != How::Person).then_some(draft);
            }
            let word = line.word(at);
            let inside = line.is_possessive(at) || word == "-" || line.modifies(at) || is(word, Class::ActsForCountry);
            if !inside {
                return None;
            }
        }
        None
    }

    /// The countries after "of" (or "for", "from"), as far as they are listed.
    fn owners_after(&self, end: usize, kind: OfficeKind) -> Vec<usize> {
        let line = self.line;
        let mut owners = Vec::new();
        let mut at = end;
        if line.word(at) == "," {
            at += 1;
        }
        if line.word(at) != "of" && !(line.word(at) == "from" && at == end && self.comes_from(end)) {
            return owners;
        }
        at += 1;
        while at < line.len() {
            match line.word(at) {
                "the" | "," | "and" | "both" => at += 1,
                // "The administration of President Biden"
                word if kind == OfficeKind::Institution && is(word, Class::Title) && line.capital(at) => at += 1,
                _ => {
                    let person = kind == OfficeKind::Institution;
                    let draft = self.drafts.iter().position(|draft| {
                        draft.name.start == at && draft.how != How::Person
                            || person && draft.tokens.start <= at && draft.name.end > at
                    });
                    match draft {
                        // "of Russian oil" is no owner.
                        Some(draft) if self.drafts[draft].shape != Shape::Modifier && !self.is_bloc(draft) => {
                            owners.push(draft);
                            at = self.drafts[draft].name.end;
                            if !matches!(line.word(at), "," | "and") {
                                break;
                            }
                        }
                        _ => break,
                    }
                }
            }
        }
        owners
    }

    /// "The envoy from Chile", but not "recalled its envoy from Chile".
    fn comes_from(&self, end: usize) -> bool {
        let line = self.line;
        let owned = (1..4).any(|back| matches!(line.before(end, 1 + back), "its" | "their" | "his" | "her" | "our"));
        let phrase = line.words.get(end).map_or(end, |word| word.head);
        let of_verb = line.words.get(phrase).is_some_and(|word| word.head + 1 < end && line.relation(phrase) == "obl");
        !owned && !of_verb
    }

    /// "The leader of the developing world" is not its leader.
    fn is_bloc(&self, draft: usize) -> bool {
        let record = self.scene.lexicon.actor(self.drafts[draft].actor.as_str());
        record.is_some_and(|record| record.kind == ActorKind::Bloc)
    }

    /// "President Tokayev": the title belongs to the mention of someone known.
    fn title(&mut self, office: Range<usize>, name: Range<usize>) {
        let line = self.line;
        if let Some(draft) =
            self.drafts.iter_mut().find(|draft| draft.how == How::Person && draft.tokens.end == name.end)
        {
            let mut start = office.start;
            while start > 0 && is(line.word(start - 1), Class::Title) && line.capital(start - 1) {
                start -= 1;
            }
            draft.tokens.start = start.min(draft.tokens.start);
            draft.head = top(line, &draft.tokens).unwrap_or(draft.head);
        }
    }

    /// "Mr Putin", "General Haftar".
    fn take_titles(&mut self) {
        for draft in self.drafts.iter_mut().filter(|draft| draft.how == How::Person) {
            while draft.tokens.start > 0
                && is(self.line.word(draft.tokens.start - 1), Class::Title)
                && self.line.capital(draft.tokens.start - 1)
            {
                draft.tokens.start -= 1;
            }
            if draft.tokens.len() > 1 {
                draft.head = top(self.line, &draft.tokens).unwrap_or(draft.head);
            }
        }
    }

    /// "Kazakhstan's Kassym-Jomart Tokayev", "NATO's Mark Rutte".
    fn join_possessed_names(&mut self) {
        let line = self.line;
        for at in 0..self.drafts.len() {
            let draft = &self.drafts[at];
            let end = draft.tokens.end;
            if draft.how == How::Person || !line.is_possessive(end) {
                continue;
            }
            let Some(name) = self.name_at(end + 1) else { continue };
            let known = self.drafts.iter().position(|other| other.how == How::Person && other.name.end == name.end);
            match known {
                Some(person) if self.drafts[person].actor == self.drafts[at].actor => {
                    let range = self.drafts[at].tokens.start..name.end;
                    self.drafts[at].how = How::Person;
                    self.drafts[at].shape = self.drafts[person].shape;
                    self.drafts[at].head = top(line, &name).unwrap_or(range.end - 1);
                    self.drafts[at].tokens = range.clone();
                    self.drafts[at].name = range;
                    self.drafts.remove(person);
                    return self.join_possessed_names();
                }
                Some(_) => {}
                None if (2..=4).contains(&name.len()) && !is_thing_name(line, &name) && !line.titled => {
                    let words = name.clone().map(|at| line.word(at).to_owned()).collect();
                    let range = self.drafts[at].tokens.start..name.end;
                    let shape = if is_woman(line, &range) { Shape::Woman } else { Shape::Person };
                    self.introduced.push(Introduced { name: words, actor: self.drafts[at].actor.clone(), shape });
                    let draft = &mut self.drafts[at];
                    draft.how = How::Person;
                    draft.shape = shape;
                    draft.head = top(line, &name).unwrap_or(range.end - 1);
                    draft.name = range.clone();
                    draft.tokens = range;
                }
                None => {}
            }
        }
    }
}
