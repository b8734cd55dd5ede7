//! What tokio reports, turned into records.

use records::{Event, How, Kind, Lane};
use tokio::runtime::Handle;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::subscriber::Interest;
use tracing::{Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer};
use tracing_subscriber::registry::LookupSpan;

use super::Recorder;
use super::among::Awaited;
use super::{clock, running, stack};
use crate::entry::Program;

const TASK: &str = "tokio::task";
const BLOCKING: &str = "tokio::task::blocking";
const WAKER: &str = "tokio::task::waker";
const POLL: &str = "runtime::resource::poll_op";

/// What tokio calls the poll that takes a permit: of a semaphore, a lock, a bounded channel.
const ACQUIRE: &str = "poll_acquire";

/// What a lane is called whose function has no name.
fn nameless(kind: Kind) -> &'static str {
    match kind {
        Kind::Root => "main",
        Kind::Blocking => "blocking call",
        Kind::Task | Kind::Coroutine => "async block",
    }
}

/// A [`Layer`] that hears of tasks, blocking calls, wakers, and of the program's own spans.
pub struct TaskLayer {
    recorder: &'static Recorder,
    /// The crate that the program is: its spans are coroutines with lanes of their own.
    own: &'static str,
}

/// What a span that has a lane keeps.
struct Span {
    lane: Lane,
    kind: Kind,
    /// Whether the program gave it to a `block_on` of its own.
    is_root: bool,
    /// The name of the async function, for a coroutine.
    function: &'static str,
}

impl TaskLayer {
    pub fn new(recorder: &'static Recorder, program: &Program) -> Self {
        let own = program.module.split("::").next().unwrap_or_default();
        Self { recorder, own }
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
        let stack = stack::capture();
        let (name, place) = if kind == Kind::Coroutine {
            (metadata.name().to_owned(), self.recorder.sources.place(&stack))
        } else {
            let call = self.recorder.sources.spawn(&stack)?;
            let given = Some(fields.name).filter(|name| !name.is_empty());
            let name = given.or(call.name).unwrap_or_else(|| nameless(kind).to_owned());
            (name, call.place)
        };
        let awaited = match kind {
            Kind::Coroutine => self.recorder.sources.awaited(&stack),
            // Nobody awaits it here; whether its maker is a branch is told all the same.
            _ => Awaited { among: None, ..self.recorder.sources.awaited(&stack) },
        };
        let lane = self.recorder.journal.new_lane();
        if kind == Kind::Task {
            running::name_task(lane, &name);
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
        Some(Span { lane, kind, is_root: kind == Kind::Root, function: metadata.name() })
    }

    /// tokio polled a resource. Of most, the waker tells more; of a timer this tells whether it was
    /// over, and in an untraced root it is all there is.
    fn on_poll(&self, poll: &EventFields) {
        let is_ready = poll.is_ready;
        if is_ready && poll.operation == ACQUIRE {
            if let Some(lane) = running::innermost() {
                self.recorder.write(Event::Takes { lane });
            }
        } else if let Some(wait) = running::kept_back() {
            if !is_ready {
                self.recorder.write(wait);
            }
        } else if let Some(root) = running::untraced_root()
            && !is_ready
        {
            let wait = self.recorder.wait(root);
            self.recorder.write(wait);
        }
    }

    fn end(&self, span: &Span) -> How {
        if std::thread::panicking() {
            return How::Panicked;
        }
        let stack = stack::capture();
        let returned = match span.kind {
            Kind::Coroutine => self.recorder.sources.returned_from(&stack, span.function),
            Kind::Task | Kind::Blocking => self.recorder.sources.task_returned(&stack),
            Kind::Root => true,
        };
        if returned { How::Done } else { How::Cancelled }
    }
}

impl<S> Layer<S> for TaskLayer
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if self.hears(metadata) { Interest::always() } else { Interest::never() }
    }

    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        self.hears(metadata)
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let Some(registered) = context.span(id) else { return };
        if let Some(span) = self.appear(attributes) {
            registered.extensions_mut().insert(span);
        }
    }

    fn on_enter(&self, id: &Id, context: Context<'_, S>) {
        let Some(registered) = context.span(id) else { return };
        let extensions = registered.extensions();
        let Some(span) = extensions.get::<Span>() else { return };
        if span.is_root
            && let Ok(handle) = Handle::try_current()
        {
            self.recorder.clock.enter_foreign_runtime(handle.runtime_flavor());
            running::begin_untraced_root(span.lane);
        }
        running::enter(self.recorder, span.lane);
    }

    fn on_exit(&self, id: &Id, context: Context<'_, S>) {
        let Some(registered) = context.span(id) else { return };
        if let Some(span) = registered.extensions().get::<Span>() {
            running::leave(self.recorder, span.lane);
            if span.is_root {
                running::end_untraced_root();
            }
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(registered) = context.span(&id) else { return };
        if let Some(span) = registered.extensions().get::<Span>() {
            let how = self.end(span);
            self.recorder.write(Event::Ends { lane: span.lane, how });
            running::has_ended(span.lane);
        }
    }

    fn on_event(&self, event: &tracing::Event<'_>, context: Context<'_, S>) {
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
        let Some(id) = fields.task.and_then(std::num::NonZeroU64::new) else { return };
        let Some(registered) = context.span(&Id::from_non_zero_u64(id)) else { return };
        let Some(task) = registered.extensions().get::<Span>().map(|span| span.lane) else {
            return;
        };
        match fields.operation.as_str() {
            "waker.clone" => self.recorder.write_wait(task),
            "waker.wake" | "waker.wake_by_ref" => self.recorder.write_wake(task),
            _ => {}
        }
    }
}

/// The fields of `runtime.spawn` that matter here.
#[derive(Default)]
struct SpanFields {
    kind: String,
    name: String,
}

impl Visit for SpanFields {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        match field.name() {
            "kind" => self.kind = format!("{value:?}"),
            "task.name" => self.name = format!("{value:?}"),
            _ => {}
        }
    }
}

/// The fields of what happens to a waker or to a resource.
#[derive(Default)]
struct EventFields {
    operation: String,
    task: Option<u64>,
    is_ready: bool,
}

impl Visit for EventFields {
    fn record_bool(&mut self, field: &Field, value: bool) {
        if field.name() == "is_ready" {
            self.is_ready = value;
        }
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "task.id" {
            self.task = Some(value);
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        if ["op", "op_name"].contains(&field.name()) {
            self.operation = value.to_owned();
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        match field.name() {
            "op" | "op_name" if self.operation.is_empty() => self.operation = format!("{value:?}"),
            "task.id" if self.task.is_none() => self.task = format!("{value:?}").parse().ok(),
            _ => {}
        }
    }
}
