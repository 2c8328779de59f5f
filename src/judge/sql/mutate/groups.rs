//! Groups that are too fine or too coarse, and rows that are too many: G1, G2, G3, D1, D2.

use serde_json::{Value, json};

use super::Edit;
use super::node::{
    all_of, any, call, column_of, conjuncts, is, is_aggregate, is_window, list, named_as, same,
    text, with, without,
};
use super::rules;
use super::walk::Spot;

/// What may go wrong with the groups of a query.
pub fn edits(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    if is(spot.node, "SELECT_NODE") {
        key_lost(spot, edits);
        key_added(spot, edits);
        filtered_elsewhere(spot, edits);
        sets(spot, edits);
    }
    if spot.node["modifiers"].is_array() {
        duplicates(spot, edits);
    }
}

/// G1: a key is forgotten; what it named is then any value of the larger group.
fn key_lost(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let keys = list(&spot.node["group_expressions"]);
    if keys.len() < 2 || list(&spot.node["group_sets"]).len() > 1 {
        return;
    }
    for (i, key) in keys.iter().enumerate() {
        let label = format!("no {} in GROUP BY", spot.words(&item_of(spot, key)));
        let kept = without(keys, i);
        let gone = item_of(spot, key);
        let items: Vec<Value> =
            list(&spot.node["select_list"]).iter().map(|item| any_of(item, &gone)).collect();
        let sets: Vec<usize> = (0..kept.len()).collect();
        let mut changed = with(spot.node, "group_expressions", Value::from(kept));
        changed["group_sets"] = json!([sets]);
        changed["select_list"] = Value::from(items);
        let excuse = rules::key_follows_from_others(spot, &gone, keys, i);
        edits.push(spot.replace("G1", label, changed).excused(excuse));
    }
}

/// Gives the expression a key stands for: a number is a place in the select list, a name may be an alias.
fn item_of(spot: &Spot<'_>, key: &Value) -> Value {
    let items = list(&spot.node["select_list"]);
    let place = super::node::literal(key, "INTEGER").and_then(|text| text.parse::<usize>().ok());
    let by_place = place.and_then(|place| items.get(place.checked_sub(1)?));
    let name =
        super::node::column(key).filter(|names| names.len() == 1).map(|names| names[0].to_owned());
    let by_alias = || {
        items.iter().find(|item| {
            name.as_deref().is_some_and(|name| text(item, "alias").eq_ignore_ascii_case(name))
        })
    };
    by_place.or_else(by_alias).unwrap_or(key).clone()
}

fn any_of(item: &Value, gone: &Value) -> Value {
    if same(item, gone) {
        let name = match text(item, "alias") {
            "" => super::node::column(item)
                .and_then(|names| names.last().map(|name| (*name).to_owned())),
            alias => Some(alias.to_owned()),
        };
        let mut made = named_as(call("any_value", &[item]), item);
        made["alias"] = json!(name.unwrap_or_default());
        return made;
    }
    item.clone()
}

/// G1: a key too many: the key or a text of a table that is read.
fn key_added(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let keys = list(&spot.node["group_expressions"]);
    if keys.is_empty() || list(&spot.node["group_sets"]).len() > 1 {
        return;
    }
    for source in &spot.scope.sources {
        let Some(table) = source.table else { continue };
        let wanted = table
            .columns
            .iter()
            .filter(|column| table.is_key(&column.name) || column.class() == "text");
        for column in wanted.take(3) {
            let node = column_of(&[&source.alias, &column.name]);
            let excuse =
                rules::is_fixed(spot, &node).or_else(|| rules::key_follows(spot, &node, keys));
            let is_there = keys.iter().any(|key| {
                spot.scope.column(key).is_some_and(|(known, _, about)| {
                    known.alias == source.alias && about.name == column.name
                })
            });
            if is_there {
                continue;
            }
            let more = [keys, &[node]].concat();
            let sets: Vec<usize> = (0..more.len()).collect();
            let mut changed = with(spot.node, "group_expressions", Value::from(more));
            changed["group_sets"] = json!([sets]);
            let label = format!("{}.{} in GROUP BY", source.alias, column.name);
            edits.push(spot.replace("G1", label, changed).excused(excuse));
        }
    }
}

