//! The words that every room shares: the twelve kinds of claim, their sign and direction, the four statuses, actor ids.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// Upper-case id of an actor: ISO 3166-1 alpha-3 for states, the usual short name for others (`CHN`, `NATO`, `PRUSSIA`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(transparent)]
pub struct ActorId(Arc<str>);

impl ActorId {
    /// The id spelled `id`.
    pub fn new(id: &str) -> Self {
        ActorId(Arc::from(id))
    }

    /// The id's letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ActorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a kind of claim brings two actors together, apart, or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Sign {
    /// Friendly.
    #[serde(rename = "+")]
    Friendly,
    /// Hostile.
    #[serde(rename = "-")]
    Hostile,
    /// Neither.
    #[serde(rename = "0")]
    Neutral,
}

impl Sign {
    /// The character used in data and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Sign::Friendly => "+",
            Sign::Hostile => "-",
            Sign::Neutral => "0",
        }
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $expected:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every value, in the guide's order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word used in data, exports and on the page.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }

        impl FromStr for $name {
            type Err = String;
            fn from_str(word: &str) -> Result<Self, String> {
                match word {
                    $($word => Ok($name::$variant),)+
                    _ => Err(format!("{word:?} is no {}; expected one of: {}", $expected, [$($word),+].join(", "))),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use words;

words! {
    /// The kind of relationship that a claim states.
    Kind: "kind" {
        /// Formal or called an alliance.
        Alliance = "alliance",
        /// Strategic or official partnership, close ties, alignment, cooperation in general.
        Partnership = "partnership",
        /// Belongs to, joined or leads a grouping.
        Membership = "membership",
        /// Exercises, arms, bases, training, intelligence.
        MilitaryCooperation = "military-cooperation",
        /// Trade, loans, investment, infrastructure.
        EconomicCooperation = "economic-cooperation",
        /// Backs, endorses, aids, shields, recognises.
        Support = "support",
        /// Meetings, visits, talks, mediation.
        Consultation = "consultation",
        /// Criticises, rejects, rivals, counters.
        Opposition = "opposition",
        /// Sanctions, tariffs, threats, expulsion, interference.
        Coercion = "coercion",
        /// Border or territorial dispute or claim.
        TerritorialDispute = "territorial-dispute",
        /// War, invasion, attack, armed clash.
        Conflict = "conflict",
        /// Abstains, hedges, avoids taking sides.
        Neutrality = "neutrality",
    }
}

words! {
    /// What a sentence says of a relationship's being so.
    Status: "status" {
        /// Held true, now or in the past.
        Asserted = "asserted",
        /// Said not to be so.
        Denied = "denied",
        /// Predicted, proposed, wished, feared, conditional or hedged.
        Possible = "possible",
        /// Said to be over.
        Ended = "ended",
    }
}

impl Kind {
    /// The sign that the guide gives this kind.
    pub fn sign(self) -> Sign {
        use Kind::*;
        match self {
            Alliance | Partnership | Membership | MilitaryCooperation | EconomicCooperation | Support => Sign::Friendly,
            Consultation | Neutrality => Sign::Neutral,
            Opposition | Coercion | TerritorialDispute | Conflict => Sign::Hostile,
        }
    }
}
