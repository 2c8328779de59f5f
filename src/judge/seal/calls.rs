//! Which system calls are refused: those by which code gets out of a process.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

/// What is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    Shut,
    /// The process may become the program in this open file. The file is closed by that, and no other can take
    /// its number, which lies above the limit of open files: so it can be done once.
    ///
    /// An interpreter looks for its library by path; which paths lead anywhere is landlock's to say.
    OneProgram(i32),
}

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Refuses the calls for this process and whatever it becomes.
pub fn lock(door: Door) -> Result<(), seccompiler::Error> {
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    // A library that finds clone3 missing falls back to clone, whose flags can be looked into.
    install(BTreeMap::from([(libc::SYS_clone3, Vec::new())]), libc::ENOSYS, arch)?;
    if door == Door::Shut {
        // No path leads anywhere. DuckDB looks for its memory limit in /proc and takes a file that
        // is not there calmly, but one it may not open as a broken promise.
        install(lookups()?, libc::ENOENT, arch)?;
    }
    let mut rules: Rules = REFUSED.iter().map(|&call| (call, Vec::new())).collect();
    #[cfg(target_arch = "x86_64")]
    rules.extend(REFUSED_OLD.iter().map(|&call| (call, Vec::new())));
    rules.insert(libc::SYS_clone, vec![without_thread_flag()?]);
    rules.insert(libc::SYS_prlimit64, vec![with_new_limit()?]);
    if let Door::OneProgram(file) = door {
        rules.extend(REFUSED_TO_A_PROGRAM.iter().map(|&call| (call, Vec::new())));
        #[cfg(target_arch = "x86_64")]
        rules.extend(REFUSED_TO_A_PROGRAM_OLD.iter().map(|&call| (call, Vec::new())));
        rules.insert(libc::SYS_tgkill, vec![unlike(0, u64::from(std::process::id()))?]);
        let other_program = vec![unlike(0, file as u64)?, unlike(4, libc::AT_EMPTY_PATH as u64)?];
        rules.insert(libc::SYS_execveat, other_program);
    }
    install(rules, libc::EACCES, arch)
}

/// Matches every call that asks for a file by its path.
fn lookups() -> Result<Rules, seccompiler::Error> {
    let mut rules: Rules = LOOKUPS.iter().map(|&call| (call, Vec::new())).collect();
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

/// Matches a call with another value in this place.
fn unlike(argument: u8, value: u64) -> Result<SeccompRule, seccompiler::Error> {
    let other = SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, value)?;
    Ok(SeccompRule::new(vec![other])?)
}

fn install(rules: Rules, error: i32, arch: TargetArch) -> Result<(), seccompiler::Error> {
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
/// What can be done to files that may be read, or without any file; the sealed engines have no way to ask for it.
const REFUSED_TO_A_PROGRAM: &[i64] = &[
    libc::SYS_fchmod,
    libc::SYS_fchown,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_fsetxattr,
    libc::SYS_lsetxattr,
    libc::SYS_removexattr,
    libc::SYS_fremovexattr,
    libc::SYS_lremovexattr,
    libc::SYS_rt_tgsigqueueinfo,
    libc::SYS_shmget,
    libc::SYS_msgget,
    libc::SYS_semget,
    libc::SYS_mq_open,
    libc::SYS_kcmp,
    libc::SYS_open_tree,
    libc::SYS_move_mount,
    libc::SYS_fsopen,
    libc::SYS_fspick,
    libc::SYS_syslog,
    libc::SYS_acct,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    libc::SYS_clock_settime,
    libc::SYS_settimeofday,
    libc::SYS_adjtimex,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_setpriority,
    // changing the mode of a file, by its newest number; not every C library knows the name
    452,
];

#[cfg(target_arch = "x86_64")]
const REFUSED_TO_A_PROGRAM_OLD: &[i64] =
    &[libc::SYS_utime, libc::SYS_utimes, libc::SYS_futimesat, libc::SYS_ioperm, libc::SYS_iopl];
