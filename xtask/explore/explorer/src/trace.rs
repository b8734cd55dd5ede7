//! What happens in a schedule, one thing after another: kept of the schedule that is run again.

use std::time::Duration;

use serde_json::{Value, json};

use crate::world;

/// The clock's task, which is none of the program's.
const CLOCK: usize = 1;

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Event {
    at: Duration,
    what: What,
}

/// What happened. Tasks are known by shuttle's numbers.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// A task was made, by another.
    Spawned { task: usize, by: Option<usize>, name: String },
    /// A task was polled.
    Runs(usize),
    /// Its poll is over.
    Stops(usize),
    /// It was woken: by another, or by the clock if by none.
    Woken { task: usize, by: Option<usize> },
    /// Something was printed.
    Printed(String),
    /// A task is over.
    Ended { task: usize, how: &'static str },
}

/// Keeps what happened.
pub(crate) fn tell(what: What) {
    world::with(|world| {
        if !world.is_over {
            let at = world.timers.now();
            world.trace.push(Event { at, what });
        }
    });
}

/// The program's task that runs; none if the clock's does.
pub(crate) fn current() -> Option<usize> {
    let current = shuttle::current::try_get_current_task()?;
    Some(usize::from(current)).filter(|task| *task != CLOCK)
}

/// What a task was given to run, as far as its type tells: its function, or a block in one.
pub(crate) fn name<F>() -> String {
    const BODY: &str = "::{{closure}}";
    let future = std::any::type_name::<F>().strip_suffix(BODY).filter(|path| !path.contains('<'));
    let name = match future {
        Some(path) if path.ends_with(BODY) => "async block",
        Some(path) => path.rsplit("::").next().unwrap_or(path),
        None => "task",
    };
    name.to_owned()
}

/// As the runner reads it.
pub(crate) fn as_json(trace: &[Event]) -> Value {
    let event = |event: &Event| {
        let mut value = match &event.what {
            What::Spawned { task, by, name } => {
                json!({ "is": "spawned", "task": task, "by": by, "name": name })
            }
            What::Runs(task) => json!({ "is": "runs", "task": task }),
            What::Stops(task) => json!({ "is": "stops", "task": task }),
            What::Woken { task, by } => json!({ "is": "woken", "task": task, "by": by }),
            What::Printed(text) => json!({ "is": "printed", "text": text }),
            What::Ended { task, how } => json!({ "is": "ended", "task": task, "how": how }),
        };
        value["at"] = json!(u64::try_from(event.at.as_micros()).unwrap_or(u64::MAX));
        value
    };
    trace.iter().map(event).collect()
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::name;

    async fn downloads() {}

    fn name_of<F>(_: &F) -> String {
        name::<F>()
    }

    #[test]
    fn a_task_is_called_as_its_function() {
        assert_eq!(name_of(&downloads()), "downloads");
        let mut outer = pin!(async { name_of(&async {}) });
        let name = outer.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!(name, Poll::Ready("async block".to_owned()));
        assert_eq!(name_of(&std::future::ready(())), "task");
    }
}
