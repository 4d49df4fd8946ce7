//! What holds for any claims and any text.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use alliance_map::analysis::{Analysis, ClaimView};
use alliance_map::export::{Format, export};
use alliance_map::offsets::{OffsetTable, OffsetUnit};
use alliance_map::terms::{ActorId, Kind, Sign, Status};
use alliance_map::text::{self, DocumentInput};
use alliance_map::{Options, analyse};
use common::{analysis, claim, dated};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn any_claim() -> impl Strategy<Value = ClaimView> {
    let actors = ["ARE", "BEL", "CHN", "DNK", "EST", "FRA", "<&\">"];
    let years = prop_oneof![Just(String::new()), (1900..1910i32).prop_map(|year| year.to_string())];
    (0..3usize, 0..actors.len(), 0..actors.len(), 0..Kind::ALL.len(), 0..Status::ALL.len(), years).prop_map(
        move |(document, source, target, kind, status, year)| {
            let document = ["one", "two", "three, \"quoted\"\r\n"][document];
            let one = claim(document, actors[source], actors[target], Kind::ALL[kind], Status::ALL[status]);
            if year.is_empty() { one } else { dated(one, &year, "") }
        },
    )
}

/// Scraps of prose and of mark-up, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let scraps = prop_oneof![
        Just("China and Russia are allies. "),
        Just("Beijing does not trust Moscow. "),
        Just("\"We will back Tehran,\" Putin said in 2019.\n\n"),
        Just("# NATO and its foes\n"),
        Just("<p>The United States sanctioned Iran &amp; Syria.</p>"),
        Just("<script>let it = 1 < 2;"),
        Just("* item\n* [link](http://example.org)\n"),
        Just("Al\u{AD}li\u{AD}ance be-\ntween Japan and the U.S. "),
    ];
    let scrap = prop_oneof![scraps.prop_map(str::to_string), any::<String>(), "\\PC{0,40}"];
    proptest::collection::vec(scrap, 0..8).prop_map(|scraps| scraps.concat())
}

