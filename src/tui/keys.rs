//! Which key means which wish. One table serves the keyboard, the footer, the help and the README.

use std::collections::BTreeMap;

use crokey::{KeyCombination, key};
use crossterm::event::KeyEvent;

macro_rules! acts {
    ($($variant:ident $name:literal $label:literal),* $(,)?) => {
        /// A wish of the candidate's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act { $($variant),* }

        impl Act {
            /// Every wish, in the order of the help.
            pub const ALL: &[Act] = &[$(Act::$variant),*];

            /// Gives the name used in the configuration file.
            pub fn name(self) -> &'static str {
                match self { $(Act::$variant => $name),* }
            }

            /// Gives the words shown in footer and help.
            pub fn label(self) -> &'static str {
                match self { $(Act::$variant => $label),* }
            }
        }
    };
}

acts! {
    Continue "continue" "go on",
    Submit "submit" "hand in",
    Run "run" "run",
    NextPane "next-pane" "next pane",
    PreviousPane "previous-pane" "previous pane",
    Chat "chat" "ask",
    Prompt "prompt" "read the question",
    Tables "tables" "tables and samples",
    Hint "hint" "hint (-10)",
    Pause "pause" "pause",
    Proceed "proceed" "next question",
    CloseResult "close-result" "back to the editor",
    GoToLine "go-to-line" "go to the line",
    ExternalEditor "external-editor" "your editor",
    ClockStyle "clock-style" "clock style",
    Copy "copy" "copy",
    CopyRow "copy-row" "copy the row",
    Cut "cut" "cut",
    PasteRegister "paste-register" "paste copied",
    Undo "undo" "undo",
    Redo "redo" "redo",
    Mouse "mouse" "mouse on/off",
    Up "up" "up",
    Down "down" "down",
    PageUp "page-up" "page up",
    PageDown "page-down" "page down",
    Left "left" "left",
    Right "right" "right",
    Open "open" "open",
    Write "write" "write the report",
    Drill "drill" "drill the weakest round",
    Back "back" "back",
    Help "help" "help",
    Suspend "suspend" "to the shell",
    Quit "quit" "leave",
}

/// Where the keyboard is at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    Lobby,
    Briefing,
    /// A text field of a room has the focus: printable keys, Backspace and arrows belong to it.
    Writing,
    /// A pane of a room that is only read has the focus.
    Reading,
    /// The line to the interviewer has the focus.
    Chatting,
    Result,
    Rest,
    Voting,
    Debrief,
}

impl Place {
    /// Every place, in the order a loop visits them.
    pub const ALL: [Place; 9] = [
        Place::Lobby,
        Place::Briefing,
        Place::Writing,
        Place::Reading,
        Place::Chatting,
        Place::Result,
        Place::Rest,
        Place::Voting,
        Place::Debrief,
    ];

    /// Gives the name used in help and README.
    pub fn title(self) -> &'static str {
        match self {
            Place::Lobby => "Lobby",
            Place::Briefing => "Briefing",
            Place::Writing => "Room: writing",
            Place::Reading => "Room: reading",
            Place::Chatting => "Room: the line to the interviewer",
            Place::Result => "Room: a result (drills)",
            Place::Rest => "Break",
            Place::Voting => "Your own vote",
            Place::Debrief => "Debrief",
        }
    }

    /// Says whether printable keys belong to a text field here.
    pub fn takes_text(self) -> bool {
        matches!(self, Place::Writing | Place::Chatting)
    }
}

