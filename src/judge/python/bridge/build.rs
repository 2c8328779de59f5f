//! How plain data becomes the arguments of a call.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use super::{Needs, class};
use crate::judge::python::ration::exempt;
use crate::judge::python::value::Value;

/// Holds the classes that arguments are made of; a copy of it may live in an iterator.
#[derive(Clone)]
pub struct Builder {
    iterator: PyObjectRef,
    string_io: PyObjectRef,
    parse_datetime: Option<PyObjectRef>,
    parse_date: Option<PyObjectRef>,
    decimal: Option<PyObjectRef>,
    /// Dates and decimals that were made before, by class and text.
    kept: Rc<RefCell<HashMap<(Kind, String), PyObjectRef>>>,
}

/// A class whose objects cannot change and are slow to make, because it is written in Python.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Decimal,
    Date,
    DateTime,
}

/// The arguments of one call.
pub struct Given {
    pub arguments: Vec<PyObjectRef>,
    heard: Rc<Heard>,
}

impl Given {
    /// Gives how many items of iterators were asked for.
    pub fn taken(&self) -> u64 {
        self.heard.taken.get()
    }

    /// Says whether an iterator was asked for more after it had said that this was all.
    pub fn was_reread(&self) -> bool {
        self.heard.reread.get()
    }
}

impl Builder {
    /// Takes hold of the classes; `prelude` holds the prelude's names.
    pub fn new(vm: &VirtualMachine, prelude: &PyDictRef, needs: Needs) -> PyResult<Self> {
        let parse = |name: &'static str| {
            class(vm, "datetime", name)?.as_object().get_attr("fromisoformat", vm)
        };
        let decimal = || class(vm, "decimal", "Decimal").map(PyObjectRef::from);
        Ok(Self {
            iterator: prelude.get_item("OnePass", vm)?,
            string_io: vm.import("_io", 0)?.get_attr("StringIO", vm)?,
            parse_datetime: needs.dates.then(|| parse("datetime")).transpose()?,
            parse_date: needs.dates.then(|| parse("date")).transpose()?,
            decimal: needs.decimals.then(decimal).transpose()?,
            kept: Rc::default(),
        })
    }

    /// Builds the arguments of one call.
    pub fn give(&self, values: &[Value], vm: &VirtualMachine) -> PyResult<Given> {
        let making = Making { parts: self, vm, heard: Rc::default(), keeps: false };
        Ok(Given { arguments: making.all(values)?, heard: making.heard })
    }

    /// The same for one of several calls with equal arguments: dates and decimals, which nobody can change, are
    /// made once for all of them, so that the answer's time is not spent on making them.
    pub fn give_again(&self, values: &[Value], vm: &VirtualMachine) -> PyResult<Given> {
        let making = Making { parts: self, vm, heard: Rc::default(), keeps: true };
        Ok(Given { arguments: making.all(values)?, heard: making.heard })
    }

    /// The same, but the items of iterators are only made when they are asked for, and are let go then.
    pub fn give_lazily(&self, values: &[Value], vm: &VirtualMachine) -> PyResult<Given> {
        let making = Making { parts: self, vm, heard: Rc::default(), keeps: false };
        let argument = |value: &Value| match value {
            Value::Iter(items) => making.as_asked(items),
            _ => making.one(value),
        };
        let arguments = values.iter().map(argument).collect::<PyResult<_>>()?;
        Ok(Given { arguments, heard: making.heard })
    }
}

/// Shared by the iterators of one call: how they were read.
#[derive(Default)]
struct Heard {
    /// One of them was read again after its end.
    reread: Cell<bool>,
    taken: Cell<u64>,
}

struct Making<'a> {
    parts: &'a Builder,
    vm: &'a VirtualMachine,
    heard: Rc<Heard>,
    /// Whether it keeps dates and decimals for other calls.
    keeps: bool,
}

