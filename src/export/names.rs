//! The names of actors by their ids.

use crate::analysis::Analysis;
use crate::sorting::map_of;
use crate::terms::ActorId;
use std::collections::BTreeMap;

/// Looks up names; an actor without one goes by its id.
pub struct Names<'a>(BTreeMap<&'a ActorId, &'a str>);

impl<'a> Names<'a> {
    pub fn of(analysis: &'a Analysis) -> Self {
        Names(map_of(analysis.actors.iter().map(|actor| (&actor.id, actor.name.as_str()))))
    }

    pub fn of_actor(&self, id: &'a ActorId) -> &'a str {
        self.0.get(id).copied().unwrap_or(id.as_str())
    }
}