/// A wish and the keys that stand for it in one place.
pub type Row = (Act, &'static [KeyCombination]);

const MOVE: [Row; 4] = [
    (Act::Up, &[key!(up), key!(k)]),
    (Act::Down, &[key!(down), key!(j)]),
    (Act::PageUp, &[key!(pageup)]),
    (Act::PageDown, &[key!(pagedown), key!(space)]),
];
const LEAVE: [Row; 3] = [
    (Act::Suspend, &[key!(ctrl - z)]),
    (Act::Quit, &[key!(ctrl - c)]),
    (Act::Help, &[key!(f1), key!('?')]),
];
const HELP_WRITING: [Row; 3] =
    [(Act::Suspend, &[key!(ctrl - z)]), (Act::Quit, &[key!(ctrl - c)]), (Act::Help, &[key!(f1)])];
const ROOM: [Row; 12] = [
    (Act::Submit, &[key!(f9)]),
    (Act::NextPane, &[key!(f6)]),
    (Act::Chat, &[key!(f4)]),
    (Act::Prompt, &[key!(f2)]),
    (Act::Tables, &[key!(ctrl - t)]),
    (Act::Run, &[key!(f5), key!(ctrl - r)]),
    (Act::Hint, &[key!(f3)]),
    (Act::Proceed, &[key!(f10)]),
    (Act::Pause, &[key!(f8)]),
    (Act::PreviousPane, &[key!(shift - f6)]),
    (Act::ClockStyle, &[key!(f12)]),
    (Act::Mouse, &[key!(f11)]),
];
const TEXT: [Row; 6] = [
    (Act::Copy, &[key!(ctrl - y)]),
    (Act::Cut, &[key!(ctrl - x)]),
    (Act::PasteRegister, &[key!(ctrl - v)]),
    (Act::Undo, &[key!(ctrl - u)]),
    (Act::Redo, &[key!(ctrl - e)]),
    (Act::ExternalEditor, &[key!(f7)]),
];

/// Gives the default keys of a place, the ones the footer shows first.
pub fn defaults(place: Place) -> Vec<Row> {
    let enter: Row = (Act::Continue, &[key!(enter)]);
    let open: Row = (Act::Open, &[key!(enter)]);
    let back: Row = (Act::Back, &[key!(esc), key!(q)]);
    match place {
        Place::Lobby => [vec![open, back], MOVE.to_vec(), LEAVE.to_vec()].concat(),
        Place::Briefing => [vec![enter, back], MOVE.to_vec(), LEAVE.to_vec()].concat(),
        Place::Writing => [ROOM.to_vec(), TEXT.to_vec(), HELP_WRITING.to_vec()].concat(),
        Place::Chatting => {
            let send: Row = (Act::Continue, &[key!(enter)]);
            [vec![send], ROOM.to_vec(), TEXT.to_vec(), HELP_WRITING.to_vec()].concat()
        }
        Place::Reading => [ROOM.to_vec(), MOVE.to_vec(), LEAVE.to_vec()].concat(),
        Place::Result => {
            let close: Row = (Act::CloseResult, &[key!(esc), key!(q)]);
            let sideways: [Row; 2] =
                [(Act::Left, &[key!(left), key!(h)]), (Act::Right, &[key!(right), key!(l)])];
            let detail: Row = (Act::Open, &[key!(enter)]);
            let line: Row = (Act::GoToLine, &[key!(g)]);
            let copy: [Row; 2] =
                [(Act::Copy, &[key!(y), key!(ctrl - y)]), (Act::CopyRow, &[key!(r)])];
            let room = ROOM.iter().filter(|(act, _)| *act != Act::Prompt).copied().collect();
            [
                vec![close, detail, line],
                copy.to_vec(),
                sideways.to_vec(),
                MOVE.to_vec(),
                room,
                LEAVE.to_vec(),
            ]
            .concat()
        }
        Place::Rest => [vec![enter], LEAVE.to_vec()].concat(),
        Place::Voting => {
            let choose: [Row; 2] =
                [(Act::Left, &[key!(left), key!(h)]), (Act::Right, &[key!(right), key!(l)])];
            [vec![enter], choose.to_vec(), MOVE.to_vec(), LEAVE.to_vec()].concat()
        }
        Place::Debrief => {
            let own: [Row; 4] = [
                (Act::Open, &[key!(enter)]),
                (Act::Drill, &[key!(d)]),
                (Act::Write, &[key!(w)]),
                back,
            ];
            let turn: [Row; 2] = [
                (Act::Left, &[key!(left), key!(h)]),
                (Act::Right, &[key!(right), key!(l), key!(tab)]),
            ];
            [own.to_vec(), turn.to_vec(), MOVE.to_vec(), LEAVE.to_vec()].concat()
        }
    }
}

/// The keys in force: the defaults with the user's changes on top.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    changed: BTreeMap<Act, Vec<KeyCombination>>,
}

