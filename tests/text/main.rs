//! Checks of the text room: figures against treebanks and annotators, readable cases, and that no text makes it fail.

mod corpus;
mod gold;
mod linear;
mod never_fails;
mod spans;
mod treebank;
