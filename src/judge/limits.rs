//! How much the judge's child may use: time, memory, files, processes.

/// What the child may use of the machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub cpu_seconds: u64,
    pub address_space_bytes: u64,
}

impl Limits {
    /// Room enough for both engines. DuckDB keeps itself to a third of it; the rest is its code, its
    /// stacks and what the allocator holds back.
    pub const CHILD: Limits = Limits { cpu_seconds: 90, address_space_bytes: 3 << 30 };
    /// For a CPython: the ration of an answer, and what an interpreter with its library takes itself.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code))]
    pub const INTERPRETER: Limits = Limits { cpu_seconds: 90, address_space_bytes: 320 << 20 };
}

/// Puts the limits on this process and says in words what was achieved.
#[cfg(unix)]
pub(super) fn apply(limits: Limits) -> String {
    use rlimit::Resource;

    let mut wanted = vec![
        ("CPU", Resource::CPU, limits.cpu_seconds),
        ("file size", Resource::FSIZE, 0),
        ("core", Resource::CORE, 0),
    ];
    // macOS takes the address-space limit and does not keep it, or refuses it.
    if cfg!(target_os = "linux") {
        wanted.push(("memory", Resource::AS, limits.address_space_bytes));
    }
    // On Linux this would count threads of everything the user runs; seccomp stops processes there.
    if cfg!(not(target_os = "linux")) {
        wanted.push(("processes", Resource::NPROC, 0));
    }
    let set = |(_, resource, most): &(&str, Resource, u64)| resource.set(*most, *most).is_ok();
    let (kept, refused): (Vec<_>, Vec<_>) = wanted.iter().partition(|limit| set(limit));
    let names = |limits: Vec<&(&'static str, Resource, u64)>| {
        limits.iter().map(|(name, _, _)| *name).collect::<Vec<_>>().join(", ")
    };
    match refused.is_empty() {
        true => format!("limited: {}", names(kept)),
        false => format!("limited: {}; refused: {}", names(kept), names(refused)),
    }
}

/// Elsewhere the parent's deadline is the only limit.
#[cfg(not(unix))]
pub(super) fn apply(_limits: Limits) -> String {
    "not limited on this system; the deadline still holds".to_owned()
}
