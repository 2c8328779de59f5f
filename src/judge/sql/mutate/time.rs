//! Dates and times taken too coarsely, too finely or in another unit: B3, G4, T1 to T3, T5.

use serde_json::json;

use super::Edit;
use super::node::{argument, function_name, is, literal, named_as, renamed, text};
use super::rules;
use super::walk::Spot;

/// What may go wrong with time.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    match function_name(spot.node).as_str() {
        "date_trunc" | "datetrunc" => truncated(spot, edits),
        "date_part" | "datepart" => part(spot, edits),
        "date_diff" | "datediff" | "date_sub" | "datesub" => difference(spot, edits),
        "timezone" => zone(spot, edits),
        name if name.starts_with("to_") => unit(spot, name, edits),
        name => calendar(spot, name, edits),
    }
    if is(spot.node, "OPERATOR_CAST") {
        cast(spot, edits);
    }
}

/// G4: another unit.
fn truncated(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    const UNITS: [&str; 7] = ["minute", "hour", "day", "week", "month", "quarter", "year"];
    let Some(now) = argument(spot.node, 0).and_then(|unit| literal(unit, "STRING")) else { return };
    let Some(place) = UNITS.iter().position(|unit| now.eq_ignore_ascii_case(unit)) else { return };
    let near = [place.checked_sub(1), Some(place + 1), (place == 4).then_some(2)];
    for other in near.into_iter().flatten().filter_map(|place| UNITS.get(place)) {
        let pointer = format!("{}/arguments/0/expression/literal/text", spot.path);
        edits.push(spot.edit(
            "G4",
            format!("{other} in place of {now}"),
            vec![(pointer, json!(other))],
        ));
    }
    if let Some(of) = argument(spot.node, 1) {
        let label = format!("no date_trunc('{now}') of {}", spot.words(of));
        edits.push(spot.replace("T3", label, named_as(of.clone(), spot.node)));
    }
}

/// G4: the year of the week for the year, and the like.
fn part(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let Some(now) = argument(spot.node, 0).and_then(|unit| literal(unit, "STRING")) else { return };
    let other = match now.to_lowercase().as_str() {
        "year" => "isoyear",
        "isoyear" => "year",
        "dow" | "dayofweek" | "weekday" => "isodow",
        "isodow" => "dow",
        "month" => "quarter",
        "day" => "dayofyear",
        "hour" => "day",
        "epoch" => "second",
        _ => return,
    };
    let pointer = format!("{}/arguments/0/expression/literal/text", spot.path);
    edits.push(spot.edit(
        "G4",
        format!("{other} in place of {now}"),
        vec![(pointer, json!(other))],
    ));
}

fn calendar(spot: &Spot<'_>, name: &str, edits: &mut Vec<Edit>) {
    let other = match name {
        "year" => "isoyear",
        "isoyear" => "year",
        "dayofweek" | "weekday" => "isodow",
        "isodow" => "dayofweek",
        "month" => "quarter",
        "last_day" => "date",
        _ => return,
    };
    edits.push(spot.replace(
        "G4",
        format!("{other} in place of {name}"),
        renamed(spot.node, other),
    ));
}

/// T1: another unit of an interval.
fn unit(spot: &Spot<'_>, name: &str, edits: &mut Vec<Edit>) {
    const UNITS: [&str; 6] =
        ["to_seconds", "to_minutes", "to_hours", "to_days", "to_months", "to_years"];
    let Some(place) = UNITS.iter().position(|unit| *unit == name) else { return };
    for other in [place.checked_sub(1), Some(place + 1)]
        .into_iter()
        .flatten()
        .filter_map(|place| UNITS.get(place))
    {
        let label = format!("{} in place of {}", &other[3..], &name[3..]);
        edits.push(spot.replace("T1", label, renamed(spot.node, other)));
    }
}

/// T2: limits passed for whole units gone by, and the other way round.
fn difference(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let name = function_name(spot.node);
    let other = if name.ends_with("diff") { "date_sub" } else { "date_diff" };
    let label = format!("{other} in place of {name}");
    edits.push(spot.replace("T2", label, renamed(spot.node, other)));
    let Some(now) = argument(spot.node, 0).and_then(|unit| literal(unit, "STRING")) else { return };
    let finer = match now.to_lowercase().as_str() {
        "minute" => "second",
        "hour" => "minute",
        "day" => "hour",
        "week" => "day",
        "month" => "day",
        _ => return,
    };
    let pointer = format!("{}/arguments/0/expression/literal/text", spot.path);
    edits.push(spot.edit(
        "T1",
        format!("{finer} in place of {now}"),
        vec![(pointer, json!(finer))],
    ));
}

/// T3: no shift to another time zone.
fn zone(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if let Some(of) = argument(spot.node, 1) {
        edits.push(spot.replace("T3", "no AT TIME ZONE", named_as(of.clone(), spot.node)));
    }
}

/// T3, M1 and B3: no cast of a column, a literal one day earlier or later.
fn cast(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let child = &spot.node["child"];
    let kind = text(&spot.node["type_expr"], "type_name").to_uppercase();
    if let Some(date) = literal(child, "STRING") {
        for (days, words) in [(1, "a day later"), (-1, "a day earlier")] {
            if let Some(changed) = moved(date, days) {
                let pointer = format!("{}/child/literal/text", spot.path);
                edits.push(spot.edit(
                    "B3",
                    format!("'{date}' {words}"),
                    vec![(pointer, json!(changed))],
                ));
            }
        }
        if kind == "INTERVAL" {
            interval(spot, date, edits);
        }
        return;
    }
    if child["literal"].is_object()
        || spot.path.contains("/arguments/0/expression/child") && kind == "DOUBLE"
    {
        return;
    }
    let excuse = rules::has_type(spot, child, &kind);
    let label = format!("no cast of {} to {kind}", spot.words(child));
    edits.push(spot.replace("T3", label, named_as(child.clone(), spot.node)).excused(excuse));
}

/// T1: an interval written as text.
fn interval(spot: &Spot<'_>, text: &str, edits: &mut Vec<Edit>) {
    let Some((number, unit)) = text.split_once(' ') else { return };
    let Ok(number) = number.parse::<i64>() else { return };
    for changed in [number + 1, number - 1] {
        let pointer = format!("{}/child/literal/text", spot.path);
        edits.push(spot.edit(
            "T1",
            format!("{changed} {unit} in place of {text}"),
            vec![(pointer, json!(format!("{changed} {unit}")))],
        ));
    }
}

/// Moves a date, or a timestamp's date, by days.
fn moved(text: &str, days: i64) -> Option<String> {
    let (date, rest) = text.split_at_checked(10)?;
    let date = chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    let moved = date.checked_add_signed(chrono::Duration::days(days))?;
    Some(format!("{moved}{rest}"))
}
