//! What may stand at the head of a line without being part of its sentence: bullets, numbers, times, speakers.

/// The length in bytes of a bullet, a number, a letter or a time of day with the spaces after it, at the head of a line.
pub fn list_mark(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let mark = match first {
        '•' | '‣' | '◦' | '▪' | '●' | '■' | '·' | '▶' | '►' | '✓' | '➢' | '\u{f0b7}' => {
            return Some(with_spaces(line, first.len_utf8())).filter(|&length| length < line.len());
        }
        '–' | '—' | '-' | '*' | '+' => first.len_utf8(),
        '(' => 1 + number(&line[1..]).filter(|&length| line[1 + length..].starts_with(')'))? + 1,
        '0'..='9' if clock(line).is_some() => clock(line)?,
        _ => {
            let length = number(line)?;
            if !line[length..].starts_with(['.', ')']) {
                return None;
            }
            length + 1
        }
    };
    let length = with_spaces(line, mark);
    // A dash may also open a quotation or go on with a list of words: a mark has a space and something after it.
    (length > mark && length < line.len()).then_some(length)
}

fn with_spaces(line: &str, mark: usize) -> usize {
    line.len() - line[mark..].trim_start().len()
}

/// `12`, `iv`, `b`: what numbers an item.
fn number(line: &str) -> Option<usize> {
    let word = line.bytes().take(5).take_while(u8::is_ascii_alphanumeric).count();
    let digits = line.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let roman = line.bytes().take(5).take_while(|byte| b"ivxIVX".contains(byte)).count();
    if digits > 0 && digits == word && digits <= 3 {
        Some(digits)
    } else if roman > 0 && roman == word && roman <= 4 {
        Some(roman)
    } else {
        (word == 1 && line.as_bytes()[0].is_ascii_lowercase()).then_some(1)
    }
}

/// `09:05` before a capital letter, as in a live report.
fn clock(line: &str) -> Option<usize> {
    let hours = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line.as_bytes()[hours..];
    let time = (1..=2).contains(&hours)
        && rest.len() > 4
        && rest[0] == b':'
        && rest[1..3].iter().all(u8::is_ascii_digit)
        && rest[3] == b' ';
    (time && line[hours + 3..].trim_start().starts_with(char::is_uppercase)).then_some(hours + 3)
}

/// The length in bytes of a speaker at the head of a line of a transcript: `HOST:`, `MR. LEE:`, `Q.`
pub fn speaker_label(line: &str) -> Option<usize> {
    if (line.starts_with("Q. ") || line.starts_with("A. ")) && line.len() > 20 {
        return Some(2);
    }
    if (line.starts_with("Q: ") || line.starts_with("A: ")) && line.len() > 12 {
        return Some(2);
    }
    let colon = line.bytes().take(40).position(|byte| byte == b':')?;
    let label = &line[..colon];
    let shouted = label.len() >= 3
        && label.starts_with(char::is_uppercase)
        && label.split(' ').count() <= 4
        && label.chars().all(|letter| {
            letter.is_uppercase() || letter.is_ascii_digit() || matches!(letter, ' ' | '.' | '-' | '\'' | '’')
        });
    let more =
        line[colon + 1..].starts_with(' ') && line.len() > colon + 12 && line[colon..].contains(char::is_lowercase);
    (shouted && more && !NO_SPEAKERS.contains(&label)).then_some(colon + 1)
}

/// Words in capitals before a colon that say what follows, not who speaks.
const NO_SPEAKERS: &[&str] = &[
    "ABSTRACT",
    "ANALYSIS",
    "BREAKING",
    "BREAKING NEWS",
    "COMMENT",
    "CORRECTION",
    "EDITORIAL",
    "EXCLUSIVE",
    "EXPLAINER",
    "FACTBOX",
    "INTERVIEW",
    "NOTE",
    "OPINION",
    "SUMMARY",
    "TIMELINE",
    "UPDATE",
    "WATCH",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_have_something_after_them() {
        assert_eq!(list_mark("• one"), Some(4));
        assert_eq!(list_mark("12. We met"), Some(4));
        assert_eq!(list_mark("(iv) that"), Some(5));
        assert_eq!(list_mark("09:05 Lagos said"), Some(6));
        assert_eq!(list_mark("1914 was"), None);
        assert_eq!(list_mark("-"), None);
        assert_eq!(list_mark("I. M. Pei"), Some(3));
    }

    #[test]
    fn speakers_stand_before_a_colon() {
        assert_eq!(speaker_label("HOST: And then what happened?"), Some(5));
        assert_eq!(speaker_label("Q. And then what happened?"), Some(2));
        assert_eq!(speaker_label("Peru: a history of its borders"), None);
    }
}
