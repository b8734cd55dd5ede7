//! A program as data.

/// The number of something that a program makes: a handle, one end of a channel, a lock.
pub type Id = usize;

/// Steps that are taken one after another.
pub type Block = Vec<Step>;

/// A step and its number: what it prints.
#[derive(Debug)]
pub struct Step {
    /// Unique in the program, from 1.
    pub number: u64,
    /// What is done.
    pub act: Act,
}

/// What is handed to a task or a branch.
#[derive(Clone, Copy, Debug)]
pub struct Gift {
    /// What it is.
    pub id: Id,
    /// Whether the giver keeps a clone.
    pub cloned: bool,
}

/// Steps with what they are given.
#[derive(Debug)]
pub struct Body {
    /// What goes over to them.
    pub gifts: Vec<Gift>,
    /// The steps.
    pub block: Block,
}

/// What is done.
#[derive(Debug)]
pub enum Act {
    /// Prints the step's number.
    Say,
    Sleep(u64),
    Yield,
    Spawn {
        handle: Option<Id>,
        body: Body,
    },
    Await(Id),
    Abort(Id),
    /// An abort handle of a task.
    Canceller {
        handle: Id,
        canceller: Id,
    },
    /// Aborts through an abort handle.
    Cancel(Id),
    /// Coroutines that a join polls, in lanes of their own or not.
    Join {
        instrumented: bool,
        all: bool,
        bodies: Vec<Body>,
    },
    /// A `JoinSet`; a line for each task that ends, and perhaps a sleep that depends on which.
    Set {
        bodies: Vec<Body>,
        sleeps: bool,
    },
    /// With a capacity or without.
    Channel {
        sender: Id,
        receiver: Id,
        capacity: Option<usize>,
    },
    /// Sends a number of seconds.
    Send(Id, u64),
    /// Perhaps sleeps as long as the message says.
    Receive {
        receiver: Id,
        sleeps: bool,
    },
    /// The same for each message, and a line, until all senders are gone.
    ReceiveAll {
        receiver: Id,
        sleeps: bool,
    },
    Oneshot {
        sender: Id,
        receiver: Id,
    },
    Put(Id),
    Take(Id),
    Notify(Id),
    NotifyOne(Id),
    NotifyWaiters(Id),
    Notified(Id),
    Mutex(Id),
    Semaphore(Id, usize),
    Locked(Id, Block),
    Permitted(Id, Block),
    /// Two arms and what each does when it was first.
    Select {
        first: First,
        second: Second,
        on_first: Block,
        on_second: Block,
    },
    Timeout(u64, Block),
    Drop(Id),
}

/// The first arm of a `select!`.
#[derive(Clone, Copy, Debug)]
pub enum First {
    Receive(Id),
    Take(Id),
    Await(Id),
    Notified(Id),
    Sleep(u64),
}

/// The second arm of a `select!`.
#[derive(Clone, Copy, Debug)]
pub enum Second {
    Receive(Id),
    Await(Id),
    Sleep(u64),
}

impl Act {
    /// The blocks inside it.
    fn blocks(&mut self) -> Vec<&mut Block> {
        match self {
            Self::Spawn { body, .. } => vec![&mut body.block],
            Self::Join { bodies, .. } | Self::Set { bodies, .. } => {
                bodies.iter_mut().map(|body| &mut body.block).collect()
            }
            Self::Locked(_, block) | Self::Permitted(_, block) | Self::Timeout(_, block) => {
                vec![block]
            }
            Self::Select { on_first, on_second, .. } => vec![on_first, on_second],
            _ => Vec::new(),
        }
    }

    /// The same, to be read.
    pub fn inner(&self) -> Vec<&Block> {
        match self {
            Self::Spawn { body, .. } => vec![&body.block],
            Self::Join { bodies, .. } | Self::Set { bodies, .. } => {
                bodies.iter().map(|body| &body.block).collect()
            }
            Self::Locked(_, block) | Self::Permitted(_, block) | Self::Timeout(_, block) => {
                vec![block]
            }
            Self::Select { on_first, on_second, .. } => vec![on_first, on_second],
            _ => Vec::new(),
        }
    }
}

/// Takes the steps with these numbers out, with all that is inside them.
pub fn remove(steps: &mut Block, without: &[u64]) {
    steps.retain(|step| !without.contains(&step.number));
    for step in steps {
        for block in step.act.blocks() {
            remove(block, without);
        }
    }
}

/// The numbers of all steps, the outer before the inner.
pub fn numbers(steps: &[Step]) -> Vec<u64> {
    let of_step = |step: &Step| {
        let inner = step.act.inner().into_iter().flat_map(|block| numbers(block));
        std::iter::once(step.number).chain(inner).collect::<Vec<_>>()
    };
    steps.iter().flat_map(of_step).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{numbers, remove};
    use crate::generate::program;
    use crate::show::text;

    #[test]
    fn a_seed_repeats_its_program_and_no_two_steps_have_one_number() {
        let mut texts = HashSet::new();
        for seed in 0..500 {
            let steps = program(seed);
            assert_eq!(text(&steps), text(&program(seed)), "{seed}");
            let numbers = numbers(&steps);
            assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), numbers.len(), "{seed}");
            texts.insert(text(&steps));
        }
        assert_eq!(texts.len(), 500, "each seed has a program of its own");
    }

    #[test]
    fn a_step_that_is_taken_out_is_gone_with_all_that_is_inside_it() {
        for seed in 0..100 {
            let before = numbers(&program(seed));
            for gone in &before {
                let mut steps = program(seed);
                remove(&mut steps, &[*gone]);
                let after = numbers(&steps);
                assert!(!after.contains(gone), "{seed}-{gone}");
                // What is left has kept its numbers, so that it prints what it printed.
                assert!(after.iter().all(|number| before.contains(number)), "{seed}-{gone}");
            }
        }
    }
}
