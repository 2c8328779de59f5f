//! What is shown: the screens as pure data, from messages to orders and from the model to a frame.
//!
//! [`model::Model::update`] is the only way anything changes, and only its `happen` applies events,
//! always together with the order to record them. [`view::draw`] reads the model.

pub mod editor;
mod emacs;
pub mod highlight;
pub mod keys;
pub mod model;
pub mod msg;
pub mod room;
pub mod screen;
pub mod theme;
mod update;
pub mod view;
mod vim;
pub mod widget;
