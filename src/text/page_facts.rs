//! What the head of an HTML page and its JSON-LD state: title, date, address.

use super::html_entities::entity;
use super::html_tokens::attribute;
use super::layout::Stated;
use super::on_one_line;

/// What was found so far, the surest first.
#[derive(Debug, Default)]
pub struct PageFacts {
    titles: [Option<String>; 3],
    dates: [Option<String>; 3],
    sources: [Option<String>; 2],
}

impl PageFacts {
    /// Learns from a tag: `meta`, `link`, `time` and any with `itemprop`.
    pub fn add_tag(&mut self, name: &str, attributes: &str) {
        let content = || attribute(attributes, "content").map(decode).filter(|content| !content.trim().is_empty());
        match name {
            "meta" => {
                let key =
                    ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| attribute(attributes, key));
                match key.unwrap_or("").to_ascii_lowercase().as_str() {
                    "og:title" => keep(&mut self.titles[0], content()),
                    "twitter:title" | "dc.title" | "citation_title" | "headline" => {
                        keep(&mut self.titles[1], content())
                    }
                    "article:published_time" | "datepublished" | "og:article:published_time" => {
                        keep(&mut self.dates[0], content())
                    }
                    "date"
                    | "dc.date"
                    | "pubdate"
                    | "publish-date"
                    | "publication_date"
                    | "citation_publication_date"
                    | "sailthru.date"
                    | "parsely-pub-date"
                    | "dc.date.issued"
                    | "dcterms.created" => {
                        keep(&mut self.dates[1], content());
                    }
                    "og:url" => keep(&mut self.sources[0], content()),
                    "og:site_name" => keep(&mut self.sources[1], content()),
                    _ => {}
                }
            }
            "link" if attribute(attributes, "rel") == Some("canonical") => {
                keep(&mut self.sources[0], attribute(attributes, "href").map(decode));
            }
            "time" => keep(&mut self.dates[2], attribute(attributes, "datetime").map(decode)),
            _ => {}
        }
    }

    /// Learns from the page's title and from JSON-LD.
    pub fn add_raw(&mut self, name: &str, attributes: &str, content: &str) {
        if name.eq_ignore_ascii_case("title") {
            keep(&mut self.titles[2], Some(without_site(&decode(content))));
        } else if attribute(attributes, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
            keep(&mut self.titles[1], json_text(content, "headline"));
            keep(&mut self.dates[0], json_text(content, "datePublished"));
        }
    }

    /// What the page states in the end; the title from the browser's tab is left to come after the first heading.
    pub fn stated(self) -> (Stated, Option<String>) {
        let [first, second, tab] = self.titles;
        let site = self.sources[1].as_deref().unwrap_or("");
        let title = first.or(second).map(|title| {
            let alone =
                title.trim().strip_suffix(site).map(|title| title.trim_end_matches([' ', '|', '-', '–', '—', ':']));
            on_one_line(alone.filter(|alone| !site.is_empty() && !alone.is_empty()).unwrap_or(&title))
        });
        let date = self.dates.into_iter().flatten().find(|date| super::dates::find_date(date).is_some());
        let source = self.sources.into_iter().flatten().next();
        (Stated { title, date, source }, tab.map(|title| on_one_line(&title)))
    }
}

fn keep(slot: &mut Option<String>, found: Option<String>) {
    if slot.is_none() {
        *slot = found;
    }
}

/// `Headline | The Site` without the site.
fn without_site(title: &str) -> String {
    let cut = [" | ", " - ", " – ", " — ", " :: "].iter().filter_map(|mark| title.rfind(mark)).max();
    let kept = cut.map_or(title, |cut| &title[..cut]);
    if kept.split_whitespace().count() >= 3 { kept.to_owned() } else { title.to_owned() }
}

fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find('&') {
        decoded.push_str(&rest[..place]);
        let (letter, length) = entity(&rest[place..]).unwrap_or(('&', 1));
        decoded.push(letter);
        rest = &rest[place + length..];
    }
    decoded + rest
}

/// The first text of a key in JSON, its escapes resolved.
fn json_text(json: &str, key: &str) -> Option<String> {
    let quoted = format!("\"{key}\"");
    let after =
        json[json.find(&quoted)? + quoted.len()..].trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    let mut letters = after.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return Some(text).filter(|text| !text.is_empty()),
            '\\' => match letters.next()? {
                'u' => {
                    let digits: String = letters.by_ref().take(4).collect();
                    text.push(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).unwrap_or('\u{fffd}'));
                }
                'n' | 't' | 'r' => text.push(' '),
                other => text.push(other),
            },
            letter => text.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_texts_are_found_and_unescaped() {
        let json =
            r#"{"@type":"NewsArticle","headline" : "Two \"friends\" \u2013 or not", "datePublished":"2024-02-03"}"#;
        assert_eq!(json_text(json, "headline").as_deref(), Some("Two \"friends\" – or not"));
        assert_eq!(json_text(json, "author"), None);
    }

    #[test]
    fn the_site_is_no_part_of_the_title() {
        assert_eq!(without_site("Two ministers meet | The Daily"), "Two ministers meet");
        assert_eq!(without_site("Chile - Peru"), "Chile - Peru");
    }
}
