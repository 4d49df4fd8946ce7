//! Command line: files in; JSON, CSV, GraphML or GEXF out.

fn main() {}
