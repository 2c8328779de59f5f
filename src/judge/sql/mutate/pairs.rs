//! Two mistakes that people make together: the second-order mutants.

use super::Edit;

/// Makes the pairs: an inner join with a count of rows, no partition with no tie-break, BETWEEN dates
/// with no cast.
pub fn pairs(edits: &[Edit]) -> Vec<Edit> {
    let inner = |edit: &Edit| edit.operator == "J1" && edit.label.starts_with("INNER");
    let rows = |edit: &Edit| edit.operator == "A2" && edit.label.starts_with("COUNT(*)");
    let partition = |edit: &Edit| edit.operator == "W3" && edit.label.contains("not partitioned");
    let tie = |edit: &Edit| edit.operator == "W2" && edit.label.contains("not ordered");
    let between = |edit: &Edit| edit.operator == "B3";
    let cast = |edit: &Edit| edit.operator == "T3" && edit.label.contains("no cast");
    [
        both(edits, "J1+A2", inner, rows),
        both(edits, "W3+W2", partition, tie),
        both(edits, "B3+T3", between, cast),
    ]
    .concat()
}

/// Joins every two edits of one SELECT that do not touch the same place.
fn both(
    edits: &[Edit],
    operator: &'static str,
    first: impl Fn(&Edit) -> bool,
    second: impl Fn(&Edit) -> bool,
) -> Vec<Edit> {
    let mut pairs = Vec::new();
    for one in edits.iter().filter(|edit| first(edit)) {
        let near = |edit: &&Edit| second(edit) && edit.select == one.select && apart(one, edit);
        for other in edits.iter().filter(near) {
            pairs.push(Edit {
                operator,
                label: format!("{} and {}", one.label, other.label),
                changes: [one.changes.clone(), other.changes.clone()].concat(),
                at: one.at,
                select: one.select.clone(),
                excuse: None,
            });
        }
    }
    pairs
}

fn apart(one: &Edit, other: &Edit) -> bool {
    let touches = |(left, _): &(String, serde_json::Value)| {
        other
            .changes
            .iter()
            .any(|(right, _)| left.starts_with(right) || right.starts_with(left.as_str()))
    };
    !one.changes.iter().any(touches)
}
