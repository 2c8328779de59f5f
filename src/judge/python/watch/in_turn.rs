//! Many programs in one room, one after the other: for whoever proves a question, not for verdicts.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::{End, GLANCE, Pace, Room, Sitting};
use crate::judge::python::trial::{self, News, Next, Task, Trial};

/// Runs programs on the calls of a task until `enough` has seen enough of each, or it did as much work as it
/// may. Gives the sittings in their order; they are fewer than the programs when one of them ended the room,
/// which is then the last.
pub fn in_turn(
    task: &Task,
    programs: &[String],
    seed: u32,
    work: Duration,
    enough: &mut dyn FnMut(usize, usize, &Trial) -> bool,
) -> Vec<Sitting> {
    let (next, told) = channel();
    let (task, copies) = (task.clone(), programs.to_vec());
    let room =
        Room::with(seed, move |wires| trial::sit_in_turn(&task, &copies, seed, wires, &told));
    room.attend_all(programs.len(), work, &next, enough)
}

impl Room {
    fn attend_all(
        self,
        count: usize,
        work: Duration,
        next: &Sender<Next>,
        enough: &mut dyn FnMut(usize, usize, &Trial) -> bool,
    ) -> Vec<Sitting> {
        let mut ended: Vec<Sitting> = Vec::new();
        let mut now = Sitting::default();
        let mut pace = Pace::of(work);
        let end = loop {
            let left = pace.left();
            match self.news.recv_timeout(left.min(GLANCE)) {
                Ok(News::Over) => {
                    now.printed = self.sink.take();
                    ended.push(std::mem::take(&mut now));
                    pace = Pace::of(work);
                }
                Ok(News::Done) => return ended,
                Ok(news) => {
                    let seen = now.trials.len();
                    now.note(news);
                    if let Some(trial) = now.trials.get(seen) {
                        let word = match enough(ended.len(), seen, trial) {
                            true => Next::Program,
                            false => Next::Case,
                        };
                        // A room that is gone is told of by the news, not here.
                        let _ = next.send(word);
                    }
                }
                Err(RecvTimeoutError::Timeout) if self.gauge.is_used_up() => {
                    now.left_behind = true;
                    break End::Greedy;
                }
                Err(RecvTimeoutError::Timeout) if !left.is_zero() => (),
                Err(RecvTimeoutError::Timeout) => {
                    self.halt(&mut now);
                    break now.end.clone();
                }
                Err(RecvTimeoutError::Disconnected) if ended.len() == count => return ended,
                Err(RecvTimeoutError::Disconnected) if now.end != End::Done => {
                    break now.end.clone();
                }
                Err(RecvTimeoutError::Disconnected) => {
                    break End::Broken("the Python engine gave up on this program".into());
                }
            }
        };
        now.end = end;
        ended.push(now);
        ended
    }
}
