//! How plain data becomes Python objects and a result becomes plain data again.
//!
//! A snapshot is taken by looking at the objects' insides, never by asking them: a class with an `__eq__` or
//! `__repr__` of its own has no say in it.

mod build;

use rustpython_vm::builtins::{
    PyBytes, PyDict, PyDictRef, PyFloat, PyFrozenSet, PyInt, PyList, PySet, PyStr, PyTuple,
    PyTypeRef,
};
use rustpython_vm::protocol::{PyIter, PyIterReturn};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::ration::exempt;
use super::value::Value;
pub use build::{Builder, Given};

/// How deep a snapshot goes.
const DEEPEST: usize = 100;
/// How many values a snapshot holds, and how far an iterator is followed.
const MOST: usize = 400_000;
/// Whole numbers with more bits are not written out.
const WIDEST: u64 = 100_000;

/// Knows the classes that plain data maps to, taken before the answer could touch them.
pub struct Bridge<'vm> {
    vm: &'vm VirtualMachine,
    pub builder: Builder,
    dates: Option<Dates>,
    decimal: Option<PyTypeRef>,
}

struct Dates {
    datetime: PyTypeRef,
    date: PyTypeRef,
    datetime_iso: PyObjectRef,
    date_iso: PyObjectRef,
}

/// Which optional classes may occur; importing them takes a few milliseconds each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    pub dates: bool,
    pub decimals: bool,
}

impl<'vm> Bridge<'vm> {
    /// Takes hold of the classes; `prelude` holds the prelude's names.
    pub fn new(vm: &'vm VirtualMachine, prelude: &PyDictRef, needs: Needs) -> PyResult<Self> {
        let builder = Builder::new(vm, prelude, needs)?;
        Ok(Self {
            vm,
            builder,
            dates: needs.dates.then(|| Dates::new(vm)).transpose()?,
            decimal: needs.decimals.then(|| class(vm, "decimal", "Decimal")).transpose()?,
        })
    }

    /// Takes a snapshot of a result or an argument.
    pub fn snapshot(&self, object: &PyObject) -> Value {
        let mut count = 0;
        let value = self.look(object, 0, &mut count);
        if count > MOST { Value::TooMuch } else { value }
    }

    /// Follows an iterator to its end, as a caller that wants a list would; what it raises is raised.
    pub fn drain(&self, object: PyObjectRef) -> PyResult<Value> {
        self.follow(object, |item| self.snapshot(item))
    }

    /// The same, where our own copy of the items is not to be counted as memory of the answer.
    pub fn drain_uncounted(&self, object: PyObjectRef) -> PyResult<Value> {
        self.follow(object, |item| exempt(|| self.snapshot(item)))
    }

    /// Follows an iterator to its end and looks at nothing.
    pub fn exhaust(&self, object: PyObjectRef) -> PyResult<Value> {
        self.follow(object, |_| Value::None)
    }

    fn follow(&self, object: PyObjectRef, read: impl Fn(&PyObject) -> Value) -> PyResult<Value> {
        let iterator = PyIter::new(object);
        let mut items = Vec::new();
        while let PyIterReturn::Return(item) = iterator.next(self.vm)? {
            if items.len() >= MOST {
                return Ok(Value::TooMuch);
            }
            let item = read(&item);
            exempt(|| items.push(item));
        }
        Ok(Value::List(items))
    }

    /// Says whether an object is an iterator, such as a generator.
    pub fn is_iterator(&self, object: &PyObject) -> bool {
        PyIter::<PyObjectRef>::check(object)
    }

    fn look(&self, object: &PyObject, depth: usize, count: &mut usize) -> Value {
        *count += 1;
        if depth > DEEPEST || *count > MOST {
            return Value::TooMuch;
        }
        self.look_single(object).unwrap_or_else(|| self.look_inside(object, depth + 1, count))
    }

