//! Audits the tables that ship: sorted, unique, told in the README, every reference resolves, every date lies within the actor's
//! existence. Tables that one room alone reads have their rows checked beside what reads them.

use alliance_map::lexicon::records::{
    ActorRecord, AliasRecord, MembershipRecord, OfficeRecord, PersonRecord, TreatyRecord,
};
use alliance_map::lexicon::table::{self, Record};
use alliance_map::lexicon::{EMBEDDED_TABLES, FRAME_TABLES, Lexicon, Period, folded_words};
use alliance_map::terms::ActorId;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Fails with all complaints at once, so that a table is mended in one go.
fn assert_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

/// The rows of every table below a folder (or of one table), each with its file and line.
fn records<R: Record>(folder: &str) -> Vec<(String, R)> {
    let mut found = Vec::new();
    for &(file, text) in EMBEDDED_TABLES.iter().filter(|(file, _)| file.starts_with(folder)) {
        let records = table::read::<R>(file, text).unwrap_or_else(|error| panic!("{error}"));
        found.extend(records.into_iter().zip(2..).map(|(record, line)| (format!("{file}, line {line}"), record)));
    }
    found
}

fn existence(id: &ActorId) -> Option<Period> {
    Lexicon::embedded().actor(id.as_str()).map(|actor| actor.period)
}

/// All tables of the folder, sorted: path inside `lexicon/` and content.
fn tables() -> Vec<(String, String)> {
    let lexicon = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    let (mut folders, mut tables) = (vec![lexicon.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of tables").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "tsv") {
                let file = path.strip_prefix(&lexicon).expect("a path in the folder").to_string_lossy();
                tables.push((file.replace('\\', "/"), fs::read_to_string(&path).expect("a table of text")));
            }
        }
    }
    tables.sort();
    tables
}

#[test]
fn tables_are_sorted_and_without_repeated_rows() {
    let mut complaints = Vec::new();
    for (file, text) in tables() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, pair) in lines.windows(2).enumerate().skip(1) {
            if pair[0] >= pair[1] {
                complaints.push(format!("{file}, line {}: {:?} must stand before {:?}", at + 2, pair[1], pair[0]));
            }
        }
        if !text.ends_with('\n') || text.contains('\r') || text.contains("\n\n") {
            complaints.push(format!("{file}: every line ends with one line feed, and none is blank"));
        }
    }
    assert_none(complaints);
}

#[test]
fn every_table_of_a_folder_of_tables_is_read() {
    let folders = ["actors/", "aliases/", "frames/", "people/"];
    let read = EMBEDDED_TABLES.iter().chain(FRAME_TABLES).map(|(file, _)| *file).chain(["frames/roles.tsv"]);
    let mut read: Vec<&str> = read.filter(|file| folders.iter().any(|folder| file.starts_with(folder))).collect();
    read.sort();
    let tables = tables();
    let files = tables.iter().map(|(file, _)| file.as_str());
    assert_eq!(files.filter(|file| folders.iter().any(|folder| file.starts_with(folder))).collect::<Vec<_>>(), read);
}

#[test]
fn every_table_has_a_row_in_the_readme() {
    let readme = include_str!("../lexicon/README.md");
    let columns = |file: &str| {
        let folder = file.split_once('/').map(|(folder, _)| format!("{folder}/*.tsv"));
        let row = |name: &str| {
            readme.lines().find_map(|line| line.strip_prefix(&format!("| `{name}` | `"))?.split('`').next())
        };
        row(file).or_else(|| row(&folder?))
    };
    let told = |file: &str, text: &str| {
        columns(file).map(|names| names.replace(' ', "\t")) == text.lines().next().map(str::to_string)
    };
    let untold = tables().into_iter().filter(|(file, text)| !told(file, text));
    assert_none(untold.map(|(file, _)| format!("{file}: lexicon/README.md has other columns, or none")).collect());
}

#[test]
fn triggers_of_a_frame_are_sorted_and_without_repeats() {
    let mut complaints = Vec::new();
    for (file, text) in FRAME_TABLES {
        for (row, line) in text.lines().skip(1).zip(2..) {
            let triggers: Vec<&str> = row.split('\t').nth(1).unwrap_or_default().split(';').collect();
            for pair in triggers.windows(2).filter(|pair| pair[0] >= pair[1]) {
                complaints.push(format!("{file}, line {line}: {:?} must stand before {:?}", pair[1], pair[0]));
            }
        }
    }
    assert_none(complaints);
}

#[test]
fn actors_are_unique() {
    let mut complaints = Vec::new();
    let mut seen = BTreeMap::new();
    for (place, actor) in records::<ActorRecord>("actors/") {
        if let Some(first) = seen.insert(actor.id.clone(), place.clone()) {
            complaints.push(format!("{place}: {} stands already in {first}", actor.id));
        }
    }
    assert_none(complaints);
}

