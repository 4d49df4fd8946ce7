//! How the elements of HTML bear on the text in them.

/// How an element bears on text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// Divides text and may hold an article.
    Container,
    /// Divides text.
    Block,
    /// Holds nothing to read.
    Skipped,
    /// Runs with its text, but a class may hide it.
    Inline,
}

/// The elements that matter, sorted by name; all others run with their text.
pub const BEARINGS: &[(&str, Bearing)] = &[
    ("address", Bearing::Block),
    ("article", Bearing::Container),
    ("aside", Bearing::Container),
    ("audio", Bearing::Skipped),
    ("blockquote", Bearing::Block),
    ("body", Bearing::Container),
    ("button", Bearing::Skipped),
    ("canvas", Bearing::Skipped),
    ("center", Bearing::Container),
    ("dd", Bearing::Block),
    ("details", Bearing::Block),
    ("dialog", Bearing::Container),
    ("div", Bearing::Container),
    ("dl", Bearing::Block),
    ("dt", Bearing::Block),
    ("fieldset", Bearing::Block),
    ("figcaption", Bearing::Block),
    ("figure", Bearing::Block),
    ("footer", Bearing::Container),
    ("form", Bearing::Container),
    ("h1", Bearing::Block),
    ("h2", Bearing::Block),
    ("h3", Bearing::Block),
    ("h4", Bearing::Block),
    ("h5", Bearing::Block),
    ("h6", Bearing::Block),
    ("header", Bearing::Container),
    ("hr", Bearing::Block),
    ("html", Bearing::Container),
    ("li", Bearing::Block),
    ("main", Bearing::Container),
    ("math", Bearing::Skipped),
    ("menu", Bearing::Block),
    ("nav", Bearing::Container),
    ("noscript", Bearing::Skipped),
    ("object", Bearing::Skipped),
    ("ol", Bearing::Block),
    ("p", Bearing::Block),
    ("pre", Bearing::Block),
    ("section", Bearing::Container),
    ("select", Bearing::Skipped),
    ("small", Bearing::Inline),
    ("span", Bearing::Inline),
    ("sup", Bearing::Inline),
    ("svg", Bearing::Skipped),
    ("table", Bearing::Container),
    ("tbody", Bearing::Container),
    ("td", Bearing::Container),
    ("th", Bearing::Block),
    ("tr", Bearing::Container),
    ("ul", Bearing::Block),
    ("video", Bearing::Skipped),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bearings_are_sorted() {
        assert!(BEARINGS.is_sorted_by_key(|(name, _)| name));
    }
}
