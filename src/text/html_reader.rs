//! stub
use super::layout::Layout;
pub fn read(html: &str) -> Layout {
    super::plain_reader::read(html.to_owned())
}
