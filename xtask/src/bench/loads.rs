//! The work that is measured, and what about its measure is not fair.

/// Work that the contenders do, each in its program: `xtask/bench/beside/src/bin`.
#[derive(Debug)]
pub struct Load {
    /// What the command line calls it.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What is done, in sentences, one a line.
    pub what: &'static str,
    /// The programs' file, without its ending.
    pub program: &'static str,
    /// What N counts.
    pub n: &'static str,
    /// What the time is divided by, beside N.
    pub units_each: u64,
    /// What that makes one of.
    pub unit: &'static str,
    /// Each N, from small to large; the last two are left out by `--quick`.
    pub sizes: &'static [u64],
    /// What it needs besides.
    pub needs: Needs,
    /// What is not a fair comparison, a sentence or two each.
    pub unfair: &'static [&'static str],
}

/// What a load needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A pause that is long enough for all to sleep at once. Its time is that of the processor.
    Pause,
    /// The server of this crate.
    Server,
    /// The server, and the package aiohttp.
    ServerAndAiohttp,
}

impl Load {
    /// The load of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        LOADS.iter().find(|load| load.name == name)
    }

    /// Whether the work sleeps, so that time on the wall says nothing.
    pub fn sleeps(&self) -> bool {
        self.needs == Needs::Pause
    }

    /// Each N of a run.
    pub fn sizes(&self, quick: bool) -> &'static [u64] {
        &self.sizes[..self.sizes.len() - if quick { 2 } else { 0 }]
    }
}

/// All of them, in the order of the page.
pub const LOADS: [Load; 7] = [
    Load {
        name: "spawn",
        title: "Spawn N tasks and join them",
        what: "The tasks have nothing to do.\n\
               What is measured is making a task, running it once and taking its result.",
        program: "spawn",
        n: "tasks",
        units_each: 1,
        unit: "task",
        sizes: &[10, 100, 1_000, 10_000, 100_000],
        needs: Needs::Nothing,
        unfair: &[
            "On `multi_thread`, `main` is no task of a worker thread: each spawn goes through the queue \
             that all workers share. A task that spawns uses its own worker's queue; that is not measured here.",
            "A Python function that does nothing costs something, too: part of what asyncio takes is the \
             interpreter, not its event loop.",
        ],
    },
    Load {
        name: "sleepers",
        title: "N tasks asleep at once",
        what: "Each task sleeps once, and the first wakes when the last has fallen asleep: the programs \
               check it.\n\
               Each process does it once, without warming up.\n\
               Their time is processor time, since on the wall they sleep.\n\
               Their memory is the most that the process ever had, less what it had before the first task, \
               divided by N.",
        program: "sleepers",
        n: "tasks",
        units_each: 1,
        unit: "task",
        sizes: &[10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000],
        needs: Needs::Pause,
        unfair: &[
            "The pause is as long for all at the same N, and longer at a larger N: as long as the slowest \
             needs to put all to sleep.",
            "The tasks hold next to nothing. A task of yours holds its own variables in both worlds, and \
             these come on top.",
            "Memory is counted in pages and by two allocators that keep different amounts in reserve. For \
             fewer than 1,000 tasks that is all one would see, so it is not shown.",
        ],
    },
    Load {
        name: "ping-pong",
        title: "Ping-pong over channels",
        what: "N pairs of tasks play at once, and each pair sends a message to and fro 100 times.\n\
               A channel has one place: `mpsc::channel(1)` here, `asyncio.Queue(1)` there.",
        program: "ping_pong",
        n: "pairs",
        units_each: 100,
        unit: "round trip",
        sizes: &[1, 10, 100, 1_000],
        needs: Needs::Nothing,
        unfair: &[
            "An `asyncio.Queue` serves one thread, and an mpsc channel has to be safe across threads, \
             even where there is one: tokio does more work here.",
        ],
    },
    Load {
        name: "gather",
        title: "Gather N",
        what: "N coroutines, each of which yields once and returns a number.\n\
               `futures::future::join_all` here, `asyncio.gather` there.",
        program: "gather",
        n: "coroutines",
        units_each: 1,
        unit: "coroutine",
        sizes: &[10, 100, 1_000, 10_000, 100_000],
        needs: Needs::Nothing,
        unfair: &[
            "It is what one writes for the same purpose, and it is not the same work: `asyncio.gather` \
             makes a task of each coroutine, `join_all` makes none and polls all of them within the task \
             that awaits it. To compare tasks with tasks, see *spawn*.",
            "For the same reason `multi_thread` has one thread at work here, whatever the number of cores.",
        ],
    },
    Load {
        name: "bounded",
        title: "Fan out N tasks, 100 at a time",
        what: "Each task takes one of a semaphore's 100 permits, yields once, and gives it back.",
        program: "bounded",
        n: "tasks",
        units_each: 1,
        unit: "task",
        sizes: &[10, 100, 1_000, 10_000, 100_000],
        needs: Needs::Nothing,
        unfair: &[
            "Nothing is done under the permit: this is the price of the bound alone.",
            "On `multi_thread` all workers take from one semaphore and do nothing else.",
        ],
    },
    Load {
        name: "http",
        title: "N HTTP requests over loopback",
        what: "One client, 100 requests at a time, and an answer of 15 bytes.\n\
               `reqwest` here, `aiohttp` there, each with the settings that it comes with; the pool of \
               connections begins empty.\n\
               The server is a program of its own, on one thread, the same for all.",
        program: "fetch",
        n: "requests",
        units_each: 1,
        unit: "request",
        sizes: &[10, 100, 1_000, 10_000],
        needs: Needs::ServerAndAiohttp,
        unfair: &[
            "These are two libraries more than two runtimes. aiohttp's wheels parse HTTP in C; reqwest \
             is built without TLS and without HTTP/2.",
            "The server shares the cores of this machine with the client. Where the client is quick, part of \
             the time on the wall is the server's; the client's own processor time is in the second table.",
            "Loopback has no distance: what a request waits for on its way is the same for all, and is not \
             in these figures.",
        ],
    },
    Load {
        name: "http-raw",
        title: "The same requests without an HTTP library",
        what: "At most 100 connections, each of which is used again and again.\n\
               Requests are written and answers are read by hand, line by line: tokio's `BufReader` here, \
               asyncio's streams there.\n\
               It compares the runtimes and their sockets, not the libraries.",
        program: "fetch_raw",
        n: "requests",
        units_each: 1,
        unit: "request",
        sizes: &[10, 100, 1_000, 10_000],
        needs: Needs::Server,
        unfair: &[
            "The program reads HTTP as far as this server needs it, and no further: neither half is a \
             client that you could use.",
            "The server shares the cores with the client, as above.",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::LOADS;

    #[test]
    fn a_quick_run_has_more_than_one_point() {
        for load in &LOADS {
            assert!(load.sizes(true).len() > 1, "{}", load.name);
            assert!(load.sizes.is_sorted(), "{}", load.name);
        }
    }
}
