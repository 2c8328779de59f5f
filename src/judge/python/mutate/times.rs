//! Moments: time zones, days and durations (PY22).

use rustpython_ruff_python_ast::{Expr, ExprCall, Keyword};
use rustpython_ruff_text_size::Ranged;

use super::shapes::{arguments_without, callee, function, keyword, method};
use super::spot::{Edits, Spot};

/// Notes what could be changed here.
pub fn edits(spot: &Spot<'_>, edits: &mut Edits) {
    let Some(call) = spot.call() else { return };
    without_zone(spot, call, edits);
    if callee(call) == Some("timedelta") {
        call.arguments.keywords.iter().for_each(|keyword| other_unit(keyword, edits));
    }
    if function(call) == Some("isinstance") {
        kind(spot, call, edits);
    }
}

fn without_zone(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let name = callee(call).unwrap_or_default();
    if let Some((moment, _)) = method(call) {
        let zoned = name == "replace" && keyword(call, "tzinfo").is_some();
        if name == "astimezone" || name == "date" || zoned {
            edits.put("PY22", call, spot.atom(moment), format!("{name} dropped"));
        }
        if name == "astimezone" {
            let new = format!("{}.replace(tzinfo={})", spot.atom(moment), inside(spot, call));
            edits.put("PY22", call, new, "astimezone → replace(tzinfo=…)");
        }
        if name == "replace" && keyword(call, "tzinfo").is_some() && call.arguments.len() == 1 {
            let zone =
                keyword(call, "tzinfo").map(|zone| spot.text(&zone.value)).unwrap_or_default();
            let new = format!("{}.astimezone({zone})", spot.atom(moment));
            edits.put("PY22", call, new, "replace(tzinfo=…) → astimezone");
        }
    }
    if let Expr::Attribute(attribute) = &*call.func {
        let new = match name {
            "isoweekday" => "weekday",
            "weekday" => "isoweekday",
            "utcoffset" if call.arguments.is_empty() => "dst",
            _ => "",
        };
        if !new.is_empty() {
            edits.put("PY22", &attribute.attr, new, format!("{name} → {new}"));
        }
        if name == "total_seconds" {
            let new = format!("{}.seconds", spot.atom(&attribute.value));
            edits.put("PY22", call, new, "total_seconds() → seconds");
        }
    }
    let zone = keyword(call, "tzinfo").or_else(|| keyword(call, "tz"));
    if let (Some(zone), "datetime" | "now" | "fromtimestamp" | "combine") = (zone, name) {
        let kept = arguments_without(spot, call, zone.start().to_usize());
        edits.put("PY22", &call.arguments, kept, "time zone dropped");
    } else if let ("fromtimestamp", [_, zone]) = (name, &*call.arguments.args) {
        let kept = arguments_without(spot, call, zone.start().to_usize());
        edits.put("PY22", &call.arguments, kept, "time zone dropped");
    }
}

fn inside<'a>(spot: &Spot<'a>, call: &ExprCall) -> &'a str {
    let text = spot.text(&call.arguments);
    match text[1..text.len() - 1].trim() {
        "" => "None",
        zone => zone.strip_prefix("tz=").unwrap_or(zone),
    }
}

fn other_unit(unit: &Keyword, edits: &mut Edits) {
    let Some(name) = &unit.arg else { return };
    let new = match name.as_str() {
        "weeks" => "days",
        "days" => "hours",
        "hours" => "minutes",
        "minutes" => "seconds",
        "seconds" => "milliseconds",
        "milliseconds" => "microseconds",
        _ => return,
    };
    edits.put("PY22", name, new, format!("{} → {new}", name.as_str()));
}

/// A datetime is a date too, and many programs find that out late.
fn kind(spot: &Spot<'_>, call: &ExprCall, edits: &mut Edits) {
    let Some(class) = call.arguments.args.get(1) else { return };
    match spot.text(class) {
        name @ ("datetime" | "datetime.datetime") => {
            edits.put("PY22", class, format!("{name}.__base__"), "datetime → date");
        }
        name @ ("date" | "datetime.date") => {
            let new = "__import__(\"datetime\").datetime";
            edits.put("PY22", class, new, format!("{name} → datetime"));
        }
        _ => {}
    }
}
