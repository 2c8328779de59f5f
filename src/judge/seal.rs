//! What the judge's child can no longer do once it has shut the door behind itself.

/// What sealing this machine allowed, in words for `mockloop doctor`.
#[derive(Clone, Debug)]
pub(super) struct Sealing {
    pub files: String,
    pub calls: String,
}

/// Shuts this process in: no files, no sockets, no other processes. Best effort by system and kernel.
///
/// Everything that is needed from the disk must have been loaded. Threads can still be started.
pub(super) fn seal() -> Sealing {
    platform::seal()
}

#[cfg(not(target_os = "linux"))]
mod platform {
    use super::Sealing;

    pub fn seal() -> Sealing {
        let none = "not sealed by this system; the engines' own locks hold".to_owned();
        Sealing { files: none.clone(), calls: none }
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use std::collections::BTreeMap;

    use landlock::{
        ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr,
        RulesetStatus,
    };
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule, TargetArch,
    };

    use super::Sealing;

    pub fn seal() -> Sealing {
        // landlock first: restricting oneself is a call seccomp will not know.
        let files = lock_files().unwrap_or_else(|error| format!("landlock failed: {error}"));
        let calls = lock_calls().unwrap_or_else(|error| format!("seccomp failed: {error}"));
        Sealing { files, calls }
    }

