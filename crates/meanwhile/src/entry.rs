//! What `#[meanwhile::main]` expands to. Not for use by hand.

use std::future::Future;
use std::pin::{Pin, pin};

use tokio::runtime::Builder;

/// What the attribute knows about the program that it stands on.
#[derive(Clone, Debug)]
pub struct Program {
    /// The path of the module of `main`: the name of the crate, as the compiler writes it.
    pub module: &'static str,
    /// The package's folder: source files below it are the program's own.
    pub folder: &'static str,
    /// Which runtime.
    pub flavor: Flavor,
    /// Threads of a multi-threaded runtime; one a core if `None`.
    pub worker_threads: Option<usize>,
    /// Whether the program says that it cannot run on the virtual clock.
    pub real_clock: bool,
}

/// Which of tokio's runtimes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavor {
    /// All tasks on the thread of `main`, as in asyncio.
    CurrentThread,
    /// Tasks on worker threads.
    MultiThread,
}

/// Runs `root` to its end on a new runtime, recorded if the runner asked for it.
///
/// What runs it does not know its type: else tokio's runtimes would be compiled anew with each program.
pub fn run<F: Future>(program: &Program, root: F) -> F::Output {
    let mut output = None;
    run_any(program, pin!(async { output = Some(root.await) }));
    output.expect("the root has ended")
}

fn run_any(program: &Program, root: Pin<&mut dyn Future<Output = ()>>) {
    if !recording_is_wanted() {
        let runtime = program.builder(program.flavor).build().expect("failed building the runtime");
        return runtime.block_on(root);
    }
    #[cfg(all(feature = "record", tokio_unstable))]
    return crate::recorder::run(program, root);
    #[cfg(not(all(feature = "record", tokio_unstable)))]
    refuse()
}

/// Starts the recorder, if the runner asked for it, for a program that builds its own runtimes; it
/// stops when the value is dropped.
pub fn start(program: &Program) -> Option<impl Drop> {
    if !recording_is_wanted() {
        return None;
    }
    #[cfg(all(feature = "record", tokio_unstable))]
    return Some(crate::recorder::start(program));
    #[cfg(not(all(feature = "record", tokio_unstable)))]
    {
        let _ = program;
        refuse();
        #[allow(unreachable_code)]
        None::<Box<()>>
    }
}

impl Program {
    /// The builder that `#[tokio::main]` would use for a program of this flavour.
    pub(crate) fn builder(&self, flavor: Flavor) -> Builder {
        let mut builder = match flavor {
            Flavor::CurrentThread => Builder::new_current_thread(),
            Flavor::MultiThread => Builder::new_multi_thread(),
        };
        if let Some(threads) = self.worker_threads {
            builder.worker_threads(threads);
        }
        builder.enable_all();
        builder
    }
}

fn recording_is_wanted() -> bool {
    let is_meant = || match std::env::var(crate::PROCESS) {
        Ok(process) => process == std::process::id().to_string(),
        Err(_) => true,
    };
    std::env::var_os(crate::RECORD).is_some() && is_meant()
}

/// Says why this build cannot record, in one sentence, and ends the program.
#[cfg(not(all(feature = "record", tokio_unstable)))]
fn refuse() -> ! {
    if cfg!(feature = "record") {
        eprintln!(
            "meanwhile: this build lacks `--cfg tokio_unstable`, without which tokio reports \
             nothing (a RUSTFLAGS variable replaces the flags of .cargo/config.toml): unset it or \
             add the cfg, and build again."
        );
    } else {
        eprintln!(
            "meanwhile: {} is set, but this build has no recorder. A lesson is run with `cargo xtask \
             run`; any other program's dependency on meanwhile needs the feature `record`.",
            crate::RECORD
        );
    }
    std::process::exit(2)
}
