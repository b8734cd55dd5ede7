//! What is known of a lane at one point of a recording: what precedes all that it does from there on.

use fixedbitset::FixedBitSet;
use records::{Among, Kind, Lane};

/// What is known of a lane.
#[derive(Default)]
pub struct Knowledge {
    /// What precedes all that the lane does from here on.
    pub known: FixedBitSet,
    /// The same without what it has printed since a choice: two such lines could change places.
    pub firm: FixedBitSet,
    /// The same when it began to run.
    pub known_at_run: FixedBitSet,
    pub has_chosen: bool,
    /// What precedes its end even if it is cancelled: what it has done itself, and what preceded its
    /// beginning. What it has learnt from others it may be cancelled before.
    pub certain: FixedBitSet,
    /// Whether several branches of its own code run in turns, which nothing orders.
    pub is_branching: bool,
    /// What it has done and learnt in them.
    pub in_branches: FixedBitSet,
    pub parent: Option<Lane>,
    /// Among what its parent awaits it.
    pub among: Option<Among>,
    /// If it is a branch, the poll of its parent in which it was polled first.
    pub branch_of_poll: Option<usize>,
    /// How often it was polled.
    pub polls: usize,
    /// What its branches know that were over in the poll in which they began: others may begin
    /// after them only because nothing made them wait.
    pub of_quick_branches: FixedBitSet,
    pub has_ended: bool,
    pub waits: Vec<Wait>,
    /// What it began to wait on in this run.
    pub new_waits: Vec<Wait>,
}

pub struct Wait {
    pub on: String,
    pub among: Option<Among>,
}

impl Knowledge {
    /// A new lane that this one makes.
    pub fn child(&self, own: Option<Lane>, kind: Kind, among: Option<Among>, beside: bool) -> Self {
        Self {
            known: self.known.clone(),
            firm: self.known.clone(),
            certain: self.known.clone(),
            parent: own,
            among: if kind == Kind::Root { Some(Among::All) } else { among },
            branch_of_poll: beside.then_some(self.polls),
            ..Self::default()
        }
    }

    pub fn learns(&mut self, other: &FixedBitSet) {
        if self.is_branching {
            self.in_branches.union_with(other);
        } else {
            self.known.union_with(other);
            self.firm.union_with(other);
        }
    }

    pub fn does(&mut self, node: usize) {
        self.certain.grow_and_insert(node);
        if self.is_branching {
            self.in_branches.grow_and_insert(node);
        } else {
            self.known.grow_and_insert(node);
            if !self.has_chosen {
                self.firm.grow_and_insert(node);
            }
        }
    }

    /// Another schedule could have chosen otherwise.
    pub fn chooses(&mut self) {
        self.has_chosen = true;
        self.known.clone_from(&self.firm);
    }

    /// Its own code goes on in branches: what it printed in this poll may be of one of them.
    pub fn branches(&mut self) {
        if !self.is_branching {
            self.in_branches.clone_from(&self.known);
            self.known.clone_from(&self.known_at_run);
            self.firm.intersect_with(&self.known_at_run);
        }
        self.is_branching = true;
    }

    /// All branches that it had have begun, and another one begins after those that are over.
    pub fn is_past_its_first_polls(&mut self) {
        let branches = std::mem::take(&mut self.of_quick_branches);
        self.learns(&branches);
    }

    /// Its own code waits, and in no branch: all branches are over.
    pub fn is_past_its_branches(&mut self) {
        self.is_past_its_first_polls();
        if std::mem::take(&mut self.is_branching) {
            let branches = std::mem::take(&mut self.in_branches);
            self.learns(&branches);
        }
    }

    /// Whether it goes on only when what this lane gives has come, whoever else wakes it.
    pub fn needs_its_wakers(&self) -> bool {
        let is_sole = |wait: &Wait| ["join", "oneshot"].contains(&wait.on.as_str());
        let by_itself =
            |wait: &Wait| ["sleep", "tick", "yield_now", "budget"].contains(&wait.on.as_str());
        let waits = || self.waits.iter();
        waits().any(is_sole)
            && waits()
                .all(|wait| wait.among == Some(Among::All) && (is_sole(wait) || by_itself(wait)))
    }
}
