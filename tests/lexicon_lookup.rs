//! Asks the lexicon that ships what other rooms ask it: names in all spellings, people, offices, memberships, overrides.

use alliance_map::lexicon::overrides::{ActorOverride, AliasOverride};
use alliance_map::lexicon::{ActorKind, AliasHow, Date, Lexicon, OfficeKind, Overrides, Reading};
use std::collections::BTreeSet;

/// Splits as the text room does: hyphens, apostrophes and commas stand alone.
fn forms(text: &str) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let mut rest = word;
        while let Some(at) = rest.find(['-', '–', ',']).filter(|_| rest.len() > 1) {
            let end = at + rest[at..].chars().next().map_or(1, char::len_utf8);
            forms.extend([&rest[..at], &rest[at..end]].into_iter().filter(|part| !part.is_empty()).map(String::from));
            rest = &rest[end..];
        }
        match rest.strip_suffix("'s").or(rest.strip_suffix("'S")) {
            Some(owner) => forms.extend([owner.to_string(), rest[owner.len()..].to_string()]),
            None if rest.is_empty() => {}
            None => forms.push(rest.to_string()),
        }
    }
    forms
}

/// The ids that the longest name at the start may stand for (`-` for none), and the number of forms that it covers.
fn readings(lexicon: &Lexicon, text: &str) -> (usize, Vec<String>) {
    let forms = forms(text);
    let Some(found) = lexicon.longest(&forms) else { return (0, Vec::new()) };
    let ids: BTreeSet<String> =
        found.readings.iter().map(|reading| reading.actor().map_or("-".to_string(), |id| id.to_string())).collect();
    (found.forms, ids.into_iter().collect())
}

#[track_caller]
fn stands_for(text: &str, covered: usize, ids: &str) {
    let ids: Vec<String> = ids.split_whitespace().map(String::from).collect();
    assert_eq!(readings(Lexicon::embedded(), text), (covered, ids), "{text}");
}

#[track_caller]
fn stands_for_none(text: &str) {
    assert_eq!(readings(Lexicon::embedded(), text), (0, Vec::new()), "{text}");
}

#[test]
fn names_in_all_spellings() {
    stands_for("Mongolia and its neighbours", 1, "MNG");
    stands_for("People's Republic of China", 5, "CHN");
    stands_for("PEOPLE'S REPUBLIC OF CHINA", 5, "CHN");
    stands_for("Côte d'Ivoire welcomed", 2, "CIV");
    stands_for("Cote d’Ivoire welcomed", 2, "CIV");
    stands_for("Türkiye", 1, "TUR");
    stands_for("Guinea-Bissau's president", 3, "GNB");
    stands_for("Timor Leste", 2, "TLS");
    stands_for("Austria–Hungary mobilised", 3, "AUSTRIA-HUNGARY");
    stands_for("St. Kitts and Nevis", 4, "KNA");
    stands_for("Quai d'Orsay", 2, "FRA");
    stands_for("the Elysée Palace", 0, "");
    stands_for("Elysee Palace", 2, "FRA");
}

#[test]
fn capitals_tell_names_from_things() {
    stands_for("Turkey", 1, "- OTTOMAN TUR");
    stands_for("TURKEY", 1, "- OTTOMAN TUR");
    assert!(!readings(Lexicon::embedded(), "turkey").1.contains(&"TUR".to_string()));
    stands_for("US sanctions", 1, "USA");
    stands_for("U.S. sanctions", 1, "USA");
    stands_for_none("us");
    stands_for_none("Us");
    stands_for_none("iranian");
    assert!(readings(Lexicon::embedded(), "Nato").1.contains(&"NATO".to_string()));
}

#[test]
fn the_longest_name_wins() {
    stands_for("South Sudanese troops", 2, "SSD");
    stands_for("Equatorial Guinea", 2, "GNQ");
    stands_for("Democratic Republic of the Congo", 5, "COD");
    stands_for("Indian Ocean", 2, "-");
    stands_for("South China Sea", 3, "-");
    stands_for("New Mexico", 2, "-");
    stands_for("Lebanon, Ohio", 3, "-");
    stands_for("Northern Ireland", 2, "-");
    stands_for("Washington, D.C.", 3, "USA");
    stands_for("Russian's", 1, "RUS SUN");
}

#[test]
fn prefixes_need_their_hyphen() {
    stands_for("Sino-Russian trade", 1, "CHN");
    stands_for("Franco-German friendship", 1, "FRA");
    stands_for_none("Sino Russian trade");
    let forms = ["Sino-", "Russian"];
    assert!(Lexicon::embedded().longest(&forms).is_some());
}

#[test]
fn rivals_are_told_by_their_cues() {
    let georgia = Lexicon::embedded().longest(&["Georgia"]).unwrap();
    let no_actor = georgia.readings.iter().find(|reading| reading.actor().is_none()).unwrap();
    let Reading::Alias(row) = no_actor else { panic!("an alias row") };
    assert!(row.cues().any(|cue| cue == "atlanta") && !row.is_default());
    let state = georgia.readings.iter().find(|reading| reading.actor().is_some()).unwrap();
    assert!(matches!(state, Reading::Alias(row) if row.is_default() && row.actor.as_ref().unwrap().as_str() == "GEO"));
}

