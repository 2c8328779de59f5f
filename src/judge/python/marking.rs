//! What one case shows: passed, or which fault, in words that give no hidden value away.

use super::compare::{same, unpaired};
use super::trial::{Came, Trial};
use super::value::Value;
use crate::content::question::{Case, CompareBy, Properties};
use crate::interview::verdict::Fault;

/// What a case expects, read from its JSON.
#[derive(Clone, Debug)]
pub enum Wanted {
    Value(Value),
    Exception(String),
}

impl Wanted {
    /// Reads a case; errors say what is wrong with the question.
    pub fn read(case: &Case) -> Result<Wanted, String> {
        match (&case.expect, &case.raises) {
            (Some(json), None) => Value::read(json).map(Wanted::Value),
            (None, Some(name)) => Ok(Wanted::Exception(name.clone())),
            _ => Err("a case states either `expect` or `raises`".into()),
        }
    }

    /// Says whether an iterator should be followed to its end.
    pub fn follows(&self) -> bool {
        matches!(self, Wanted::Exception(_) | Wanted::Value(Value::List(_) | Value::Iter(_)))
    }
}

/// A fault with its words; `Fault::None` passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub fault: Fault,
    pub words: String,
}

/// Added where an iterator was asked for more after it had said that this was all.
const REREAD: &str =
    "; it was given an iterator and read it again after its end, where nothing is left";

impl Mark {
    /// Makes a mark.
    pub fn new(fault: Fault, words: impl Into<String>) -> Self {
        Self { fault, words: words.into() }
    }
}

/// Marks one case by its trials, one for each hash seed.
pub fn mark(wanted: &Wanted, by: CompareBy, properties: &Properties, trials: &[&Trial]) -> Mark {
    let marks: Vec<Mark> =
        trials.iter().map(|trial| mark_trial(wanted, by, properties, trial)).collect();
    let first = marks.first().cloned().unwrap_or(Mark::new(Fault::Error, "not run"));
    match marks.iter().any(|mark| mark.fault != first.fault) {
        true => Mark::new(
            Fault::NonDeterministic,
            "gives different results under different hash seeds; something depends on the order of a set",
        ),
        false => first,
    }
}

fn mark_trial(wanted: &Wanted, by: CompareBy, properties: &Properties, trial: &Trial) -> Mark {
    let marks: Vec<Mark> = trial.came.iter().map(|came| mark_call(wanted, by, came)).collect();
    let failed = marks.iter().position(|mark| mark.fault != Fault::None);
    if let Some(index) = failed {
        return match index {
            // Reading on after the end is no fault by itself: some right answers cut an iterator into pieces.
            0 if trial.reread => Mark::new(marks[0].fault, format!("{}{REREAD}", marks[0].words)),
            0 => marks[0].clone(),
            _ => Mark::new(
                Fault::Property,
                format!("call {} gives something else than the first", index + 1),
            ),
        };
    }
    match trial.changed {
        Some(index) if properties.input_not_mutated => {
            Mark::new(Fault::Property, format!("argument {} was changed by the call", index + 1))
        }
        _ => Mark::new(Fault::None, "passed"),
    }
}

fn mark_call(wanted: &Wanted, by: CompareBy, came: &Came) -> Mark {
    match (wanted, came) {
        (Wanted::Exception(name), Came::Raised(raised)) if raised.is_a(name) => {
            Mark::new(Fault::None, "passed")
        }
        (Wanted::Exception(name), Came::Raised(raised)) => {
            Mark::new(Fault::Exception, format!("raised {} where {name} was wanted", raised.name))
        }
        (Wanted::Exception(name), Came::Returned(_)) => {
            Mark::new(Fault::Exception, format!("returned a value where {name} was wanted"))
        }
        (Wanted::Value(_), Came::Raised(raised)) => {
            let at = raised.line.map(|line| format!(" in line {line}")).unwrap_or_default();
            Mark::new(Fault::Exception, format!("raised {}{at}", raised.name))
        }
        (Wanted::Value(expected), Came::Returned(value)) => mark_value(expected, value, by),
    }
}

