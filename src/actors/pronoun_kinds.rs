//! From pronouns that need no choice among antecedents to whom they mean: "which", "each other", "we"; and the "it" of nobody.

use super::How;
use super::discourse::Discourse;
use super::draft::Shape;
use super::grammar::{Role, role};
use super::pronouns::{self, one_token};
use super::references::{Binding, Place};
use super::scene::Line;
use super::stand_ins::noun_that_acts;
use super::word_classes::{Class, is};
use crate::syntax::Upos;

/// "It is clear that", "it remains to be seen", "it was X who".
pub(super) fn is_expletive(place: &Place) -> bool {
    let line = place.line;
    if place.word(0) != "it" {
        return false;
    }
    // "Has done it again"
    let done = matches!(line.before(place.at, 1), "do" | "does" | "did" | "done" | "doing");
    if line.relation(place.at) == "expl" || done && line.upos(place.at.wrapping_sub(1)) == Some(Upos::Verb) {
        return true;
    }
    let at = after_verb_group(line, place.at + 1);
    if at == place.at + 1 {
        return matches!(
            line.word(at),
            "took" | "takes" | "happened" | "happens" | "follows" | "rained" | "matters" | "turns" | "turned"
        ) && (line.word(at + 1) != "over" && line.word(at + 1) != "to");
    }
    if line.word(at) == "to" || line.before(place.at, 1) == "let" && place.word(1) == "be" {
        return true;
    }
    is_cleft(place, at) || says_what_it_is(line, at) || is_judgement(place, at)
}

/// The first token behind "is", "has been", "would not seem".
fn after_verb_group(line: &Line, start: usize) -> usize {
    let mut at = start;
    while matches!(
        line.word(at),
        "is" | "was"
            | "'s"
            | "has"
            | "had"
            | "been"
            | "be"
            | "will"
            | "would"
            | "may"
            | "might"
            | "could"
            | "should"
            | "must"
            | "not"
            | "n't"
            | "never"
            | "also"
            | "therefore"
            | "thus"
            | "only"
            | "still"
            | "just"
            | "hardly"
            | "scarcely"
            | "seems"
            | "seemed"
            | "appears"
            | "appeared"
            | "remains"
            | "remained"
    ) {
        at += 1;
    }
    at
}

/// "It was not until May that", "it was Paris, some say, that".
fn is_cleft(place: &Place, at: usize) -> bool {
    let line = place.line;
    let was = (place.at + 1..at).any(|between| matches!(line.word(between), "is" | "was" | "'s"));
    let name = matches!(line.upos(at), Some(Upos::Propn)) || place.draft_at(at).is_some();
    let later = || (at + 1..line.len()).any(|at| matches!(line.word(at), "that" | "who" | "which"));
    was && (line.word(at) == "until" || name && later())
}

/// "It is a settlement without warmth": the noun says what it is, and no actor.
fn says_what_it_is(line: &Line, at: usize) -> bool {
    let mut noun = at;
    while matches!(line.upos(noun), Some(Upos::Det | Upos::Adj | Upos::Adv)) {
        noun += 1;
    }
    if noun == at || line.upos(noun) != Some(Upos::Noun) || !matches!(line.word(at), "a" | "an" | "the" | "another") {
        return false;
    }
    let word = line.word(noun);
    let classes = [Class::CountryNoun, Class::NeighbourNoun, Class::GroupNoun, Class::PersonNoun];
    let actor = classes.iter().any(|class| is(word, *class))
        || matches!(
            word,
            "member"
                | "power"
                | "party"
                | "signatory"
                | "founder"
                | "hub"
                | "supplier"
                | "player"
                | "buyer"
                | "republic"
                | "democracy"
                | "kingdom"
        );
    !actor
}

