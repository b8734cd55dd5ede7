//! Among what something is awaited, as the functions tell that are under way between it and its
//! lane.

use records::Among;

use super::names::bare;
use super::symbols::{self, STANDARD};

/// How a lane awaits something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Awaited {
    /// Among what; `None` where a library awaits it.
    pub among: Option<Among>,
    /// Whether the program's own code awaits it in one of several branches.
    pub beside: bool,
}

/// What a function under way is to what it polls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The program's own code.
    Own,
    /// Hands the poll on.
    Passes,
    /// Hands the poll on to what is only lent: it lives on when who polls it goes on.
    Lent,
    /// A branch of a join.
    Branch,
    /// A join that ends with the first error.
    TryJoin,
    /// A join of all its branches.
    Join,
    /// `poll_fn`: with branches inside a `join!`, else a `select!`.
    PollFn,
    /// A collection that gives what is ready next, unless a join has it.
    Collection,
    /// `tokio::time::timeout`: whoever is late is dropped.
    TimeOut,
    /// A library's.
    Unknown,
    /// The end of the lane.
    Edge,
}

/// What takes from one stream, and polls one thing at a time and that to its end: it hands the poll on.
/// Of an adaptor that is missing here less is claimed: it counts as a collection.
const IN_TURN: [&str; 22] = [
    "once::",
    "unfold::",
    "stream::chain::",
    "stream::collect::",
    "stream::count::",
    "stream::enumerate::",
    "stream::filter::",
    "stream::filter_map::",
    "stream::FlatMap::",
    "stream::Flatten::",
    "stream::flatten::",
    "stream::fold::",
    "stream::for_each::",
    "stream::fuse::",
    "stream::Inspect::",
    "stream::map::",
    "stream::next::",
    "stream::skip::",
    "stream::skip_while::",
    "stream::take::",
    "stream::take_while::",
    "stream::then::",
];

fn is_in_turn(name: &str) -> bool {
    let of_streams = name.strip_prefix("futures_util::stream::");
    of_streams.is_some_and(|rest| IN_TURN.iter().any(|adaptor| rest.starts_with(adaptor)))
}

fn part(Around { name, file, is_own }: &Around<'_>) -> Part {
    if *is_own {
        return Part::Own;
    } else if file.ends_with("macros/try_join.rs") {
        return Part::TryJoin;
    } else if ["<&mut ", "<core::pin::Pin<&mut "].iter().any(|lent| name.starts_with(lent)) {
        return Part::Lent;
    }
    let name = bare(name);
    let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| name.starts_with(prefix));
    if symbols::is_edge_of_task(&name)
        || begins(&["tracing::instrument::Instrumented::poll", "tokio::runtime::"])
    {
        Part::Edge
    } else if begins(&["core::future::poll_fn::"]) {
        Part::PollFn
    } else if name.contains("::maybe_done::") {
        Part::Branch
    } else if begins(&["futures_util::future::join_all::", "futures_util::future::join::"]) {
        Part::Join
    } else if begins(&["futures_util::stream::futures_", "futures_util::stream::stream::"])
        && !is_in_turn(&name)
    {
        Part::Collection
    } else if begins(&["tokio::time::timeout::"]) {
        Part::TimeOut
    } else if begins(&[
        "tokio::task::coop::",
        "tokio::task::local::",
        "tokio::task::unconstrained::",
        "tokio::task::task_local::",
    ]) || is_in_turn(&name)
        || symbols::library(&name).is_none_or(|library| {
            STANDARD.contains(&library.as_str()) || library.starts_with("tracing")
        })
    {
        Part::Passes
    } else {
        Part::Unknown
    }
}

/// A function under way around something that is awaited.
pub struct Around<'a> {
    pub name: &'a str,
    pub file: &'a str,
    pub is_own: bool,
}

/// How something is awaited that these functions, innermost first, lie around.
pub fn awaited<'a>(around: impl Iterator<Item = Around<'a>>) -> Awaited {
    let parts: Vec<Part> = around
        .map(|around| part(&around))
        .take_while(|part| *part != Part::Edge)
        .filter(|part| *part != Part::Passes)
        .collect();
    let mut found = Found::default();
    for (place, part) in parts.iter().enumerate() {
        found.goes_out(*part, parts.get(place + 1));
    }
    found.awaited()
}