    fn look_single(&self, object: &PyObject) -> Option<Value> {
        if self.vm.is_none(object) {
            return Some(Value::None);
        }
        if let Some(int) = object.downcast_ref::<PyInt>() {
            return Some(self.look_int(object, int));
        }
        if let Some(float) = object.downcast_ref::<PyFloat>() {
            return Some(Value::Float(float.to_f64()));
        }
        if let Some(text) = object.downcast_ref::<PyStr>() {
            return Some(Value::Text(text.to_string_lossy().into_owned()));
        }
        let bytes = object.downcast_ref::<PyBytes>();
        bytes.map(|bytes| Value::Bytes(bytes.as_bytes().to_vec()))
    }

    fn look_int(&self, object: &PyObject, int: &PyInt) -> Value {
        let big = int.as_bigint();
        if object.class().is(self.vm.ctx.types.bool_type) {
            return Value::Bool(big.bits() > 0);
        }
        if big.bits() > WIDEST {
            return Value::TooMuch;
        }
        Value::Int(big.to_string())
    }

    fn look_inside(&self, object: &PyObject, depth: usize, count: &mut usize) -> Value {
        let mut all = |items: &[PyObjectRef]| -> Vec<Value> {
            items.iter().map(|item| self.look(item, depth, count)).collect()
        };
        // The contents are copied out first: taking a snapshot may run a time zone's own code.
        if let Some(list) = object.downcast_ref::<PyList>() {
            let items = list.borrow_vec().to_vec();
            Value::List(all(&items))
        } else if let Some(tuple) = object.downcast_ref::<PyTuple>() {
            Value::Tuple(all(tuple.as_slice()))
        } else if let Some(set) = object.downcast_ref::<PySet>() {
            Value::Set(all(&set.elements()))
        } else if let Some(set) = object.downcast_ref::<PyFrozenSet>() {
            Value::Set(all(&set.elements()))
        } else if let Some(dict) = object.downcast_ref::<PyDict>() {
            let pairs = dict.items_vec().into_iter();
            Value::Dict(
                pairs.map(|(key, inner)| self.look_pair(&key, &inner, depth, count)).collect(),
            )
        } else {
            self.look_known(object)
                .unwrap_or_else(|| Value::Other(object.class().name().to_string()))
        }
    }

    fn look_pair(
        &self,
        key: &PyObject,
        inner: &PyObject,
        depth: usize,
        count: &mut usize,
    ) -> (Value, Value) {
        (self.look(key, depth, count), self.look(inner, depth, count))
    }

    /// Dates and decimals are written in Python, so their text is asked for, with functions taken before.
    fn look_known(&self, object: &PyObject) -> Option<Value> {
        let is = |class: &PyTypeRef| object.class().fast_issubclass(class);
        let text = |function: &PyObjectRef| {
            let text = function.call((object.to_owned(),), self.vm).ok()?;
            text.downcast_ref::<PyStr>().map(|text| text.to_string_lossy().into_owned())
        };
        match (&self.dates, &self.decimal) {
            (Some(dates), _) if is(&dates.datetime) => {
                text(&dates.datetime_iso).map(Value::DateTime)
            }
            (Some(dates), _) if is(&dates.date) => text(&dates.date_iso).map(Value::Date),
            (_, Some(decimal)) if is(decimal) => {
                let written = object.str(self.vm).ok()?;
                Some(Value::Decimal(written.to_string_lossy().into_owned()))
            }
            _ => None,
        }
    }
}

impl Dates {
    fn new(vm: &VirtualMachine) -> PyResult<Self> {
        let (datetime, date) = (class(vm, "datetime", "datetime")?, class(vm, "datetime", "date")?);
        let datetime_iso = datetime.as_object().get_attr("isoformat", vm)?;
        let date_iso = date.as_object().get_attr("isoformat", vm)?;
        Ok(Self { datetime, date, datetime_iso, date_iso })
    }
}

fn class(vm: &VirtualMachine, module: &'static str, name: &'static str) -> PyResult<PyTypeRef> {
    let found = vm.import(module, 0)?.get_attr(name, vm)?;
    found.downcast().map_err(|_| vm.new_type_error(format!("{module}.{name} is no class")))
}