/// "It is clear that", "it was said to", "it is time for".
fn is_judgement(place: &Place, at: usize) -> bool {
    let line = place.line;
    let be = (place.at + 1..at).any(|between| {
        matches!(line.word(between), "is" | "was" | "'s" | "been" | "be" | "seems" | "remains" | "remained" | "appears")
    });
    let linked = (at..(at + 9).min(line.len()))
        .take_while(|ahead| !matches!(line.word(*ahead), "," | ";" | "."))
        .any(|ahead| matches!(line.word(ahead), "that" | "to" | "who" | "whether" | "how" | "why" | "which" | "for"));
    let adjective = matches!(line.upos(at), Some(Upos::Adj | Upos::Adv | Upos::Propn))
        || place.draft_at(at).is_some()
        || matches!(
            line.word(at),
            "said"
                | "believed"
                | "thought"
                | "reported"
                | "expected"
                | "argued"
                | "up"
                | "no"
                | "time"
                | "too"
                | "because"
                | "only"
                | "in"
                | "on"
                | "at"
                | "through"
                | "by"
                | "under"
                | "here"
                | "there"
                | "one"
                | "a"
                | "the"
        );
    be && linked && adjective
}

/// Who, which and that stand for what they follow.
pub(super) fn relative(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let line = place.line;
    let word = place.word(0);
    if word == "that" && line.upos(place.at) != Some(Upos::Pron) || place.at == 0 {
        return None;
    }
    // "with whom", "to which"
    let mut before = place.at;
    if line.upos(before - 1) == Some(Upos::Adp) && before > 1 {
        before -= 1;
    }
    let comma = line.word(before - 1) == ",";
    if word == "that"
        && (comma || !matches!(line.upos(place.at + 1), Some(Upos::Verb | Upos::Aux | Upos::Adv | Upos::Part)))
    {
        return None;
    }
    before -= usize::from(comma);
    let draft = place.drafts.iter().rev().find(|draft| draft.tokens.end == before)?;
    if draft.shape == Shape::Modifier || word == "which" && matches!(draft.shape, Shape::Person | Shape::Woman) {
        return None;
    }
    let referent = discourse
        .referents
        .iter()
        .rev()
        .find(|referent| referent.line == place.index && referent.head == draft.head)?;
    // After a list, "who" and "which" with a plural verb mean all of it.
    let group = discourse
        .referents
        .last()
        .filter(|last| last.actors.len() > 1 && last.line == place.index && last.actors.contains(&draft.actor));
    let plural = matches!(place.word(1), "are" | "were" | "have" | "share" | "do");
    let actors = match group {
        Some(group) if plural => group.actors.clone(),
        _ => referent.actors.clone(),
    };
    // "The treaty with France that lapsed", "the mission in Mali, to which Chad sent men": of what stands before the name.
    let far = comma && before + 1 < place.at;
    let other = (far || word == "that") && is_told_of_another(line, place.at, draft.head);
    let certainty = match (other, far) {
        (true, _) => 0.45,
        (_, true) => 0.7,
        _ => 0.85,
    };
    Some(one_token(place, actors, draft.shape, certainty))
}

/// Whether the relative clause at the pronoun hangs on a noun before the one at `head`.
fn is_told_of_another(line: &Line, pronoun: usize, head: usize) -> bool {
    let mut verb = pronoun;
    for _ in 0..8 {
        let Some(word) = line.words.get(verb) else { return false };
        if word.relation == "acl:relcl" {
            return word.head < head && line.upos(word.head) == Some(Upos::Noun);
        }
        if word.head == verb {
            return false;
        }
        verb = word.head;
    }
    false
}

/// Each other and one another: the several that stand before in the sentence.
pub(super) fn mutual(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let group =
        discourse.recent(place.index).find(|referent| referent.line == place.index && referent.actors.len() > 1);
    let (actors, certainty) = match group {
        Some(group) => (group.actors.clone(), if group.named { 0.9 } else { group.certainty }),
        None => {
            let named = discourse.actors_before(place.index, place.at);
            if named.len() == 2 {
                (named, 0.75)
            } else {
                let group = discourse.recent(place.index).find(|referent| referent.actors.len() > 1)?;
                (group.actors.clone(), 0.6)
            }
        }
    };
    Some(Binding {
        tokens: place.at..place.at + 2,
        head: place.at,
        actors,
        how: How::Pronoun,
        shape: Shape::Several,
        certainty,
    })
}