/// What the parts tell so far, from the inside out.
#[derive(Default)]
struct Found {
    is_in_own: bool,
    beside: bool,
    is_any: bool,
    is_lent: bool,
    /// In a branch whose join has not been met yet.
    is_branch: bool,
    /// In a collection whose join has not been met yet.
    is_collected: bool,
    /// In a library that is called by no code of the program that has been met yet.
    is_in_library: bool,
    is_of_library: bool,
}

impl Found {
    fn goes_out(&mut self, part: Part, next: Option<&Part>) {
        match part {
            Part::TryJoin => self.is_any = true,
            // What a macro gives to `poll_fn` is none of the program's branches.
            Part::Own | Part::Unknown if next == Some(&Part::PollFn) => return,
            Part::Own => {
                self.is_in_own = true;
                self.is_in_library = false;
                return;
            }
            Part::Lent => {
                self.is_lent = true;
                return;
            }
            Part::Branch => self.is_branch = true,
            Part::Join => (self.is_branch, self.is_collected) = (false, false),
            Part::PollFn if self.is_branch => self.is_branch = false,
            Part::PollFn => {
                self.is_any |= !self.is_in_library && matches!(next, None | Some(Part::Own));
            }
            Part::TimeOut => self.is_any |= !self.is_in_library,
            Part::Collection => self.is_collected = true,
            Part::Unknown => (self.is_in_library, self.is_of_library) = (true, true),
            Part::Passes | Part::Edge => {}
        }
        self.beside |= self.is_in_own && part != Part::TimeOut;
    }

    fn awaited(&self) -> Awaited {
        let among = if self.is_collected || (self.is_any && self.is_lent) {
            Some(Among::Next)
        } else if self.is_any {
            Some(Among::Any)
        } else if self.is_of_library || self.is_branch {
            None
        } else {
            Some(Among::All)
        };
        Awaited { among, beside: self.beside }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN: &str = "app::main::{closure#0}";
    const NEXT: &str =
        "<futures_util::stream::stream::next::Next<S> as core::future::future::Future>::poll";

    /// How something is awaited below these functions, innermost first; what begins with `app::` is the
    /// program's own code.
    fn below(around: &[&str]) -> Awaited {
        let is_own = |name: &str| name.starts_with("app::");
        let around = around.iter().copied();
        awaited(around.map(|name| Around { name, file: "", is_own: is_own(name) }))
    }

    fn of_streams(adaptor: &str) -> String {
        format!(
            "<futures_util::stream::{adaptor}<app::Pages> as futures_core::stream::Stream>::poll_next"
        )
    }

    #[test]
    fn an_adaptor_of_one_stream_hands_the_poll_on() {
        let adaptors = [
            "once::Once",
            "unfold::Unfold",
            "stream::chain::Chain",
            "stream::collect::Collect",
            "stream::count::Count",
            "stream::enumerate::Enumerate",
            "stream::filter::Filter",
            "stream::filter_map::FilterMap",
            "stream::FlatMap",
            "stream::Flatten",
            "stream::flatten::Flatten",
            "stream::fold::Fold",
            "stream::for_each::ForEach",
            "stream::fuse::Fuse",
            "stream::Inspect",
            "stream::map::Map",
            "stream::next::Next",
            "stream::skip::Skip",
            "stream::skip_while::SkipWhile",
            "stream::take::Take",
            "stream::take_while::TakeWhile",
            "stream::then::Then",
        ];
        for adaptor in adaptors {
            let found =
                below(&["app::main::{closure#0}::{closure#1}", &of_streams(adaptor), NEXT, MAIN]);
            let alone = Awaited { among: Some(Among::All), beside: false };
            assert_eq!(found, alone, "{adaptor}");
        }
    }

    #[test]
    fn what_polls_several_futures_gives_whichever_is_ready_next() {
        let collections = [
            "futures_unordered::FuturesUnordered",
            "futures_ordered::FuturesOrdered",
            "stream::buffered::Buffered",
            "stream::buffer_unordered::BufferUnordered",
            "stream::for_each_concurrent::ForEachConcurrent",
        ];
        for collection in collections {
            let found = below(&["app::fetch::{closure#0}", &of_streams(collection), NEXT, MAIN]);
            let several = Awaited { among: Some(Among::Next), beside: true };
            assert_eq!(found, several, "{collection}");
        }
    }
}
