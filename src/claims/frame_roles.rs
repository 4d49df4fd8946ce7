//! The frames' role templates with their slots read: where each party of a frame is expected.

use super::slots::Slot;
use crate::lexicon::Frames;

/// The role templates of all frames.
#[derive(Clone, Debug)]
pub struct FrameRoles {
    templates: Vec<Template>,
    of_frame: Vec<usize>,
}

/// One role template.
#[derive(Clone, Debug)]
pub struct Template {
    /// Where the one who acts may stand.
    pub sources: Vec<Slot>,
    /// Where the other may stand.
    pub targets: Vec<Slot>,
}

impl FrameRoles {
    /// Reads the slots that the frames' role templates name.
    ///
    /// # Errors
    /// Names a slot that does not exist.
    pub fn new(frames: &Frames) -> Result<FrameRoles, String> {
        let read = |roles: &str, names: &[String]| {
            names
                .iter()
                .map(|name| {
                    Slot::from_name(name).ok_or_else(|| {
                        format!("lexicon/frames/roles.tsv: {roles}: {name:?} is no slot; see src/claims/slots.rs")
                    })
                })
                .collect::<Result<Vec<Slot>, String>>()
        };
        let templates = frames
            .roles
            .iter()
            .map(|roles| {
                Ok(Template {
                    sources: read(&roles.name, &roles.sources)?,
                    targets: read(&roles.name, &roles.targets)?,
                })
            })
            .collect::<Result<_, String>>()?;
        Ok(FrameRoles { templates, of_frame: frames.frames.iter().map(|frame| frame.roles).collect() })
    }

    /// The role template of a frame.
    pub fn of_frame(&self, frame: usize) -> &Template {
        &self.templates[self.of_frame[frame]]
    }
}