impl Making<'_> {
    fn all(&self, values: &[Value]) -> PyResult<Vec<PyObjectRef>> {
        values.iter().map(|value| self.one(value)).collect()
    }

    fn one(&self, value: &Value) -> PyResult {
        let (vm, ctx, parts) = (self.vm, &self.vm.ctx, self.parts);
        Ok(match value {
            Value::None => ctx.none(),
            Value::Bool(flag) => ctx.new_bool(*flag).into(),
            Value::Int(digits) => return self.int(digits),
            Value::Float(float) | Value::Number(float) => ctx.new_float(*float).into(),
            Value::Text(text) => ctx.new_str(text.as_str()).into(),
            Value::Bytes(bytes) => ctx.new_bytes(bytes.clone()).into(),
            Value::Decimal(text) => return self.kept(Kind::Decimal, text),
            Value::Date(text) => return self.kept(Kind::Date, text),
            Value::DateTime(text) => return self.kept(Kind::DateTime, text),
            Value::List(items) => ctx.new_list(self.all(items)?).into(),
            Value::Tuple(items) => ctx.new_tuple(self.all(items)?).into(),
            Value::Set(items) => self.set(items)?,
            Value::Dict(items) => self.dict(items)?,
            Value::Iter(items) => {
                let mut made = self.all(items)?.into_iter();
                return self.one_pass(move |_: &VirtualMachine| made.next().map(Ok));
            }
            Value::File(text) => return parts.string_io.call((ctx.new_str(text.as_str()),), vm),
            Value::Other(name) => {
                return Err(vm.new_type_error(format!("a case cannot hold {name}")));
            }
            Value::TooMuch => return Err(vm.new_type_error("a case cannot hold this much")),
        })
    }

    fn int(&self, digits: &str) -> PyResult {
        match digits.parse::<i64>() {
            Ok(small) => Ok(self.vm.ctx.new_int(small).into()),
            Err(_) => self.parsed(Some(&self.vm.ctx.types.int_type.to_owned().into()), digits),
        }
    }

    fn kept(&self, kind: Kind, text: &str) -> PyResult {
        let parse = match kind {
            Kind::Decimal => &self.parts.decimal,
            Kind::Date => &self.parts.parse_date,
            Kind::DateTime => &self.parts.parse_datetime,
        };
        if !self.keeps {
            return self.parsed(parse.as_ref(), text);
        }
        let key = (kind, text.to_owned());
        let known = self.parts.kept.borrow().get(&key).cloned();
        known.map_or_else(
            || {
                let made = self.parsed(parse.as_ref(), text)?;
                self.parts.kept.borrow_mut().insert(key, made.clone());
                Ok(made)
            },
            Ok,
        )
    }

    fn parsed(&self, parse: Option<&PyObjectRef>, text: &str) -> PyResult {
        let parse = parse.ok_or_else(|| self.vm.new_type_error("the class was not imported"))?;
        parse.call((self.vm.ctx.new_str(text),), self.vm)
    }

    fn set(&self, items: &[Value]) -> PyResult {
        let items = self.vm.ctx.new_list(self.all(items)?);
        self.vm.ctx.types.set_type.as_object().call((items,), self.vm)
    }

    fn dict(&self, items: &[(Value, Value)]) -> PyResult {
        let dict = self.vm.ctx.new_dict();
        for (key, inner) in items {
            dict.set_item(&*self.one(key)?, self.one(inner)?, self.vm)?;
        }
        Ok(dict.into())
    }

    fn as_asked(&self, items: &[Value]) -> PyResult {
        let (parts, heard) = (self.parts.clone(), self.heard.clone());
        // The plain data is the judge's own and does not count as memory of the answer.
        let mut items = exempt(|| items.to_vec()).into_iter();
        self.one_pass(move |vm: &VirtualMachine| {
            let item = items.next()?;
            let made = Making { parts: &parts, vm, heard: heard.clone(), keeps: false }.one(&item);
            exempt(|| drop(item));
            Some(made)
        })
    }

    fn one_pass<F>(&self, next: F) -> PyResult
    where
        F: FnMut(&VirtualMachine) -> Option<PyResult> + 'static,
    {
        let (next, heard, ended) = (RefCell::new(next), self.heard.clone(), Cell::new(false));
        let take = self.vm.new_function("take", move |vm: &VirtualMachine| -> PyResult {
            let item = next.borrow_mut()(vm);
            heard.taken.set(heard.taken.get() + u64::from(item.is_some()));
            item.unwrap_or_else(|| {
                heard.reread.set(heard.reread.get() || ended.replace(true));
                Err(vm.new_stop_iteration(None))
            })
        });
        self.parts.iterator.call((take,), self.vm)
    }
}