fn documents(texts: &[String]) -> Vec<DocumentInput> {
    let input = |(index, text): (usize, &String)| DocumentInput {
        id: format!("document {index}"),
        text: text.clone(),
        format: [text::Format::Auto, text::Format::Text, text::Format::Markdown, text::Format::Html][index % 4],
        ..DocumentInput::default()
    };
    texts.iter().enumerate().map(input).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ties_and_their_strands_share_out_the_claims(claims in proptest::collection::vec(any_claim(), 0..40)) {
        let analysis = analysis(claims);
        let (claims, map) = (&analysis.claims, &analysis.map);
        let related: Vec<_> = (0..claims.len()).filter(|&i| claims[i].source != claims[i].target).collect();
        let mut shared: Vec<_> = map.ties.iter().flat_map(|tie| tie.claims.clone()).collect();
        shared.sort();
        prop_assert_eq!(shared, related);
        for tie in &map.ties {
            prop_assert!(tie.a < tie.b);
            prop_assert!(tie.claims.iter().all(|&i| claims[i].pair() == (&tie.a, &tie.b)));
            let mut drawn: Vec<_> = tie.strands.iter().flat_map(|strand| strand.claims.clone()).collect();
            drawn.sort();
            prop_assert_eq!(&drawn, &tie.claims);
            let counted = tie.friendly + tie.hostile + tie.neutral + tie.denied + tie.ended;
            prop_assert_eq!(counted, tie.claims.len());
            for strand in &tie.strands {
                prop_assert!(strand.claims.iter().all(|&i| claims[i].sign == strand.sign));
                prop_assert_eq!(strand.asserted + strand.possible + strand.denied + strand.ended, strand.claims.len());
            }
            prop_assert_eq!(tie.contested, !tie.disagreements.is_empty());
            for sides in &tie.disagreements {
                prop_assert!(!sides.holding.is_empty() && !sides.denying.is_empty());
                prop_assert!(sides.holding.iter().all(|&i| claims[i].status == Status::Asserted));
                prop_assert!(sides.denying.iter().all(|&i| claims[i].status == Status::Denied));
            }
        }
        let years = map.timeline.years.iter().flat_map(|year| year.claims.clone());
        let mut placed: Vec<_> = years.chain(map.timeline.undated.clone()).collect();
        placed.sort();
        prop_assert_eq!(placed, (0..claims.len()).collect::<Vec<_>>());
    }

    #[test]
    fn blocs_are_apart_and_hold_together_by_friendly_ties(claims in proptest::collection::vec(any_claim(), 0..60)) {
        let map = analysis(claims).map;
        let mut seen = BTreeSet::new();
        for bloc in &map.blocs {
            prop_assert!(bloc.members.len() > 1 && bloc.members.contains(&bloc.core));
            prop_assert!(bloc.members.iter().all(|member| seen.insert(member.clone())));
            let friendly = |tie: &&alliance_map::map::Tie| tie.sign == Sign::Friendly && tie.count(Sign::Friendly, Status::Asserted) > 0;
            let mut reached = BTreeSet::from([bloc.members[0].clone()]);
            for _ in &bloc.members {
                for tie in map.ties.iter().filter(friendly) {
                    if bloc.members.contains(&tie.a) && bloc.members.contains(&tie.b) && (reached.contains(&tie.a) || reached.contains(&tie.b)) {
                        reached.extend([tie.a.clone(), tie.b.clone()]);
                    }
                }
            }
            prop_assert_eq!(reached.len(), bloc.members.len());
        }
    }

    #[test]
    fn triads_are_all_triples_of_signed_ties(claims in proptest::collection::vec(any_claim(), 0..60)) {
        let map = analysis(claims).map;
        let sign = |a: &ActorId, b: &ActorId| map.ties.iter().find(|tie| &tie.a == a && &tie.b == b).and_then(|tie| {
            let asserted = tie.count(Sign::Friendly, Status::Asserted) + tie.count(Sign::Hostile, Status::Asserted);
            (asserted > 0 && tie.sign != Sign::Neutral).then_some(tie.sign)
        });
        let ids: BTreeSet<_> = map.ties.iter().flat_map(|tie| [tie.a.clone(), tie.b.clone()]).collect();
        let ids: Vec<_> = ids.into_iter().collect();
        let mut expected = BTreeSet::new();
        for (i, a) in ids.iter().enumerate() {
            for (j, b) in ids.iter().enumerate().skip(i + 1) {
                for c in ids.iter().skip(j + 1) {
                    if let (Some(ab), Some(ac), Some(bc)) = (sign(a, b), sign(a, c), sign(b, c)) {
                        expected.insert((a.clone(), b.clone(), c.clone(), [ab, ac, bc]));
                    }
                }
            }
        }
        let found: BTreeSet<_> = map.balance.triads.iter().map(|triad| {
            let [a, b, c] = triad.actors.clone();
            (a, b, c, triad.signs)
        }).collect();
        prop_assert_eq!(map.balance.balanced + map.balance.strained, expected.len());
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn exports_are_well_formed_and_whole(claims in proptest::collection::vec(any_claim(), 0..30)) {
        let analysis = analysis(claims);
        let back: Analysis = serde_json::from_str(&export(&analysis, Format::Json)).unwrap();
        prop_assert_eq!(export(&back, Format::Json), export(&analysis, Format::Json));
        for (format, rows) in [(Format::Csv, analysis.claims.len()), (Format::TiesCsv, analysis.map.ties.len())] {
            let text = export(&analysis, format);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let read: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
            prop_assert_eq!(read.len(), rows);
            prop_assert!(text.ends_with("\r\n"));
        }
        let strands: usize = analysis.map.ties.iter().map(|tie| tie.strands.len()).sum();
        for format in [Format::GraphMl, Format::Gexf] {
            let text = export(&analysis, format);
            let xml = roxmltree::Document::parse(&text).unwrap();
            let count = |name| xml.descendants().filter(|node| node.has_tag_name(name)).count();
            prop_assert_eq!(xml.descendants().filter(|node| node.tag_name().name() == "edge").count(), strands);
            prop_assert_eq!(xml.descendants().filter(|node| node.tag_name().name() == "node").count(), analysis.actors.len());
            prop_assert_eq!(count("none"), 0);
        }
        prop_assert_eq!(export(&analysis, Format::ClaimsJsonl).lines().count(), analysis.claims.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_in_any_order_give_one_analysis(texts in proptest::collection::vec(any_text(), 0..5)) {
        let inputs = documents(&texts);
        let analysis = analyse(&inputs, &Options::default()).unwrap();
        let backwards: Vec<_> = inputs.iter().rev().cloned().collect();
        let again = analyse(&backwards, &Options::default()).unwrap();
        for &format in Format::ALL {
            prop_assert_eq!(export(&analysis, format), export(&again, format));
        }
        for document in &analysis.documents {
            let mut end = 0;
            for sentence in &document.sentences {
                prop_assert!(end <= sentence.start && sentence.start < sentence.end && sentence.end <= document.text.len());
                prop_assert!(document.text.get(sentence.start..sentence.end).is_some());
                end = sentence.end;
            }
        }
    }

    #[test]
    fn every_unit_of_offsets_cuts_out_the_same_words(texts in proptest::collection::vec(any_text(), 0..4)) {
        let cut = |offsets| {
            let analysis = analyse(&documents(&texts), &Options { offsets, ..Options::default() }).unwrap();
            let mut words = Vec::new();
            for document in &analysis.documents {
                let table = OffsetTable::new(&document.text, offsets);
                words.extend(document.sentences.iter().map(|range| table.slice(range.start, range.end).to_string()));
                let mentions = analysis.mentions.iter().filter(|mention| mention.document == document.id);
                words.extend(mentions.map(|mention| table.slice(mention.start, mention.end).to_string()));
                let claims = analysis.claims.iter().filter(|claim| claim.document == document.id);
                words.extend(claims.map(|claim| table.slice(claim.cue.start, claim.cue.end).to_string()));
            }
            words
        };
        let words = cut(OffsetUnit::Bytes);
        prop_assert!(words.iter().all(|word| !word.is_empty()));
        prop_assert_eq!(&words, &cut(OffsetUnit::CodePoints));
        prop_assert_eq!(&words, &cut(OffsetUnit::Utf16));
    }
}
