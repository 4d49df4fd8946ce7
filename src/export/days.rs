//! From times to the precision known to their first and last days, which graph files want.

use crate::analysis::WhenView;
use crate::lexicon::Date;

/// First and last day of a time. A time with one end only is that year, month or day.
pub fn spell(when: &WhenView) -> Option<(String, String)> {
    let date = |text: &Option<String>| text.as_deref().and_then(Date::parse);
    let (from, to) = (date(&when.from), date(&when.to));
    let (from, to) = (from.or(to)?, to.or(from)?);
    let (first, last) = (first_day(from), last_day(to));
    Some(if first <= last { (first, last) } else { (first_day(to), last_day(from)) })
}

fn first_day(date: Date) -> String {
    Date { month: date.month.max(1), day: date.day.max(1), ..date }.to_string()
}

fn last_day(date: Date) -> String {
    let month = Date { month: if date.month == 0 { 12 } else { date.month }, ..date };
    Date { day: if date.day == 0 { month.days_in_month() } else { date.day }, ..month }.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(from: &str, to: &str) -> Option<(String, String)> {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
        spell(&WhenView { text: String::new(), from: some(from), to: some(to) })
    }

    fn days(first: &str, last: &str) -> Option<(String, String)> {
        Some((first.to_string(), last.to_string()))
    }

    #[test]
    fn spells_run_from_first_to_last_day() {
        assert_eq!(of("1904", ""), days("1904-01-01", "1904-12-31"));
        assert_eq!(of("1904-02", "1904-02"), days("1904-02-01", "1904-02-29"));
        assert_eq!(of("1904-04-08", "1907"), days("1904-04-08", "1907-12-31"));
        assert_eq!(of("", "1917-11"), days("1917-11-01", "1917-11-30"));
        assert_eq!(of("1917", "1904"), days("1904-01-01", "1917-12-31"));
        assert_eq!(of("", ""), None);
        assert_eq!(of("long ago", ""), None);
    }
}
