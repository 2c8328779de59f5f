//! What the user has chosen in the settings file; whatever is wrong in it is told, and the rest holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};
use toml::{Table, Value};

use crate::content::parse::Document;
use crate::content::problem::{Problem, did_you_mean};
use crate::journal::home::with_tilde;
use crate::tui::editor::Editing;
use crate::tui::keys::{Act, Keymap, Place, defaults, show};
use crate::tui::model::ClockStyle;

/// When colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorWish {
    /// Unless `NO_COLOR` is set.
    #[default]
    Auto,
    Always,
    Never,
}

/// The settings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub editing: Editing,
    pub clock: ClockStyle,
    pub color: ColorWish,
    pub is_ascii: bool,
    pub keymap: Keymap,
    /// The CPython that runs Python code; without it the engine inside does.
    pub python: Option<PathBuf>,
}

const KNOWN: [&str; 7] = ["editor", "clock", "color", "ascii", "reduced_motion", "keys", "python"];

/// Reads the settings file. A file that is not there is fine; what is wrong in one is told and left out.
pub fn read(file: &Path) -> (Settings, Vec<Problem>) {
    let shown = with_tilde(file);
    match fs::read_to_string(file) {
        Ok(text) => parse(&shown, &text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Default::default(),
        Err(error) => {
            let what = format!("the settings cannot be read: {error}");
            let problem = Problem::of_file(&shown, what, "the defaults hold meanwhile");
            (Settings::default(), vec![problem])
        }
    }
}

/// Reads the text of a settings file; `file` is its name for messages.
pub fn parse(file: &str, text: &str) -> (Settings, Vec<Problem>) {
    let read = Document::parse(file, text).and_then(|doc| Ok((doc.read::<Table>()?, doc)));
    let (table, doc) = match read {
        Ok(read) => read,
        Err(problems) => return (Settings::default(), problems),
    };
    let mut reader = Reader { doc, settings: Settings::default(), problems: Vec::new() };
    table.iter().for_each(|(key, value)| reader.take(key, value));
    reader.problems.sort_by_key(Problem::offset);
    (reader.settings, reader.problems)
}

struct Reader<'t> {
    doc: Document<'t>,
    settings: Settings,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn take(&mut self, key: &str, value: &Value) {
        match key {
            "editor" => self.settings.editing = self.choose(key, value, &EDITORS),
            "clock" => self.settings.clock = self.choose(key, value, &CLOCKS),
            "color" => self.settings.color = self.choose(key, value, &COLORS),
            "ascii" => self.settings.is_ascii = self.yes_or_no(key, value),
            // Nothing here moves yet; who asks for stillness today need not ask again later.
            "reduced_motion" => drop(self.yes_or_no(key, value)),
            "keys" => self.take_keys(value),
            "python" => self.take_python(value),
            _ => {
                let what = format!("`{key}` is unknown");
                self.tell_key(key, what, did_you_mean(key, KNOWN));
            }
        }
    }

    fn choose<T: Copy + Default>(&mut self, key: &str, value: &Value, known: &[(&str, T)]) -> T {
        let written = value.as_str().unwrap_or_default();
        match known.iter().find(|(name, _)| *name == written) {
            Some((_, chosen)) => *chosen,
            None => {
                let names: Vec<String> =
                    known.iter().map(|(name, _)| format!("\"{name}\"")).collect();
                let what = format!("`{key}` cannot be {value}");
                self.tell(key, what, format!("write one of {}", names.join(", ")));
                T::default()
            }
        }
    }

    fn yes_or_no(&mut self, key: &str, value: &Value) -> bool {
        value.as_bool().unwrap_or_else(|| {
            self.tell(key, format!("`{key}` cannot be {value}"), "write true or false");
            false
        })
    }

    fn take_keys(&mut self, value: &Value) {
        let Some(table) = value.as_table() else {
            return self.tell(
                "keys",
                "`keys` is a table",
                "write `[keys]` and below it `submit = \"f9\"`",
            );
        };
        let mut changed = BTreeMap::new();
        for (name, value) in table {
            if let Some(act) = self.act(name) {
                changed.insert(act, self.keys_of(act, value));
            }
        }
        changed.retain(|_, keys| !keys.is_empty());
        self.settings.keymap = self.without_conflicts(changed);
    }

    fn take_python(&mut self, value: &Value) {
        let Some(table) = value.as_table() else {
            let remedy = "write `[python]` and below it `engine = \"/usr/bin/python3\"`";
            return self.tell("python", "`python` is a table", remedy);
        };
        for (name, value) in table {
            match (name.as_str(), value.as_str()) {
                ("engine", Some(path)) => self.settings.python = Some(PathBuf::from(path)),
                ("engine", None) => {
                    let what = format!("`engine` cannot be {value}");
                    self.tell("python.engine", what, "write the path of a CPython in quotes");
                }
                _ => {
                    let what = format!("`{name}` is unknown");
                    self.tell_key(&format!("python.{name}"), what, did_you_mean(name, ["engine"]));
                }
            }
        }
    }

    fn act(&mut self, name: &str) -> Option<Act> {
        let found = Act::ALL.iter().find(|act| act.name() == name).copied();
        if found.is_none() {
            let remedy = did_you_mean(name, Act::ALL.iter().map(|act| act.name()));
            self.tell_key(&format!("keys.{name}"), format!("there is no command `{name}`"), remedy);
        }
        found
    }

    fn keys_of(&mut self, act: Act, value: &Value) -> Vec<KeyCombination> {
        let written: Vec<&Value> = match value {
            Value::Array(several) => several.iter().collect(),
            one => vec![one],
        };
        let read: Vec<Result<KeyCombination, String>> =
            written.into_iter().map(|value| key_of(act, value)).collect();
        let (good, bad): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
        for what in bad.into_iter().filter_map(Result::err) {
            self.tell(&format!("keys.{}", act.name()), what, "write it like \"f9\" or \"ctrl-r\"");
        }
        good.into_iter().filter_map(Result::ok).collect()
    }

    /// Of two commands on one key in one place, the changed one goes back to its default.
    fn without_conflicts(&mut self, mut changed: BTreeMap<Act, Vec<KeyCombination>>) -> Keymap {
        loop {
            let keymap = Keymap::with(changed.clone());
            let conflicts = keymap.conflicts().into_iter();
            let clash = conflicts.into_iter().find_map(|(place, key, first, second)| {
                let blamed = [second, first].into_iter().find(|act| changed.contains_key(act))?;
                let other = if blamed == first { second } else { first };
                Some((place, key, blamed, other))
            });
            let Some((place, key, blamed, other)) = clash else { return keymap };
            let what = format!(
                "{key} would mean both `{}` and `{}` ({})",
                blamed.name(),
                other.name(),
                place.title()
            );
            let remedy =
                format!("give one of them another key; `{}` keeps its default", blamed.name());
            self.tell(&format!("keys.{}", blamed.name()), what, remedy);
            changed.remove(&blamed);
        }
    }

    fn tell(&mut self, path: &str, what: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(self.doc.problem_at(path, what, remedy));
    }

    fn tell_key(&mut self, path: &str, what: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(self.doc.problem_at_key(path, what, remedy));
    }
}

