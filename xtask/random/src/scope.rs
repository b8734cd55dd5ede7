//! What a block of a random program has at hand while it is made.

use crate::dice::Dice;
use crate::program::{Gift, Id};

/// What a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Handle,
    Canceller,
    /// With the number of the receiver.
    Sender(Id),
    Receiver,
    /// With the number of the taker.
    Putter(Id),
    Taker,
    Notify,
    Mutex,
    Semaphore,
}

/// What a block has at hand.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    things: Vec<(Id, Kind)>,
}

impl Scope {
    /// One more thing.
    pub fn add(&mut self, id: Id, kind: Kind) {
        self.things.push((id, kind));
    }

    /// It is gone.
    pub fn remove(&mut self, id: Id) {
        self.things.retain(|(known, _)| *known != id);
    }

    /// Some thing that is so.
    pub fn some(&self, dice: &mut Dice, is: impl Fn(Kind) -> bool) -> Option<Id> {
        let ids: Vec<Id> =
            self.things.iter().filter(|(_, kind)| is(*kind)).map(|(id, _)| *id).collect();
        dice.one_of(&ids)
    }

    /// Some thing of this kind that is waited on; not one that the block itself is to wake.
    pub fn source(&self, dice: &mut Dice, wanted: Kind) -> Option<Id> {
        let is_own = |id: Id| {
            self.things.iter().any(|(_, kind)| [Kind::Sender(id), Kind::Putter(id)].contains(kind))
        };
        let ids: Vec<Id> = self
            .things
            .iter()
            .filter(|(id, kind)| *kind == wanted && !is_own(*id))
            .map(|(id, _)| *id)
            .collect();
        dice.one_of(&ids)
    }

    /// Hands some of the things over.
    pub fn give(&mut self, dice: &mut Dice) -> (Vec<Gift>, Self) {
        let (mut gifts, mut given) = (Vec::new(), Self::default());
        for (id, kind) in self.things.clone() {
            let (moves, clones) = match kind {
                Kind::Handle => (15, 0),
                Kind::Canceller => (0, 50),
                Kind::Sender(_) => (50, 25),
                Kind::Receiver | Kind::Taker => (20, 0),
                Kind::Putter(_) => (60, 0),
                Kind::Notify | Kind::Mutex | Kind::Semaphore => (0, 75),
            };
            let luck = dice.below(100);
            if luck < moves + clones {
                gifts.push(Gift { id, cloned: luck >= moves });
                given.add(id, kind);
                if luck < moves {
                    self.remove(id);
                }
            }
        }
        (gifts, given)
    }

    /// Without locks: what is done under a lock takes no other.
    pub fn without_locks(&self) -> Self {
        let is_lock = |kind: Kind| [Kind::Mutex, Kind::Semaphore].contains(&kind);
        Self { things: self.things.iter().copied().filter(|(_, kind)| !is_lock(*kind)).collect() }
    }

    /// All of one kind.
    pub fn all(&self, wanted: Kind) -> Vec<Id> {
        self.things.iter().filter(|(_, kind)| *kind == wanted).map(|(id, _)| *id).collect()
    }
}
