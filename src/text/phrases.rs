//! Phrases by which pages speak about themselves, with the reason for skipping a block that holds them. Sorted, lower case.

/// Where in a block a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The block begins with it and is short.
    Start,
    /// The block is nothing else, numbers aside.
    Whole,
    /// Anywhere in a short block.
    Anywhere,
}

use At::{Anywhere, Start, Whole};

/// Finds the reason for skipping a block from its words: lower case, letters, digits and apostrophes only.
pub fn reason(words: &[String]) -> Option<&'static str> {
    let plain = words.iter().filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).count();
    for start in 0..words.len() {
        let first = words[start].as_str();
        let from = PHRASES.partition_point(|(phrase, ..)| first_word(phrase) < first);
        for (phrase, at, reason) in PHRASES[from..].iter().take_while(|(phrase, ..)| first_word(phrase) == first) {
            let length = phrase.split(' ').count();
            let found = phrase.split(' ').zip(&words[start..]).filter(|(part, word)| part == word).count() == length;
            let placed = match at {
                Start => start == 0,
                Whole => start == 0 && plain == length,
                Anywhere => true,
            };
            if found && placed {
                return Some(reason);
            }
        }
    }
    None
}

fn first_word(phrase: &str) -> &str {
    phrase.split(' ').next().unwrap_or(phrase)
}

const AD: &str = "advertisement";
const ARCHIVE: &str = "note by the site";
const BYLINE: &str = "byline";
const COMMENTS: &str = "comments";
const COOKIES: &str = "cookie notice";
const COPYRIGHT: &str = "copyright notice";
const CREDIT: &str = "picture credit";
const NAVIGATION: &str = "navigation";
const RELATED: &str = "links to other pages";
const SHARE: &str = "share buttons";
const SUBSCRIBE: &str = "subscription or donation appeal";
const TAGS: &str = "tags";

