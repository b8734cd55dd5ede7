//! What tokio reports, turned into records.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use records::{Event, How, Kind, LaneId};
use tokio::runtime::Handle;
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::Interest;
use tracing::{Metadata, Subscriber};

use super::Recorder;
use super::among::Awaited;
use super::fields::{EventFields, Operation, SpanFields};
use super::spans::Span;
use super::{clock, running, written};
use crate::entry::Program;

const TASK: &str = "tokio::task";
const BLOCKING: &str = "tokio::task::blocking";
const WAKER: &str = "tokio::task::waker";
const POLL: &str = "runtime::resource::poll_op";

/// What a lane is called whose function has no name.
fn nameless(kind: Kind) -> &'static str {
    match kind {
        Kind::Root => "main",
        Kind::Blocking => "blocking call",
        Kind::Task | Kind::Coroutine => "async block",
    }
}

/// A [`Subscriber`] that hears of tasks, blocking calls, wakers, and of the program's own spans.
pub struct TaskSubscriber {
    recorder: &'static Recorder,
    /// The crate that the program is: its spans are coroutines with lanes of their own.
    own: &'static str,
    /// The spans that are not closed, of those that have lanes.
    open: Mutex<HashMap<LaneId, Open>>,
}

/// A span that is not closed.
struct Open {
    /// How many handles there are to it.
    handles: usize,
    /// The name of the async function, for a coroutine.
    function: &'static str,
}

impl TaskSubscriber {
    pub fn new(recorder: &'static Recorder, program: &Program) -> Self {
        let own = program.module.split("::").next().unwrap_or_default();
        Self { recorder, own, open: Mutex::default() }
    }

    fn is_own(&self, target: &str) -> bool {
        target.strip_prefix(self.own).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    }

    fn hears(&self, metadata: &Metadata<'_>) -> bool {
        let target = metadata.target();
        [TASK, BLOCKING, WAKER, POLL].contains(&target)
            || (metadata.is_span() && self.is_own(target))
    }

    fn appear(&self, attributes: &Attributes<'_>) -> Option<Span> {
        let mut fields = SpanFields::default();
        attributes.record(&mut fields);
        let metadata = attributes.metadata();
        let kind = match metadata.target() {
            BLOCKING => Kind::Blocking,
            TASK => match fields.kind.as_str() {
                "block_on" => Kind::Root,
                "blocking" => Kind::Blocking,
                _ => Kind::Task,
            },
            _ => Kind::Coroutine,
        };
        if kind == Kind::Root && running::is_passed_over() {
            return None;
        }
        if kind == Kind::Coroutine && running::is_task_of(metadata.name()) {
            return None; // spawned as it is: the task's lane is its own
        }
        let stack = self.recorder.sources.stack();
        let (name, place) = if kind == Kind::Coroutine {
            (metadata.name().to_owned(), stack.place())
        } else {
            let call = stack.spawn()?;
            let given = Some(fields.name).filter(|name| !name.is_empty());
            let name = given.or(call.name).unwrap_or_else(|| nameless(kind).to_owned());
            (name, call.place)
        };
        let awaited = match kind {
            Kind::Coroutine => stack.awaited(),
            // Nobody awaits it here; whether its maker is a branch is told all the same.
            _ => Awaited { among: None, ..stack.awaited() },
        };
        let lane = self.recorder.journal.new_lane();
        match kind {
            Kind::Task => running::name_task(lane, &name),
            Kind::Blocking => written::expect_several_threads(),
            Kind::Root | Kind::Coroutine => {}
        }
        self.recorder.write(Event::Appears {
            lane,
            kind,
            name,
            parent: running::innermost(),
            place,
            among: awaited.among,
            beside: awaited.beside,
        });
        self.open().insert(lane, Open { handles: 1, function: metadata.name() });
        Some(Span { lane, kind })
    }

    fn open(&self) -> MutexGuard<'_, HashMap<LaneId, Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// tokio polled a resource. Of most, the waker tells more; of a timer this tells whether it was
    /// over, and in an untraced root it is all there is.
    fn on_poll(&self, poll: &EventFields) {
        let is_ready = poll.is_ready;
        if is_ready && poll.operation == Operation::Acquires {
            if let Some(lane) = running::innermost() {
                // Told of the permit and of the task's budget, one right after the other.
                self.recorder.journal.write_one_of_two(self.recorder.now(), &Event::Takes { lane });
            }
        } else if let Some(waits) = running::kept_back() {
            if !is_ready {
                self.recorder.write_waits(&waits);
            }
        } else if let Some(root) = running::untraced_root()
            && !is_ready
        {
            self.recorder.write_waits(&self.recorder.waits(root));
        }
    }

    fn end(&self, kind: Kind, function: &str) -> How {
        if std::thread::panicking() {
            return How::Panicked;
        }
        let stack = self.recorder.sources.stack();
        let returned = match kind {
            Kind::Coroutine => stack.returned_from(function),
            Kind::Task | Kind::Blocking => stack.task_returned(),
            Kind::Root => true,
        };
        if returned { How::Done } else { How::Cancelled }
    }
}

impl Subscriber for TaskSubscriber {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if self.hears(metadata) { Interest::always() } else { Interest::never() }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.hears(metadata)
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        Span::id(self.appear(attributes))
    }

    fn enter(&self, id: &Id) {
        let Some(span) = Span::of(id) else { return };
        if span.kind == Kind::Root
            && let Ok(handle) = Handle::try_current()
        {
            self.recorder.clock.enter_foreign_runtime(handle.runtime_flavor());
            running::begin_untraced_root(span.lane);
        }
        running::enter(self.recorder, span.lane);
    }

    fn exit(&self, id: &Id) {
        let Some(span) = Span::of(id) else { return };
        running::leave(self.recorder, span.lane);
        if span.kind == Kind::Root {
            running::end_untraced_root();
        }
    }

    fn clone_span(&self, id: &Id) -> Id {
        if let Some(span) = Span::of(id)
            && let Some(open) = self.open().get_mut(&span.lane)
        {
            open.handles += 1;
        }
        id.clone()
    }

    fn try_close(&self, id: Id) -> bool {
        let Some(Span { lane, kind }) = Span::of(&id) else { return false };
        let function = {
            let mut all = self.open();
            let Some(open) = all.get_mut(&lane) else { return false };
            open.handles -= 1;
            if open.handles > 0 {
                return false;
            }
            let function = open.function;
            all.remove(&lane);
            function
        };
        let how = self.end(kind, function);
        self.recorder.write(Event::Ends { lane, how });
        running::has_ended(lane);
        true
    }

    fn event(&self, event: &tracing::Event<'_>) {
        if clock::is_aligning() {
            return;
        }
        let mut fields = EventFields::default();
        event.record(&mut fields);
        match event.metadata().target() {
            POLL => return self.on_poll(&fields),
            WAKER => {}
            _ => return,
        }
        let id = fields.task.and_then(std::num::NonZeroU64::new).map(Id::from_non_zero_u64);
        let Some(task) = id.and_then(|id| Span::of(&id)) else { return };
        match fields.operation {
            Operation::Clones => self.recorder.write_wait(task.lane),
            Operation::Wakes => self.recorder.write_wake(task.lane),
            Operation::Acquires | Operation::Other => {}
        }
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}
}
