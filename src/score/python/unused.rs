//! Names that mean nothing or are for nothing: undefined, never used, defined twice.

use super::names::{Binding, Kind, Names, ScopeKind};
use super::notes::Notes;

/// Looks at every binding and every name without one.
pub fn look(names: &Names<'_>, notes: &mut Notes<'_>) {
    for name in &names.undefined {
        let words = format!("`{}` is defined nowhere; the line fails when it is reached.", name.id);
        notes.block("F821", *name, words);
    }
    for binding in &names.bindings {
        check_replaced(binding, names, notes);
        check_caught(binding, notes);
    }
    for binding in names.last_bindings() {
        check_import(binding, notes);
        check_variable(binding, names, notes);
    }
}

fn check_replaced(binding: &Binding<'_>, names: &Names<'_>, notes: &mut Notes<'_>) {
    if matches!(binding.kind, Kind::Loop | Kind::Declared | Kind::Shared | Kind::Augmented) {
        return;
    }
    let is_assigned = |kind: &Kind| matches!(kind, Kind::Assigned | Kind::Walrus);
    let is_import = |kind: &Kind| matches!(kind, Kind::Import(_));
    let defines = |kind: &Kind| {
        matches!(kind, Kind::Function | Kind::Class)
            || is_import(kind)
            || is_assigned(kind) && matches!(binding.kind, Kind::Function | Kind::Class)
    };
    let here = binding.replaces.map(|id| &names.bindings[id]);
    let here = here.filter(|old| binding.replaced_uses == 0 && !old.is_overload);
    // From outside only an import is replaced by mistake.
    let outer = || names.outer(binding).filter(|old| old.use_count == 0 && is_import(&old.kind));
    let old = if binding.replaces.is_some() { here } else { outer() };
    // `import a.b` and `import a.c` bind the same name for two modules.
    let is_other_part = |old: &Binding<'_>| {
        let dotted = |one: &Binding<'_>| notes.text(&one.place).contains('.');
        is_import(&old.kind) && is_import(&binding.kind) && (dotted(old) || dotted(binding))
    };
    let Some(old) = old.filter(|old| defines(&old.kind) && !is_other_part(old)) else { return };
    if !names.always_follows(binding, old) || old.place == binding.place {
        return;
    }
    let line = notes.line(old.place.start().to_usize());
    let words = format!(
        "This replaces `{}` of line {line}, which nothing has used. One of them is dead.",
        binding.name
    );
    notes.block("F811", &binding.place, words);
}

fn check_import(binding: &Binding<'_>, notes: &mut Notes<'_>) {
    if binding.use_count == 0 && matches!(binding.kind, Kind::Import(_)) {
        let words = format!("`{}` is imported and never used. Remove it.", binding.name);
        notes.must_fix("F401", &binding.place, words);
    }
}

fn check_variable(binding: &Binding<'_>, names: &Names<'_>, notes: &mut Notes<'_>) {
    let scope = &names.scopes[binding.scope];
    let alone = matches!(binding.kind, Kind::Assigned | Kind::With | Kind::Walrus);
    let in_function = scope.kind == ScopeKind::Function && !scope.reads_locals;
    if alone && in_function {
        say_unused(binding, notes);
    }
}

fn check_caught(binding: &Binding<'_>, notes: &mut Notes<'_>) {
    if binding.kind == Kind::Caught {
        say_unused(binding, notes);
    }
}

fn say_unused(binding: &Binding<'_>, notes: &mut Notes<'_>) {
    let name = binding.name;
    if binding.use_count == 0 && !name.starts_with('_') {
        let words =
            format!("`{name}` is never used. Remove it, or call it `_` if it must be there.");
        notes.must_fix("F841", &binding.place, words);
    }
}