#[test]
fn states_have_a_place_on_the_map() {
    let placeless = records::<ActorRecord>("actors/states").into_iter().filter(|(_, actor)| actor.place.is_none());
    assert_none(placeless.map(|(place, actor)| format!("{place}: {} has no coordinates", actor.id)).collect());
}

#[test]
fn every_alias_stands_for_a_known_actor() {
    let aliases = records::<AliasRecord>("aliases/");
    let unknown = aliases.iter().filter(|(_, row)| row.actor.as_ref().is_some_and(|id| existence(id).is_none()));
    assert_none(unknown.map(|(place, row)| format!("{place}: no actor {:?} for {:?}", row.actor, row.alias)).collect());
}

#[test]
fn no_alias_stands_twice_for_one_actor_at_one_time() {
    let aliases = records::<AliasRecord>("aliases/");
    let mut seen: BTreeMap<_, Vec<&(String, AliasRecord)>> = BTreeMap::new();
    let mut complaints = Vec::new();
    for row in &aliases {
        let rows = seen.entry((row.1.alias.to_string(), row.1.actor.clone(), format!("{:?}", row.1.how))).or_default();
        for (first, other) in rows.iter().filter(|(_, other)| other.period.overlaps(&row.1.period)) {
            complaints.push(format!("{}: {:?} stands already in {first}", row.0, other.alias));
        }
        rows.push(row);
    }
    assert_none(complaints);
}

#[test]
fn every_actor_has_a_name() {
    let named: BTreeSet<ActorId> =
        records::<AliasRecord>("aliases/").into_iter().filter_map(|(_, row)| row.actor).collect();
    let nameless = Lexicon::embedded().actors().iter().filter(|actor| !named.contains(&actor.id));
    assert_none(nameless.map(|actor| format!("{}: no alias", actor.id)).collect());
}

/// The readings that one wording has, in the sense of the matcher: accents, hyphens and full stops make no difference.
#[test]
fn rival_aliases_have_cues_and_one_default() {
    let mut wordings: BTreeMap<(String, bool), Vec<(String, AliasRecord)>> = BTreeMap::new();
    for (place, row) in records::<AliasRecord>("aliases/") {
        wordings.entry((folded_words(&row.alias), row.alias.ends_with('-'))).or_default().push((place, row));
    }
    let mut complaints = Vec::new();
    for ((wording, _), readings) in wordings {
        let actors: BTreeSet<_> = readings.iter().map(|(_, row)| row.actor.clone()).collect();
        let defaults: BTreeSet<_> =
            readings.iter().filter(|(_, row)| row.is_default()).map(|(_, row)| row.actor.clone()).collect();
        let places: Vec<_> = readings.iter().map(|(place, row)| format!("{place} ({:?})", row.actor)).collect();
        // A name that stands for one actor alone, and only beside its cues, needs no default.
        if defaults.len() > 1 || (defaults.is_empty() && actors.len() > 1) {
            let ids = defaults.len();
            complaints.push(format!("{wording:?} needs one default reading (*), not {ids}: {}", places.join("; ")));
        }
        for (place, row) in &readings {
            if actors.len() > 1 && !row.is_default() && row.cues().next().is_none() {
                complaints.push(format!("{place}: {wording:?} has rivals, so it needs cues or *"));
            }
        }
    }
    assert_none(complaints);
}

#[test]
fn cues_are_in_lower_case() {
    let aliases = records::<AliasRecord>("aliases/");
    let loud = aliases.iter().filter(|(_, row)| row.cues().any(|cue| cue != cue.to_lowercase() || cue != cue.trim()));
    assert_none(loud.map(|(place, row)| format!("{place}: cues of {:?}", row.alias)).collect());
}

#[test]
fn aliases_of_dissolved_actors_are_of_their_time() {
    let mut complaints = Vec::new();
    for (place, row) in records::<AliasRecord>("aliases/") {
        // Only dissolved actors: a colony's name may be older than the state of today that its people made of it.
        let Some(period) = row.actor.as_ref().and_then(existence).filter(|period| period.to.is_some()) else {
            continue;
        };
        if !period.overlaps(&row.period) {
            complaints.push(format!("{place}: {:?} is of another time than {:?}", row.alias, row.actor));
        }
    }
    assert_none(complaints);
}

#[test]
fn office_holders_served_while_their_actor_existed() {
    let mut complaints = Vec::new();
    for (place, row) in records::<PersonRecord>("people/") {
        match existence(&row.actor) {
            None => complaints.push(format!("{place}: no actor {}", row.actor)),
            Some(period) if !period.overlaps(&row.period) || !holds_start(&period, &row.period) => {
                complaints.push(format!("{place}: {} served outside the existence of {}", row.name, row.actor));
            }
            Some(_) => {}
        }
    }
    assert_none(complaints);
}

