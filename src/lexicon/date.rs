//! From cells such as `1949` or `1949-04-04` to dates that compare at the precision known.

use std::fmt;

/// A year, month or day. Unknown parts are zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year of the common era, 1 to 9999.
    pub year: u16,
    /// 1 to 12, or 0 where unknown.
    pub month: u8,
    /// 1 to 31, or 0 where unknown.
    pub day: u8,
}

/// From one date to another, both included; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day, month or year.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

impl Date {
    /// The whole of a year.
    pub fn year(year: u16) -> Date {
        Date { year, month: 0, day: 0 }
    }

    /// Reads `1949`, `1949-04` or `1949-04-04`; `None` for anything else, a day that its month does not have among it.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut number = |digits: usize, most: u16| match parts.next() {
            None => Some(0),
            Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                part.parse().ok().filter(|value| (1..=most).contains(value))
            }
            Some(_) => None,
        };
        let date = Date { year: number(4, 9999)?, month: number(2, 12)? as u8, day: number(2, 31)? as u8 };
        (parts.next().is_none() && date.day <= date.days_in_month()).then_some(date)
    }

    /// How many days its month has; 31 where the month is unknown.
    pub fn days_in_month(self) -> u8 {
        let (fourth, century, fourth_century) =
            (self.year.is_multiple_of(4), self.year.is_multiple_of(100), self.year.is_multiple_of(400));
        match self.month {
            2 if fourth && (!century || fourth_century) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Day number at which the date may begin; only its order counts.
    fn earliest(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    /// Day number at which the date may end.
    fn latest(self) -> u32 {
        let month = if self.month == 0 { 99 } else { self.month };
        let day = if self.day == 0 { 99 } else { self.day };
        u32::from(self.year) * 10_000 + u32::from(month) * 100 + u32::from(day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month, self.day) {
            (0, _) => write!(f, "{:04}", self.year),
            (month, 0) => write!(f, "{:04}-{month:02}", self.year),
            (month, day) => write!(f, "{:04}-{month:02}-{day:02}", self.year),
        }
    }
}

impl Period {
    /// Whether it ends before it begins, as far as both are known.
    pub fn is_reversed(&self) -> bool {
        self.from.is_some_and(|date| !Period { from: None, ..*self }.covers(date))
    }

    /// Whether `date` may lie in the period, as far as both are known.
    pub fn covers(&self, date: Date) -> bool {
        self.overlaps(&Period { from: Some(date), to: Some(date) })
    }

    /// Whether the two periods may share a day.
    pub fn overlaps(&self, other: &Period) -> bool {
        let begins_before_end =
            |a: &Period, b: &Period| a.from.map_or(0, Date::earliest) <= b.to.map_or(u32::MAX, Date::latest);
        begins_before_end(self, other) && begins_before_end(other, self)
    }

    /// Whether every day of the other period is one of this.
    pub fn holds(&self, other: &Period) -> bool {
        let (from, to) = (
            |period: &Period| period.from.map_or(0, Date::earliest),
            |period: &Period| period.to.map_or(u32::MAX, Date::latest),
        );
        from(self) <= from(other) && to(other) <= to(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_years_months_or_days_that_exist() {
        for date in ["1914", "1914-07", "1914-07-28", "2000-02-29", "2024-02-29"] {
            assert!(Date::parse(date).is_some(), "{date}");
        }
        for date in [
            "",
            "14",
            "1914-13",
            "1914-00",
            "1900-02-29",
            "1914-06-31",
            "1914-7-28",
            "28 July 1914",
            "1914-07-28-1",
            "+914",
        ] {
            assert!(Date::parse(date).is_none(), "{date}");
        }
    }

    fn period(from: &str, to: &str) -> Period {
        Period { from: Date::parse(from), to: Date::parse(to) }
    }

    #[test]
    fn dates_have_three_precisions() {
        for text in ["1949", "1949-04", "1949-04-04"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "49", "1949-", "1949-13", "1949-04-32", "1949-4-4", "1949-04-04-04", "April", "+949"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn periods_compare_at_the_precision_known() {
        let nato = period("1949-04-04", "");
        assert!(nato.covers(Date::year(1949)));
        assert!(!nato.covers(Date::year(1948)));
        assert!(!nato.covers(Date::parse("1949-03").unwrap()));
        assert!(period("1922-12", "1991").overlaps(&period("1991-12-26", "")));
        assert!(!period("1922", "1991").overlaps(&period("1992", "")));
    }
}