const EDITORS: [(&str, Editing); 3] =
    [("plain", Editing::Plain), ("emacs", Editing::Emacs), ("vim", Editing::Vim)];
const CLOCKS: [(&str, ClockStyle); 3] =
    [("full", ClockStyle::Full), ("minutes", ClockStyle::Minutes), ("hidden", ClockStyle::Hidden)];
const COLORS: [(&str, ColorWish); 3] =
    [("auto", ColorWish::Auto), ("always", ColorWish::Always), ("never", ColorWish::Never)];

fn key_of(act: Act, value: &Value) -> Result<KeyCombination, String> {
    let name = value.as_str().ok_or_else(|| format!("{value} is no name of a key"))?;
    let key = crokey::parse(name).map_err(|_| format!("there is no key `{name}`"))?;
    let in_text = |place: &Place| {
        place.takes_text() && defaults(*place).iter().any(|(offered, _)| *offered == act)
    };
    match Place::ALL.iter().any(in_text) && writes(key) {
        true => Err(format!(
            "{} writes text, so it cannot be a command while text is written",
            show(key)
        )),
        false => Ok(key),
    }
}

/// Says whether a key belongs to a text field: it types, deletes or moves the cursor.
fn writes(key: KeyCombination) -> bool {
    use KeyCode::{Backspace, Char, Delete, Down, End, Home, Left, Right, Up};
    let is_plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    let types = |code: &KeyCode| {
        matches!(code, Char(_) | Backspace | Delete | Left | Right | Up | Down | Home | End)
    };
    is_plain && types(key.codes.first())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crossterm::event::{KeyCode, KeyEvent};

    use super::{ColorWish, parse, read};
    use crate::tui::editor::Editing;
    use crate::tui::keys::{Act, Keymap, Place};
    use crate::tui::model::ClockStyle;

    fn problems(text: &str) -> Vec<String> {
        parse("config.toml", text).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn settings_hold_as_they_are_written() {
        let text = "editor = \"vim\"\nclock = \"minutes\"\ncolor = \"never\"\nascii = true\n\
                    reduced_motion = true\n[keys]\nsubmit = [\"f9\", \"ctrl-g\"]\n";
        let (settings, problems) = parse("config.toml", text);
        assert_eq!(problems, vec![]);
        assert_eq!(settings.editing, Editing::Vim);
        assert_eq!(settings.clock, ClockStyle::Minutes);
        assert_eq!(settings.color, ColorWish::Never);
        assert!(settings.is_ascii);
        let f9 = KeyEvent::from(KeyCode::F(9));
        assert_eq!(settings.keymap.act(Place::Writing, f9), Some(Act::Submit));
        let shown = settings.keymap.rows(Place::Writing);
        let submit = shown.iter().find(|(act, _)| *act == Act::Submit).expect("it is offered");
        assert_eq!(submit.1.len(), 2);
    }

    #[test]
    fn the_python_that_runs_answers_is_a_path() {
        let (settings, found) = parse("config.toml", "[python]\nengine = \"/opt/python3\"\n");
        assert_eq!((settings.python.as_deref(), found), (Some(Path::new("/opt/python3")), vec![]));
        assert_eq!(
            problems("[python]\nengin = \"/opt/python3\"\n"),
            ["config.toml:2:1: `engin` is unknown; did you mean `engine`?"]
        );
        let words = problems("python = \"/opt/python3\"\n");
        assert!(words[0].contains("`python` is a table"), "{words:?}");
    }

    #[test]
    fn a_mistake_names_its_place_and_a_remedy_and_the_rest_holds() {
        let (settings, problems) = parse("config.toml", "edtor = \"vim\"\nclock = \"minutes\"\n");
        assert_eq!(
            problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["config.toml:1:1: `edtor` is unknown; did you mean `editor`?"]
        );
        assert_eq!(settings.clock, ClockStyle::Minutes);
    }

    #[test]
    fn a_value_that_cannot_be_is_answered_with_those_that_can() {
        assert_eq!(
            problems("editor = \"nano\""),
            [
                "config.toml:1:10: `editor` cannot be \"nano\"; write one of \"plain\", \"emacs\", \"vim\""
            ]
        );
        assert_eq!(
            problems("ascii = 1"),
            ["config.toml:1:9: `ascii` cannot be 1; write true or false"]
        );
    }

    #[test]
    fn a_key_nobody_has_and_a_command_nobody_knows_are_told() {
        assert_eq!(
            problems("[keys]\nsubmitt = \"f9\"\n"),
            ["config.toml:2:1: there is no command `submitt`; did you mean `submit`?"]
        );
        assert_eq!(
            problems("[keys]\nsubmit = \"f99\"\n"),
            ["config.toml:2:10: there is no key `f99`; write it like \"f9\" or \"ctrl-r\""]
        );
    }

    #[test]
    fn two_commands_on_one_key_are_told_and_the_changed_one_keeps_its_default() {
        let (settings, problems) = parse("config.toml", "[keys]\nhint = \"f9\"\n");
        let words = problems.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(words.len(), 1, "{words:?}");
        assert!(
            words[0].starts_with("config.toml:2:8: F9 would mean both `hint` and `submit`"),
            "{words:?}"
        );
        assert_eq!(settings.keymap.conflicts(), vec![]);
        let f3 = KeyEvent::from(KeyCode::F(3));
        assert_eq!(settings.keymap.act(Place::Writing, f3), Some(Act::Hint));
    }

    #[test]
    fn a_key_that_types_is_never_taken_from_a_text_field() {
        let words = problems("[keys]\nsubmit = \"s\"\n");
        assert_eq!(words.len(), 1);
        assert!(words[0].contains("writes text"), "{words:?}");
        assert_eq!(problems("[keys]\ndrill = \"x\"\n"), Vec::<String>::new());
    }

    #[test]
    fn a_file_that_is_not_there_means_the_defaults() {
        let (settings, problems) = read(Path::new("/nowhere/config.toml"));
        assert_eq!(problems, vec![]);
        assert_eq!(settings.keymap.rows(Place::Lobby), Keymap::default().rows(Place::Lobby));
    }

    #[test]
    fn broken_toml_is_told_with_its_line() {
        let words = problems("editor = \n");
        assert!(words[0].starts_with("config.toml:1:"), "{words:?}");
    }
}