const PHRASES: &[(&str, At, &str)] = &[
    ("about the author", Start, BYLINE),
    ("about us", Whole, NAVIGATION),
    ("accept all", Start, COOKIES),
    ("accept cookies", Anywhere, COOKIES),
    ("account", Whole, NAVIGATION),
    ("add a comment", Start, COMMENTS),
    ("ads by", Start, AD),
    ("advertisement", Start, AD),
    ("advertising", Whole, AD),
    ("all rights reserved", Anywhere, COPYRIGHT),
    ("already a subscriber", Anywhere, SUBSCRIBE),
    ("already have an account", Anywhere, NAVIGATION),
    ("also on", Whole, RELATED),
    ("article continues after", Start, AD),
    ("article continues below", Start, AD),
    ("articles", Whole, BYLINE),
    ("back to top", Whole, NAVIGATION),
    ("be the first to comment", Anywhere, COMMENTS),
    ("become a member", Start, SUBSCRIBE),
    ("browse", Whole, NAVIGATION),
    ("browsing", Whole, NAVIGATION),
    ("by using this site", Anywhere, COOKIES),
    ("categories", Start, TAGS),
    ("category", Whole, TAGS),
    ("change language", Whole, NAVIGATION),
    ("click here", Start, RELATED),
    ("click on the image", Start, AD),
    ("click to share", Anywhere, SHARE),
    ("close", Whole, NAVIGATION),
    ("close menu", Whole, NAVIGATION),
    ("comment", Whole, COMMENTS),
    ("comments", Whole, COMMENTS),
    ("comments are closed", Anywhere, COMMENTS),
    ("contact us", Whole, NAVIGATION),
    ("contents", Whole, NAVIGATION),
    ("contents hide", Start, NAVIGATION),
    ("continue reading", Start, RELATED),
    ("continue without accepting", Anywhere, COOKIES),
    ("cookie policy", Anywhere, COOKIES),
    ("cookie preferences", Anywhere, COOKIES),
    ("cookie settings", Anywhere, COOKIES),
    ("cookies on", Anywhere, COOKIES),
    ("cookies to", Anywhere, COOKIES),
    ("copy link", Start, SHARE),
    ("copy this link", Start, SHARE),
    ("copyright", Start, COPYRIGHT),
    ("create an account", Anywhere, NAVIGATION),
    ("create free account", Anywhere, NAVIGATION),
    ("credit", Start, CREDIT),
    ("do not sell my", Anywhere, COPYRIGHT),
    ("donate", Whole, SUBSCRIBE),
    ("donate now", Start, SUBSCRIBE),
    ("download pdf", Start, NAVIGATION),
    ("download the pdf", Start, NAVIGATION),
    ("editor's note", Whole, ARCHIVE),
    ("editors' picks", Whole, RELATED),
    ("email", Whole, SHARE),
    ("email address", Whole, SUBSCRIBE),
    ("email this", Start, SHARE),
    ("enter your email", Anywhere, SUBSCRIBE),
    ("enter your search", Anywhere, NAVIGATION),
    ("facebook", Whole, SHARE),
    ("facebook twitter", Start, SHARE),
    ("file photo", Start, CREDIT),
    ("filed under", Start, TAGS),
    ("follow us", Start, SHARE),
    ("from the web", Whole, RELATED),
    ("get our newsletter", Anywhere, SUBSCRIBE),
    ("get the latest", Start, SUBSCRIBE),
    ("gift this article", Start, SHARE),
    ("go to my account", Whole, NAVIGATION),
    ("google ads", Start, AD),
    ("home", Whole, NAVIGATION),
    ("image", Whole, CREDIT),
    ("image credit", Start, CREDIT),
    ("image source", Start, CREDIT),
    ("in this article", Whole, NAVIGATION),
    ("instagram", Whole, SHARE),
    ("join our mailing list", Anywhere, SUBSCRIBE),
    ("join our newsletter", Anywhere, SUBSCRIBE),
    ("join the conversation", Whole, COMMENTS),
    ("join the discussion", Whole, COMMENTS),
    ("jump to", Start, NAVIGATION),
    ("keep reading", Whole, RELATED),
    ("keywords", Start, TAGS),
    ("know more about this project", Anywhere, AD),
    ("leave a comment", Start, COMMENTS),
    ("leave a reply", Start, COMMENTS),
    ("like loading", Whole, SHARE),
    ("like this", Whole, SHARE),
    ("linkedin", Whole, SHARE),
    ("listen to this article", Start, SHARE),
    ("loading", Whole, NAVIGATION),
    ("log in", Whole, NAVIGATION),
    ("log in to", Start, NAVIGATION),
    ("login", Whole, NAVIGATION),
    ("main menu", Whole, NAVIGATION),
    ("make a donation", Start, SUBSCRIBE),
    ("manage cookies", Anywhere, COOKIES),
    ("manage preferences", Anywhere, COOKIES),
    ("menu", Whole, NAVIGATION),
    ("min read", Whole, BYLINE),
    ("minute read", Whole, BYLINE),
    ("more from", Start, RELATED),
    ("more in", Start, RELATED),
    ("more like this", Whole, RELATED),
    ("more on this story", Whole, RELATED),
    ("more on this topic", Whole, RELATED),
    ("most popular", Whole, RELATED),
    ("most read", Whole, RELATED),
    ("most viewed", Whole, RELATED),
    ("my account", Whole, NAVIGATION),
    ("newsletter", Whole, SUBSCRIBE),
    ("next", Whole, NAVIGATION),
    ("next article", Start, NAVIGATION),
    ("next post", Start, NAVIGATION),
    ("no comments", Whole, COMMENTS),
    ("not to be confused with", Start, ARCHIVE),
    ("open in app", Whole, NAVIGATION),
    ("open navigation", Start, NAVIGATION),
    ("open popup", Whole, NAVIGATION),
    ("our partners store", Anywhere, COOKIES),
    ("photo", Whole, CREDIT),
    ("photo by", Start, CREDIT),
    ("photo credit", Start, CREDIT),
    ("photograph", Whole, CREDIT),
    ("photograph by", Start, CREDIT),
    ("photos by", Start, CREDIT),
    ("pinterest", Whole, SHARE),
    ("please enable javascript", Anywhere, NAVIGATION),
    ("please log in", Start, NAVIGATION),
    ("please share", Start, SHARE),
    ("please subscribe", Start, SUBSCRIBE),
    ("post a comment", Start, COMMENTS),
    ("post comment", Whole, COMMENTS),
    ("posted in", Start, TAGS),
    ("powered by", Start, AD),
    ("previous", Whole, NAVIGATION),
    ("previous article", Start, NAVIGATION),
    ("previous post", Start, NAVIGATION),
    ("print", Whole, SHARE),
    ("print this", Start, SHARE),
    ("privacy policy", Anywhere, COOKIES),
    ("promoted content", Whole, AD),
    ("read also", Start, RELATED),
    ("read more", Start, RELATED),
    ("read next", Start, RELATED),
    ("read the full", Start, RELATED),
    ("reading time", Start, BYLINE),
    ("recommended", Whole, RELATED),
    ("recommended for you", Start, RELATED),
    ("recommended reading", Whole, RELATED),
    ("related", Whole, RELATED),
    ("related articles", Start, RELATED),
    ("related content", Start, RELATED),
    ("related posts", Start, RELATED),
    ("related stories", Start, RELATED),
    ("related topics", Start, TAGS),
    ("reply", Whole, COMMENTS),
    ("required fields are marked", Anywhere, COMMENTS),
    ("rss", Whole, NAVIGATION),
    ("save article", Whole, SHARE),
    ("save this article", Whole, SHARE),
    ("scroll to continue", Anywhere, AD),
    ("search", Whole, NAVIGATION),
    ("search for", Whole, NAVIGATION),
    ("send us feedback", Anywhere, SHARE),
    ("share", Whole, SHARE),
    ("share article", Start, SHARE),
    ("share on", Start, SHARE),
    ("share this", Start, SHARE),
    ("share via", Start, SHARE),
    ("show comments", Whole, COMMENTS),
    ("sign in", Whole, NAVIGATION),
    ("sign in to", Start, NAVIGATION),
    ("sign up", Start, SUBSCRIBE),
    ("skip ad", Start, AD),
    ("skip advertisement", Start, AD),
    ("skip to", Start, NAVIGATION),
    ("sponsored", Whole, AD),
    ("sponsored by", Start, AD),
    ("sponsored content", Whole, AD),
    ("stock photo", Anywhere, CREDIT),
    ("story continues below", Start, AD),
    ("submit", Whole, NAVIGATION),
    ("subscribe", Whole, SUBSCRIBE),
    ("subscribe now", Start, SUBSCRIBE),
    ("subscribe to", Start, SUBSCRIBE),
    ("support our journalism", Anywhere, SUBSCRIBE),
    ("support our work", Start, SUBSCRIBE),
    ("support us", Whole, SUBSCRIBE),
    ("table of contents", Start, NAVIGATION),
    ("tags", Start, TAGS),
    ("terms and conditions", Anywhere, COPYRIGHT),
    ("terms of service", Anywhere, COPYRIGHT),
    ("terms of use", Anywhere, COPYRIGHT),
    ("thank you for reading", Start, SUBSCRIBE),
    ("thanks for reading", Start, SUBSCRIBE),
    ("this article was originally published", Start, ARCHIVE),
    ("this article was republished", Start, ARCHIVE),
    ("this page is no longer being updated", Whole, ARCHIVE),
    ("this page was last", Start, ARCHIVE),
    ("this site uses", Start, COOKIES),
    ("this website uses", Start, COOKIES),
    ("topics", Whole, TAGS),
    ("trending", Whole, RELATED),
    ("trending now", Start, RELATED),
    ("tweet", Whole, SHARE),
    ("twitter", Whole, SHARE),
    ("unlimited access", Anywhere, SUBSCRIBE),
    ("view all", Start, RELATED),
    ("view comments", Start, COMMENTS),
    ("view profile", Whole, BYLINE),
    ("we need your support", Anywhere, SUBSCRIBE),
    ("we use cookies", Anywhere, COOKIES),
    ("we value your privacy", Start, COOKIES),
    ("welcome back", Whole, NAVIGATION),
    ("whatsapp", Whole, SHARE),
    ("write a comment", Start, COMMENTS),
    ("you may also like", Start, RELATED),
    ("you might also like", Start, RELATED),
    ("your contribution will", Start, SUBSCRIBE),
    ("your email address", Start, COMMENTS),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_sorted_by_their_first_words() {
        let wrong = PHRASES.windows(2).find(|pair| first_word(pair[0].0) > first_word(pair[1].0));
        assert!(wrong.is_none(), "{wrong:?}");
    }
}
