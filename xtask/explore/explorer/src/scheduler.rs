//! Carries out the choices under shuttle.

use shuttle::scheduler::{Schedule, Scheduler, Task, TaskId};

use crate::polled::State;
use crate::search::Search;
use crate::world::{self, Step};

/// The second task that is made; `main_task` makes it.
const CLOCK: usize = 1;

impl Scheduler for Search {
    fn new_execution(&mut self) -> Option<Schedule> {
        self.next_schedule().then(|| Schedule::new(0))
    }

    fn next_task(
        &mut self,
        runnable: &[&Task],
        current: Option<TaskId>,
        _is_yielding: bool,
    ) -> Option<TaskId> {
        let clock = TaskId::from(CLOCK);
        let mut tasks: Vec<TaskId> =
            runnable.iter().map(|task| task.id()).filter(|id| *id != clock).collect();
        // What is polled for nothing is no choice.
        if let Some(idle) = tasks.iter().find(|id| is(**id, State::is_idle)) {
            return Some(*idle);
        }
        let switches = current.filter(|id| tasks.contains(id) && is(*id, State::is_polling));
        let (is_free, one_thread) =
            world::with(|world| (std::mem::take(&mut world.is_free), world.mode.one_thread));
        match switches {
            Some(current) if !is_free && !is(current, State::operates) => {
                world::with(|world| world.is_over_budget = true);
            }
            _ => {}
        }
        match switches {
            Some(current) if one_thread => tasks = vec![current],
            _ if world::with(|world| world.mode.hasty) => {}
            _ => leave_out_deferred(&mut tasks),
        }
        match world::with(|world| world.step(tasks.len())) {
            Step::Task(place) => tasks.get(place).copied(),
            Step::Clock => Some(clock),
            Step::Stop => None,
        }
    }

    fn next_u64(&mut self) -> u64 {
        world::with(world::World::draw)
    }
}

fn is(id: TaskId, what: fn(&State) -> bool) -> bool {
    world::with(|world| world.tasks.state(id.into()).is_some_and(what))
}

/// A task that has yielded comes when all that can run have had their turn, or have yielded too.
fn leave_out_deferred(tasks: &mut Vec<TaskId>) {
    if tasks.iter().all(|id| is(*id, State::is_deferred)) {
        for id in tasks.iter() {
            world::with(|world| {
                if let Some(state) = world.tasks.state((*id).into()) {
                    state.defer(false);
                }
            });
        }
    } else {
        tasks.retain(|id| !is(*id, State::is_deferred));
    }
}
