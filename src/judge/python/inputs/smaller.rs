//! Inputs with something left out: the steps on the way to the smallest that still shows a mistake.

use crate::judge::python::value::Value;

/// Gives every way of leaving out one item, one field or one line, the largest pieces first.
pub fn smaller(arguments: &[Value]) -> Vec<Vec<Value>> {
    let mut all = Vec::new();
    for (place, argument) in arguments.iter().enumerate() {
        for less in less(argument) {
            let mut arguments = arguments.to_vec();
            arguments[place] = less;
            all.push(arguments);
        }
    }
    all
}

fn less(value: &Value) -> Vec<Value> {
    match value {
        Value::List(items) => less_items(items).into_iter().map(Value::List).collect(),
        Value::Iter(items) => less_items(items).into_iter().map(Value::Iter).collect(),
        Value::Set(items) => without_one(items).into_iter().map(Value::Set).collect(),
        Value::File(text) => {
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            without_one(&lines).into_iter().map(|lines| Value::File(lines.concat())).collect()
        }
        Value::Dict(pairs) => {
            let fewer = without_one(pairs).into_iter().map(Value::Dict);
            let inner = pairs.iter().enumerate().flat_map(|(place, (key, inner))| {
                less(inner).into_iter().map(move |less| {
                    let mut pairs = pairs.clone();
                    pairs[place] = (key.clone(), less);
                    Value::Dict(pairs)
                })
            });
            fewer.chain(inner).collect()
        }
        _ => Vec::new(),
    }
}

/// Half of the items, each item left out, then something left out of an item.
fn less_items(items: &[Value]) -> Vec<Vec<Value>> {
    let half = items.len() / 2;
    let halves = [items[..half].to_vec(), items[half..].to_vec()];
    let halves = halves.into_iter().filter(|some| some.len() + 1 < items.len());
    let inner = items.iter().enumerate().flat_map(|(place, item)| {
        less(item).into_iter().map(move |less| {
            let mut items = items.to_vec();
            items[place] = less;
            items
        })
    });
    halves.chain(without_one(items)).chain(inner).collect()
}

fn without_one<T: Clone>(items: &[T]) -> Vec<Vec<T>> {
    let without = |place: usize| [&items[..place], &items[place + 1..]].concat();
    (0..items.len()).map(without).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_items_fields_and_lines_are_left_out() {
        let arguments = Value::read_arguments(r#"[[{"a": 1}, 2, 3, 4], {"$file": "x\ny\n"}, 5]"#);
        let all = smaller(&arguments.expect("good JSON"));
        let written: Vec<String> =
            all.iter().filter_map(|one| Value::write_arguments(one)).collect();
        assert_eq!(written[0], r#"[[{"a":1},2],{"$file":"x\ny\n"},5]"#);
        assert!(
            written.contains(&r#"[[{},2,3,4],{"$file":"x\ny\n"},5]"#.to_owned()),
            "{written:?}"
        );
        assert!(
            written.contains(&r#"[[{"a":1},2,3,4],{"$file":"y\n"},5]"#.to_owned()),
            "{written:?}"
        );
        assert_eq!(written.len(), 2 + 4 + 1 + 2);
    }
}
