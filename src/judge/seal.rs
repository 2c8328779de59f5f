//! What the judge's child, and an interpreter that it starts, can no longer do once the door is shut.

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod files;

/// What sealing this machine allowed, in words for `mockloop doctor`.
#[derive(Clone, Debug)]
pub(super) struct Sealing {
    pub files: String,
    pub calls: String,
}

/// Shuts this process in: no files, no sockets, no other processes. Best effort by system and kernel.
///
/// Everything that is needed from the disk must have been loaded. Threads can still be started.
#[cfg(target_os = "linux")]
pub(super) fn seal() -> Sealing {
    // landlock first: restricting oneself is a call seccomp will not know.
    let files = files::lock(&[]).map(|reached| reached.words("landlock: nothing can be opened"));
    let files = files.unwrap_or_else(|error| format!("landlock failed: {error}"));
    let calls = match calls::lock(calls::Door::Shut) {
        Ok(()) => "seccomp: no files, sockets, processes or signals".to_owned(),
        Err(error) => format!("seccomp failed: {error}"),
    };
    Sealing { files, calls }
}

/// Elsewhere nothing is taken away.
#[cfg(not(target_os = "linux"))]
pub(super) fn seal() -> Sealing {
    let none = "not sealed by this system; the engines' own locks hold".to_owned();
    Sealing { files: none.clone(), calls: none }
}

#[cfg(target_os = "linux")]
pub(super) use files::Right;

/// Shuts this process in with the files an interpreter needs, and one program left to become: the open file
/// `program`. An interpreter has no locks of its own, so anything less than both seals is an error.
#[cfg(target_os = "linux")]
pub(super) fn seal_for_program(
    readable: &[(std::path::PathBuf, Right)],
    program: i32,
) -> Result<Sealing, String> {
    let reached = files::lock(readable).map_err(|error| format!("landlock failed: {error}"))?;
    if reached == files::Reached::Nothing {
        return Err("this kernel has no landlock".to_owned());
    }
    calls::lock(calls::Door::OneProgram(program))
        .map_err(|error| format!("seccomp failed: {error}"))?;
    Ok(Sealing {
        files: reached.words("landlock: the interpreter's own files, to read"),
        calls: "seccomp: no sockets, processes or signals to others".to_owned(),
    })
}
