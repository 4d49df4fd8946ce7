//! From a chosen name and the words around it to how surely it is an actor here, and no town, sea, person, tongue or host.

use super::How;
use super::readings::Choice;
use super::scene::{Line, Scene};
use super::word_classes::{Class, is};
use crate::lexicon::{ActorKind, AliasHow, Reading};
use crate::syntax::Upos;
use std::ops::Range;

/// Below this a mention may be meant but cannot be relied on.
pub(super) const UNSURE: f32 = 0.45;

/// How surely the name stands for its actor; `None` where the words around it say that it does not.
pub(super) fn certainty(scene: &Scene, line: &Line, tokens: &Range<usize>, choice: &Choice) -> Option<f32> {
    if choice.how == How::Person {
        return Some(choice.certainty);
    }
    let alias = choice.alias?;
    if is_part_of_other_name(scene, line, tokens, alias) {
        return None;
    }
    // "The Foreign Office of Lithuania", "the States of Honduras" are others'.
    let of_another = line.word(tokens.end) == "of" && line.capital(tokens.end + 1);
    if of_another && (alias == AliasHow::Seat || line.word(tokens.start) == "states" && tokens.len() == 1) {
        return None;
    }
    // "A former KGB man" no longer acts for it.
    let former = matches!(line.before(tokens.start, 1), "former" | "ex" | "ex-" | "onetime" | "retired");
    if former && is(line.word(tokens.end), Class::FormerMember) {
        return None;
    }
    // In Europe, across the West: a region.
    let bloc = scene.lexicon.actor(choice.actor.as_str()).is_some_and(|record| record.kind == ActorKind::Bloc);
    if bloc && alias == AliasHow::Name && matches!(preposition(line, tokens.start).0, "in" | "across" | "throughout") {
        return Some(UNSURE - 0.05);
    }
    let place = match alias {
        AliasHow::Adjective | AliasHow::Demonym => return adjective(line, tokens).map(|c| c.min(choice.certainty)),
        AliasHow::Prefix => 1.0,
        AliasHow::Capital => capital(line, tokens)?,
        AliasHow::Name => country(line, tokens),
        _ => 1.0,
    };
    Some(choice.certainty.min(place))
}

/// Lebanon, Ohio; Michael Jordan; South China Sea; Washington Post; Paris Agreement.
fn is_part_of_other_name(scene: &Scene, line: &Line, tokens: &Range<usize>, alias: AliasHow) -> bool {
    if line.word(tokens.end) == ","
        && is(line.word(tokens.end + 1), Class::AmericanState)
        && line.capital(tokens.end + 1)
    {
        let after = line.word(tokens.end + 2);
        // "Russia, Georgia and Armenia" is a list.
        if !matches!(after, "and" | "or") && !is_name(scene, line, tokens.end + 1, after) {
            return true;
        }
    }
    let person = tokens.len() == 1 && alias != AliasHow::Adjective && is_name_of_person(scene, line, tokens);
    if person || line.capital(tokens.end) && begins_other_name(line, tokens.end, alias) {
        return true;
    }
    let alone = !line.capital(tokens.end) || matches!(line.word(tokens.end), "," | "");
    match noun_of_name(line, tokens.start).filter(|_| alone) {
        Some(noun) => is(noun, Class::NamedAfterPlace) || is(noun, Class::NamedAfterCity) && alias == AliasHow::Capital,
        // New England was not England.
        None => {
            line.before(tokens.start, 1) == "new" && line.capital(tokens.start - 1) && !line.titled && tokens.start > 1
        }
    }
}

/// Whether the capitalised word at `next` makes one name with what stands before it.
fn begins_other_name(line: &Line, next: usize, alias: AliasHow) -> bool {
    let word = line.word(next);
    let shown = !line.shouted && !line.titled;
    // Moscow State University
    let institution = |at: usize| line.capital(at) && is(line.word(at), Class::InstitutionName);
    is(word, Class::GeographicName)
        || shown && (next..=next + 2).any(institution)
        || alias == AliasHow::Capital && is(word, Class::AgreementName)
}

/// The capitalised noun before "of" and a name: the University of Vienna, the Bank of England, the Treaty of Paris, the Gulf of Guinea.
fn noun_of_name<'l>(line: &'l Line, name: usize) -> Option<&'l str> {
    let back = match (line.before(name, 1), line.before(name, 2)) {
        ("of", _) => 2,
        ("the", "of") => 3,
        _ => return None,
    };
    let noun = name.checked_sub(back)?;
    line.capital(noun).then(|| line.word(noun))
}

/// Whether another known name follows a comma and a name.
fn is_name(scene: &Scene, line: &Line, at: usize, after: &str) -> bool {
    after == "," && line.tokens.get(at + 2).is_some_and(|token| scene.lexicon.longest(&[token.form.as_str()]).is_some())
}

