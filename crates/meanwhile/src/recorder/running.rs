//! What runs on each thread at this moment.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use records::{Clock, Event, LaneId};

use super::{Recorder, Waits, written};

thread_local! {
    /// The lanes that run on this thread, innermost last.
    static RUNNING: RefCell<Vec<LaneId>> = const { RefCell::new(Vec::new()) };
    static LAST_ENDED: Cell<Option<LaneId>> = const { Cell::new(None) };
    static KEPT_BACK: RefCell<Option<Waits>> = const { RefCell::new(None) };
    /// The root of a runtime that the program built itself, while it runs: its waker is unseen.
    static UNTRACED_ROOT: Cell<Option<LaneId>> = const { Cell::new(None) };
    static PASS_OVER_NEXT_ROOT: Cell<bool> = const { Cell::new(false) };
}

/// The async functions that the tasks that are alive were given to run.
static TASKS: Mutex<Option<HashMap<LaneId, String>>> = Mutex::new(None);

/// The innermost lane that runs on this thread.
pub fn innermost() -> Option<LaneId> {
    RUNNING.try_with(|running| running.borrow().last().copied()).ok().flatten()
}

/// The innermost lane of this thread if `task` is under way on it; `task` if not.
pub fn innermost_of(task: LaneId) -> LaneId {
    let innermost = RUNNING.try_with(|running| {
        let running = running.borrow();
        running.contains(&task).then(|| running.last().copied()).flatten()
    });
    innermost.ok().flatten().unwrap_or(task)
}

/// A lane begins to run on this thread.
pub fn enter(recorder: &Recorder, lane: LaneId) {
    if recorder.clock.kind() == Clock::Real && innermost().is_none() {
        written::a_poll_begins();
    }
    let _ = RUNNING.try_with(|running| running.borrow_mut().push(lane));
    recorder.write(Event::Runs { lane });
}

/// The innermost lane of this thread stops running.
pub fn leave(recorder: &Recorder, lane: LaneId) {
    let _ = RUNNING.try_with(|running| running.borrow_mut().pop());
    let now = recorder.now();
    let is_poll = recorder.clock.kind() == Clock::Real && innermost().is_none();
    let wrote = if is_poll { written::a_poll_ends(now.wall) } else { None };
    recorder.journal.write(now, &Event::Stops { lane, wrote });
}

/// Remembers which async function a task was given to run.
pub fn name_task(lane: LaneId, function: &str) {
    let mut tasks = TASKS.lock().unwrap_or_else(PoisonError::into_inner);
    tasks.get_or_insert_default().insert(lane, function.to_owned());
}

/// Whether what runs on this thread is a task that was given `function` to run, and nothing inside.
pub fn is_task_of(function: &str) -> bool {
    let tasks = TASKS.lock().unwrap_or_else(PoisonError::into_inner);
    let name = innermost().and_then(|lane| tasks.as_ref()?.get(&lane));
    name.is_some_and(|name| name == function)
}

/// A lane has ended on this thread.
pub fn has_ended(lane: LaneId) {
    if let Some(tasks) = TASKS.lock().unwrap_or_else(PoisonError::into_inner).as_mut() {
        tasks.remove(&lane);
    }
    let _ = LAST_ENDED.try_with(|last| last.set(Some(lane)));
}

/// The lane that ended last on this thread.
pub fn last_ended() -> Option<LaneId> {
    LAST_ENDED.try_with(Cell::get).ok().flatten()
}

/// The next future that this thread hands to `block_on` has a lane already.
pub fn pass_over_next_root() {
    PASS_OVER_NEXT_ROOT.set(true);
}

/// Whether the future that this thread hands to `block_on` has a lane already. Asked once.
pub fn is_passed_over() -> bool {
    PASS_OVER_NEXT_ROOT.replace(false)
}

/// A root whose waker is unseen begins to run on this thread.
pub fn begin_untraced_root(lane: LaneId) {
    UNTRACED_ROOT.set(Some(lane));
}

/// It stops running.
pub fn end_untraced_root() {
    UNTRACED_ROOT.set(None);
}

/// The root on this thread whose waker is unseen.
pub fn untraced_root() -> Option<LaneId> {
    UNTRACED_ROOT.get()
}

/// Keeps a timer's wait until [`kept_back`] asks for it.
pub fn keep_back(wait: Waits) {
    let _ = KEPT_BACK.try_with(|kept| kept.replace(Some(wait)));
}

/// The wait that was kept back last.
pub fn kept_back() -> Option<Waits> {
    KEPT_BACK.try_with(RefCell::take).ok().flatten()
}