#[test]
fn members_belonged_while_both_existed() {
    let mut complaints = Vec::new();
    for (place, row) in records::<MembershipRecord>("memberships") {
        for id in [&row.organisation, &row.member] {
            match existence(id) {
                None => complaints.push(format!("{place}: no actor {id}")),
                Some(period) if !period.overlaps(&row.period) || !holds_start(&period, &row.period) => {
                    complaints
                        .push(format!("{place}: {} in {} outside the existence of {id}", row.member, row.organisation));
                }
                Some(_) => {}
            }
        }
    }
    assert_none(complaints);
}

/// Whether the inner period begins and ends within the outer, where its dates are known.
fn holds_start(outer: &Period, inner: &Period) -> bool {
    [inner.from, inner.to].into_iter().flatten().all(|date| outer.covers(date))
}

#[test]
fn treaties_bind_actors_of_their_time() {
    let mut complaints = Vec::new();
    for (place, row) in records::<TreatyRecord>("treaties") {
        for party in &row.parties {
            match existence(party) {
                None => complaints.push(format!("{place}: no actor {party}")),
                Some(period) if !row.period.from.is_some_and(|signed| period.covers(signed)) => {
                    complaints.push(format!("{place}: {party} did not exist when {} was signed", row.name));
                }
                Some(_) => {}
            }
        }
    }
    assert_none(complaints);
}

#[test]
fn offices_are_unique_phrases_in_lower_case() {
    let mut complaints = Vec::new();
    let mut seen = BTreeSet::new();
    for (place, row) in records::<OfficeRecord>("offices") {
        if row.phrase != row.phrase.to_lowercase() || !seen.insert(folded_words(&row.phrase)) {
            complaints.push(format!("{place}: {:?} must be in lower case and stand once", row.phrase));
        }
    }
    assert_none(complaints);
}

#[test]
fn the_tables_cover_what_they_promise() {
    let lexicon = Lexicon::embedded();
    let iso = include_str!("lexicon_audit/iso-3166-1.txt");
    let missing: Vec<_> = iso.split_whitespace().filter(|id| lexicon.actor(id).is_none()).collect();
    assert_eq!(iso.split_whitespace().count(), 249);
    assert!(missing.is_empty(), "ISO 3166-1 codes without an actor: {missing:?}");
}

#[test]
fn a_malformed_row_is_named_with_its_place() {
    let header = "id\tname\tkind\tfrom\tto\tlatitude\tlongitude\tdescriptors\tsource\n";
    let cases = [
        (
            "XYZ\tXyzland\tstat\t\t\t\t\t\tfact",
            "actors/x.tsv, line 2, column kind: found \"stat\", expected one of: state, territory, organisation, bloc, armed-group, firm, other",
        ),
        (
            "XYZ\tXyzland\tstate\t49\t\t\t\t\tfact",
            "actors/x.tsv, line 2, column from: found \"49\", expected a date: 1949, 1949-04 or 1949-04-04",
        ),
        (
            "XYZ\tXyzland\tstate\t1949\t1948\t\t\t\tfact",
            "actors/x.tsv, line 2, column to: found \"1948\", expected a date not before 1949",
        ),
        (
            "XYZ\tXyzland\tstate\t\t\t91\t0\t\tfact",
            "actors/x.tsv, line 2, column latitude: found \"91\", expected decimal degrees from -90 to 90",
        ),
        (
            "XYZ\tXyzland\tstate\t\t\t9\t\t\tfact",
            "actors/x.tsv, line 2, column longitude: found \"\", expected degrees, because the row has a latitude",
        ),
        (
            "xyz\tXyzland\tstate\t\t\t\t\t\tfact",
            "actors/x.tsv, line 2, column id: found \"xyz\", expected an actor id in capitals, digits and hyphens",
        ),
        (
            "XYZ\tXyzland\tstate\t\t\t\t\t\t",
            "actors/x.tsv, line 2, column source: found \"\", expected where the row is from",
        ),
        (
            "XYZ\tXyzland",
            "actors/x.tsv, line 2, column row: found \"XYZ\\tXyzland\", expected 9 cells separated by tabs, not 2",
        ),
    ];
    for (row, expected) in cases {
        let text: &'static str = Box::leak(format!("{header}{row}\n").into_boxed_str());
        let error = Lexicon::from_tables(&[("actors/x.tsv", text)]).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let error = Lexicon::from_tables(&[("actors/x.tsv", "name\tid\n")]).unwrap_err();
    assert!(
        error.to_string().starts_with("actors/x.tsv, line 1, column row: found \"name\\tid\", expected the header")
    );
    assert!(Lexicon::from_tables(&[("weather.tsv", "")]).unwrap_err().to_string().contains("weather.tsv"));
}
