//! The numbers that spans are known by: each holds the span's lane, so that nothing is looked up when
//! a task is polled.

use records::{Kind, LaneId};
use tracing::span::Id;

/// A span that has a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub lane: LaneId,
    /// A root is one that the program gave to a `block_on` of its own.
    pub kind: Kind,
}

/// What stands above the lane: a span that has none, or the kind of the one that it has.
const NONE: u64 = 1 << 32;
const ROOT: u64 = 2 << 32;
const TASK: u64 = 3 << 32;
const COROUTINE: u64 = 4 << 32;
const BLOCKING: u64 = 5 << 32;

impl Span {
    /// The number of a span, or of one without a lane.
    pub fn id(span: Option<Self>) -> Id {
        let number = match span {
            None => NONE,
            Some(Self { lane, kind }) => {
                let kind = match kind {
                    Kind::Root => ROOT,
                    Kind::Task => TASK,
                    Kind::Coroutine => COROUTINE,
                    Kind::Blocking => BLOCKING,
                };
                kind | u64::from(lane)
            }
        };
        Id::from_u64(number)
    }

    /// The span of this number, if it has a lane.
    pub fn of(id: &Id) -> Option<Self> {
        let number = id.into_u64();
        let lane = LaneId::try_from(number & u64::from(LaneId::MAX)).ok()?;
        let kind = match number & !u64::from(LaneId::MAX) {
            ROOT => Kind::Root,
            TASK => Kind::Task,
            COROUTINE => Kind::Coroutine,
            BLOCKING => Kind::Blocking,
            _ => return None,
        };
        Some(Self { lane, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_holds_its_span() {
        for kind in [Kind::Root, Kind::Task, Kind::Coroutine, Kind::Blocking] {
            for lane in [0, 1, 2, LaneId::MAX] {
                let span = Some(Span { lane, kind });
                assert_eq!(Span::of(&Span::id(span)), span);
            }
        }
        assert_eq!(Span::of(&Span::id(None)), None);
        assert_eq!(Span::of(&Id::from_u64(7)), None);
    }
}
