//! The fields of what tokio reports.

use tracing::field::{Field, Visit};

/// The fields of `runtime.spawn` that matter here.
#[derive(Default)]
pub struct SpanFields {
    pub kind: String,
    pub name: String,
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
pub struct EventFields {
    pub operation: Operation,
    pub task: Option<u64>,
    pub is_ready: bool,
}

/// What happens.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Operation {
    /// A waker is cloned.
    Clones,
    /// A waker wakes its task.
    Wakes,
    /// A permit is polled: of a semaphore, a lock, a bounded channel.
    Acquires,
    #[default]
    Other,
}

impl Operation {
    /// By tokio's name for it.
    fn named(name: &str) -> Self {
        match name {
            "waker.clone" => Self::Clones,
            "waker.wake" | "waker.wake_by_ref" => Self::Wakes,
            "poll_acquire" => Self::Acquires,
            _ => Self::Other,
        }
    }
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
            self.operation = Operation::named(value);
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        match field.name() {
            "op" | "op_name" if self.operation == Operation::Other => {
                self.operation = Operation::named(&format!("{value:?}"));
            }
            "task.id" if self.task.is_none() => self.task = format!("{value:?}").parse().ok(),
            _ => {}
        }
    }
}
