//! What a call stack shows: which `.await` waits, on what, and who wakes.

use std::sync::{Arc, OnceLock};

use records::{By, Event, Frame, LaneId, Place, Resource};

use super::among::{self, Around, Awaited};
use super::symbols;

/// The column of code that an attribute wrote: where the attribute begins.
const IN_A_MACRO: u32 = 1;

/// A call stack. What it tells is found out once.
pub struct Stack {
    /// The functions under way, innermost first.
    symbols: Vec<Symbol>,
    spawn: OnceLock<Option<Call>>,
    awaited: OnceLock<Awaited>,
    /// The function of the program's own code that is innermost.
    own: OnceLock<Option<String>>,
    wait: OnceLock<Wait>,
    waker: OnceLock<Option<symbols::Waker>>,
    task_returned: OnceLock<bool>,
}

/// A function under way.
#[derive(Clone)]
pub struct Symbol {
    pub name: Arc<str>,
    pub file: Arc<str>,
    /// Where it is, if it is the program's own.
    pub place: Option<Place>,
}

/// What a lane waits on, and where.
pub struct Wait {
    pub on: Resource,
    place: Option<Place>,
    within: Vec<Frame>,
    awaited: Awaited,
    /// All this as a record has it after its lane.
    pub json: String,
}

/// The call that made a lane.
#[derive(Clone)]
pub struct Call {
    pub name: Option<String>,
    pub place: Option<Place>,
}

impl Stack {
    pub fn new(symbols: Vec<Symbol>) -> Self {
        Self {
            symbols,
            spawn: OnceLock::new(),
            awaited: OnceLock::new(),
            own: OnceLock::new(),
            wait: OnceLock::new(),
            waker: OnceLock::new(),
            task_returned: OnceLock::new(),
        }
    }

    /// The wait of a lane whose waker is being cloned.
    pub fn wait(&self) -> &Wait {
        self.wait.get_or_init(|| Wait::of(&self.symbols))
    }

    /// The call that is spawning a lane; `None` if it is the runtime that starts its workers.
    ///
    /// A task that a library spawns has the name of that library and no place.
    pub fn spawn(&self) -> Option<Call> {
        self.spawn.get_or_init(|| Call::of(&self.symbols)).clone()
    }

    /// Where the program's own code is.
    pub fn place(&self) -> Option<Place> {
        self.symbols.iter().find_map(|symbol| symbol.place.clone())
    }

    /// How a coroutine is awaited whose own function begins to run.
    pub fn awaited(&self) -> Awaited {
        *self.awaited.get_or_init(|| {
            let own = self.symbols.iter().position(|symbol| symbol.place.is_some());
            awaited(&self.symbols[own.unwrap_or(0)..])
        })
    }

    /// Who wakes a lane while no lane runs on this thread.
    pub fn waker(&self, last_ended: Option<LaneId>) -> By {
        match (self.first_waker(), last_ended) {
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
    pub fn ends_a_task(&self) -> bool {
        matches!(self.first_waker(), Some(symbols::Waker::Completion))
    }

    fn first_waker(&self) -> Option<symbols::Waker> {
        *self
            .waker
            .get_or_init(|| self.symbols.iter().find_map(|symbol| symbols::waker(&symbol.name)))
    }

    /// Whether a task that is being dropped has just returned; if not, it is cancelled.
    pub fn task_returned(&self) -> bool {
        *self.task_returned.get_or_init(|| {
            let told = self.symbols.iter().find_map(|symbol| symbols::task_end(&symbol.name));
            told.unwrap_or(false)
        })
    }

    /// Whether a coroutine that is being dropped has just returned: if so, its own function drops
    /// what it ran.
    pub fn returned_from(&self, function: &str) -> bool {
        let own = self.own.get_or_init(|| {
            let own = self.symbols.iter().find(|symbol| symbol.place.is_some())?;
            symbols::function(&own.name)
        });
        own.as_deref() == Some(function)
    }
}

impl Call {
    fn of(symbols: &[Symbol]) -> Option<Self> {
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
}

impl Wait {
    fn of(symbols: &[Symbol]) -> Self {
        let symbols = within_task(symbols);
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
        let mut wait = Self {
            on: on.map_or(Resource::Future, |(_, on)| on),
            place: own.and_then(|own| symbols[own].place.clone()),
            within,
            awaited: awaited(&symbols[around..]),
            json: String::new(),
        };
        wait.json = after_lane(&wait.event(0));
        wait
    }

    /// As an event of this lane.
    pub fn event(&self, lane: LaneId) -> Event {
        Event::Waits {
            lane,
            on: self.on,
            place: self.place.clone(),
            within: self.within.clone(),
            among: self.awaited.among,
            beside: self.awaited.beside,
        }
    }
}

/// What follows the lane, which must be 0, in the JSON of an event.
fn after_lane(event: &Event) -> String {
    let mut json = Vec::new();
    event.write(&mut json);
    let json = String::from_utf8_lossy(&json);
    json.split_once(r#""lane":0"#).map(|(_, rest)| rest.to_owned()).unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use records::Among;

    use super::*;

    #[test]
    fn what_follows_the_lane_of_a_wait_is_the_same_for_all_lanes() {
        let place = Place { file: r#"a"lane":0"#.to_owned(), line: 1, column: 2 };
        let wait = Wait {
            on: Resource::Recv,
            place: Some(place.clone()),
            within: vec![Frame { name: "work".to_owned(), place }],
            awaited: Awaited { among: Some(Among::Any), beside: true },
            json: String::new(),
        };
        let mut json = Vec::new();
        wait.event(12).write(&mut json);
        let after = after_lane(&wait.event(0));
        assert_eq!(String::from_utf8_lossy(&json), format!(r#""is":"waits","lane":12{after}"#));
    }
}
