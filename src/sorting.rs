//! One sort for lists that are short or seldom sorted. The library's is compiled anew for each type of element, at six
//! kilobytes each; here all of them share the one for their places. To collect a map or set, the library sorts too; here
//! entries are put in one by one.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A map of some entries; of several with one key the last.
pub fn map_of<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// A set of some elements.
pub fn set_of<T: Ord>(elements: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(elements);
    set
}

/// Sorts by a key; equal elements keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by a comparison; equal elements keep their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if items.is_sorted_by(|one, other| compare(one, other).is_le()) {
        return;
    }
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut places, &|one, other| compare(&items[one], &items[other]));
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| unsorted[place].take()));
}

/// The first eight bytes as a number that sorts like them: numbers are compared faster than letters.
#[inline]
pub fn first_letters(word: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(word.bytes()).for_each(|(byte, letter)| *byte = letter);
    u64::from_be_bytes(bytes)
}

#[inline(never)]
fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|&one, &other| compare(one, other));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_sort_like_the_words() {
        let words = ["", "a", "ab", "abcdefgh", "b", "é"];
        assert!(words.windows(2).all(|pair| first_letters(pair[0]) < first_letters(pair[1])));
        assert_eq!(first_letters("abcdefgh"), first_letters("abcdefghi"));
    }

    #[test]
    fn equal_elements_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
