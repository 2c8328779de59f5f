//! What was typed: a text and its cursor, changed by edits only.

use super::event::Edit;

/// A text with its cursor, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    text: String,
    cursor: usize,
    /// What stood there before the candidate typed.
    given: String,
}

impl Text {
    /// Makes a text that was given, with the cursor at its start.
    pub fn given(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: 0, given: text.to_owned() }
    }

    /// Says whether the candidate wrote nothing of their own.
    pub fn is_untouched(&self) -> bool {
        self.text.trim().is_empty() || self.text == self.given
    }

    /// Gives the text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Gives the cursor: a byte offset on a character boundary.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Makes one edit. Offsets from a damaged journal are moved to where they make sense.
    pub fn edit(&mut self, edit: &Edit) {
        let from = self.text.floor_char_boundary(edit.at);
        let to = self.text.floor_char_boundary(edit.at.saturating_add(edit.removed)).max(from);
        self.text.replace_range(from..to, &edit.inserted);
    }

    /// Moves the cursor.
    pub fn move_cursor(&mut self, cursor: usize) {
        self.cursor = self.text.floor_char_boundary(cursor);
    }
}

impl Edit {
    /// Finds the single edit that makes `new` of `old`; none when they are the same.
    pub fn between(old: &str, new: &str) -> Option<Edit> {
        if old == new {
            return None;
        }
        let from = common_start(old, new);
        let tail = common_end(&old[from..], &new[from..]);
        Some(Edit {
            at: from,
            removed: old.len() - from - tail,
            inserted: new[from..new.len() - tail].to_owned(),
            pasted: false,
        })
    }
}

/// Long texts are compared in blocks of so many bytes, which machines do at once.
const BLOCK: usize = 64;

fn common_start(old: &str, new: &str) -> usize {
    let blocks = old.as_bytes().chunks_exact(BLOCK).zip(new.as_bytes().chunks_exact(BLOCK));
    let far = BLOCK * same(blocks);
    let same = far + same(old.bytes().skip(far).zip(new.bytes().skip(far)));
    old.floor_char_boundary(same).min(new.floor_char_boundary(same))
}

fn common_end(old: &str, new: &str) -> usize {
    let blocks = old.as_bytes().rchunks_exact(BLOCK).zip(new.as_bytes().rchunks_exact(BLOCK));
    let far = BLOCK * same(blocks);
    let same = far + same(old.bytes().rev().skip(far).zip(new.bytes().rev().skip(far)));
    // Equal bytes may start inside a character: give the broken character back to the edit.
    (0..=same)
        .rev()
        .find(|n| old.is_char_boundary(old.len() - n) && new.is_char_boundary(new.len() - n))
        .unwrap_or(0)
}

/// Counts how many pairs are equal before the first that is not.
fn same<T: PartialEq>(pairs: impl Iterator<Item = (T, T)>) -> usize {
    pairs.take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Edit, Text};

    fn edited(old: &str, edit: &Edit) -> String {
        let mut text = Text::given(old);
        text.edit(edit);
        text.as_str().to_owned()
    }

    #[test]
    fn an_edit_inside_a_character_takes_the_whole_character() {
        // é and è share their first byte.
        let edit = Edit::between("caf\u{e9}", "caf\u{e8}").expect("they differ");
        assert_eq!((edit.at, edit.removed, edit.inserted.as_str()), (3, 2, "\u{e8}"));
    }

    #[test]
    fn an_edit_from_a_damaged_journal_does_not_panic() {
        let edit = Edit { at: 99, removed: 99, inserted: "x".into(), pasted: false };
        assert_eq!(edited("\u{e9}", &edit), "\u{e9}x");
    }

    proptest! {
        #[test]
        fn a_letter_in_a_long_text_is_found_where_it_stands(before in ".{0,300}", after in ".{0,300}") {
            let edit = Edit::between(&[&*before, &*after].concat(), &[&*before, "\n", &*after].concat());
            let edit = edit.expect("they differ by a letter");
            prop_assert_eq!((edit.removed, edit.inserted.as_str()), (0, "\n"));
            prop_assert_eq!(edit.at, before.len());
        }

        #[test]
        fn the_edit_between_two_texts_leads_from_one_to_the_other(old in ".{0,40}", new in ".{0,40}") {
            match Edit::between(&old, &new) {
                Some(edit) => prop_assert_eq!(edited(&old, &edit), new),
                None => prop_assert_eq!(old, new),
            }
        }
    }
}
