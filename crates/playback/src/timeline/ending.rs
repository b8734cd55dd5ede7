//! What a drawing says of the run as a whole: how it ended, whether it is all there.

use records::{By, Kind, LaneId};
use serde::Serialize;

use super::fold::thousands;
use crate::recording::Recording;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Its main function returned or panicked.
    Over,
    /// The virtual clock reached its limit: all lanes that are left wait for ever, or timers never end.
    Limit,
    /// The recording stops before its main function ends: the program exited from within, was killed,
    /// or the file is cut.
    BreaksOff,
}

/// How this run ended.
pub fn ending(recording: &Recording) -> Ending {
    let mut roots = recording.lanes.iter().filter(|lane| lane.kind == Kind::Root).peekable();
    let has_roots = roots.peek().is_some();
    if recording.limit_reached {
        Ending::Limit
    } else if recording.returned || has_roots && roots.all(|root| root.end.is_some()) {
        Ending::Over
    } else {
        Ending::BreaksOff
    }
}

/// Who wakes: what it is, and which lane if it is one.
pub(super) fn waker(by: By) -> (&'static str, Option<LaneId>) {
    match by {
        By::Lane(lane) => ("lane", Some(lane)),
        By::Clock => ("clock", None),
        By::Driver => ("driver", None),
        By::Yield => ("yield", None),
        By::Thread => ("thread", None),
        By::Unknown => ("unknown", None),
    }
}

impl Recording {
    /// What is missing of the run, in a sentence or two; `None` if it is all there.
    pub fn what_is_missing(&self) -> Option<String> {
        let breaks_off = match ending(self) {
            Ending::BreaksOff => Some(
                "the recording breaks off before main ends: the program exited from within, was \
                 killed, or the file is cut"
                    .to_owned(),
            ),
            Ending::Over | Ending::Limit => None,
        };
        let unreadable = match self.unreadable {
            0 => None,
            1 => Some("1 record could not be read: it is cut or of another version".to_owned()),
            more => Some(format!(
                "{more} records could not be read: they are cut or of another version"
            )),
        };
        let left_out = (self.lines_left_out > 0).then(|| {
            let (kept, left_out) = (thousands(self.lines.len()), thousands(self.lines_left_out));
            format!("of the printed lines the first {kept} are kept and {left_out} left out")
        });
        let missing: Vec<String> =
            breaks_off.into_iter().chain(unreadable).chain(left_out).collect();
        (!missing.is_empty()).then(|| format!("Not the whole run: {}.", missing.join("; ")))
    }
}
