//! What is drawn from hand-made claims whose map is known.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use alliance_map::map::{AllianceMap, compare};
use alliance_map::terms::{ActorId, Kind, Sign};
use common::{analysis, claims, dated};

fn draw(lines: &str) -> AllianceMap {
    analysis(claims(lines)).map
}

fn members(map: &AllianceMap) -> Vec<String> {
    map.blocs.iter().map(|bloc| bloc.members.iter().map(ActorId::as_str).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_tie_counts_its_claims_by_sign_and_status() {
    let map = draw(
        "one USA CHN opposition
         one CHN USA economic-cooperation
         two CHN USA coercion possible
         two CHN USA consultation
         two CHN USA conflict denied
         two USA CHN alliance ended
         two CHN CHN support",
    );
    let [tie] = &map.ties[..] else { panic!("one pair, but {} ties", map.ties.len()) };
    assert_eq!((tie.a.as_str(), tie.b.as_str()), ("CHN", "USA"));
    assert_eq!((tie.friendly, tie.hostile, tie.neutral, tie.denied, tie.ended), (1, 2, 1, 1, 1));
    assert_eq!(tie.sign, Sign::Neutral, "one friendly and one hostile claim are asserted");
    assert!(tie.mixed && !tie.contested);
    let signs: Vec<_> = tie.strands.iter().map(|strand| (strand.sign, strand.claims.clone())).collect();
    assert_eq!(signs, [(Sign::Friendly, vec![1, 5]), (Sign::Hostile, vec![0, 2, 4]), (Sign::Neutral, vec![3])]);
}

#[test]
fn possible_claims_decide_only_where_nothing_is_asserted() {
    assert_eq!(draw("one A B alliance possible").ties[0].sign, Sign::Friendly);
    let map = draw("one A B alliance possible\none A B alliance possible\none A B conflict");
    assert_eq!(map.ties[0].sign, Sign::Hostile);
    assert_eq!(draw("one A B alliance denied").ties[0].sign, Sign::Neutral);
}

#[test]
fn what_prevails_is_weighed_by_certainty() {
    let mut list = claims("one A B alliance\none A B conflict\none A B conflict");
    list[1].certainty = 0.3;
    list[2].certainty = 0.3;
    assert_eq!(analysis(list).map.ties[0].sign, Sign::Friendly);
}

#[test]
fn an_alliance_that_one_asserts_and_another_denies_is_contested() {
    let map = draw("one RUS CHN alliance\ntwo CHN RUS alliance denied\nthree RUS CHN partnership");
    let [disagreement] = &map.ties[0].disagreements[..] else { panic!("{:?}", map.ties[0].disagreements) };
    assert_eq!(disagreement.kind, Kind::Alliance);
    assert_eq!(disagreement.holding, [0, 2], "to those who deny an alliance, a partnership says too much");
    assert_eq!(disagreement.denying, [1]);
    assert!(map.ties[0].contested);
}

#[test]
fn a_claim_that_is_hardly_right_contests_nothing() {
    let contested = |certainty| {
        let mut list = claims("one A B alliance\ntwo A B alliance denied");
        list[1].certainty = certainty;
        analysis(list).map.ties[0].contested
    };
    assert!(contested(0.25) && !contested(0.2));
}

#[test]
fn no_alliance_but_a_partnership_is_one_consistent_view() {
    assert!(!draw("one RUS CHN alliance denied\none RUS CHN partnership").ties[0].contested);
    assert!(draw("one RUS CHN alliance denied\none RUS CHN alliance").ties[0].contested);
}

#[test]
fn other_matters_other_directions_and_other_times_are_no_contradiction() {
    assert!(!draw("one A B economic-cooperation\ntwo A B alliance denied").ties[0].contested);
    assert!(!draw("one A B alliance possible\ntwo A B alliance denied").ties[0].contested);
    assert!(!draw("one A B membership\ntwo B A membership denied").ties[0].contested);
    assert!(draw("one A B membership\ntwo A B membership denied").ties[0].contested);
    let [one, two] = claims("one A B alliance\ntwo A B alliance denied").try_into().unwrap();
    let contested = |from, to| {
        let (one, two) = (dated(one.clone(), "1955", "1960"), dated(two.clone(), from, to));
        analysis(vec![one, two]).map.ties[0].contested
    };
    assert!(!contested("1969", ""));
    assert!(contested("1958-07", ""));
    assert!(contested("", ""));
}

#[test]
fn two_hostile_camps_are_two_blocs() {
    let map = draw(
        "one USA JPN alliance
         one USA KOR alliance
         one JPN KOR partnership
         one CHN RUS partnership
         one CHN PRK alliance
         one RUS PRK support
         one USA CHN opposition
         one USA RUS opposition
         one JPN CHN territorial-dispute
         one KOR PRK conflict",
    );
    assert_eq!(members(&map), ["CHN PRK RUS", "JPN KOR USA"]);
    assert_eq!((map.balance.balanced, map.balance.strained), (4, 0));
    assert_eq!(map.summary.split(". ").next(), Some("The article sets CHN, PRK and RUS against USA, JPN and KOR"));
    assert!(map.brokers.is_empty());
}

#[test]
fn who_has_friends_on_both_sides_stands_between_and_links_them() {
    let map = draw(
        "one USA JPN alliance
         one USA GBR alliance
         one JPN GBR partnership
         one CHN RUS partnership
         one CHN PAK alliance
         one RUS PAK partnership
         one USA CHN opposition
         one USA RUS coercion
         one JPN CHN opposition
         one IND USA partnership
         one IND JPN partnership
         one IND RUS partnership",
    );
    assert_eq!(members(&map), ["GBR IND JPN USA", "CHN PAK RUS"]);
    let between: Vec<_> = map.blocs[0].between.iter().map(|b| (b.actor.as_str(), b.bloc, b.ties.len())).collect();
    assert_eq!(between, [("IND", 1, 1)]);
    let broker = &map.brokers[0];
    assert_eq!(broker.actor.as_str(), "IND");
    assert_eq!(broker.sides, [[ActorId::new("RUS"), ActorId::new("USA")]]);
    assert_eq!(broker.blocs, [0, 1]);
}

#[test]
fn who_has_no_friend_is_in_no_bloc() {
    assert!(draw("one A B conflict\none B C opposition\none A C consultation").blocs.is_empty());
    assert!(draw("one A B alliance possible").blocs.is_empty(), "what is only possible holds nobody together");
}

#[test]
fn triads_are_balanced_where_hostile_ties_are_even() {
    let balanced = |ab: &str, ac: &str, bc: &str| {
        let map = draw(&format!("one A B {ab}\none A C {ac}\none B C {bc}"));
        assert_eq!(map.balance.triads.len(), 1);
        assert_eq!(map.balance.triads[0].ties, [0, 1, 2]);
        map.balance.triads[0].balanced
    };
    assert!(balanced("alliance", "alliance", "alliance"));
    assert!(balanced("alliance", "conflict", "conflict"));
    assert!(!balanced("alliance", "alliance", "conflict"));
    assert!(!balanced("conflict", "conflict", "conflict"));
    assert!(draw("one A B alliance\none A C alliance\none B C consultation").balance.triads.is_empty());
}

#[test]
fn years_are_in_order_and_undated_claims_kept_apart() {
    let mut list = claims("one A B alliance\none A B conflict\none A C alliance\none B C alliance");
    list[0] = dated(list[0].clone(), "1907-08-31", "");
    list[1] = dated(list[1].clone(), "", "1904");
    list[3] = dated(list[3].clone(), "1904-04", "1914");
    let timeline = analysis(list).map.timeline;
    let years: Vec<_> = timeline.years.iter().map(|year| (year.year, year.claims.clone())).collect();
    assert_eq!(years, [(1904, vec![1, 3]), (1907, vec![0])]);
    assert_eq!(timeline.undated, [2]);
}

#[test]
fn documents_are_compared_by_what_they_share_and_dispute() {
    let list = claims(
        "one RUS CHN alliance
         one USA CHN opposition
         two RUS CHN alliance denied
         two USA CHN coercion
         two RUS VNM partnership
         three RUS CHN alliance denied",
    );
    let comparison = compare(&list, &["one", "two"]);
    let pair = |a: &ActorId, b: &ActorId| format!("{a} {b}");
    let shared: Vec<_> = comparison.shared.iter().map(|tie| (pair(&tie.a, &tie.b), tie.sign)).collect();
    assert_eq!(shared, [("CHN USA".to_string(), Sign::Hostile)]);
    let single: Vec<_> =
        comparison.single.iter().map(|t| (pair(&t.a, &t.b), t.documents[0].document.clone())).collect();
    assert_eq!(single, [("CHN RUS".to_string(), "one".to_string()), ("RUS VNM".to_string(), "two".to_string())]);
    let [disputed] = &comparison.disputed[..] else { panic!("{:?}", comparison.disputed) };
    assert_eq!(
        (disputed.disagreements[0].holding.clone(), disputed.disagreements[0].denying.clone()),
        (vec![0], vec![2])
    );
    assert!(compare(&list, &["two", "three"]).disputed.is_empty());
    assert!(compare(&list, &[]).shared.is_empty());
}

#[test]
fn the_summary_is_two_sentences_that_name_what_is_contested() {
    let map =
        draw("one RUS CHN alliance\ntwo RUS CHN partnership\nthree RUS CHN alliance denied\none USA CHN opposition");
    let summary = "Together the three articles put CHN and RUS together and CHN and USA at odds. \
                   They contradict each other about CHN and RUS: two see an alliance or partnership, one denies it.";
    assert_eq!(map.summary, summary);
    assert_eq!(draw("").summary, "No two actors are said to stand with or against each other.");
    let end = |lines| draw(lines).summary.split_once(". ").unwrap().1.to_string();
    assert_eq!(end("one A B alliance"), "This rests on one claim about two actors.");
    let hedged = "one A B alliance\none B C alliance possible";
    assert_eq!(end(hedged), "This rests on two claims about three actors, one of them only possible.");
}

/// Fifty thousand ties, most of them of a few busy actors, as large collections have them.
#[test]
fn a_large_map_is_drawn_whole() {
    let mut state = 1u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) % below
    };
    let mut pairs = std::collections::BTreeSet::new();
    while pairs.len() < 50_000 {
        let busy = 1 + random(5_000);
        let (a, b) = (random(busy), random(5_000));
        if a != b {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    let kinds = [Kind::Alliance, Kind::Conflict, Kind::Partnership];
    let ids: Vec<_> = (0..5_000).map(|number| format!("A{number:04}")).collect();
    let list = pairs.iter().map(|&(a, b)| {
        let kind = kinds[random(3) as usize];
        common::claim("one", &ids[a as usize], &ids[b as usize], kind, alliance_map::terms::Status::Asserted)
    });
    let list: Vec<_> = list.collect();
    let start = std::time::Instant::now();
    let map = alliance_map::map::draw_claims(&list, &[]);
    println!(
        "50,000 ties drawn in {:?}: {} blocs, {} triads",
        start.elapsed(),
        map.blocs.len(),
        map.balance.balanced + map.balance.strained
    );
    assert_eq!(map.ties.len(), 50_000);
    assert_eq!(map.balance.triads.len(), 1_000);
}
