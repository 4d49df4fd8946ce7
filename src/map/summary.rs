//! From a map to two plain sentences on what the documents together claim.

use super::blocs::Bloc;
use super::ties::{Disagreement, Tie};
use crate::analysis::{Actor, ClaimView};
use crate::sorting::{map_of, set_of, sort_by_key};
use crate::terms::{ActorId, Kind, Sign, Status};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Writes the summary.
pub(super) fn write(claims: &[ClaimView], actors: &[Actor], ties: &[Tie], blocs: &[Bloc]) -> String {
    if ties.is_empty() {
        return "No two actors are said to stand with or against each other.".to_string();
    }
    let documents = set_of(claims.iter().map(|claim| &claim.document));
    let names = map_of(actors.iter().map(|actor| (&actor.id, actor.name.as_str())));
    let teller = Teller { claims, ties, blocs, names, documents: documents.len() };
    format!("{} {}", teller.who_stands_where(), teller.what_is_open())
}

struct Teller<'m> {
    claims: &'m [ClaimView],
    ties: &'m [Tie],
    blocs: &'m [Bloc],
    names: BTreeMap<&'m ActorId, &'m str>,
    documents: usize,
}

impl Teller<'_> {
    /// The sides, where two blocs are at odds; else the strongest ties.
    fn who_stands_where(&self) -> String {
        let (who, s) = match self.documents {
            1 => ("The article".to_string(), "s"),
            count => (format!("Together the {} articles", in_words(count)), ""),
        };
        if let Some((one, other)) = self.opposed_blocs() {
            return format!("{who} set{s} {} against {}.", self.leading(one), self.leading(other));
        }
        match (self.strongest(Sign::Friendly), self.strongest(Sign::Hostile)) {
            (Some(friends), Some(foes)) => format!("{who} put{s} {friends} together and {foes} at odds."),
            (Some(friends), None) => format!("{who} put{s} {friends} together and no one at odds."),
            (None, Some(foes)) => format!("{who} put{s} {foes} at odds and no one together."),
            (None, None) => format!("{who} put{s} no one firmly together or at odds."),
        }
    }

    /// What is contested; else who has friends on several sides; else how much is claimed.
    fn what_is_open(&self) -> String {
        if let Some(contested) = self.contested() {
            return contested;
        }
        let torn = set_of(self.blocs.iter().flat_map(|bloc| &bloc.between).map(|between| &between.actor));
        if !torn.is_empty() {
            let verb = if torn.len() == 1 { "has" } else { "have" };
            let who = self.list(&torn.into_iter().collect::<Vec<_>>());
            return capitalised(&format!("{who} {verb} friends in more than one group."));
        }
        let actors = set_of(self.ties.iter().flat_map(|tie| [&tie.a, &tie.b]));
        let possible = self.claims.iter().filter(|claim| claim.status == Status::Possible).count();
        let s = if self.claims.len() == 1 { "" } else { "s" };
        let hedged =
            if possible == 0 { String::new() } else { format!(", {} of them only possible", in_words(possible)) };
        let [claims, actors] = [self.claims.len(), actors.len()].map(in_words);
        format!("This rests on {claims} claim{s} about {actors} actors{hedged}.")
    }

    fn contested(&self) -> Option<String> {
        let contested = || self.ties.iter().filter(|tie| tie.contested);
        let most = contested().max_by_key(|tie| (tie.claims.len(), Reverse((&tie.a, &tie.b))))?;
        let disagreement = most.disagreements.iter().max_by_key(|of| of.holding.len() + of.denying.len())?;
        let (what, holding, denying) = self.sides(disagreement);
        let pair = self.list(&[&most.a, &most.b]);
        let more = match contested().count() - 1 {
            0 => String::new(),
            1 => "; one more pair is contested".to_string(),
            more => format!("; {} more pairs are contested", in_words(more)),
        };
        if holding.union(&denying).count() == 1 {
            let who = if self.documents == 1 { "It" } else { "One article" };
            return Some(format!("{who} both asserts and denies {what} between {pair}{more}."));
        }
        let verb = |count, one, many| if count == 1 { one } else { many };
        let (see, deny) = (verb(holding.len(), "sees", "see"), verb(denying.len(), "denies", "deny"));
        let [some, others] = [holding.len(), denying.len()].map(in_words);
        Some(format!("They contradict each other about {pair}: {some} {see} {what}, {others} {deny} it{more}."))
    }

    /// What is at issue, and the documents on each side.
    fn sides(&self, of: &Disagreement) -> (&'static str, BTreeSet<&str>, BTreeSet<&str>) {
        let documents = |indices: &[usize]| set_of(indices.iter().map(|&index| self.claims[index].document.as_str()));
        let same = of.holding.iter().all(|&index| self.claims[index].kind == of.kind);
        (
            if same { in_a_sentence(of.kind) } else { "an alliance or partnership" },
            documents(&of.holding),
            documents(&of.denying),
        )
    }

    /// The two blocs with the most hostile claims between them.
    fn opposed_blocs(&self) -> Option<(&Bloc, &Bloc)> {
        let blocs = self.blocs.iter().enumerate();
        let bloc_of = map_of(blocs.flat_map(|(at, bloc)| bloc.members.iter().map(move |id| (id, at))));
        let mut hostility: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for tie in self.ties.iter().filter(|tie| tie.sign == Sign::Hostile) {
            if let (Some(&one), Some(&other)) = (bloc_of.get(&tie.a), bloc_of.get(&tie.b)) {
                *hostility.entry((one.min(other), one.max(other))).or_default() += tie.hostile;
            }
        }
        let between = hostility.into_iter().filter(|((one, other), _)| one != other);
        let ((one, other), _) = between.max_by_key(|&(pair, claims)| (claims, Reverse(pair)))?;
        Some((&self.blocs[one], &self.blocs[other]))
    }

    /// The pair with the most claims of a sign that prevails between them.
    fn strongest(&self, sign: Sign) -> Option<String> {
        let ties = self.ties.iter().filter(|tie| tie.sign == sign);
        let most = ties.max_by_key(|tie| (tie.friendly.max(tie.hostile), Reverse((&tie.a, &tie.b))))?;
        Some(self.list(&[&most.a, &most.b]))
    }

    /// The members of a bloc that have the most claims, and how many more there are.
    fn leading(&self, bloc: &Bloc) -> String {
        let mut claims = map_of(bloc.members.iter().map(|member| (member, 0)));
        for (tie, actor) in self.ties.iter().flat_map(|tie| [(tie, &tie.a), (tie, &tie.b)]) {
            claims.entry(actor).and_modify(|count| *count += tie.claims.len());
        }
        let mut members: Vec<_> = bloc.members.iter().collect();
        sort_by_key(&mut members, |member| (Reverse(claims[*member]), *member));
        self.list(&members)
    }

    /// The names of actors, with commas and "and"; of more than four the first three.
    fn list(&self, actors: &[&ActorId]) -> String {
        let shown = if actors.len() > 4 { 3 } else { actors.len() };
        let mut names: Vec<_> =
            actors[..shown].iter().map(|id| with_article(self.names.get(id).unwrap_or(&id.as_str()))).collect();
        if shown < actors.len() {
            names.push(format!("{} others", in_words(actors.len() - shown)));
        }
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
            None => String::new(),
        }
    }
}

