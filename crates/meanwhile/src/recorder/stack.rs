//! What a call stack shows: which `.await` waits, on what, and who wakes.

use std::collections::HashMap;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use records::{By, Frame, Lane, Place};

use super::among::{self, Around, Awaited};
use super::symbols;
use crate::entry::Program;

/// The column of code that an attribute wrote: where the attribute begins.
const IN_A_MACRO: u32 = 1;

/// The return addresses of a call stack, innermost first.
pub type Stack = Vec<usize>;

/// The call stack of the caller. Cheap: names and lines are looked up later, and once.
pub fn capture() -> Stack {
    let mut stack = Vec::with_capacity(64);
    backtrace::trace(|frame| {
        stack.push(frame.ip() as usize);
        true
    });
    stack
}

/// Looks up the names and lines of return addresses, and tells the program's own from others'.
pub struct Sources {
    /// Source files below it are the program's own.
    folder: PathBuf,
    known: Mutex<HashMap<usize, Arc<[Symbol]>>>,
}

/// A function under way.
#[derive(Clone)]
struct Symbol {
    name: Arc<str>,
    file: Arc<str>,
    /// Where it is, if it is the program's own.
    place: Option<Place>,
}

/// What a lane waits on, and where.
pub struct Wait {
    pub on: String,
    pub place: Option<Place>,
    pub within: Vec<Frame>,
    pub awaited: Awaited,
}

/// The call that made a lane.
pub struct Call {
    pub name: Option<String>,
    pub place: Option<Place>,
}

impl Sources {
    pub fn new(program: &Program) -> Self {
        Self { folder: PathBuf::from(program.folder), known: Mutex::default() }
    }

    /// Reads the program's debug information, so that the first look-up takes no longer than others.
    pub fn load(&self) {
        self.symbols(&capture());
    }

    /// The wait of a lane whose waker is being cloned.
    pub fn wait(&self, stack: &Stack) -> Wait {
        let symbols = self.symbols(stack);
        let symbols = within_task(&symbols);
        let own = symbols.iter().position(|symbol| symbol.place.is_some());
        let callees = &symbols[..own.unwrap_or(symbols.len())];
        let resource = |place: &usize| Some((*place, symbols::resource(&symbols[*place].name)?));
        let on = (0..callees.len()).rev().find_map(|place| resource(&place));
        let around = on.map_or(0, |(place, _)| place + 1);
        let mut within: Vec<Frame> = symbols
            .iter()
            .filter_map(|symbol| {
                let place = symbol.place.clone().filter(|place| place.column != IN_A_MACRO)?;
                Some(Frame { name: symbols::function(&symbol.name)?, place })
            })
            .collect();
        within.dedup();
        Wait {
            on: on.map_or("future", |(_, on)| on).to_owned(),
            place: own.and_then(|own| symbols[own].place.clone()),
            within,
            awaited: awaited(&symbols[around..]),
        }
    }

    /// The call that is spawning a lane; `None` if it is the runtime that starts its workers.
    ///
    /// A task that a library spawns has the name of that library and no place.
    pub fn spawn(&self, stack: &Stack) -> Option<Call> {
        let symbols = self.symbols(stack);
        if symbols.iter().any(|symbol| symbols::starts_workers(&symbol.name)) {
            return None;
        }
        let first = symbols.iter().position(|symbol| symbols::spawns(&symbol.name)).unwrap_or(0);
        let is_inside = |call: &&Symbol| {
            let library = symbols::library(&call.name);
            library.is_none_or(|name| name == "tokio" || symbols::STANDARD.contains(&&*name))
        };
        let inside = first + symbols[first..].iter().take_while(is_inside).count();
        let callee = symbols[..inside].iter().rfind(|call| symbols::is_of_tokio(&call.name));
        Some(match (symbols.get(inside), callee) {
            (Some(Symbol { name, place: Some(place), .. }), Some(callee)) => {
                let own = symbols::library(name).unwrap_or_default();
                Call { name: symbols::spawned(&callee.name, &own), place: Some(place.clone()) }
            }
            (Some(library), _) => Call { name: symbols::library(&library.name), place: None },
            _ => Call { name: None, place: None },
        })
    }

    /// Where the program's own code is.
    pub fn place(&self, stack: &Stack) -> Option<Place> {
        self.symbols(stack).iter().find_map(|symbol| symbol.place.clone())
    }

    /// How a coroutine is awaited whose own function begins to run.
    pub fn awaited(&self, stack: &Stack) -> Awaited {
        let symbols = self.symbols(stack);
        let own = symbols.iter().position(|symbol| symbol.place.is_some());
        awaited(&symbols[own.unwrap_or(0)..])
    }