/// Michael Jordan, Chad Smith, Mr Ireland; but not the Chad of "Chad's army".
fn is_name_of_person(scene: &Scene, line: &Line, tokens: &Range<usize>) -> bool {
    if line.shouted || line.titled {
        return false;
    }
    let before = line.before(tokens.start, 1);
    let found = |at: usize| line.tokens.get(at).and_then(|token| scene.lexicon.longest(&[token.form.as_str()]));
    let known = |at: usize| found(at).is_some();
    // A surname in the tables may be anybody's.
    let known_actor = |at: usize| {
        found(at).is_some_and(|found| found.readings.iter().any(|reading| matches!(reading, Reading::Alias(_))))
    };
    if tokens.start > 0
        && line.capital(tokens.start - 1)
        && (is(before, Class::GivenName) || matches!(before, "mr" | "mrs" | "ms" | "dr" | "mr." | "mrs." | "miss"))
        && !known(tokens.start - 1)
    {
        return true;
    }
    is(line.word(tokens.start), Class::GivenName)
        && line.capital(tokens.end)
        && line.upos(tokens.end) == Some(Upos::Propn)
        && !known_actor(tokens.end)
        && !line.acronym(tokens.end)
        && line.tokens[tokens.end].form.len() > 2
}

/// Adjectives and demonyms: the French government, but not French wine, in French, a French novelist.
fn adjective(line: &Line, tokens: &Range<usize>) -> Option<f32> {
    let next = line.word(tokens.end);
    let before = line.before(tokens.start, 1);
    let joined = line.tokens[tokens.end - 1].joined;
    if joined && next.starts_with('-') {
        return Some(0.95);
    }
    // The noun may come after one or two more modifiers ("Russian nuclear scholars").
    for ahead in 0..3 {
        let word = line.word(tokens.end + ahead);
        if is(word, Class::Culture) && !(ahead == 0 && line.word(tokens.end + 1) == "-") && !line.titled {
            return None;
        }
        if is(word, Class::ActsForItself) {
            return Some(UNSURE - 0.05);
        }
        if is(word, Class::ActsForCountry) || !line.modifies(tokens.end + ahead) {
            break;
        }
    }
    let (list_start, list_end) = adjectives_listed(line, tokens);
    let noun_follows = line.modifies(list_end);
    let before_list = line.before(list_start, 1);
    let tongue =
        matches!(before_list, "speak" | "speaks" | "spoke" | "speaking" | "spoken" | "learn" | "learned" | "learning");
    if (tongue || matches!(before_list, "in" | "into" | "from"))
        && !noun_follows
        && !is_plural_people(line.word(tokens.start))
    {
        return None;
    }
    // "Allied first with Austria" begins with a participle.
    if tokens.start == 0 && matches!(line.word(0), "allied" | "united") && !line.modifies(tokens.end) {
        return None;
    }
    if matches!(before, "a" | "an") && !line.modifies(tokens.end) {
        return Some(UNSURE - 0.05);
    }
    Some(0.95)
}

/// The list of capitalised adjectives in which one stands ("English, Filipino and Japanese").
fn adjectives_listed(line: &Line, tokens: &Range<usize>) -> (usize, usize) {
    let links = |at: usize| matches!(line.word(at), "," | "and" | "or");
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start > 1 && links(start - 1) && (line.capital(start - 2) || links(start - 2)) {
        start -= if links(start - 2) { 1 } else { 2 };
    }
    while end < line.len() && links(end) && (line.capital(end + 1) || links(end + 1)) {
        end += if links(end + 1) { 1 } else { 2 };
    }
    (start, end)
}

/// Russians, Frenchmen.
pub(super) fn is_plural_people(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") || word.ends_with("men")
}

/// Capitals stand for governments where they act or are acted on, and for places where something happens in them.
fn capital(line: &Line, tokens: &Range<usize>) -> Option<f32> {
    let start = tokens.start;
    let next = line.word(tokens.end);
    // A dateline: MANILA —, PARIS (Reuters).
    if is_dateline(line, tokens) {
        return None;
    }
    if line.is_possessive(tokens.end) {
        // "Manila's bourse" is in the city, "Manila's navy" is the state's.
        return Some(0.9);
    }
    if line.word(tokens.end) == "-" && line.tokens[tokens.end - 1].joined {
        return Some(0.95);
    }
    // "Pro-Beijing parties"
    if line.word(start).contains('-') || line.before(start, 1) == "-" {
        return Some(0.9);
    }
    if is(next, Class::Event) {
        return Some(UNSURE - 0.1);
    }
    // "The Manila bourse" is in the city; "Manila rebuffs Beijing" acts, whatever the tag.
    let verb = next.strip_suffix('s').is_some_and(|verb| is(verb, Class::AgentVerb)) && line.before(start, 1) != "the";
    let noun = line.upos(tokens.end) == Some(Upos::Noun)
        && !line.capital(tokens.end)
        && !verb
        && line.relation(tokens.end - 1) == "compound";
    if noun && !is(next, Class::ActsForCountry) && !is(next, Class::OwnedByCountry) {
        return Some(UNSURE - 0.1);
    }
    // "The port at Agadez, or Ankara, whose drones ..." begins another clause.
    if line.relation(tokens.end - 1) == "nsubj" && line.word(tokens.end) != "and" {
        return Some(0.9);
    }
    let (before, verb) = preposition(line, start);
    match before {
        "in" | "at" | "outside" | "near" | "around" | "inside" | "through" | "via" | "across" => {
            let (host, officials) = looks_back(line, start);
            if officials {
                return Some(0.7);
            }
            if host { None } else { Some(UNSURE - 0.1) }
        }
        "to" if is(verb, Class::Travel) => Some(UNSURE),
        "from" if is(verb, Class::Travel) => Some(UNSURE - 0.1),
        _ => Some(0.9),
    }
}

