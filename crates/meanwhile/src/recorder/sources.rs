//! Captures call stacks, and looks up the names and lines of their return addresses.

use std::collections::{BTreeSet, HashMap};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use records::Place;

use super::stack::{Stack, Symbol};
use super::symbols;
use crate::entry::Program;

/// How many different call stacks are kept. A program has some dozens, unless it recurses.
const MOST_STACKS: usize = 10_000;

/// Knows the call stacks of the program, and tells its own source files from others'.
pub struct Sources {
    /// Source files below these are the program's own.
    folders: Vec<PathBuf>,
    known: Mutex<Known>,
}

/// What has been looked up.
#[derive(Default)]
struct Known {
    symbols: HashMap<usize, Arc<[Symbol]>>,
    /// The return addresses outside of which nothing more is told.
    outermost: BTreeSet<usize>,
    stacks: HashMap<Arc<[usize]>, Arc<Stack>>,
    /// The one that was met last: the next is often the same.
    latest: Option<(Arc<[usize]>, Arc<Stack>)>,
}

impl Sources {
    pub fn new(program: &Program) -> Self {
        let beside = std::env::var_os(crate::FOLDER).map(PathBuf::from);
        let folders = beside.into_iter().chain([PathBuf::from(program.folder)]).collect();
        Self { folders, known: Mutex::default() }
    }

    /// Reads the program's debug information, so that the first look-up takes no longer than others.
    pub fn load(&self) {
        self.stack();
    }

    /// The call stack of the caller, as far as it belongs to its task or thread: the system's
    /// libraries outside of it are large.
    ///
    /// What a stack tells is looked up when it is first met.
    pub fn stack(&self) -> Arc<Stack> {
        let mut known = self.known();
        let mut addresses = Vec::with_capacity(64);
        backtrace::trace(|frame| {
            let address = frame.ip() as usize;
            addresses.push(address);
            !known.outermost.contains(&address)
        });
        if let Some((latest, stack)) = &known.latest
            && **latest == *addresses
        {
            return Arc::clone(stack);
        }
        let (addresses, stack) = match known.stacks.get_key_value(addresses.as_slice()) {
            Some((addresses, stack)) => (Arc::clone(addresses), Arc::clone(stack)),
            None => self.meet(&mut known, addresses.into()),
        };
        known.latest = Some((addresses, Arc::clone(&stack)));
        stack
    }

    fn meet(&self, known: &mut Known, addresses: Arc<[usize]>) -> (Arc<[usize]>, Arc<Stack>) {
        let stack = Arc::new(Stack::new(self.symbols(known, &addresses)));
        if known.stacks.len() == MOST_STACKS {
            known.stacks.clear();
        }
        known.stacks.insert(Arc::clone(&addresses), Arc::clone(&stack));
        (addresses, stack)
    }

    /// Where a panic began.
    pub fn place_of_panic(&self, panic: &PanicHookInfo<'_>) -> Option<Place> {
        let location = panic.location()?;
        let file = self
            .own_file(Path::new(location.file()))
            .unwrap_or_else(|| symbols::short_path(location.file()).to_owned());
        Some(Place { file, line: location.line(), column: location.column() })
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The functions of a stack, innermost first, those included that were compiled into others.
    fn symbols(&self, known: &mut Known, addresses: &[usize]) -> Vec<Symbol> {
        let mut symbols = Vec::with_capacity(addresses.len());
        for address in addresses {
            let found =
                known.symbols.entry(*address).or_insert_with(|| self.look_up(*address).into());
            symbols.extend_from_slice(found);
            if found.iter().any(|symbol| symbols::is_outermost(&symbol.name)) {
                known.outermost.insert(*address);
                break;
            }
        }
        symbols
    }

    fn look_up(&self, address: usize) -> Vec<Symbol> {
        let mut found = Vec::new();
        backtrace::resolve(address as *mut std::ffi::c_void, |symbol| {
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

    /// The path below one of the program's own folders, of a path that is absolute or begins at the
    /// folder that the compiler was called in.
    fn own_file(&self, file: &Path) -> Option<String> {
        let below = self.folders.iter().find_map(|folder| below(folder, file))?;
        Some(below.to_string_lossy().replace('\\', "/"))
    }
}

fn below<'a>(folder: &Path, file: &'a Path) -> Option<&'a Path> {
    if file.is_absolute() {
        return file.strip_prefix(folder).ok();
    }
    folder.ancestors().find_map(|root| {
        let inner = folder.strip_prefix(root).ok()?;
        file.strip_prefix(inner).ok().filter(|_| root.join(file).is_file())
    })
}
