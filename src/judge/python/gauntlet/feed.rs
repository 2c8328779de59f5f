//! How lines reach an answer: made one by one as they are asked for, and counted, as is the memory held meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use crate::judge::python::ration::Peak;

/// The lines of a stream, shared by the rooms that read it.
pub type Lines = Arc<Vec<String>>;

/// How a stream was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Lines that were asked for.
    pub read: u64,
    /// The most memory held at a moment, beyond what was held before.
    pub peak_bytes: u64,
}

/// Knows `iter`, taken before the answer could replace it.
pub struct Feeder {
    iter: PyObjectRef,
}

impl Feeder {
    /// Takes hold of what it needs.
    pub fn new(vm: &VirtualMachine) -> PyResult<Self> {
        Ok(Self { iter: vm.builtins.get_attr("iter", vm)? })
    }

    /// Calls the function with an iterator over the lines that can be read once.
    pub fn feed(
        &self,
        vm: &VirtualMachine,
        function: &PyObjectRef,
        lines: &Lines,
    ) -> (PyResult, Heard) {
        let read = Arc::new(AtomicUsize::new(0));
        let iterator = self.iterator(vm, lines.clone(), read.clone());
        let peak = Peak::watch();
        let result = iterator.and_then(|iterator| function.call((iterator,), vm));
        let read = read.load(Ordering::Relaxed).min(lines.len()) as u64;
        (result, Heard { read, peak_bytes: peak.bytes() })
    }

    /// `iter(next_line, None)`: a line exists only from when it is asked for, so who keeps them pays for them.
    fn iterator(&self, vm: &VirtualMachine, lines: Lines, read: Arc<AtomicUsize>) -> PyResult {
        let next_line = vm.new_function("next_line", move |vm: &VirtualMachine| -> PyObjectRef {
            let index = read.fetch_add(1, Ordering::Relaxed);
            let line = lines.get(index).map(|line| vm.ctx.new_str(line.as_str()).into());
            line.unwrap_or_else(|| vm.ctx.none())
        });
        self.iter.call((next_line, vm.ctx.none()), vm)
    }
}