/// MANILA — or PARIS (Reuters) at the head of a line.
fn is_dateline(line: &Line, tokens: &Range<usize>) -> bool {
    let upper = line.tokens[tokens.start].form.chars().all(|letter| !letter.is_lowercase());
    let mut at = tokens.end;
    // "BANGKOK/PHNOM PENH —", "MANILA, 8 July 2024", "VIENNA, March 3 (AP) —"
    while at < line.len() && at < tokens.end + 7 {
        let form = line.tokens[at].form.as_str();
        let dash = matches!(form, "—" | "–" | "--") && !line.tokens[at - 1].joined;
        if dash || form == "(" && at == tokens.end && upper {
            return upper && tokens.start < 4 && (dash || form == "(");
        }
        let inside = matches!(form, "/" | "," | "(" | ")")
            || form.chars().all(|letter| letter.is_ascii_digit())
            || line.capital(at);
        if !inside {
            return false;
        }
        at += 1;
    }
    // "Manila, 8 July 2024" is a line of its own.
    at == line.len()
        && tokens.start == 0
        && line.word(tokens.end) == ","
        && line.len() <= 6
        && line.word(tokens.end + 1).chars().all(|letter| letter.is_ascii_digit())
}

/// The preposition before the name, and the last verb or noun of going before that.
fn preposition<'l>(line: &'l Line, start: usize) -> (&'l str, &'l str) {
    let mut at = start;
    // "in Tokyo and Seoul": the second hangs on the preposition of the first.
    while at > 0 {
        at -= 1;
        let word = line.word(at);
        match line.upos(at) {
            Some(Upos::Adp) => {
                let verb =
                    (at.saturating_sub(3)..at).rev().map(|back| line.word(back)).find(|word| is(word, Class::Travel));
                return (word, verb.unwrap_or(""));
            }
            Some(Upos::Propn | Upos::Det | Upos::Cconj) => {}
            _ if matches!(word, "," | "and" | "the") => {}
            _ if matches!(word, "in" | "at" | "to" | "from") => {
                let verb =
                    (at.saturating_sub(3)..at).rev().map(|back| line.word(back)).find(|word| is(word, Class::Travel));
                return (word, verb.unwrap_or(""));
            }
            _ => return ("", ""),
        }
    }
    ("", "")
}

/// Whether something is held or happens there, and whether officials speak there ("officials in Seoul").
fn looks_back(line: &Line, start: usize) -> (bool, bool) {
    let mut host = false;
    let mut officials = false;
    for back in 2..=9 {
        let Some(at) = start.checked_sub(back) else { break };
        let word = line.word(at);
        if matches!(word, "." | ";" | ":") {
            break;
        }
        officials |= back == 2
            && is(word, Class::ActsForCountry)
            && !matches!(line.before(at, 1), "consulate" | "consul")
            && !matches!(
                word,
                "embassy" | "ambassador" | "mission" | "legation" | "consulate" | "people" | "soldiers" | "troops"
            );
        host |= is(word, Class::Hosting) || is(word, Class::Event);
    }
    for ahead in 1..=4 {
        let word = line.word(start + ahead);
        host |= is(word, Class::Event) || is(word, Class::Hosting);
    }
    (host, officials)
}

/// A country in which something is held is named, but does not act.
fn country(line: &Line, tokens: &Range<usize>) -> f32 {
    let (before, verb) = preposition(line, tokens.start);
    let end = line.word(tokens.end);
    match before {
        "in" | "at" if end != "'s" && looks_back(line, tokens.start).0 && host_is_near(line, tokens.start) => UNSURE,
        "to" if is(verb, Class::Travel) => 0.8,
        _ => 0.97,
    }
}

/// Whether the word of holding stands right before "in".
fn host_is_near(line: &Line, start: usize) -> bool {
    (2..=4).any(|back| {
        let word = line.before(start, back);
        is(word, Class::Hosting) || matches!(word, "summit" | "talks" | "conference" | "meeting")
    })
}
