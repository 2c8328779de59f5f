//! How an event becomes bytes and back: keystrokes in a compact form, everything else as JSON.
//!
//! The first byte names the form. `{` begins JSON; the other forms are numbered, and a changed layout
//! gets a new number, so bytes written once are read the same way forever.

use crate::interview::event::{Edit, Event, Pane, PanePart};
use crate::moment::Moment;

/// [`Event::Typed`]: pane, edits, cursor, moment.
const TYPED: u8 = 1;
/// [`Event::CursorMoved`]: pane, cursor, moment.
const CURSOR_MOVED: u8 = 2;

const PASTED: u64 = 1;

/// Appends the bytes of an event to `out`.
pub fn encode(event: &Event, out: &mut Vec<u8>) {
    match event {
        Event::Typed { pane, edits, cursor, at } => {
            out.push(TYPED);
            put_pane(out, *pane);
            put(out, edits.len() as u64);
            edits.iter().for_each(|edit| put_edit(out, edit));
            put(out, *cursor as u64);
            put(out, at.0);
        }
        Event::CursorMoved { pane, cursor, at } => {
            out.push(CURSOR_MOVED);
            put_pane(out, *pane);
            put(out, *cursor as u64);
            put(out, at.0);
        }
        told => serde_json::to_writer(out, told).expect("events have text keys and go to memory"),
    }
}

/// Reads an event back. Gives none when the bytes are not exactly one event this program knows.
pub fn decode(bytes: &[u8]) -> Option<Event> {
    let (form, rest) = bytes.split_first()?;
    let mut rest = Rest(rest);
    let event = match *form {
        b'{' => return serde_json::from_slice(bytes).ok(),
        TYPED => Event::Typed {
            pane: rest.pane()?,
            edits: rest.edits()?,
            cursor: rest.size()?,
            at: Moment(rest.number()?),
        },
        CURSOR_MOVED => Event::CursorMoved {
            pane: rest.pane()?,
            cursor: rest.size()?,
            at: Moment(rest.number()?),
        },
        _ => return None,
    };
    rest.0.is_empty().then_some(event)
}

/// Writes seven bits a byte, lowest first; the high bit says that more follow.
fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_pane(out: &mut Vec<u8>, pane: Pane) {
    let Pane { round, question, part } = pane;
    put(out, round as u64);
    put(out, question as u64);
    out.push(match part {
        PanePart::Answer => 0,
        PanePart::Diagram => 1,
        PanePart::Notes => 2,
        PanePart::Chat => 3,
    });
}

fn put_edit(out: &mut Vec<u8>, edit: &Edit) {
    // Every field is named, so that a new one cannot be forgotten here.
    let Edit { at, removed, inserted, pasted } = edit;
    put(out, *at as u64);
    put(out, *removed as u64);
    put(out, if *pasted { PASTED } else { 0 });
    put(out, inserted.len() as u64);
    out.extend_from_slice(inserted.as_bytes());
}

/// The bytes not read yet.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn pane(&mut self) -> Option<Pane> {
        let (round, question) = (self.size()?, self.size()?);
        let part = match self.byte()? {
            0 => PanePart::Answer,
            1 => PanePart::Diagram,
            2 => PanePart::Notes,
            3 => PanePart::Chat,
            _ => return None,
        };
        Some(Pane { round, question, part })
    }

    fn edits(&mut self) -> Option<Vec<Edit>> {
        let count = self.size()?;
        // The count is believed only as far as bytes are there for it.
        let mut edits = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            edits.push(self.edit()?);
        }
        Some(edits)
    }

    fn edit(&mut self) -> Option<Edit> {
        let (at, removed, flags, length) =
            (self.size()?, self.size()?, self.number()?, self.size()?);
        let inserted = std::str::from_utf8(self.take(length)?).ok()?.to_owned();
        (flags <= PASTED).then_some(Edit { at, removed, inserted, pasted: flags == PASTED })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decode, encode};
    use crate::interview::event::{Edit, Event, Pane, PanePart};
    use crate::moment::Moment;

    fn bytes_of(event: &Event) -> Vec<u8> {
        let mut bytes = Vec::new();
        encode(event, &mut bytes);
        bytes
    }

    fn keystroke() -> Event {
        let pane = Pane { round: 1, question: 2, part: PanePart::Answer };
        let edit = Edit { at: 300, removed: 0, inserted: "é".into(), pasted: true };
        Event::Typed { pane, edits: vec![edit], cursor: 302, at: Moment(1_763_826_201_000) }
    }

    #[test]
    fn the_bytes_of_a_keystroke_are_those_written_by_the_first_version() {
        let first = [1, 1, 2, 0, 1, 172, 2, 0, 1, 2, 195, 169, 174, 2, 168, 227, 239, 225, 170, 51];
        assert_eq!(bytes_of(&keystroke()), first);
        assert_eq!(decode(&first), Some(keystroke()));
    }

    #[test]
    fn events_that_are_not_keystrokes_are_plain_json() {
        let paused = Event::Paused { at: Moment(7) };
        assert_eq!(bytes_of(&paused), br#"{"Paused":{"at":7}}"#);
        assert_eq!(decode(br#"{"Paused":{"at":7}}"#), Some(paused));
    }

    #[test]
    fn a_keystroke_cut_short_or_with_something_behind_it_is_no_event() {
        let whole = bytes_of(&keystroke());
        for length in 0..whole.len() {
            assert_eq!(decode(&whole[..length]), None, "cut to {length} bytes");
        }
        assert_eq!(decode(&[whole.as_slice(), &[0]].concat()), None);
    }

    fn pane() -> impl Strategy<Value = Pane> {
        let part = prop_oneof![
            Just(PanePart::Answer),
            Just(PanePart::Diagram),
            Just(PanePart::Notes),
            Just(PanePart::Chat),
        ];
        (any::<usize>(), 0..9usize, part).prop_map(|(round, question, part)| Pane {
            round,
            question,
            part,
        })
    }

    fn typed() -> impl Strategy<Value = Event> {
        let edit = (any::<usize>(), 0..99usize, ".{0,9}", any::<bool>())
            .prop_map(|(at, removed, inserted, pasted)| Edit { at, removed, inserted, pasted });
        (pane(), prop::collection::vec(edit, 0..5), any::<usize>(), any::<u64>()).prop_map(
            |(pane, edits, cursor, at)| Event::Typed { pane, edits, cursor, at: Moment(at) },
        )
    }

    proptest! {
        #[test]
        fn a_keystroke_comes_back_as_it_was(event in typed()) {
            prop_assert_eq!(decode(&bytes_of(&event)), Some(event));
        }

        #[test]
        fn a_move_of_the_cursor_comes_back_as_it_was(
            pane in pane(), cursor in any::<usize>(), at in any::<u64>(),
        ) {
            let event = Event::CursorMoved { pane, cursor, at: Moment(at) };
            prop_assert_eq!(decode(&bytes_of(&event)), Some(event));
        }

        #[test]
        fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            decode(&bytes);
        }
    }
}
