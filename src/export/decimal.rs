//! Numbers as short decimals: certainties and degrees need no more than four places.

/// The number to four decimals, without trailing zeros. Beyond a million million it is cut off there.
pub fn decimal(value: f64) -> String {
    const PLACES: i64 = 10_000;
    let scaled = (value.clamp(-1e12, 1e12) * PLACES as f64).round() as i64;
    let (whole, rest) = (scaled.abs() / PLACES, scaled.abs() % PLACES);
    let sign = if scaled < 0 { "-" } else { "" };
    let digits = format!("{rest:04}");
    match digits.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        digits => format!("{sign}{whole}.{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn short_numbers_print_as_everywhere_else() {
        for (value, text) in
            [(0.0, "0"), (1.0, "1"), (0.9, "0.9"), (0.857, "0.857"), (-33.45, "-33.45"), (151.2093, "151.2093")]
        {
            assert_eq!(decimal(value), text);
            assert_eq!(format!("{value}"), text);
        }
        assert_eq!(decimal(-0.0), "0");
        assert_eq!(decimal(f64::NAN), "0");
        assert_eq!(decimal(0.00004), "0");
    }
}
