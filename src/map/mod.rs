//! From the claims of all documents to ties, disagreements, blocs, triads and the timeline.
//!
//! This room never sees a sentence.