    /// Takes away every path and every TCP port the kernel can take away.
    fn lock_files() -> Result<String, landlock::RulesetError> {
        let newest = ABI::V6;
        let status = Ruleset::default()
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(newest))?
            .handle_access(AccessNet::from_all(newest))?
            .create()?
            .restrict_self()?;
        Ok(match status.ruleset {
            RulesetStatus::FullyEnforced => "landlock: nothing can be opened".to_owned(),
            RulesetStatus::PartiallyEnforced => {
                "landlock: as far as this kernel knows it".to_owned()
            }
            RulesetStatus::NotEnforced => "landlock: not in this kernel".to_owned(),
        })
    }

    /// Refuses the system calls by which code gets out of a process.
    fn lock_calls() -> Result<String, seccompiler::Error> {
        let arch = TargetArch::try_from(std::env::consts::ARCH)?;
        // A library that finds clone3 missing falls back to clone, whose flags can be looked into.
        install(BTreeMap::from([(libc::SYS_clone3, Vec::new())]), libc::ENOSYS, arch)?;
        // No path leads anywhere. DuckDB looks for its memory limit in /proc and takes a file that
        // is not there calmly, but one it may not open as a broken promise.
        install(lookups()?, libc::ENOENT, arch)?;
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
            REFUSED.iter().map(|&call| (call, Vec::new())).collect();
        #[cfg(target_arch = "x86_64")]
        rules.extend(REFUSED_OLD.iter().map(|&call| (call, Vec::new())));
        rules.insert(libc::SYS_clone, vec![without_thread_flag()?]);
        rules.insert(libc::SYS_prlimit64, vec![with_new_limit()?]);
        install(rules, libc::EACCES, arch)?;
        Ok("seccomp: no files, sockets, processes or signals".to_owned())
    }

    /// Matches every call that asks for a file by its path.
    fn lookups() -> Result<BTreeMap<i64, Vec<SeccompRule>>, seccompiler::Error> {
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
            LOOKUPS.iter().map(|&call| (call, Vec::new())).collect();
        #[cfg(target_arch = "x86_64")]
        rules.extend(LOOKUPS_OLD.iter().map(|&call| (call, Vec::new())));
        // These two also ask about open files; then they carry AT_EMPTY_PATH.
        rules.insert(libc::SYS_newfstatat, vec![without_empty_path(3)?]);
        rules.insert(libc::SYS_statx, vec![without_empty_path(2)?]);
        Ok(rules)
    }

    fn without_empty_path(argument: u8) -> Result<SeccompRule, seccompiler::Error> {
        let missing = SeccompCmpOp::MaskedEq(libc::AT_EMPTY_PATH as u64);
        let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Dword, missing, 0)?;
        Ok(SeccompRule::new(vec![condition])?)
    }

    /// Matches a clone that makes a process and not a thread.
    fn without_thread_flag() -> Result<SeccompRule, seccompiler::Error> {
        let thread = libc::CLONE_THREAD as u64;
        let missing = SeccompCmpOp::MaskedEq(thread);
        let condition = SeccompCondition::new(0, SeccompCmpArgLen::Qword, missing, 0)?;
        Ok(SeccompRule::new(vec![condition])?)
    }

    /// Matches a call that changes a limit and not only asks for one.
    fn with_new_limit() -> Result<SeccompRule, seccompiler::Error> {
        let given = SeccompCondition::new(2, SeccompCmpArgLen::Qword, SeccompCmpOp::Ne, 0)?;
        Ok(SeccompRule::new(vec![given])?)
    }

    fn install(
        rules: BTreeMap<i64, Vec<SeccompRule>>,
        error: i32,
        arch: TargetArch,
    ) -> Result<(), seccompiler::Error> {
        let refuse = SeccompAction::Errno(error as u32);
        let filter = SeccompFilter::new(rules, SeccompAction::Allow, refuse, arch)?;
        let program: BpfProgram = filter.try_into()?;
        seccompiler::apply_filter_all_threads(&program)
    }

    const LOOKUPS: &[i64] = &[
        libc::SYS_openat,
        libc::SYS_openat2,
        libc::SYS_faccessat,
        libc::SYS_faccessat2,
        libc::SYS_readlinkat,
    ];

    #[cfg(target_arch = "x86_64")]
    const LOOKUPS_OLD: &[i64] =
        &[libc::SYS_open, libc::SYS_stat, libc::SYS_lstat, libc::SYS_access, libc::SYS_readlink];

    /// Calls that connect, start, watch or change something outside this process. The engines
    /// have all they need in memory, so not even reading a file is left.
    const REFUSED: &[i64] = &[
        // files
        libc::SYS_open_by_handle_at,
        libc::SYS_name_to_handle_at,
        libc::SYS_unlinkat,
        libc::SYS_renameat2,
        libc::SYS_mkdirat,
        libc::SYS_mknodat,
        libc::SYS_linkat,
        libc::SYS_symlinkat,
        libc::SYS_fchmodat,
        libc::SYS_fchownat,
        libc::SYS_truncate,
        libc::SYS_memfd_create,
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_pivot_root,
        libc::SYS_chroot,
        libc::SYS_inotify_init1,
        libc::SYS_fanotify_init,
        // sockets
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept,
        libc::SYS_accept4,
        libc::SYS_sendto,
        libc::SYS_sendmsg,
        libc::SYS_sendmmsg,
        // processes; `tgkill` stays, for `abort` needs it
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_kill,
        libc::SYS_tkill,
        libc::SYS_rt_sigqueueinfo,
        libc::SYS_pidfd_open,
        libc::SYS_pidfd_getfd,
        libc::SYS_pidfd_send_signal,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_setpgid,
        libc::SYS_setsid,
        libc::SYS_unshare,
        libc::SYS_setns,
        // the kernel itself
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_io_uring_setup,
        libc::SYS_io_uring_enter,
        libc::SYS_io_uring_register,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_init_module,
        libc::SYS_finit_module,
        libc::SYS_delete_module,
        libc::SYS_kexec_load,
        libc::SYS_reboot,
    ];

    /// The same by their older names, which newer architectures do not have.
    #[cfg(target_arch = "x86_64")]
    const REFUSED_OLD: &[i64] = &[
        libc::SYS_creat,
        libc::SYS_unlink,
        libc::SYS_rename,
        libc::SYS_renameat,
        libc::SYS_mkdir,
        libc::SYS_rmdir,
        libc::SYS_mknod,
        libc::SYS_link,
        libc::SYS_symlink,
        libc::SYS_chmod,
        libc::SYS_chown,
        libc::SYS_lchown,
        libc::SYS_inotify_init,
        libc::SYS_fork,
        libc::SYS_vfork,
        libc::SYS_setrlimit,
    ];
}
