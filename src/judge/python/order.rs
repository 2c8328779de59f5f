//! In which order a set gives its elements: the engine keeps them as they came in, which an answer must not lean on.
//!
//! The language promises no order, and CPython's changes with the hash seed. So under the second seed sets are
//! gone through in an order that their elements' hashes decide. The class stays `set`, with everything else it
//! does; a set that changes under way is noticed by the engine's own iterator, which is moved along.

use std::cell::{OnceCell, RefCell};

use rustpython_vm::builtins::{PyFrozenSet, PySet};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::protocol::{PyIter, PyIterReturn};
use rustpython_vm::types::{IterNext, Iterable, PyTypeFlags, SelfIter};
use rustpython_vm::{
    Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine, pyclass,
};

thread_local! {
    /// What the classes did before. The engine has its classes once a thread, as a room has.
    static OWN: OnceCell<Own> = const { OnceCell::new() };
}

type IterFunc = fn(PyObjectRef, &VirtualMachine) -> PyResult;

/// The engine's own ways to begin a set and a frozenset, and to take an element out.
#[derive(Clone)]
struct Own {
    set: IterFunc,
    frozenset: IterFunc,
    pop: PyObjectRef,
    discard: PyObjectRef,
}

/// Puts the order in place.
pub fn install(vm: &VirtualMachine) {
    let (set, frozenset) = (vm.ctx.types.set_type, vm.ctx.types.frozenset_type);
    let method = |name| set.get_attr(vm.ctx.intern_str(name)).expect("a set has it");
    let before = Own {
        set: set.slots.iter.load().expect("a set can be gone through"),
        frozenset: frozenset.slots.iter.load().expect("a set can be gone through"),
        pop: method("pop"),
        discard: method("discard"),
    };
    if OWN.with(|own| own.set(before)).is_ok() {
        Stirred::make_static_type();
        let pop = vm.new_method("pop", set, pop);
        set.set_attr(vm.ctx.intern_str("pop"), pop.into());
        set.slots.iter.store(Some(begin));
        frozenset.slots.iter.store(Some(begin));
    }
}

fn own() -> Own {
    let own = OWN.with(|own| own.get().cloned());
    own.expect("it is set before the functions that ask for it are in place")
}

fn is_stirred(vm: &VirtualMachine) -> bool {
    vm.state.config.settings.hash_seed.is_some_and(|seed| seed % 2 == 1)
}

fn begin(object: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let own = own();
    let (first, elements): (IterFunc, Vec<PyObjectRef>) = match object.downcast_ref::<PySet>() {
        Some(set) if is_stirred(vm) => (own.set, set.elements()),
        Some(_) => return (own.set)(object, vm),
        None => match object.downcast_ref::<PyFrozenSet>() {
            Some(set) if is_stirred(vm) => (own.frozenset, set.elements()),
            _ => return (own.frozenset)(object, vm),
        },
    };
    if elements.len() < 2 {
        return first(object, vm);
    }
    let watch = first(object, vm)?;
    let left = RefCell::new(stirred(elements, vm));
    Ok(Stirred { left, watch }.into_ref(&vm.ctx).into())
}

/// Takes out the element that going through the set would give first.
fn pop(set: PyRef<PySet>, vm: &VirtualMachine) -> PyResult {
    let own = own();
    let first = match is_stirred(vm) {
        true => PyIter::new((own.set)(set.clone().into(), vm)?).next(vm)?,
        false => PyIterReturn::StopIteration(None),
    };
    match first {
        PyIterReturn::Return(element) => {
            own.discard.call((set, element.clone()), vm)?;
            Ok(element)
        }
        // It is empty, which the engine says itself; or this is the seed that leaves it alone.
        PyIterReturn::StopIteration(_) => own.pop.call((set,), vm),
    }
}

/// Puts elements into the order of their stirred hashes, the last first. A class of the answer's own is not asked
/// for its hash, for that runs its code; there the place decides.
fn stirred(elements: Vec<PyObjectRef>, vm: &VirtualMachine) -> Vec<PyObjectRef> {
    let key = |(place, element): (usize, PyObjectRef)| (stir(hash(&element, place, vm)), element);
    let mut keyed: Vec<(u64, PyObjectRef)> = elements.into_iter().enumerate().map(key).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, element)| element).collect()
}

fn hash(element: &PyObject, place: usize, vm: &VirtualMachine) -> u64 {
    let is_builtin = !element.class().slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
    let hash = is_builtin.then(|| element.hash(vm).ok()).flatten();
    hash.map_or(place as u64, |hash| hash as u64)
}

/// Small whole numbers are their own hashes, so nearness must not survive.
fn stir(hash: u64) -> u64 {
    let mixed = (hash ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb)
}

/// Gives the elements that are left, and notices what the engine's own iterator notices.
#[pyclass(module = false, name = "set_iterator")]
#[derive(Debug, PyPayload)]
struct Stirred {
    left: RefCell<Vec<PyObjectRef>>,
    watch: PyObjectRef,
}

#[pyclass(with(IterNext, Iterable))]
impl Stirred {
    #[pymethod]
    fn __length_hint__(&self) -> usize {
        self.left.borrow().len()
    }
}

impl SelfIter for Stirred {}

impl IterNext for Stirred {
    fn next(own: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyIterReturn> {
        match PyIter::new(own.watch.clone()).next(vm)? {
            PyIterReturn::Return(_) => {
                let next = own.left.borrow_mut().pop();
                Ok(next.map_or(PyIterReturn::StopIteration(None), PyIterReturn::Return))
            }
            stop => Ok(stop),
        }
    }
}