fn mark_value(expected: &Value, value: &Value, by: CompareBy) -> Mark {
    if same(expected, value, by) {
        return Mark::new(Fault::None, "passed");
    }
    match (expected, value) {
        (_, Value::TooMuch) => Mark::new(Fault::Limits, "returned more than can be compared"),
        (_, Value::None) => Mark::new(
            Fault::Class,
            format!("returned None where {} was wanted", article(expected.kind())),
        ),
        (Value::List(wanted), Value::List(got)) => mark_list(wanted, got),
        _ if expected.kind() != value.kind() => Mark::new(
            Fault::Class,
            format!(
                "returned {} where {} was wanted",
                article(value.kind()),
                article(expected.kind())
            ),
        ),
        _ => Mark::new(Fault::Values, format!("returned another {} than wanted", value.kind())),
    }
}

fn mark_list(wanted: &[Value], got: &[Value]) -> Mark {
    match unpaired(wanted, got) {
        (missing, extra) if missing.is_empty() && extra.is_empty() => {
            Mark::new(Fault::Order, "returned the right elements in another order")
        }
        (missing, extra) if extra.is_empty() => Mark::new(
            Fault::MissingRows,
            format!("returned a list that lacks {}", elements(&missing)),
        ),
        (missing, extra) if missing.is_empty() => Mark::new(
            Fault::ExtraRows,
            format!("returned a list with {} too many", elements(&extra)),
        ),
        _ => Mark::new(Fault::Values, "returned a list with other elements"),
    }
}

fn elements(indices: &[usize]) -> String {
    match indices.len() {
        1 => "1 element".into(),
        count => format!("{count} elements"),
    }
}

fn article(kind: &str) -> String {
    match kind {
        "None" => "None".into(),
        _ if kind.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {kind}"),
        _ => format!("a {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn returned(json: &str) -> Trial {
        let value = Value::read(json).expect("the test writes good JSON");
        Trial { came: vec![Came::Returned(value)], ..Trial::default() }
    }

    fn marked(wanted: &str, trials: &[&Trial]) -> Mark {
        let wanted = Wanted::Value(Value::read(wanted).expect("the test writes good JSON"));
        let properties = Properties { input_not_mutated: true, repeatable: true };
        mark(&wanted, CompareBy::Exact, &properties, trials)
    }

    #[test]
    fn each_kind_of_wrong_list_has_its_own_fault() {
        let fault = |got: &str| marked("[1, 2, 2]", &[&returned(got)]).fault;
        assert_eq!(fault("[1, 2, 2]"), Fault::None);
        assert_eq!(fault("[2, 1, 2]"), Fault::Order);
        assert_eq!(fault("[1, 2]"), Fault::MissingRows);
        assert_eq!(fault("[1, 2, 2, 3]"), Fault::ExtraRows);
        assert_eq!(fault("[1, 2, 3]"), Fault::Values);
        assert_eq!(fault("null"), Fault::Class);
        assert_eq!(fault(r#"{"$tuple": [1, 2, 2]}"#), Fault::Class);
    }

    #[test]
    fn words_give_no_hidden_value_away() {
        let mark = marked("[\"secret\"]", &[&returned("[\"guess\"]")]);
        assert!(!mark.words.contains("secret"), "{}", mark.words);
    }

    #[test]
    fn seeds_that_disagree_are_a_fault_of_their_own() {
        let (right, wrong) = (returned("[1, 2]"), returned("[2, 1]"));
        assert_eq!(marked("[1, 2]", &[&right, &wrong]).fault, Fault::NonDeterministic);
    }

    #[test]
    fn a_changed_argument_and_a_changed_second_call_are_properties() {
        let changed = Trial { changed: Some(0), ..returned("[1]") };
        assert_eq!(marked("[1]", &[&changed]).fault, Fault::Property);
        let mut twice = returned("[1]");
        twice.came.extend(returned("[1, 1]").came);
        let mark = marked("[1]", &[&twice]);
        assert_eq!(
            (mark.fault, mark.words.as_str()),
            (Fault::Property, "call 2 gives something else than the first")
        );
    }
}
