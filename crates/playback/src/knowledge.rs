//! What is known of a lane at one point of a recording: what precedes all that it does from there on.

use records::{Among, Kind, LaneId, Resource};

use crate::nodes::Nodes;

/// What is known of a lane.
#[derive(Default)]
pub struct Knowledge {
    /// What precedes all that the lane does from here on.
    pub known: Nodes,
    /// The same without what it has printed since a choice: two such lines could change places.
    pub firm: Nodes,
    /// What was known when it last began to run.
    pub known_at_run: Nodes,
    /// Whether it has come to a choice, after which another schedule could have gone another way.
    pub has_chosen: bool,
    /// What precedes its end even if it is cancelled: what it has done itself, and what preceded its
    /// beginning. What it has learnt from others it may be cancelled before.
    pub certain: Nodes,
    /// Whether several branches of its own code run in turns, which nothing orders.
    pub is_branching: bool,
    /// What it has done and learnt in them.
    pub in_branches: Nodes,
    pub parent: Option<LaneId>,
    /// Among what its parent awaits it.
    pub among: Option<Among>,
    /// If it is a branch, the poll of its parent in which it was polled first.
    pub branch_of_poll: Option<usize>,
    /// How often it was polled.
    pub polls: usize,
    /// What its branches know that were over in the poll in which they began: others may begin
    /// after them only because nothing made them wait.
    pub of_quick_branches: Nodes,
    pub has_ended: bool,
    /// What it began to wait on in this run, if anything.
    pub new_waits: Option<Waits>,
    /// What it waits on.
    pub waits: Waits,
}

/// What matters of all that a lane waits on at once.
#[derive(Clone, Copy, Default)]
pub struct Waits {
    /// A task's end is among it.
    pub join: bool,
    /// A oneshot's value is among it.
    pub oneshot: bool,
    /// Something is among it that others than whoever it waits for can give, or that it goes on without.
    other: bool,
}

impl Waits {
    /// It waits on this too.
    pub fn add(&mut self, on: Resource, among: Option<Among>) {
        self.join |= on == Resource::Join;
        self.oneshot |= on == Resource::Oneshot;
        let is_known = [
            Resource::Join,
            Resource::Oneshot,
            Resource::Sleep,
            Resource::Tick,
            Resource::YieldNow,
            Resource::Budget,
        ]
        .contains(&on);
        self.other |= among != Some(Among::All) || !is_known;
    }
}

impl Knowledge {
    /// A new lane that this one, which is `parent`, makes. After a choice it could have made it before
    /// what it has printed since.
    pub fn child(
        &self,
        parent: Option<LaneId>,
        kind: Kind,
        among: Option<Among>,
        beside: bool,
    ) -> Self {
        Self {
            known: self.firm.clone(),
            firm: self.firm.clone(),
            certain: self.firm.clone(),
            parent,
            among: if kind == Kind::Root { Some(Among::All) } else { among },
            branch_of_poll: beside.then_some(self.polls),
            ..Self::default()
        }
    }

    /// It has waited for something that these nodes precede.
    pub fn learns(&mut self, other: &Nodes) {
        if self.is_branching {
            self.in_branches.union_with(other);
        } else {
            self.known.union_with(other);
            self.firm.union_with(other);
        }
    }

    /// It prints a line, or asks for a lock, a permit or a place.
    pub fn does(&mut self, node: usize) {
        self.certain.insert(node);
        if self.is_branching {
            self.in_branches.insert(node);
        } else {
            self.known.insert(node);
            if !self.has_chosen {
                self.firm.insert(node);
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
        (self.waits.join || self.waits.oneshot) && !self.waits.other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: usize = 0;
    const SINCE: usize = 1;

    #[test]
    fn a_child_made_after_a_choice_inherits_only_what_is_firm() {
        let mut parent = Knowledge::default();
        parent.does(BEFORE);
        parent.chooses();
        parent.does(SINCE);
        let child = parent.child(Some(0), Kind::Task, None, false);
        for (name, inherited) in
            [("known", &child.known), ("firm", &child.firm), ("certain", &child.certain)]
        {
            assert!(inherited.contains(BEFORE), "{name}");
            assert!(!inherited.contains(SINCE), "{name}");
        }
        assert!(parent.known.contains(SINCE), "its own order it keeps");
    }

    #[test]
    fn a_child_made_before_any_choice_inherits_all() {
        let mut parent = Knowledge::default();
        parent.does(BEFORE);
        parent.does(SINCE);
        let child = parent.child(Some(0), Kind::Task, None, false);
        assert!(child.known.contains(SINCE) && child.certain.contains(SINCE));
    }
}