    /// Who wakes a lane while no lane runs on this thread.
    pub fn waker(&self, stack: &Stack, last_ended: Option<Lane>) -> By {
        let symbols = self.symbols(stack);
        let by = symbols.iter().find_map(|symbol| symbols::waker(&symbol.name));
        match (by, last_ended) {
            (Some(symbols::Waker::Completion), Some(lane)) => By::Lane(lane),
            (Some(symbols::Waker::Completion), None) => By::Unknown,
            (Some(symbols::Waker::Clock), _) => By::Clock,
            (Some(symbols::Waker::Driver), _) => By::Driver,
            (Some(symbols::Waker::Yield), _) => By::Yield,
            (None, _) if is_of_the_runtime(&std::thread::current()) => By::Unknown,
            (None, _) => By::Thread,
        }
    }

    /// Whether the runtime is ending a task, and wakes whoever awaits it.
    pub fn ends_a_task(&self, stack: &Stack) -> bool {
        let symbols = self.symbols(stack);
        let mut wakers = symbols.iter().filter_map(|symbol| symbols::waker(&symbol.name));
        matches!(wakers.next(), Some(symbols::Waker::Completion))
    }

    /// Whether a task that is being dropped has just returned; if not, it is cancelled.
    pub fn task_returned(&self, stack: &Stack) -> bool {
        let symbols = self.symbols(stack);
        symbols.iter().find_map(|symbol| symbols::task_end(&symbol.name)).unwrap_or(false)
    }

    /// Whether a coroutine that is being dropped has just returned: if so, its own function drops
    /// what it ran.
    pub fn returned_from(&self, stack: &Stack, function: &str) -> bool {
        let symbols = self.symbols(stack);
        let own = symbols.iter().find(|symbol| symbol.place.is_some());
        own.and_then(|own| symbols::function(&own.name)).is_some_and(|name| name == function)
    }

    /// Where a panic began.
    pub fn place_of_panic(&self, panic: &PanicHookInfo<'_>) -> Option<Place> {
        let location = panic.location()?;
        let file = self
            .own_file(Path::new(location.file()))
            .unwrap_or_else(|| symbols::short_path(location.file()).to_owned());
        Some(Place { file, line: location.line(), column: location.column() })
    }

    /// The functions of a stack, innermost first, those included that were compiled into others, and
    /// those left out that began the program or its task: the system's libraries are large.
    fn symbols(&self, stack: &Stack) -> Vec<Symbol> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let mut look_up = |ip: &usize| {
            let found = known.entry(*ip).or_insert_with(|| self.look_up(*ip).into());
            Arc::clone(found)
        };
        let mut symbols = Vec::with_capacity(stack.len());
        for ip in stack {
            let found = look_up(ip);
            symbols.extend_from_slice(&found);
            if found.iter().any(|symbol| symbols::is_outermost(&symbol.name)) {
                break;
            }
        }
        symbols
    }

    fn look_up(&self, ip: usize) -> Vec<Symbol> {
        let mut found = Vec::new();
        backtrace::resolve(ip as *mut std::ffi::c_void, |symbol| {
            let name = symbol.name().map(|name| format!("{name:#}")).unwrap_or_default();
            let file = symbol.filename().unwrap_or(Path::new(""));
            let place = self.own_file(file).map(|file| Place {
                file,
                line: symbol.lineno().unwrap_or(0),
                column: symbol.colno().unwrap_or(0),
            });
            found.push(Symbol { name: name.into(), file: file.to_string_lossy().into(), place });
        });
        found
    }

    /// The path below the package's folder, of a path that is absolute or begins at the folder that
    /// the compiler was called in.
    fn own_file(&self, file: &Path) -> Option<String> {
        let below = if file.is_absolute() {
            file.strip_prefix(&self.folder).ok()?
        } else {
            let mut folders = self.folder.ancestors();
            folders.find_map(|root| {
                let inner = self.folder.strip_prefix(root).ok()?;
                file.strip_prefix(inner).ok().filter(|_| root.join(file).is_file())
            })?
        };
        Some(below.to_string_lossy().replace('\\', "/"))
    }
}

fn awaited(around: &[Symbol]) -> Awaited {
    among::awaited(around.iter().map(|symbol| Around {
        name: &symbol.name,
        file: &symbol.file,
        is_own: symbol.place.is_some(),
    }))
}

/// The part of a stack that belongs to the innermost task.
fn within_task(symbols: &[Symbol]) -> &[Symbol] {
    let edge = symbols.iter().position(|symbol| symbols::is_edge_of_task(&symbol.name));
    &symbols[..edge.unwrap_or(symbols.len())]
}

/// Whether a thread polls tasks or runs blocking calls.
fn is_of_the_runtime(thread: &std::thread::Thread) -> bool {
    thread.name().is_some_and(|name| name == "main" || name.starts_with("tokio-"))
}
