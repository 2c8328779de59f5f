//! How it should look here: colours and glyphs, from the command line, the settings and the terminal's name.

use super::config::ColorWish;
use crate::tui::theme::{Colors, Theme};

/// What the environment says about the terminal.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// `NO_COLOR` is set to something.
    pub no_color: bool,
    /// The terminal's name, from `TERM`.
    pub term: String,
}

impl Surroundings {
    /// Reads the environment. The terminal itself is asked nothing.
    pub fn here() -> Self {
        Self {
            no_color: std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty()),
            term: std::env::var("TERM").unwrap_or_default(),
        }
    }
}

/// Chooses the look. The command line's wish goes before that of the settings file.
pub fn theme(wishes: [ColorWish; 2], wants_ascii: bool, here: &Surroundings) -> Theme {
    let wish = wishes.into_iter().find(|wish| *wish != ColorWish::Auto).unwrap_or_default();
    let has_colors = match wish {
        ColorWish::Always => true,
        ColorWish::Never => false,
        ColorWish::Auto => !here.no_color,
    };
    Theme {
        colors: if has_colors { Colors::Sixteen } else { Colors::None },
        // The console of Linux has few glyphs.
        is_ascii: wants_ascii || here.term == "linux",
    }
}

#[cfg(test)]
mod tests {
    use super::{ColorWish, Surroundings, theme};
    use crate::tui::theme::Colors;

    #[test]
    fn no_color_is_heeded_unless_colours_are_asked_for() {
        let here = Surroundings { no_color: true, term: "xterm".into() };
        let colors = |wishes| theme(wishes, false, &here).colors;
        assert_eq!(colors([ColorWish::Auto, ColorWish::Auto]), Colors::None);
        assert_eq!(colors([ColorWish::Always, ColorWish::Never]), Colors::Sixteen);
        assert_eq!(colors([ColorWish::Auto, ColorWish::Always]), Colors::Sixteen);
    }

    #[test]
    fn the_console_of_linux_gets_glyphs_it_has() {
        let here = Surroundings { no_color: false, term: "linux".into() };
        assert!(theme([ColorWish::Auto; 2], false, &here).is_ascii);
        let here = Surroundings { no_color: false, term: "xterm-256color".into() };
        assert!(!theme([ColorWish::Auto; 2], false, &here).is_ascii);
        assert!(theme([ColorWish::Auto; 2], true, &here).is_ascii);
    }
}
