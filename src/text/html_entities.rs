//! From `&eacute;`, `&#233;` and `&#xE9;` to the letter.

/// The letter of the entity at the head of a text that begins with `&`, and the entity's length in bytes.
pub fn entity(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        return numeric(text);
    }
    let length = bytes[1..].iter().take(10).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let name = &text[1..1 + length];
    let closed = bytes.get(1 + length) == Some(&b';');
    // A few are understood without their semicolon, since addresses and sloppy pages leave it out.
    if !closed && !matches!(name, "amp" | "lt" | "gt" | "quot" | "nbsp") {
        return None;
    }
    let letter = match LATIN.iter().position(|latin| *latin == name) {
        Some(place) => char::from_u32(0xa0 + place as u32)?,
        None => OTHERS.iter().find(|(other, _)| *other == name)?.1,
    };
    Some((letter, 1 + length + usize::from(closed)))
}

fn numeric(text: &str) -> Option<(char, usize)> {
    let hexadecimal = matches!(text.as_bytes().get(2), Some(b'x' | b'X'));
    let from = 2 + usize::from(hexadecimal);
    let digits = text.as_bytes()[from..].iter().take(8).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let code = u32::from_str_radix(&text[from..from + digits], if hexadecimal { 16 } else { 10 }).ok()?;
    let closed = text.as_bytes().get(from + digits) == Some(&b';');
    let letter = match code {
        // Numbers meant as Windows-1252.
        0x80..=0x9f => WINDOWS[(code - 0x80) as usize],
        0 => '\u{fffd}',
        code => char::from_u32(code).unwrap_or('\u{fffd}'),
    };
    Some((letter, from + digits + usize::from(closed)))
}

const WINDOWS: [char; 32] = [
    '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
];

/// From U+00A0 on, in order.
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
    "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
    "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig",
    "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve",
    "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN",
    "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
    "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

const OTHERS: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("prime", '′'),
    ("Prime", '″'),
    ("thinsp", '\u{2009}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("minus", '−'),
    ("horbar", '―'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Ccaron", 'Č'),
    ("ccaron", 'č'),
    ("cacute", 'ć'),
    ("Cacute", 'Ć'),
    ("Zcaron", 'Ž'),
    ("zcaron", 'ž'),
    ("gbreve", 'ğ'),
    ("Gbreve", 'Ğ'),
    ("inodot", 'ı'),
    ("Idot", 'İ'),
    ("scedil", 'ş'),
    ("Scedil", 'Ş'),
    ("lstrok", 'ł'),
    ("Lstrok", 'Ł'),
    ("nacute", 'ń'),
    ("sacute", 'ś'),
    ("zdot", 'ż'),
    ("aogon", 'ą'),
    ("eogon", 'ę'),
    ("dstrok", 'đ'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("amacr", 'ā'),
    ("omacr", 'ō'),
    ("umacr", 'ū'),
    ("ecaron", 'ě'),
    ("rcaron", 'ř'),
    ("odblac", 'ő'),
    ("udblac", 'ű'),
    ("larr", '←'),
    ("rarr", '→'),
    ("nbhy", '\u{2011}'),
    ("lpar", '('),
    ("rpar", ')'),
    ("comma", ','),
    ("period", '.'),
    ("colon", ':'),
    ("excl", '!'),
    ("quest", '?'),
    ("NewLine", '\n'),
    ("Tab", '\t'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_of_all_kinds() {
        for (text, letter) in [
            ("&eacute;x", 'é'),
            ("&#233;", 'é'),
            ("&#xe9;", 'é'),
            ("&#146;s", '’'),
            ("&amp b", '&'),
            ("&nbsp;", '\u{a0}'),
            ("&yuml;", 'ÿ'),
        ] {
            assert_eq!(entity(text).map(|found| found.0), Some(letter), "{text}");
        }
        assert_eq!(entity("&copysomething"), None);
        assert_eq!(entity("&#;"), None);
    }
}
