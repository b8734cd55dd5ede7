//! All that belongs to the schedule under way.

use std::cell::RefCell;

use crate::choices::{Choices, Dice};
use crate::clock::{Clock, Mode, Timers};
use crate::main_task::Ending;
use crate::tasks::Tasks;
use crate::trace::{self, Event, What};

/// How many steps a schedule may have before it is taken to have no end.
const MOST_STEPS: usize = 20_000;

/// How many bytes it may print.
const MOST_PRINTED: usize = 1 << 20;

/// The state of the schedule under way.
pub(crate) struct World {
    pub(crate) mode: Mode,
    pub(crate) choices: Choices,
    pub(crate) timers: Timers,
    pub(crate) tasks: Tasks,
    pub(crate) printed: String,
    pub(crate) trace: Vec<Event>,
    pub(crate) ending: Option<Ending>,
    /// Nothing that happens from here on counts.
    pub(crate) is_over: bool,
    /// Random data was drawn, of which a search does not try all.
    pub(crate) drew_data: bool,
    /// The next switch is for nothing that tokio counts.
    pub(crate) is_free: bool,
    /// A task was so busy that tokio would have made it wait.
    pub(crate) is_over_budget: bool,
    data: Dice,
    steps: usize,
}

/// What the scheduler does next.
pub(crate) enum Step {
    /// It runs one of the tasks that can run, by its place among them.
    Task(usize),
    /// It runs the clock's task.
    Clock,
    /// It gives the schedule up.
    Stop,
}

impl World {
    pub(crate) fn new(mode: Mode, choices: Choices) -> Self {
        Self {
            mode,
            choices,
            timers: Timers::default(),
            tasks: Tasks::default(),
            printed: String::new(),
            trace: Vec::new(),
            ending: None,
            is_over: false,
            drew_data: false,
            is_free: false,
            is_over_budget: false,
            data: Dice(0),
            steps: 0,
        }
    }

    /// Chooses among the tasks that can run and the timers that can fire.
    pub(crate) fn step(&mut self, tasks: usize) -> Step {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.printed.len() > MOST_PRINTED {
            self.end(Ending::Endless);
            return Step::Stop;
        }
        let timers = match self.mode.clock {
            Clock::Delays if tasks > 0 => 0,
            clock => self.timers.choices(clock),
        };
        match self.choices.choose(tasks + timers) {
            _ if tasks + timers == 0 && self.ending.is_some() => Step::Stop,
            _ if tasks + timers == 0 => {
                self.end(Ending::Deadlock);
                Step::Clock
            }
            choice if choice < tasks => Step::Task(choice),
            choice => {
                self.timers.prepare(self.mode.clock, choice - tasks);
                Step::Clock
            }
        }
    }

    /// The program comes to its end so, if it has not come to it before.
    pub(crate) fn end(&mut self, ending: Ending) {
        self.ending.get_or_insert(ending);
        self.is_over = true;
    }

    pub(crate) fn draw(&mut self) -> u64 {
        self.drew_data = true;
        self.data.roll()
    }
}

thread_local! {
    static WORLD: RefCell<World> = RefCell::new(World::new(Mode { clock: Clock::Delays, one_thread: false, hasty: false }, Choices::default()));
}

/// The state of the schedule under way; not to be kept across a switch.
pub(crate) fn with<T>(use_it: impl FnOnce(&mut World) -> T) -> T {
    WORLD.with_borrow_mut(use_it)
}

/// Begins a new schedule and hands back the state of the one before.
pub(crate) fn renew(world: World) -> World {
    WORLD.replace(world)
}

pub(crate) fn is_over() -> bool {
    with(|world| world.is_over)
}

/// Takes what the program prints. Before it does, another task may run.
pub fn print(text: &str) {
    crate::switch();
    trace::tell(What::Printed(text.to_owned()));
    with(|world| {
        if !world.is_over {
            world.printed += text;
        }
    });
}

/// A choice of the program's own, such as where a `select!` begins; from 0.
pub fn choose(of: u32) -> u32 {
    with(|world| world.choices.choose(of as usize) as u32)
}