/// "My country", "my government": of one person only what acts for the country.
pub(super) fn own_country(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let (author, certainty) = discourse.author.clone().filter(|_| !place.line.is_quoted(place.at))?;
    let noun = owned_government(place)?;
    let mut binding = one_token(place, vec![author], Shape::Thing, certainty);
    (binding.tokens.end, binding.head) = (noun + 1, noun);
    Some(binding)
}

/// The noun after "our" or "my" that acts for a country or is one.
fn owned_government(place: &Place) -> Option<usize> {
    let next = place.at + 1;
    let country = is(place.word(1), Class::CountryNoun).then_some(next);
    noun_that_acts(place.line, next, false).or(country)
}

/// We and our: those who speak in a quotation, or the authors of a communiqué ("We, the ministers of ...").
pub(super) fn speakers(place: &Place, discourse: &Discourse) -> Option<Binding> {
    if let Some(authors) = discourse.authors.clone() {
        return Some(one_token(place, authors, Shape::Several, 0.8));
    }
    let line = place.line;
    // "We, the ministers of Japan and India," says itself who they are.
    if place.at < 3 && place.word(1) == "," {
        return None;
    }
    if !line.is_quoted(place.at) {
        let (author, certainty) = discourse.author.clone()?;
        let mut binding = one_token(place, vec![author], Shape::Several, certainty);
        if let Some(noun) = owned_government(place).filter(|_| place.word(0) == "our") {
            (binding.tokens.end, binding.head) = (noun + 1, noun);
        }
        return Some(binding);
    }
    let says = |at: usize| says(line, at);
    let speaker = place.drafts.iter().find(|draft| {
        let verb = line.words[draft.head].head;
        role(line, draft.head) == Role::Subject && verb < line.len() && says(verb)
    });
    if let Some(speaker) = speaker {
        return Some(one_token(place, vec![speaker.actor.clone()], Shape::Several, 0.7));
    }
    // "..., he said"
    let pronoun = (0..line.len())
        .find(|&at| matches!(line.word(at), "he" | "she") && line.relation(at) == "nsubj" && says(line.words[at].head));
    let Some(pronoun) = pronoun else { return who_goes_on(place, discourse) };
    let speaker = pronouns::bind(&Place { at: pronoun, ..*place }, discourse)?;
    Some(one_token(place, speaker.actors, Shape::Several, speaker.certainty.min(0.7)))
}

/// "..., the minister said. "We support Ukraine."": who spoke in the sentence before goes on.
fn who_goes_on(place: &Place, discourse: &Discourse) -> Option<Binding> {
    let before = place.index.checked_sub(1)?;
    let line = &place.scene.lines[before];
    if line.paragraph != place.line.paragraph || !line.tokens.iter().any(|token| token.is_quote()) {
        return None;
    }
    let speaker = discourse.recent(place.index).find(|referent| {
        referent.line == before
            && referent.role == Role::Subject
            && referent.single().is_some()
            && line.words.get(referent.head).is_some_and(|word| says(line, word.head))
    })?;
    Some(one_token(place, speaker.actors.clone(), Shape::Several, speaker.certainty.min(0.65)))
}

/// Whether the word is a verb of speech.
fn says(line: &Line, at: usize) -> bool {
    let verb = line.words.get(at).map_or("", |word| word.lemma.as_str());
    matches!(
        verb,
        "say"
            | "tell"
            | "add"
            | "declare"
            | "warn"
            | "insist"
            | "argue"
            | "write"
            | "announce"
            | "state"
            | "retort"
            | "reply"
            | "vow"
            | "promise"
    )
}
