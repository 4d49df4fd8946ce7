//! What part of a page an element is, by its name, role, class and id.

use super::html_tokens::attribute;

/// A part of a page that is not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// For a person to read.
    pub reason: &'static str,
    /// How far the sign is to be trusted.
    pub trust: Trust,
}

/// A class name may also stand at an element that merely has such a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Holds for the element whatever is in it.
    Sure,
    /// Holds unless most of the page's prose is inside.
    Likely,
}

/// The part of the page that an element opens, if it opens one.
pub fn zone(name: &str, attributes: &str) -> Option<Zone> {
    let sure = |reason| Some(Zone { reason, trust: Trust::Sure });
    match name {
        "nav" | "menu" => return sure("navigation"),
        "footer" => return Some(Zone { reason: "footer", trust: Trust::Likely }),
        "aside" => return Some(Zone { reason: "sidebar", trust: Trust::Likely }),
        "dialog" => return sure("dialog"),
        _ => {}
    }
    if attributes.is_empty() {
        return None;
    }
    if attribute(attributes, "hidden").is_some() || attribute(attributes, "aria-hidden") == Some("true") {
        return Some(Zone { reason: "hidden", trust: Trust::Likely });
    }
    if let Some(style) = attribute(attributes, "style") {
        let style: String = style.chars().filter(|letter| !letter.is_whitespace()).take(200).collect();
        if style.contains("display:none") || style.contains("visibility:hidden") {
            return Some(Zone { reason: "hidden", trust: Trust::Likely });
        }
    }
    match attribute(attributes, "role") {
        Some("navigation" | "menu" | "menubar" | "toolbar" | "tablist") => return sure("navigation"),
        Some("search") => return sure("search form"),
        Some("dialog" | "alertdialog") => return sure("dialog"),
        Some("contentinfo") => return sure("footer"),
        Some("complementary") => return Some(Zone { reason: "sidebar", trust: Trust::Likely }),
        _ => {}
    }
    // A class at these says what the page has, not what it is.
    if matches!(name, "html" | "body" | "main" | "article") {
        return None;
    }
    let named = ["id", "class"].into_iter().filter_map(|which| attribute(attributes, which));
    let reason = named.flat_map(words).find_map(|word| {
        let place = SIGNS.binary_search_by(|(sign, _)| (*sign).cmp(word.as_str())).ok()?;
        Some(SIGNS[place].1)
    })?;
    Some(Zone { reason, trust: Trust::Likely })
}

/// The words of a class attribute: `siteNav--main` is site, nav and main.
fn words(names: &str) -> impl Iterator<Item = String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut lower_before = false;
    for letter in names.chars().take(400).chain([' ']) {
        let breaks = !letter.is_ascii_alphanumeric() || letter.is_ascii_uppercase() && lower_before;
        if breaks && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        }
        lower_before = letter.is_ascii_lowercase();
    }
    words.into_iter()
}

/// Words in class names and ids, with what they tell. Sorted.
const SIGNS: &[(&str, &str)] = &[
    ("ad", "advertisement"),
    ("addthis", "share buttons"),
    ("addtoany", "share buttons"),
    ("ads", "advertisement"),
    ("adsbygoogle", "advertisement"),
    ("advert", "advertisement"),
    ("advertisement", "advertisement"),
    ("advertising", "advertisement"),
    ("author", "note on the author"),
    ("authorbio", "note on the author"),
    ("bio", "note on the author"),
    ("biography", "note on the author"),
    ("breadcrumb", "navigation"),
    ("breadcrumbs", "navigation"),
    ("byline", "byline"),
    ("catlinks", "tags"),
    ("citation", "reference list"),
    ("citations", "reference list"),
    ("colophon", "footer"),
    ("comment", "comments"),
    ("commentlist", "comments"),
    ("comments", "comments"),
    ("consent", "cookie notice"),
    ("cookie", "cookie notice"),
    ("cookies", "cookie notice"),
    ("copyright", "copyright notice"),
    ("dateline", "date line"),
    ("disqus", "comments"),
    ("donate", "subscription or donation appeal"),
    ("donation", "subscription or donation appeal"),
    ("editsection", "navigation"),
    ("footer", "footer"),
    ("footnote", "footnote"),
    ("footnotes", "footnote"),
    ("gdpr", "cookie notice"),
    ("hatnote", "note by the site"),
    ("hidden", "hidden"),
    ("infobox", "table"),
    ("jetpack", "links to other pages"),
    ("menu", "navigation"),
    ("metadata", "note by the site"),
    ("modal", "dialog"),
    ("nav", "navigation"),
    ("navbar", "navigation"),
    ("navbox", "navigation"),
    ("navigation", "navigation"),
    ("newsletter", "subscription or donation appeal"),
    ("noprint", "navigation"),
    ("outbrain", "advertisement"),
    ("pagination", "navigation"),
    ("paywall", "subscription or donation appeal"),
    ("popular", "links to other pages"),
    ("popup", "dialog"),
    ("printfooter", "footer"),
    ("promo", "links to other pages"),
    ("readmore", "links to other pages"),
    ("recirc", "links to other pages"),
    ("recirculation", "links to other pages"),
    ("recommended", "links to other pages"),
    ("references", "reference list"),
    ("reflist", "reference list"),
    ("related", "links to other pages"),
    ("relatedposts", "links to other pages"),
    ("reply", "comments"),
    ("respond", "comments"),
    ("screen", "hidden"),
    ("share", "share buttons"),
    ("sharedaddy", "share buttons"),
    ("sharing", "share buttons"),
    ("shortcuts", "navigation"),
    ("sidebar", "sidebar"),
    ("signup", "subscription or donation appeal"),
    ("skip", "navigation"),
    ("skiplink", "navigation"),
    ("social", "share buttons"),
    ("sponsor", "advertisement"),
    ("sponsored", "advertisement"),
    ("sr", "hidden"),
    ("subnav", "navigation"),
    ("subscribe", "subscription or donation appeal"),
    ("subscription", "subscription or donation appeal"),
    ("taboola", "advertisement"),
    ("tagcloud", "tags"),
    ("taglist", "tags"),
    ("tags", "tags"),
    ("toc", "navigation"),
    ("toolbar", "navigation"),
    ("trending", "links to other pages"),
    ("visually", "hidden"),
    ("widget", "sidebar"),
    ("widgets", "sidebar"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_sorted() {
        assert!(SIGNS.is_sorted(), "{:?}", SIGNS.windows(2).find(|pair| pair[0] > pair[1]));
    }

    #[test]
    fn zones_are_told_by_name_role_and_class() {
        let reason = |name, attributes| zone(name, attributes).map(|zone| zone.reason);
        assert_eq!(reason("nav", ""), Some("navigation"));
        assert_eq!(reason("div", " class=\"siteNav main\""), Some("navigation"));
        assert_eq!(reason("div", " id='disqus_thread'"), Some("comments"));
        assert_eq!(reason("div", " style=\"display: none\""), Some("hidden"));
        assert_eq!(reason("article", " class='comments-open'"), None);
        assert_eq!(reason("div", " class='story-body'"), None);
    }
}
