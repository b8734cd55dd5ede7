//! Sets of nodes: of the lines and requests of a recording, by their numbers.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

/// A set that is shared until it is changed: most lanes know what the lane knows that made them.
#[derive(Clone, Debug, Default)]
pub struct Nodes(Option<Arc<FixedBitSet>>);

impl Nodes {
    pub fn contains(&self, node: usize) -> bool {
        self.0.as_ref().is_some_and(|bits| bits.contains(node))
    }

    pub fn insert(&mut self, node: usize) {
        if !self.contains(node) {
            Arc::make_mut(self.0.get_or_insert_default()).grow_and_insert(node);
        }
    }

    pub fn union_with(&mut self, other: &Self) {
        let Some(others) = &other.0 else { return };
        match &mut self.0 {
            Some(own) if Arc::ptr_eq(own, others) || others.is_subset(own) => {}
            Some(own) if !own.is_subset(others) => Arc::make_mut(own).union_with(others),
            _ => self.0 = Some(Arc::clone(others)),
        }
    }

    pub fn intersect_with(&mut self, other: &Self) {
        match (&mut self.0, &other.0) {
            (Some(own), Some(others)) if own.is_subset(others) => {}
            (Some(own), Some(others)) => Arc::make_mut(own).intersect_with(others),
            _ => self.0 = None,
        }
    }
}
