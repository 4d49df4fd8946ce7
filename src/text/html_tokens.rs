//! From HTML, however broken, to tags and stretches of text. Linear in its length.

/// One piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlToken<'t> {
    /// `<name attributes>`; the name as it is written.
    Open { name: &'t str, attributes: &'t str },
    /// `</name>`
    Close { name: &'t str },
    /// Text with its entities, as it stands.
    Text(&'t str),
    /// What a script, style sheet, title or text area holds; never empty of its tag's name.
    Raw { name: &'t str, attributes: &'t str, content: &'t str },
}

/// Reads the pieces of an HTML text in order.
pub struct HtmlTokens<'t> {
    html: &'t str,
    place: usize,
    /// Set once a quote was seen that never closes: from then on quotes in tags are not trusted, so that nothing is searched twice.
    quotes_broken: bool,
    /// Set once a comment was seen that never closes.
    comments_broken: bool,
}

/// Elements whose content is no mark-up.
const RAW: &[&str] = &["iframe", "noembed", "noframes", "script", "style", "template", "textarea", "title", "xmp"];

impl<'t> HtmlTokens<'t> {
    /// Begins at the head of a text.
    pub fn new(html: &'t str) -> Self {
        HtmlTokens { html, place: 0, quotes_broken: false, comments_broken: false }
    }

    fn tag(&mut self) -> Option<HtmlToken<'t>> {
        let rest = &self.html[self.place..];
        let bytes = rest.as_bytes();
        if matches!(bytes.get(1), Some(b'!' | b'?')) {
            self.place += self.declaration_length(rest);
            return Some(HtmlToken::Text(""));
        }
        let closing = bytes.get(1) == Some(&b'/');
        let from = 1 + usize::from(closing);
        if !bytes.get(from).is_some_and(u8::is_ascii_alphabetic) {
            return None;
        }
        let name_length =
            bytes[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':')).count();
        let name = &rest[from..from + name_length];
        let end = self.tag_end(rest, from + name_length)?;
        self.place += (end + 1).min(rest.len());
        if closing {
            return Some(HtmlToken::Close { name });
        }
        let attributes = &rest[from + name_length..end];
        let raw = RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name));
        if raw && !attributes.ends_with('/') {
            let content = self.raw_content(name);
            return Some(HtmlToken::Raw { name, attributes, content });
        }
        Some(HtmlToken::Open { name, attributes })
    }

    fn declaration_length(&mut self, rest: &str) -> usize {
        if rest.starts_with("<!--") && !self.comments_broken {
            if let Some(end) = rest[4..].find("-->") {
                return 4 + end + 3;
            }
            self.comments_broken = true;
        }
        rest.find('>').map_or(rest.len(), |end| end + 1)
    }

    /// The place of the `>` that ends a tag, outside quotes where these are sound.
    fn tag_end(&mut self, rest: &str, from: usize) -> Option<usize> {
        let bytes = rest.as_bytes();
        if !self.quotes_broken {
            let mut quote = None;
            for (place, &byte) in bytes.iter().enumerate().skip(from) {
                match (quote, byte) {
                    (None, b'>') => return Some(place),
                    (None, b'"' | b'\'') if bytes[place - 1] == b'=' || bytes[place - 1] == b' ' => quote = Some(byte),
                    (Some(open), _) if open == byte => quote = None,
                    _ => {}
                }
            }
            self.quotes_broken = true;
        }
        // A tag that never ends is cut where the text ends.
        Some(rest[from..].find('>').map_or(rest.len(), |end| from + end))
    }

    fn raw_content(&mut self, name: &str) -> &'t str {
        let rest = &self.html[self.place..];
        let bytes = rest.as_bytes();
        let mut from = 0;
        while let Some(open) = rest[from..].find("</") {
            let place = from + open;
            let follows = bytes.get(place + 2..place + 2 + name.len());
            if follows.is_some_and(|follows| follows.eq_ignore_ascii_case(name.as_bytes())) {
                let end = rest[place..].find('>').map_or(rest.len(), |end| place + end + 1);
                self.place += end;
                return &rest[..place];
            }
            from = place + 2;
        }
        self.place = self.html.len();
        rest
    }
}

impl<'t> Iterator for HtmlTokens<'t> {
    type Item = HtmlToken<'t>;

    fn next(&mut self) -> Option<HtmlToken<'t>> {
        let rest = &self.html[self.place..];
        if rest.is_empty() {
            return None;
        }
        if rest.starts_with('<')
            && let Some(token) = self.tag()
        {
            return Some(token);
        }
        // A `<` that opens no tag is text.
        let skip = usize::from(rest.starts_with('<'));
        let length = rest[skip..].find('<').map_or(rest.len(), |open| open + skip);
        self.place += length;
        Some(HtmlToken::Text(&rest[..length]))
    }
}

/// The value of an attribute, without its quotes; empty where it has none.
pub fn attribute<'t>(attributes: &'t str, wanted: &str) -> Option<&'t str> {
    let bytes = attributes.as_bytes();
    let mut place = 0;
    while place < bytes.len() {
        while place < bytes.len() && (bytes[place].is_ascii_whitespace() || bytes[place] == b'/') {
            place += 1;
        }
        let start = place;
        while place < bytes.len() && !bytes[place].is_ascii_whitespace() && bytes[place] != b'=' {
            place += 1;
        }
        let name = &attributes[start..place];
        while place < bytes.len() && bytes[place].is_ascii_whitespace() {
            place += 1;
        }
        let mut value = "";
        if bytes.get(place) == Some(&b'=') {
            place += 1;
            while place < bytes.len() && bytes[place].is_ascii_whitespace() {
                place += 1;
            }
            let quote = bytes.get(place).copied().filter(|byte| matches!(byte, b'"' | b'\''));
            place += usize::from(quote.is_some());
            let start = place;
            while place < bytes.len()
                && quote.map_or(!bytes[place].is_ascii_whitespace(), |quote| bytes[place] != quote)
            {
                place += 1;
            }
            value = &attributes[start..place];
            place += usize::from(quote.is_some());
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_html_is_read_to_its_end() {
        let tokens: Vec<_> =
            HtmlTokens::new("a < b <p class=x>c</P><script>if (a</b>) {}</script><!-- d --> e <i").collect();
        let text: Vec<_> = tokens
            .iter()
            .filter_map(|token| match token {
                HtmlToken::Text(text) if !text.is_empty() => Some(*text),
                _ => None,
            })
            .collect();
        assert_eq!(text, ["a ", "< b ", "c", " e "]);
        assert!(tokens.contains(&HtmlToken::Raw { name: "script", attributes: "", content: "if (a</b>) {}" }));
    }

    #[test]
    fn attributes_are_found_with_any_quotes() {
        let attributes = " class='a b' hidden data-x=1 content = \"c > d\"";
        assert_eq!(attribute(attributes, "class"), Some("a b"));
        assert_eq!(attribute(attributes, "hidden"), Some(""));
        assert_eq!(attribute(attributes, "DATA-X"), Some("1"));
        assert_eq!(attribute(attributes, "content"), Some("c > d"));
        assert_eq!(attribute(attributes, "id"), None);
    }
}
