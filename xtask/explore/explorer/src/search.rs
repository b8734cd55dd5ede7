//! Goes through schedules, all of them or some at random, and counts what comes out.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use shuttle::{Config, FailurePersistence, MaxSteps, Runner};

use crate::choices::{Choices, Dice};
use crate::clock::Mode;
use crate::main_task::{self, Ending, Verdict};
use crate::quiet::while_exploring;
use crate::schedule::Schedule;
use crate::trace::Event;
use crate::world::{self, World};

/// What a task's stack may hold.
const STACK: usize = 1 << 18;

/// A search gives up after so many schedules without an end: each takes long and keeps memory.
const MOST_ENDLESS: usize = 10;

/// What a search came by.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many schedules were tried.
    pub schedules: usize,
    /// Whether there are no others.
    pub is_complete: bool,
    /// Whether all scripts were the program's own.
    pub is_fit: bool,
    /// Whether a task was so busy in one of them that tokio would have made it wait.
    pub is_over_budget: bool,
    /// What they print, each with how often it came and a schedule.
    pub outputs: HashMap<(String, Ending), (usize, Schedule)>,
    /// What happened in the last schedule.
    pub trace: Vec<Event>,
}

/// Which schedules are tried.
#[derive(Clone, Debug)]
enum Plan {
    /// One after another, depth first; the next one's script.
    InTurn(Option<Vec<usize>>),
    /// At random.
    AtRandom(Dice),
}

/// A search under way. It is the scheduler that shuttle asks.
#[derive(Clone)]
pub(crate) struct Search {
    mode: Mode,
    plan: Plan,
    most: usize,
    endless: usize,
    is_under_way: bool,
    found: Rc<RefCell<Found>>,
}

/// Tries all schedules if they are at most so many, else so many at random.
pub fn search<F>(main: fn() -> F, mode: Mode, schedules: usize, seed: u64) -> Found
where
    F: Future + 'static,
    F::Output: Verdict,
{
    let all = run(main, mode, Plan::InTurn(Some(Vec::new())), schedules);
    if all.is_complete {
        return all;
    }
    run(main, mode, Plan::AtRandom(Dice(seed)), schedules)
}

/// Runs one schedule again.
pub fn replay<F>(main: fn() -> F, schedule: &Schedule) -> Found
where
    F: Future + 'static,
    F::Output: Verdict,
{
    run(main, schedule.mode, Plan::InTurn(Some(schedule.script.clone())), 1)
}

fn run<F>(main: fn() -> F, mode: Mode, plan: Plan, most: usize) -> Found
where
    F: Future + 'static,
    F::Output: Verdict,
{
    let found = Rc::new(RefCell::new(Found { is_fit: true, ..Found::default() }));
    let search =
        Search { mode, plan, most, endless: 0, is_under_way: false, found: Rc::clone(&found) };
    let mut config = Config::new();
    config.stack_size = STACK;
    config.failure_persistence = FailurePersistence::None;
    config.max_steps = MaxSteps::None;
    while_exploring(|| {
        Runner::new(search, config).run(move || main_task::run(main));
    });
    found.take()
}

impl Search {
    /// Puts down what the schedule before has printed, and begins the next one, if there is one.
    pub(crate) fn next_schedule(&mut self) -> bool {
        let renewed = World::new(self.mode, Choices::default());
        let before = world::renew(renewed);
        if std::mem::replace(&mut self.is_under_way, true) {
            self.put_down(before);
        }
        let mut found = self.found.borrow_mut();
        if self.endless >= MOST_ENDLESS {
            return false;
        }
        let choices = match &mut self.plan {
            Plan::InTurn(script) => match script.take() {
                Some(script) => Choices::scripted(script),
                None => {
                    found.is_complete = true;
                    return false;
                }
            },
            Plan::AtRandom(dice) => Choices::random(dice.roll()),
        };
        if found.schedules >= self.most {
            return false;
        }
        found.schedules += 1;
        world::renew(World::new(self.mode, choices));
        true
    }

    fn put_down(&mut self, world: World) {
        let ending = world.ending.unwrap_or(Ending::Endless);
        if let Plan::InTurn(script) = &mut self.plan {
            *script = world.choices.next_script();
        }
        let in_turn = matches!(self.plan, Plan::InTurn(_));
        if ending == Ending::Endless {
            // Depth first, the schedules after it are without an end as well.
            self.endless += if in_turn { MOST_ENDLESS } else { 1 };
        }
        if world.drew_data && in_turn {
            self.most = 0;
            self.plan = Plan::InTurn(Some(Vec::new()));
        }
        let schedule = Schedule::new(self.mode, world.choices.trail());
        let mut found = self.found.borrow_mut();
        found.is_over_budget |= world.is_over_budget;
        found.is_fit &= world.choices.fit();
        found.trace = world.trace;
        let seen = found.outputs.entry((world.printed, ending)).or_insert((0, schedule));
        seen.0 += 1;
    }
}