fn in_a_sentence(kind: Kind) -> &'static str {
    match kind {
        Kind::Alliance => "an alliance",
        Kind::Partnership => "a partnership",
        Kind::Membership => "membership",
        Kind::MilitaryCooperation => "military cooperation",
        Kind::EconomicCooperation => "economic cooperation",
        Kind::Support => "support",
        Kind::Consultation => "consultation",
        Kind::Opposition => "opposition",
        Kind::Coercion => "coercion",
        Kind::TerritorialDispute => "a territorial dispute",
        Kind::Conflict => "conflict",
        Kind::Neutrality => "neutrality",
    }
}

/// Names such as "United States" or "Soviet Union" take an article in running text.
fn with_article(name: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let takes_article = name.starts_with("United ")
        || name.contains(" of ")
        || ["Netherlands", "Philippines", "Gambia", "Bahamas", "Maldives", "Comoros", "Seychelles", "Taliban", "West"]
            .contains(&name)
        || (name != last
            && [
                "Union",
                "Empire",
                "Republic",
                "Islands",
                "Pact",
                "League",
                "Nations",
                "Organization",
                "Organisation",
                "Entente",
                "Alliance",
                "Community",
                "Kingdom",
                "Emirates",
                "States",
            ]
            .contains(&last));
    if takes_article { format!("the {name}") } else { name.to_string() }
}

fn in_words(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| word.to_string())
}

/// Actors' names have their capitals; only words of our own may begin a sentence without.
fn capitalised(sentence: &str) -> String {
    let mut sentence = sentence.to_string();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}
