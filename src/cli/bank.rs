//! `mockloop bank`: questions listed, shown, begun, and proven.

mod check;
mod gold;
mod grow;
mod list;
mod new;
mod schema;
mod show;

use super::args::{Bank, House};
use super::failure::{Done, Failure};
use super::library;
use super::speech::Speech;

/// Does what was asked about the bank.
pub fn bank(house: &House, bank: &Bank, speech: &Speech) -> Result<Done, Failure> {
    match bank {
        Bank::List { kind, level, topic, json } => {
            let filter = list::Filter { kind: *kind, level: *level, topic: topic.clone() };
            list::list(&library(house)?, &filter, *json, speech)
        }
        Bank::Show { question, solution, json } => {
            show::show(&library(house)?, question, *solution, *json, speech)
        }
        Bank::New { kind, id } => new::new(house, *kind, id, speech),
        Bank::Check { questions, no_run, all, databases } => {
            let how = check::How::of(*no_run, *all, *databases);
            check::check(house, questions, how, speech)
        }
        Bank::Grow { question, most } => grow::grow(house, question, *most, speech),
        Bank::Schema { name, output } => schema::schema(name.as_deref(), output.as_deref(), speech),
        Bank::Gold { questions } => gold::gold(house, questions, speech),
    }
}
