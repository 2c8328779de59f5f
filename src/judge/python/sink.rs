//! Where an answer's output goes: into memory, cut at a cap, and never anywhere near the reply.

use std::sync::{Arc, Mutex, PoisonError};

/// What is kept of the output between two takings, in bytes.
const CAP: usize = 64 * 1024;

/// Shared by the interpreter that prints and the judge that reads.
#[derive(Clone, Debug, Default)]
pub struct Sink(Arc<Mutex<Caught>>);

#[derive(Debug, Default)]
struct Caught {
    text: String,
    cut: bool,
}

impl Sink {
    /// Keeps the text, as far as there is room.
    pub fn push(&self, text: &str) {
        let mut caught = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let room = CAP.saturating_sub(caught.text.len());
        let kept = &text[..text.floor_char_boundary(room)];
        caught.text.push_str(kept);
        caught.cut |= kept.len() < text.len();
    }

    /// Takes what has come since the last time; a cut is said at the end.
    pub fn take(&self) -> String {
        let mut caught = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let caught = std::mem::take(&mut *caught);
        match caught.cut {
            true => format!("{}\n… output cut after {} kB", caught.text, CAP / 1024),
            false => caught.text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CAP, Sink};

    #[test]
    fn a_flood_is_cut_and_said_to_be() {
        let sink = Sink::default();
        (0..100).for_each(|_| sink.push(&"é".repeat(1000)));
        let text = sink.take();
        assert!(text.len() < CAP + 100 && text.ends_with("output cut after 64 kB"));
        assert_eq!(sink.take(), "", "what was taken is gone");
    }
}
