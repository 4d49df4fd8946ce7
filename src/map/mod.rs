//! From the claims of all documents to ties, disagreements, blocs, triads and the timeline.
//!
//! This room never sees a sentence.

mod ties;
mod timeline;

use crate::analysis::ClaimView;
use serde::{Deserialize, Serialize};
pub use ties::{Disagreement, Strand, Tie};
pub use timeline::{Timeline, YearOfClaims};

/// The claims of all documents drawn together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AllianceMap {
    /// One per pair of actors with a claim, in the order of their ids.
    pub ties: Vec<Tie>,
    /// The claims by year.
    pub timeline: Timeline,
}

/// Draws claims: the table of contents of the second half of the program.
pub fn draw_claims(claims: &[ClaimView]) -> AllianceMap {
    // A line on the map is a pair, so claims are first gathered by pair.
    let ties = ties::gather(claims);
    // Years are plain; what no sentence dates stays visible as undated.
    let timeline = timeline::by_year(claims);
    AllianceMap { ties, timeline }
}