impl Keymap {
    /// Makes a keymap in which some wishes have other keys than by default.
    pub fn with(changed: BTreeMap<Act, Vec<KeyCombination>>) -> Self {
        Self { changed }
    }

    /// Gives every wish of a place with its keys.
    pub fn rows(&self, place: Place) -> Vec<(Act, Vec<KeyCombination>)> {
        let keys = |(act, keys): Row| {
            let keys = self.changed.get(&act).cloned().unwrap_or_else(|| keys.to_vec());
            (act, keys)
        };
        defaults(place).into_iter().map(keys).collect()
    }

    /// Gives the wish that a key stands for in a place.
    pub fn act(&self, place: Place, event: KeyEvent) -> Option<Act> {
        let pressed = KeyCombination::from(event).normalized();
        let mut rows = self.rows(place).into_iter();
        rows.find(|(_, keys)| keys.iter().any(|k| k.normalized() == pressed)).map(|(act, _)| act)
    }

    /// Gives the first key of a wish in a place, as people write it.
    pub fn key_of(&self, place: Place, act: Act) -> Option<String> {
        let (_, keys) = self.rows(place).into_iter().find(|(a, _)| *a == act)?;
        keys.first().map(|key| show(*key))
    }

    /// Gives pairs of wishes that the same key would stand for in the same place.
    pub fn conflicts(&self) -> Vec<(Place, String, Act, Act)> {
        Place::ALL.into_iter().flat_map(|place| self.conflicts_in(place)).collect()
    }

    fn conflicts_in(&self, place: Place) -> Vec<(Place, String, Act, Act)> {
        let mut seen: BTreeMap<String, Act> = BTreeMap::new();
        let mut clashes = Vec::new();
        for (act, keys) in self.rows(place) {
            for key in keys {
                match seen.insert(show(key), act) {
                    Some(other) if other != act => clashes.push((place, show(key), other, act)),
                    _ => {}
                }
            }
        }
        clashes
    }
}

/// Writes a key as people read it: `F9`, `Ctrl-R`, `?`.
pub fn show(key: KeyCombination) -> String {
    let text = crokey::STANDARD_FORMAT.to_string(key.normalized());
    match text.as_str() {
        "Question" => "?".into(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, Keymap, Place};
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        assert_eq!(Keymap::default().conflicts(), vec![]);
    }

    #[test]
    fn no_printable_key_is_a_command_while_a_text_field_has_the_focus() {
        let keymap = Keymap::default();
        for place in Place::ALL.into_iter().filter(|place| place.takes_text()) {
            for c in (' '..='~').chain(['\u{e9}', '\u{4e2d}']) {
                let key = KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
                assert_eq!(keymap.act(place, key), None, "{c:?} in {place:?}");
                let key = KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT);
                assert_eq!(keymap.act(place, key), None, "shift {c:?} in {place:?}");
            }
            for code in [KeyCode::Backspace, KeyCode::Left, KeyCode::Up, KeyCode::Esc] {
                assert_eq!(keymap.act(place, code.into()), None, "{code:?} in {place:?}");
            }
        }
    }

    #[test]
    fn handing_in_and_running_have_their_keys_in_every_room() {
        let keymap = Keymap::default();
        for place in [Place::Writing, Place::Reading, Place::Chatting] {
            assert_eq!(keymap.act(place, KeyCode::F(9).into()), Some(Act::Submit));
            let ctrl_r = KeyEvent::new(KeyCode::Char('r'), KeyModifiers::CONTROL);
            assert_eq!(keymap.act(place, ctrl_r), Some(Act::Run));
        }
    }
}