#[test]
fn people_by_name_and_short_name() {
    let lexicon = Lexicon::embedded();
    stands_for("Gamal Abdel Nasser", 3, "EGY UAR");
    stands_for("Retno Marsudi", 2, "IDN");
    stands_for("Xi Jinping", 2, "CHN");
    let in_1962 = Date::year(1962);
    let kennedys: Vec<_> = lexicon.people_by_short("Kennedy").filter(|p| p.period.covers(in_1962)).collect();
    assert!(!kennedys.is_empty() && kennedys.iter().all(|person| person.actor.as_str() == "USA"));
    let bushes: BTreeSet<_> = lexicon.people_by_short("Bush").map(|person| person.name.to_string()).collect();
    assert!(bushes.len() > 1, "{bushes:?}");
}

#[test]
fn offices_in_any_case() {
    let lexicon = Lexicon::embedded();
    for words in [["Foreign", "Minister", "of"], ["foreign", "minister", "who"], ["FOREIGN", "MINISTER", "IN"]] {
        let (length, office) = lexicon.office(&words).unwrap();
        assert_eq!((length, office.kind), (2, OfficeKind::Person));
    }
    assert_eq!(lexicon.office(&["troops"]).unwrap().1.kind, OfficeKind::People);
    assert_eq!(lexicon.office(&["government"]).unwrap().1.kind, OfficeKind::Institution);
    assert!(lexicon.office(&["umbrella"]).is_none());
}

#[test]
fn actors_carry_their_facts() {
    let lexicon = Lexicon::embedded();
    let soviet = lexicon.actor("SUN").unwrap();
    assert!(soviet.period.covers(Date::year(1950)) && !soviet.period.covers(Date::year(1995)));
    assert_eq!(lexicon.actor("GRL").unwrap().kind, ActorKind::Territory);
    let (latitude, longitude) = lexicon.actor("NZL").unwrap().place.unwrap();
    assert!((latitude + 41.3).abs() < 0.1 && (longitude - 174.78).abs() < 0.1);
    assert!(lexicon.actor("BHR").unwrap().descriptors().any(|noun| noun == "kingdom"));
    assert!(lexicon.actor("NOSUCH").is_none());
}

#[test]
fn memberships_by_date() {
    let lexicon = Lexicon::embedded();
    let allies = |year| -> BTreeSet<String> {
        lexicon.members_of("NATO", Some(Date::year(year))).map(|row| row.member.to_string()).collect()
    };
    assert!(!allies(1970).contains("POL") && allies(2005).contains("POL"));
    assert!(lexicon.members_of("WARSAWPACT", None).any(|row| row.member.as_str() == "POL"));
}

#[test]
fn overrides_add_and_replace() {
    let overrides = Overrides {
        actors: vec![ActorOverride {
            id: "ZENDA".into(),
            name: "Ruritania".into(),
            kind: "state".into(),
            ..Default::default()
        }],
        aliases: vec![
            AliasOverride {
                alias: "Ruritanian".into(),
                actor: "ZENDA".into(),
                how: "adjective".into(),
                ..Default::default()
            },
            AliasOverride { alias: "Georgia".into(), actor: "-".into(), ..Default::default() },
        ],
    };
    let lexicon = Lexicon::embedded().with_overrides(&overrides).unwrap();
    assert_eq!(readings(&lexicon, "Ruritania's king"), (1, vec!["ZENDA".into()]));
    assert_eq!(readings(&lexicon, "Ruritanian troops"), (1, vec!["ZENDA".into()]));
    assert_eq!(readings(&lexicon, "Georgia"), (1, vec!["-".into()]));
    assert_eq!(readings(&lexicon, "Mongolia"), (1, vec!["MNG".into()]));
    assert_eq!(lexicon.aliases_of("ZENDA").filter(|alias| alias.how == AliasHow::Adjective).count(), 1);
    stands_for_none("Ruritania");
}

#[test]
fn overrides_that_make_no_sense_say_why() {
    let alias = AliasOverride { alias: "Ruritania".into(), actor: "ZENDA".into(), ..Default::default() };
    let overrides = Overrides { aliases: vec![alias], ..Default::default() };
    let error = Lexicon::embedded().with_overrides(&overrides).unwrap_err().to_string();
    assert_eq!(
        error,
        "overrides.aliases, line 1, column actor: found \"ZENDA\", expected the id of a known or added actor, or -"
    );
    let actor = ActorOverride { id: "zenda".into(), ..Default::default() };
    let overrides = Overrides { actors: vec![actor], ..Default::default() };
    assert!(Lexicon::embedded().with_overrides(&overrides).unwrap_err().to_string().contains("column id"));
    let error = |actor: ActorOverride| {
        let overrides = Overrides { actors: vec![ActorOverride { id: "ZENDA".into(), ..actor }], ..Default::default() };
        Lexicon::embedded().with_overrides(&overrides).unwrap_err().to_string()
    };
    assert_eq!(
        error(ActorOverride { from: "1894".into(), to: "1893-12".into(), ..Default::default() }),
        "overrides.actors, line 1, column to: found \"1893-12\", expected a date not before 1894"
    );
    assert!(
        error(ActorOverride { kind: "realm".into(), ..Default::default() })
            .starts_with("overrides.actors, line 1, column kind: found \"realm\", expected one of: state,")
    );
}

#[test]
fn loads_quickly() {
    let start = std::time::Instant::now();
    let lexicon = Lexicon::from_tables(alliance_map::lexicon::EMBEDDED_TABLES).unwrap();
    println!(
        "{} aliases and {} terms of office in {:?}",
        lexicon.aliases().len(),
        lexicon.people().len(),
        start.elapsed()
    );
    // Generous, because tests are built without optimisation and share the machine: a load that is not linear takes longer.
    assert!(start.elapsed().as_millis() < 2_000);
}
