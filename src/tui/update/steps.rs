//! Where the arrows and the wheel lead: a line up or down, a page or a vote to the side.

use super::super::model::Model;
use super::super::msg::Effect;
use super::super::room::{Focus, Room};
use super::super::screen;
use crate::interview::event::Vote;
use crate::interview::phase::Phase;

impl Model {
    pub(super) fn wheel(&mut self, lines: i16) {
        if !self.place().takes_text() {
            self.step(isize::from(lines), 0);
        }
    }

    pub(super) fn step(&mut self, rows: isize, columns: isize) {
        let door_count = self.doors().len();
        let Some(room) = &mut self.room else {
            let last = door_count.saturating_sub(1);
            self.lobby.selected = self.lobby.selected.saturating_add_signed(rows).min(last);
            return;
        };
        match room.interview.phase {
            Phase::Voting => {
                let last = room.interview.plan.rounds.len();
                room.vote_row = room.vote_row.saturating_add_signed(rows).min(last);
            }
            Phase::Debriefed | Phase::Abandoned => screen::debrief::step(room, rows),
            _ => step_in_room(room, rows, columns),
        }
    }

    pub(super) fn sideways(&mut self, by: isize, effects: &mut Vec<Effect>) {
        let Some(room) = &mut self.room else { return };
        match room.interview.phase {
            Phase::Voting => self.turn_vote(by, effects),
            Phase::Debriefed | Phase::Abandoned => screen::debrief::turn(room, by),
            _ => self.step(0, by),
        }
    }

    fn turn_vote(&mut self, by: isize, effects: &mut Vec<Effect>) {
        let Some(room) = &self.room else { return };
        let rounds = room.interview.plan.rounds.len();
        let about = (room.vote_row < rounds).then_some(room.vote_row);
        let vote = match room.interview.own_votes.get(&about) {
            Some(vote) => {
                let at = Vote::ALL.iter().position(|v| v == vote).unwrap_or(1);
                Vote::ALL[at.saturating_add_signed(by).min(Vote::ALL.len() - 1)]
            }
            None if by < 0 => Vote::NoHire,
            None => Vote::Hire,
        };
        let granted = room.interview.vote(about, vote, self.now).map(|event| vec![event]);
        self.grant(granted, effects);
    }
}

fn step_in_room(room: &mut Room, rows: isize, columns: isize) {
    match room.focus {
        Focus::Result => {
            room.spot.row = room.spot.row.saturating_add_signed(rows);
            room.spot.column = room.spot.column.saturating_add_signed(columns);
            screen::result::clamp(room);
        }
        Focus::Prompt => {
            room.prompt_scroll = room.prompt_scroll.saturating_add_signed(rows as i16);
        }
        Focus::Drawing => {
            let (y, x) = room.drawing_scroll;
            room.drawing_scroll =
                (y.saturating_add_signed(rows as i16), x.saturating_add_signed(4 * columns as i16));
        }
        _ => {}
    }
}
