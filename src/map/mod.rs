//! From the claims of all documents to ties, disagreements, blocs, triads and the timeline.
//!
//! This room never sees a sentence.

mod balance;
mod blocs;
mod compare;
mod graph;
mod summary;
mod ties;
mod timeline;

use crate::analysis::{Actor, ClaimView};
use graph::SignedGraph;
use serde::{Deserialize, Serialize};

pub use balance::{Balance, Broker, Triad};
pub use blocs::{Between, Bloc};
pub use compare::{ComparedTie, Comparison, DisputedTie, DocumentClaims, compare};
pub use ties::{Disagreement, Strand, Tie};
pub use timeline::{Timeline, YearOfClaims, year};

/// The claims of all documents drawn together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AllianceMap {
    /// One per pair of actors with a claim, in the order of their ids.
    pub ties: Vec<Tie>,
    /// Groups held together by friendly ties, largest first.
    pub blocs: Vec<Bloc>,
    /// How the triads fit together.
    pub balance: Balance,
    /// Actors that link the sides, those between the most foes first.
    pub brokers: Vec<Broker>,
    /// The claims by year.
    pub timeline: Timeline,
    /// What the documents together claim, in two plain sentences of English; in one where nothing is claimed.
    pub summary: String,
}

/// Draws claims: the table of contents of the second half of the program. `actors` gives names to ids.
pub fn draw_claims(claims: &[ClaimView], actors: &[Actor]) -> AllianceMap {
    // A line on the map is a pair, so claims are first gathered by pair.
    let ties = ties::gather(claims);
    // What follows is about who stands with whom; only asserted ties hold groups together or strain them.
    let graph = SignedGraph::of(&ties, claims);
    let blocs = blocs::find(&graph);
    let (balance, brokers) = balance::find(&graph, &blocs);
    // Years are plain; what no sentence dates stays visible as undated.
    let timeline = timeline::by_year(claims);
    // Last, for it speaks of all of them.
    let summary = summary::write(claims, actors, &ties, &blocs);
    AllianceMap { ties, blocs, balance, brokers, timeline, summary }
}