/// G2 and W8: a filter before the groups or windows in place of after them, and the other way round.
fn filtered_elsewhere(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let moves = [
        ("having", "where_clause", "G2"),
        ("where_clause", "having", "G2"),
        ("qualify", "where_clause", "W8"),
        ("where_clause", "qualify", "W8"),
    ];
    let grouped = !list(&spot.node["group_expressions"]).is_empty();
    let windowed =
        any(&spot.node["select_list"], &|node| is_window(node)) || !spot.node["qualify"].is_null();
    for (from, to, operator) in moves {
        let fits = if operator == "G2" { grouped } else { windowed };
        let parts = conjuncts(&spot.node[from]);
        for (i, part) in parts.iter().enumerate().filter(|_| fits) {
            if any(part, &|node| is_window(node))
                || to == "where_clause" && any(part, &|node| is_aggregate(node))
            {
                continue;
            }
            let mut changed = with(spot.node, from, all_of(without(&parts, i)));
            changed[to] = all_of([conjuncts(&spot.node[to]), vec![part.clone()]].concat());
            let label = format!("`{}` in {}", spot.words(part), clause(to));
            edits.push(spot.replace(operator, label, changed));
        }
    }
}

fn clause(key: &str) -> &'static str {
    match key {
        "where_clause" => "WHERE",
        "having" => "HAVING",
        _ => "QUALIFY",
    }
}

/// G3: totals too many or too few.
fn sets(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let keys = list(&spot.node["group_expressions"]);
    let sets = list(&spot.node["group_sets"]);
    let all: Vec<usize> = (0..keys.len()).collect();
    match sets.len() {
        0 => {}
        1 if keys.is_empty() => {}
        1 => {
            let rollup: Vec<Vec<usize>> = (0..=keys.len()).map(|n| all[..n].to_vec()).collect();
            let excuse = match keys {
                [key] => rules::null_is_never_joined(spot, &item_of(spot, key)),
                _ => None,
            };
            let label = "ROLLUP in place of GROUP BY";
            edits.push(spot.set("G3", label, "group_sets", json!(rollup)).excused(excuse));
        }
        many => {
            edits.push(spot.set("G3", "GROUP BY without its totals", "group_sets", json!([all])));
            for i in 0..many {
                let fewer = Value::from(without(sets, i));
                edits.push(spot.set(
                    "G3",
                    format!("grouping set {} is missing", i + 1),
                    "group_sets",
                    fewer,
                ));
            }
        }
    }
}

/// D1 and D2: DISTINCT too much or too little.
fn duplicates(spot: &Spot<'_>, edits: &mut Vec<Edit>) {
    let modifiers = list(&spot.node["modifiers"]);
    let place = modifiers.iter().position(|one| is(one, "DISTINCT_MODIFIER"));
    let Some(place) = place else {
        let distinct = json!({"type": "DISTINCT_MODIFIER", "distinct_on_targets": []});
        let more = [&[distinct], modifiers].concat();
        if is(spot.node, "SELECT_NODE") {
            let excuse = rules::has_key(spot);
            edits.push(
                spot.set("D1", "SELECT DISTINCT", "modifiers", Value::from(more)).excused(excuse),
            );
        }
        return;
    };
    edits.push(spot.set("D1", "no DISTINCT", "modifiers", Value::from(without(modifiers, place))));
    let targets = list(&modifiers[place]["distinct_on_targets"]);
    for (i, target) in targets.iter().enumerate().filter(|_| targets.len() > 1) {
        let pointer = format!("{}/modifiers/{place}/distinct_on_targets", spot.path);
        let label = format!("DISTINCT ON without {}", spot.words(target));
        edits.push(spot.edit("D2", label, vec![(pointer, Value::from(without(targets, i)))]));
    }
}
