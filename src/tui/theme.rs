//! How it looks: the terminal's own sixteen colours on its own background, and glyphs it can show.

use ratatui::style::{Color, Modifier, Style};

/// Whether colours are used at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    Sixteen,
    /// Bold, reverse and underline only.
    None,
}

/// The look of everything. Hue never stands alone: a symbol or a word says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    pub colors: Colors,
    pub is_ascii: bool,
}

impl Default for Theme {
    fn default() -> Self {
        Self { colors: Colors::Sixteen, is_ascii: false }
    }
}

impl Theme {
    fn hue(self, color: Color) -> Style {
        match self.colors {
            Colors::Sixteen => Style::new().fg(color),
            Colors::None => Style::new(),
        }
    }

    /// Titles and the selected pane's border.
    pub fn title(self) -> Style {
        self.hue(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// What is less important.
    pub fn dim(self) -> Style {
        match self.colors {
            Colors::Sixteen => Style::new().fg(Color::DarkGray),
            Colors::None => Style::new(),
        }
    }

    /// What went right; always beside a symbol.
    pub fn good(self) -> Style {
        self.hue(Color::Green)
    }

    /// What went wrong; always beside a symbol.
    pub fn bad(self) -> Style {
        self.hue(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// What presses, such as the last minute.
    pub fn urgent(self) -> Style {
        self.hue(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    /// The interviewer's voice.
    pub fn interviewer(self) -> Style {
        self.hue(Color::Blue).add_modifier(Modifier::BOLD)
    }

    /// What is selected.
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The styles of highlighted code: keyword, text, number, comment, name of a function.
    pub fn code(self) -> [Style; 5] {
        [
            self.hue(Color::Magenta).add_modifier(Modifier::BOLD),
            self.hue(Color::Green),
            self.hue(Color::Yellow),
            self.dim().add_modifier(Modifier::ITALIC),
            self.hue(Color::Cyan),
        ]
    }

    /// The sign before something that passed.
    pub fn pass(self) -> &'static str {
        if self.is_ascii { "ok" } else { "✓" }
    }

    /// The sign before something that failed.
    pub fn fail(self) -> &'static str {
        if self.is_ascii { "x" } else { "✗" }
    }

    /// The sign before something that speaks neither for nor against.
    pub fn aside(self) -> &'static str {
        if self.is_ascii { "-" } else { "·" }
    }

    /// The sign before the selected line.
    pub fn pointer(self) -> &'static str {
        if self.is_ascii { "> " } else { "▸ " }
    }

    /// The sign between things on one line.
    pub fn dot(self) -> &'static str {
        if self.is_ascii { " - " } else { " · " }
    }
}
