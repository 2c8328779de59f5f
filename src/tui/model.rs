//! What the screens show: everything they need is here, put there by `update`.

use std::sync::Arc;

use super::editor::Editing;
use super::keys::{Act, Keymap, Place};
use super::msg::{Entry, Wish};
use super::room::{Focus, Room};
use super::theme::Theme;
use crate::content::library::Library;
use crate::content::question::Kind;
use crate::interview::phase::Phase;
use crate::moment::Moment;

/// How much of the clock is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockStyle {
    #[default]
    Full,
    Minutes,
    Hidden,
}

/// What the user has chosen, from the configuration and the command line.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    pub theme: Theme,
    pub keymap: Keymap,
    pub editing: Editing,
    pub clock: ClockStyle,
}

/// The program's whole visible state.
#[derive(Debug)]
pub struct Model {
    pub library: Arc<Library>,
    pub choices: Choices,
    pub lobby: Lobby,
    /// The open session, if one is.
    pub room: Option<Room>,
    pub dialog: Option<Dialog>,
    pub palette: Option<Palette>,
    /// One line about what just happened.
    pub notice: Option<String>,
    /// What was copied inside the program.
    pub register: String,
    pub has_mouse: bool,
    pub now: Moment,
    pub(super) is_changed: bool,
    pub is_ended: bool,
}

/// The front door.
#[derive(Debug, Default)]
pub struct Lobby {
    /// None until the journal was read.
    pub entries: Option<Vec<Entry>>,
    pub selected: usize,
}

/// One line of the lobby and what Enter does on it.
#[derive(Clone, Debug, PartialEq)]
pub enum Door {
    Resume(Entry),
    Start(Wish),
    Read(Entry),
    Leave,
}

/// A question the program asks before it does something.
#[derive(Clone, Debug, PartialEq)]
pub struct Dialog {
    pub ask: Ask,
    pub words: String,
    /// What the two keys do, yes first.
    pub yes: String,
    pub no: String,
}

/// What a dialog is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    HandIn,
    Leave,
    /// A drill was away; count the time or not.
    CountGap(crate::moment::Span),
}

/// The searchable list of everything that can be done here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    pub query: String,
    pub selected: usize,
}

impl Model {
    /// Makes the model of the first frame: the lobby, with nothing opened yet.
    pub fn new(library: Arc<Library>, choices: Choices, now: Moment) -> Self {
        Self {
            library,
            choices,
            lobby: Lobby::default(),
            room: None,
            dialog: None,
            palette: None,
            notice: None,
            register: String::new(),
            has_mouse: false,
            now,
            is_changed: true,
            is_ended: false,
        }
    }

    /// Says whether a frame is due, and forgets it.
    pub fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.is_changed)
    }

    /// Says whether a clock runs that has to be shown running.
    pub fn is_ticking(&self) -> bool {
        self.room.as_ref().is_some_and(|room| {
            let phase = room.interview.phase;
            phase.clock().is_some() || matches!(phase, Phase::Resting { .. }) || room.is_running()
        })
    }

    /// Gives the place whose keys are in force.
    pub fn place(&self) -> Place {
        let Some(room) = &self.room else { return Place::Lobby };
        match room.interview.phase {
            Phase::Briefing { .. } => Place::Briefing,
            Phase::Resting { .. } => Place::Rest,
            Phase::Voting => Place::Voting,
            Phase::Debriefed | Phase::Abandoned => Place::Debrief,
            Phase::Answering { .. } | Phase::FollowingUp { .. } => match room.focus {
                Focus::Chat => Place::Chatting,
                Focus::Answer | Focus::Diagram | Focus::Notes => Place::Writing,
                Focus::Prompt | Focus::Drawing => Place::Reading,
                Focus::Result => Place::Result,
            },
        }
    }

    /// Gives the lobby's lines: what can be gone on with comes first.
    pub fn doors(&self) -> Vec<Door> {
        let entries = self.lobby.entries.as_deref().unwrap_or_default();
        let open = entries.iter().filter(|e| e.is_open).take(5).cloned().map(Door::Resume);
        let done = entries.iter().filter(|e| !e.is_open).take(5).cloned().map(Door::Read);
        open.chain(self.wishes().into_iter().map(Door::Start))
            .chain(done)
            .chain([Door::Leave])
            .collect()
    }

    /// Every loop, a drill of each of the main loop's rounds, and a rehearsal.
    fn wishes(&self) -> Vec<Wish> {
        let loops = self.library.loops();
        let main = loops
            .iter()
            .max_by_key(|l| l.file.rounds.iter().map(|r| r.minutes as u64).sum::<u64>());
        let mut names: Vec<&str> = loops.iter().map(|l| l.id.as_str()).collect();
        names.sort_by_key(|name| main.is_none_or(|m| m.id.as_str() != *name));
        let drills = main.iter().flat_map(|l| {
            l.file.rounds.iter().map(|round| Wish::drill(l.id.as_str(), round.id.clone()))
        });
        let rehearsal = main.map(|l| Wish {
            mode: crate::interview::plan::Mode::Rehearsal,
            ..Wish::whole_loop(l.id.as_str())
        });
        names.iter().map(|name| Wish::whole_loop(name)).chain(drills).chain(rehearsal).collect()
    }

    /// Gives what can be done here, with its keys.
    pub fn commands(&self) -> Vec<(Act, String)> {
        let place = self.place();
        let rows = self.choices.keymap.rows(place).into_iter();
        rows.filter(|(act, _)| self.is_offered(*act))
            .map(|(act, keys)| {
                let keys: Vec<String> = keys.iter().map(|key| super::keys::show(*key)).collect();
                (act, keys.join(" "))
            })
            .collect()
    }

    /// Says whether a wish makes sense now: a strict loop has no hints, and offers none.
    pub fn is_offered(&self, act: Act) -> bool {
        let Some(room) = &self.room else { return !matches!(act, Act::Drill | Act::Write) };
        let is_strict = room.interview.plan.is_strict();
        match act {
            Act::Hint | Act::Pause | Act::Proceed | Act::ExternalEditor | Act::Suspend => {
                !is_strict
            }
            Act::Submit => matches!(room.interview.phase, Phase::Answering { .. }),
            Act::Tables => !matches!(room.kind(), Some(Kind::Design | Kind::Behavioral)),
            Act::Run => room.interview.may_run().is_ok() && room.can_run(&self.library),
            _ => true,
        }
    }
}
