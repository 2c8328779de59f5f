//! How an exception of the sealed engine is read.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyList, PyStr, PyTuple};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};

use super::{Account, CHAIN, FILE, LONGEST, Link, MOST, Step, Syntax};

/// How many notes of an exception are read.
const NOTES: usize = 10;

/// Reads an exception with those that led to it and those in it.
pub fn read(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> Account {
    Reader { vm, left: MOST }.read(exception, CHAIN)
}

struct Reader<'vm> {
    vm: &'vm VirtualMachine,
    /// How many more exceptions are read.
    left: usize,
}

impl Reader<'_> {
    fn read(&mut self, exception: &PyBaseExceptionRef, depth: usize) -> Account {
        self.left = self.left.saturating_sub(1);
        let class = exception.class();
        let lineage = class.mro_map_collect(|class| {
            let built_in = !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
            (class.name().to_string(), built_in)
        });
        let syntax = self.syntax(exception);
        Account {
            lineage,
            message: self.message(exception, syntax.is_some()),
            notes: self.notes(exception),
            steps: steps(exception),
            syntax,
            parts: self.parts(exception, depth),
            earlier: self.earlier(exception, depth),
            exit_code: self.exit_code(exception),
        }
    }

    fn earlier(
        &mut self,
        exception: &PyBaseExceptionRef,
        depth: usize,
    ) -> Option<(Link, Box<Account>)> {
        let (link, earlier) = match (exception.__cause__(), exception.__context__()) {
            (Some(cause), _) => (Link::Cause, cause),
            (None, Some(context)) if !self.hides_context(exception) => (Link::Context, context),
            _ => return None,
        };
        let is_wanted = depth > 1 && self.left > 0;
        is_wanted.then(|| (link, Box::new(self.read(&earlier, depth - 1))))
    }

    fn hides_context(&self, exception: &PyBaseExceptionRef) -> bool {
        let hides = self.field(exception, "__suppress_context__");
        hides.is_some_and(|hides| hides.is(&self.vm.ctx.true_value))
    }

    fn parts(&mut self, exception: &PyBaseExceptionRef, depth: usize) -> Vec<Account> {
        let is_group = exception.class().mro_map_collect(|class| {
            let built_in = !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
            built_in && &*class.name() == "BaseExceptionGroup"
        });
        if !is_group.contains(&true) || depth <= 1 {
            return Vec::new();
        }
        let inside = self.field(exception, "exceptions");
        let inside = inside.and_then(|inside| inside.downcast::<PyTuple>().ok());
        let inside = inside.map(|inside| inside.as_slice().to_vec()).unwrap_or_default();
        let all = inside.into_iter().filter_map(|one| one.downcast().ok());
        let mut parts = Vec::new();
        for part in all {
            if self.left == 0 {
                break;
            }
            parts.push(self.read(&part, depth - 1));
        }
        parts
    }

    fn field(&self, exception: &PyBaseExceptionRef, name: &'static str) -> Option<PyObjectRef> {
        exception.as_object().get_attr(name, self.vm).ok()
    }

    fn number(&self, exception: &PyBaseExceptionRef, name: &'static str) -> Option<usize> {
        self.field(exception, name)?.try_to_value::<usize>(self.vm).ok()
    }

    fn syntax(&self, exception: &PyBaseExceptionRef) -> Option<Syntax> {
        if !exception.class().fast_issubclass(self.vm.ctx.exceptions.syntax_error) {
            return None;
        }
        let line = self.number(exception, "lineno")?;
        Some(Syntax { line, column: self.number(exception, "offset").unwrap_or(1) })
    }

    /// Asks the exception for its message; it may be the candidate's own class and fail in that.
    fn message(&self, exception: &PyBaseExceptionRef, is_syntax: bool) -> String {
        let stated = is_syntax.then(|| self.field(exception, "msg")).flatten();
        let text = match stated {
            Some(text) => text.downcast_ref::<PyStr>().map(|text| text.to_string_lossy().into()),
            None => {
                exception.as_object().str(self.vm).ok().map(|text| text.to_string_lossy().into())
            }
        };
        let text: String = text.unwrap_or_else(|| "<the exception has no message>".to_owned());
        // The engine ends some of its own messages with a blank.
        text.trim_end().chars().take(LONGEST).collect()
    }

    fn notes(&self, exception: &PyBaseExceptionRef) -> Vec<String> {
        let notes = self.field(exception, "__notes__");
        let Some(notes) = notes.and_then(|notes| notes.downcast::<PyList>().ok()) else {
            return Vec::new();
        };
        let notes = notes.borrow_vec().to_vec();
        let texts = notes.iter().filter_map(|note| note.downcast_ref::<PyStr>());
        texts
            .take(NOTES)
            .map(|text| text.to_string_lossy().chars().take(LONGEST).collect())
            .collect()
    }

    fn exit_code(&self, exception: &PyBaseExceptionRef) -> Option<i64> {
        if !exception.class().fast_issubclass(self.vm.ctx.exceptions.system_exit) {
            return None;
        }
        match exception.args().first() {
            None => Some(0),
            Some(code) if self.vm.is_none(code) => Some(0),
            Some(code) => Some(code.try_to_value::<i64>(self.vm).unwrap_or(1)),
        }
    }
}

/// Gives the steps of the traceback that lie in the candidate's code, outermost first.
fn steps(exception: &PyBaseExceptionRef) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut next = exception.__traceback__();
    while let Some(entry) = next {
        let code = entry.frame.f_code();
        if code.source_path().as_str() == FILE {
            steps.push(Step { line: entry.lineno.get(), function: code.obj_name.to_string() });
        }
        next = entry.next.lock().clone();
    }
    steps
}
