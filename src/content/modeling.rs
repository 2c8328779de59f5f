//! What a modelling question says beyond its first views: types by name, and the requirement that changes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::question::{Solution, View, WrongAnswer};

/// Words in the names of columns by which the type probe knows what a column holds.
///
/// A word stands between underscores: `price` meets `unit_price` and `price_eur`, not `priced`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TypeWords {
    /// Money is a DECIMAL or a whole number of cents.
    #[serde(default)]
    pub money: Vec<String>,
    /// Dates and times are not text.
    #[serde(default)]
    pub dates: Vec<String>,
}

/// A requirement that comes once a first answer is there.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRequirement {
    /// What the interviewer says: the need, and exactly what is graded.
    pub says: String,
    /// When it is said at the latest, in minutes of the question.
    pub after_minutes: Option<u32>,
    /// New views, and views of the same name as before with another meaning.
    pub views: Vec<View>,
    /// Whole answers to the changed requirement.
    pub references: Vec<Solution>,
    pub wrong: Vec<WrongAnswer>,
}

/// Minutes for the tables, before the load and the views.
pub const TABLES_MINUTES: u32 = 10;
/// Minutes for the first answer as a whole, unless the question says otherwise.
const ANSWER_MINUTES: u32 = 30;
/// Minutes that must be left for the changed requirement.
const CHANGE_MINUTES: u32 = 10;

impl NewRequirement {
    /// Gives the minute of a question of `minutes` in which the requirement changes.
    pub fn minute(&self, minutes: u32) -> u32 {
        let latest = minutes.saturating_sub(CHANGE_MINUTES).max(minutes / 2);
        self.after_minutes.unwrap_or(ANSWER_MINUTES).min(latest)
    }

    /// Gives every view that is asked for once the requirement has changed.
    pub fn views_after(&self, before: &[View]) -> Vec<View> {
        let is_new = |view: &&View| self.views.iter().all(|new| new.name != view.name);
        before.iter().filter(is_new).chain(&self.views).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::NewRequirement;
    use crate::content::contract::Contract;
    use crate::content::question::View;

    fn view(name: &str, about: &str) -> View {
        let contract: Contract = serde_json::from_str(r#"{"columns": []}"#).expect("it is empty");
        View { name: name.into(), about: about.into(), contract }
    }

    fn requirement(after_minutes: Option<u32>, views: Vec<View>) -> NewRequirement {
        let (references, wrong) = (Vec::new(), Vec::new());
        NewRequirement { says: "Now".into(), after_minutes, views, references, wrong }
    }

    #[test]
    fn the_change_leaves_time_to_answer_it() {
        assert_eq!(requirement(None, vec![]).minute(40), 30);
        assert_eq!(requirement(None, vec![]).minute(30), 20);
        assert_eq!(requirement(Some(25), vec![]).minute(40), 25);
        assert_eq!(requirement(Some(39), vec![]).minute(40), 30);
        assert_eq!(requirement(None, vec![]).minute(12), 6);
    }

    #[test]
    fn a_view_of_the_same_name_is_asked_for_once_in_its_new_meaning() {
        let change = requirement(None, vec![view("v_b", "new"), view("v_c", "new")]);
        let after = change.views_after(&[view("v_a", "old"), view("v_b", "old")]);
        let told: Vec<_> = after.iter().map(|v| (v.name.as_str(), v.about.as_str())).collect();
        assert_eq!(told, [("v_a", "old"), ("v_b", "new"), ("v_c", "new")]);
    }
}
