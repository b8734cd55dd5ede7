//! A record's JSON, written without serde: a program that records should link little.

use crate::{Among, By, Clock, Event, Frame, How, Kind, Place, Resource, Threads};

impl Event {
    /// Adds the event to the JSON of a record: `"is":"runs","lane":7`, the same as serde would.
    pub fn write(&self, json: &mut Vec<u8>) {
        match self {
            Self::Begins { version, runtime, clock, threads } => {
                is(json, "begins");
                field(json, "version", version);
                field(json, "runtime", runtime);
                field(json, "clock", clock);
                field(json, "threads", threads);
            }
            Self::Appears { lane, kind, name, parent, place, among, beside } => {
                is(json, "appears");
                field(json, "lane", lane);
                field(json, "kind", kind);
                field(json, "name", name);
                field(json, "parent", parent);
                field(json, "place", place);
                field_if_known(json, "among", among);
                field_if_so(json, "beside", *beside);
            }
            Self::Runs { lane } => {
                is(json, "runs");
                field(json, "lane", lane);
            }
            Self::Stops { lane, wrote } => {
                is(json, "stops");
                field(json, "lane", lane);
                field_if_known(json, "wrote", wrote);
            }
            Self::Waits { lane, on, place, within, among, beside } => {
                is(json, "waits");
                field(json, "lane", lane);
                field(json, "on", on);
                field(json, "place", place);
                if !within.is_empty() {
                    field(json, "within", within);
                }
                field_if_known(json, "among", among);
                field_if_so(json, "beside", *beside);
            }
            Self::Takes { lane } => {
                is(json, "takes");
                field(json, "lane", lane);
            }
            Self::Wakes { lane, by } => {
                is(json, "wakes");
                field(json, "lane", lane);
                field(json, "by", by);
            }
            Self::Ends { lane, how } => {
                is(json, "ends");
                field(json, "lane", lane);
                field(json, "how", how);
            }
            Self::Panics { lane, message, place } => {
                is(json, "panics");
                field(json, "lane", lane);
                field(json, "message", message);
                field(json, "place", place);
            }
            Self::Limit { others } => {
                is(json, "limit");
                field(json, "others", others);
            }
            Self::Returns { others } => {
                is(json, "returns");
                field(json, "others", others);
            }
        }
    }
}

/// Which event it is; the first field.
fn is(json: &mut Vec<u8>, event: &str) {
    push(json, r#""is":"#);
    event.write(json);
}

fn field(json: &mut Vec<u8>, name: &str, value: &(impl Json + ?Sized)) {
    push(json, ",\"");
    push(json, name);
    push(json, "\":");
    value.write(json);
}

fn field_if_known(json: &mut Vec<u8>, name: &str, value: &Option<impl Json>) {
    if let Some(value) = value {
        field(json, name, value);
    }
}

fn field_if_so(json: &mut Vec<u8>, name: &str, value: bool) {
    if value {
        push(json, ",\"");
        push(json, name);
        push(json, "\":true");
    }
}

fn push(json: &mut Vec<u8>, text: &str) {
    json.extend_from_slice(text.as_bytes());
}

/// What has a JSON.
trait Json {
    fn write(&self, json: &mut Vec<u8>);
}

impl Json for u32 {
    fn write(&self, json: &mut Vec<u8>) {
        number(json, *self);
    }
}

impl Json for u64 {
    fn write(&self, json: &mut Vec<u8>) {
        number(json, *self);
    }
}

/// Adds a number.
pub(crate) fn number(json: &mut Vec<u8>, number: impl itoa::Integer) {
    push(json, itoa::Buffer::new().format(number));
}

impl Json for str {
    /// As [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259#section-7) has it: quotes, backslashes and
    /// control characters are escaped.
    fn write(&self, json: &mut Vec<u8>) {
        json.push(b'"');
        for byte in self.bytes() {
            match byte {
                b'"' => push(json, r#"\""#),
                b'\\' => push(json, r"\\"),
                b'\n' => push(json, r"\n"),
                b'\r' => push(json, r"\r"),
                b'\t' => push(json, r"\t"),
                0x08 => push(json, r"\b"),
                0x0C => push(json, r"\f"),
                0..0x20 => push(json, &format!("\\u{byte:04x}")),
                _ => json.push(byte),
            }
        }
        json.push(b'"');
    }
}

impl Json for String {
    fn write(&self, json: &mut Vec<u8>) {
        self.as_str().write(json);
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, json: &mut Vec<u8>) {
        match self {
            Some(value) => value.write(json),
            None => push(json, "null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, json: &mut Vec<u8>) {
        json.push(b'[');
        for (place, value) in self.iter().enumerate() {
            if place > 0 {
                json.push(b',');
            }
            value.write(json);
        }
        json.push(b']');
    }
}

/// Enums that are one word each.
macro_rules! one_word {
    ($($type:ident: $($variant:ident $word:literal),+;)+) => {$(
        impl $type {
            /// The word that stands for it in a record.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl Json for $type {
            fn write(&self, json: &mut Vec<u8>) {
                self.word().write(json);
            }
        }
    )+};
}

one_word! {
    Among: All "all", Any "any", Next "next";
    Clock: Virtual "virtual", Real "real";
    How: Done "done", Cancelled "cancelled", Panicked "panicked";
    Kind: Root "root", Task "task", Coroutine "coroutine", Blocking "blocking";
    Resource:
        Sleep "sleep", Timeout "timeout", Tick "tick", Join "join", JoinNext "join_next", Recv "recv",
        Send "send", Oneshot "oneshot", Closed "closed", Broadcast "broadcast", Watch "watch",
        Lock "lock", Read "read", Write "write", Acquire "acquire", Barrier "barrier",
        OnceCell "once_cell", Notified "notified", YieldNow "yield_now", Budget "budget",
        LocalSet "local set", Socket "socket", Process "process", Signal "signal", Next "next",
        QueueJoin "queue_join", Condition "condition", Future "future";
    Threads: One "one", Several "several";
}

impl Json for By {
    fn write(&self, json: &mut Vec<u8>) {
        let word = match self {
            Self::Lane(lane) => {
                push(json, r#"{"lane":"#);
                number(json, *lane);
                return json.push(b'}');
            }
            Self::Clock => "clock",
            Self::Driver => "driver",
            Self::Yield => "yield",
            Self::Thread => "thread",
            Self::Unknown => "unknown",
        };
        word.write(json);
    }
}

impl Json for Place {
    fn write(&self, json: &mut Vec<u8>) {
        push(json, r#"{"file":"#);
        self.file.write(json);
        field(json, "line", &self.line);
        field(json, "column", &self.column);
        json.push(b'}');
    }
}

impl Json for Frame {
    fn write(&self, json: &mut Vec<u8>) {
        push(json, r#"{"name":"#);
        self.name.write(json);
        field(json, "place", &self.place);
        json.push(b'}');
    }
}
