//! How an exception is told: as Python prints it, with only the candidate's own lines.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyStr};
use rustpython_vm::types::PyTypeFlags;
use rustpython_vm::{AsObject, PyObjectRef, VirtualMachine};

/// The name under which answers run.
pub const FILE: &str = "answer.py";
/// How many characters of a message are shown.
const LONGEST: usize = 2000;
/// How many exceptions of a chain are told.
const CHAIN: usize = 4;
/// How often a line of a recursion is repeated before it is counted.
const REPEATS: usize = 3;

/// An exception that left the candidate's code.
#[derive(Clone, Debug, PartialEq)]
pub struct Raised {
    /// The class, such as `KeyError`.
    pub name: String,
    /// The class and its ancestors, each with whether it is built into the language.
    lineage: Vec<(String, bool)>,
    /// The traceback, trimmed to the candidate's code.
    pub text: String,
    /// The deepest line of the candidate's code it came through.
    pub line: Option<usize>,
    /// Of a `SystemExit`: the code, 0 when it has none.
    exit_code: Option<i64>,
}

impl Raised {
    /// Reads an exception.
    pub fn new(vm: &VirtualMachine, exception: &PyBaseExceptionRef, source: &str) -> Self {
        let class = exception.class();
        let lineage = class.mro_map_collect(|class| {
            let built_in = !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
            (class.name().to_string(), built_in)
        });
        let line = steps(exception).last().map(|step| step.line);
        let text = tell(vm, exception, source);
        let exit_code = exit_code(vm, exception);
        Self { name: class.name().to_string(), lineage, text, line, exit_code }
    }

    /// Says whether it only ends the program, as `sys.exit()` does.
    pub fn is_clean_exit(&self) -> bool {
        self.name == "SystemExit" && self.exit_code == Some(0)
    }

    /// Says whether it is of the class a case names, or of a subclass. A class of the candidate's own cannot
    /// stand in for a builtin one by taking its name.
    pub fn is_a(&self, name: &str) -> bool {
        let name = name.rsplit('.').next().unwrap_or(name);
        let must_be_built_in = BUILT_IN.contains(&name);
        self.lineage
            .iter()
            .any(|(class, built_in)| class == name && (*built_in || !must_be_built_in))
    }
}

fn exit_code(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> Option<i64> {
    if !exception.class().fast_issubclass(vm.ctx.exceptions.system_exit) {
        return None;
    }
    match exception.args().first() {
        None => Some(0),
        Some(code) if vm.is_none(code) => Some(0),
        Some(code) => Some(code.try_to_value::<i64>(vm).unwrap_or(1)),
    }
}

struct Step {
    line: usize,
    function: String,
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

fn tell(vm: &VirtualMachine, exception: &PyBaseExceptionRef, source: &str) -> String {
    let mut told = vec![tell_one(vm, exception, source)];
    let mut current = exception.clone();
    while told.len() < 2 * CHAIN - 1 {
        let (earlier, link) = match (current.__cause__(), current.__context__()) {
            (Some(cause), _) => (cause, CAUSED),
            (None, Some(context)) if !hides_context(vm, &current) => (context, DURING),
            _ => break,
        };
        told.push(link.to_owned());
        told.push(tell_one(vm, &earlier, source));
        current = earlier;
    }
    told.reverse();
    told.join("\n")
}

const CAUSED: &str = "\nThe above exception was the direct cause of the following exception:\n";
const DURING: &str = "\nDuring handling of the above exception, another exception occurred:\n";

fn hides_context(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> bool {
    let hides = exception.as_object().get_attr("__suppress_context__", vm);
    hides.is_ok_and(|hides| hides.is(&vm.ctx.true_value))
}

fn tell_one(vm: &VirtualMachine, exception: &PyBaseExceptionRef, source: &str) -> String {
    if exception.class().fast_issubclass(vm.ctx.exceptions.syntax_error) {
        return tell_syntax(vm, exception, source);
    }
    let steps = steps(exception);
    let mut lines = Vec::new();
    if !steps.is_empty() {
        lines.push("Traceback (most recent call last):".to_owned());
        push_steps(&mut lines, &steps, source);
    }
    lines.push(head(exception.class().name().as_ref(), &message(vm, exception)));
    lines.join("\n")
}

fn push_steps(lines: &mut Vec<String>, steps: &[Step], source: &str) {
    let mut repeated = 0;
    for (index, step) in steps.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &steps[before]);
        let same = before.is_some_and(|b| b.line == step.line && b.function == step.function);
        repeated = if same { repeated + 1 } else { 0 };
        if repeated < REPEATS {
            lines.push(format!("  File \"{FILE}\", line {}, in {}", step.line, step.function));
            lines.extend(source_line(source, step.line).map(|text| format!("    {}", text.trim())));
        }
        let ends = steps.get(index + 1).is_none_or(|next| next.line != step.line);
        if ends && repeated >= REPEATS {
            let more = repeated + 1 - REPEATS;
            lines.push(format!("  [Previous line repeated {more} more times]"));
        }
    }
}

fn source_line(source: &str, line: usize) -> Option<&str> {
    source.lines().nth(line.checked_sub(1)?)
}

fn head(name: &str, message: &str) -> String {
    match message {
        "" => name.to_owned(),
        _ => format!("{name}: {message}"),
    }
}

/// Asks the exception for its message; it may be the candidate's own class and fail in that.
fn message(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> String {
    let text = exception.as_object().str(vm);
    let text = text.map(|text| text.to_string_lossy().into_owned());
    let text = text.unwrap_or_else(|_| "<the exception has no message>".to_owned());
    text.chars().take(LONGEST).collect()
}

fn tell_syntax(vm: &VirtualMachine, exception: &PyBaseExceptionRef, source: &str) -> String {
    let field = |name: &'static str| exception.as_object().get_attr(name, vm).ok();
    let number = |object: PyObjectRef| object.try_to_value::<usize>(vm).ok();
    let line = field("lineno").and_then(number);
    let message = field("msg").and_then(|text| {
        text.downcast_ref::<PyStr>().map(|text| text.to_string_lossy().into_owned())
    });
    let mut lines = Vec::new();
    if let Some(line) = line {
        lines.push(format!("  File \"{FILE}\", line {line}"));
        if let Some(text) = source_line(source, line) {
            let indent = text.len() - text.trim_start().len();
            let column = field("offset").and_then(number).unwrap_or(1);
            lines.push(format!("    {}", text.trim()));
            lines.push(format!("    {}^", " ".repeat(column.saturating_sub(1 + indent).min(200))));
        }
    }
    lines.push(head(exception.class().name().as_ref(), &message.unwrap_or_default()));
    lines.join("\n")
}

/// The exceptions of the language, as an answer may be asked to raise them.
const BUILT_IN: [&str; 40] = [
    "BaseException",
    "Exception",
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BufferError",
    "EOFError",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "GeneratorExit",
    "ImportError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PermissionError",
    "RecursionError",
    "ReferenceError",
    "RuntimeError",
    "StopIteration",
    "SyntaxError",
    "SystemError",
    "SystemExit",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "ValueError",
    "ZeroDivisionError",
];
