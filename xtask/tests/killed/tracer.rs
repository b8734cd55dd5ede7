//! Kills an act at one of the system calls with which it changes files.

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use libtest_mimic::Failed;
use nix::libc;
use nix::sys::ptrace::{self, Options};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

/// How an act ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// By itself, well.
    ByItself,
    /// Killed.
    Killed,
}

/// Plays an act in its folder, and kills it at the stop of this number, from 0.
pub fn play(act: &str, folder: &Path, at: usize) -> Result<End, Failed> {
    let exe = env::current_exe().map_err(|error| format!("where am I? {error}"))?;
    // It waits until it is traced, and becomes the act.
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "read go; exec \"$1\"", "sh"]).arg(exe).current_dir(folder);
    command.env(super::ACT, act).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().map_err(|error| format!("starting sh: {error}"))?;
    let process = Pid::from_raw(child.id().cast_signed());
    let end = traced(process, at, || {
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin.write_all(b"go\n").expect("it waits for it");
    });
    end.map_err(|error| format!("tracing {act}: {error}").into())
}

/// Plays an act undisturbed; returns whether it ended well, and what it said.
pub fn call(act: &str, folder: &Path) -> Result<(bool, String), Failed> {
    let exe = env::current_exe().map_err(|error| format!("where am I? {error}"))?;
    let output = Command::new(exe).current_dir(folder).env(super::ACT, act).output();
    let output = output.map_err(|error| format!("starting {act}: {error}"))?;
    Ok((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned()))
}

fn traced(process: Pid, at: usize, go: impl FnOnce()) -> nix::Result<End> {
    ptrace::seize(process, Options::PTRACE_O_TRACESYSGOOD | Options::PTRACE_O_EXITKILL)?;
    ptrace::interrupt(process)?;
    waitpid(process, Some(WaitPidFlag::__WALL))?;
    ptrace::syscall(process, None)?;
    go();
    let mut stops = 0;
    loop {
        match waitpid(process, Some(WaitPidFlag::__WALL))? {
            WaitStatus::PtraceSyscall(_) => {
                if changes_a_file(process) {
                    if stops == at {
                        kill(process, Signal::SIGKILL)?;
                        while !matches!(
                            waitpid(process, Some(WaitPidFlag::__WALL))?,
                            WaitStatus::Signaled(..) | WaitStatus::Exited(..)
                        ) {}
                        return Ok(End::Killed);
                    }
                    stops += 1;
                }
                ptrace::syscall(process, None)?;
            }
            WaitStatus::Stopped(_, signal) => ptrace::syscall(process, signal)?,
            WaitStatus::Exited(_, 0) => return Ok(End::ByItself),
            WaitStatus::Exited(..) | WaitStatus::Signaled(..) => return Ok(End::Killed),
            _ => ptrace::syscall(process, None)?,
        }
    }
}

/// Whether the call before which, or after which, a process stands changes what is on the disk.
fn changes_a_file(process: Pid) -> bool {
    let line = fs::read_to_string(format!("/proc/{process}/syscall")).unwrap_or_default();
    let mut words = line.split_whitespace();
    let Some(number) = words.next().and_then(|word| word.parse::<i64>().ok()) else { return false };
    let arguments: Vec<u64> = words
        .map(|word| u64::from_str_radix(word.trim_start_matches("0x"), 16).unwrap_or_default())
        .collect();
    let argument = |place: usize| arguments.get(place).copied().unwrap_or_default();
    let writes = (libc::O_CREAT | libc::O_WRONLY | libc::O_RDWR | libc::O_TRUNC) as u64;
    #[cfg(target_arch = "x86_64")]
    if [libc::SYS_rename, libc::SYS_unlink, libc::SYS_mkdir].contains(&number) {
        return true;
    }
    match number {
        libc::SYS_openat => argument(2) & writes != 0,
        libc::SYS_write | libc::SYS_pwrite64 => argument(0) > 2,
        libc::SYS_fsync
        | libc::SYS_fdatasync
        | libc::SYS_ftruncate
        | libc::SYS_renameat
        | libc::SYS_renameat2
        | libc::SYS_unlinkat
        | libc::SYS_mkdirat => true,
        _ => false,
    }
}
