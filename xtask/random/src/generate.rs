//! Makes a program of a number.

use crate::dice::Dice;
use crate::plan::{MAKERS, PLANS, Plan};
use crate::program::{Act, Block, Body, First, Id, Second, Step};
use crate::scope::{Kind, Scope};

/// How many tasks and branches a program has at most.
const MOST_BODIES: usize = 5;

/// The program of this number.
pub fn program(seed: u64) -> Block {
    let mut dice = Dice::new(seed);
    let steps = 4 + dice.below(5);
    let mut maker = Maker { dice, bodies: MOST_BODIES, ids: 0, numbers: 0 };
    let mut scope = Scope::default();
    let mut block = Block::new();
    for _ in 0..1 + maker.dice.below(3) {
        let plan = maker.dice.weighed(&MAKERS);
        let number = maker.number();
        let act = maker.act(plan, &mut scope, 0);
        block.extend(act.map(|act| Step { number, act }));
    }
    block.extend(maker.block(&mut scope, steps, 0));
    for id in scope.all(Kind::Notify) {
        if maker.dice.percent(70) {
            maker.push(&mut block, Act::NotifyOne(id));
        }
    }
    for id in scope.all(Kind::Handle) {
        if maker.dice.percent(80) {
            maker.push(&mut block, Act::Await(id));
            maker.push(&mut block, Act::Say);
        }
    }
    block
}

struct Maker {
    dice: Dice,
    /// How many tasks and branches may still be made.
    bodies: usize,
    ids: Id,
    numbers: u64,
}

impl Maker {
    fn id(&mut self) -> Id {
        self.ids += 1;
        self.ids
    }

    fn number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    fn push(&mut self, block: &mut Block, act: Act) {
        let number = self.number();
        block.push(Step { number, act });
    }

    fn block(&mut self, scope: &mut Scope, steps: usize, depth: usize) -> Block {
        let mut block = Block::new();
        while block.len() < steps {
            let plan = self.dice.weighed(&PLANS);
            let makes = matches!(plan, Plan::Channel | Plan::Oneshot | Plan::Notify | Plan::Lock);
            if makes && depth > 0 && self.dice.percent(70) {
                continue;
            }
            // What is inside the step has higher numbers.
            let number = self.number();
            let Some(act) = self.act(plan, scope, depth) else { continue };
            let is_wait = !matches!(act, Act::Say | Act::Spawn { .. } | Act::Channel { .. });
            block.push(Step { number, act });
            if is_wait && self.dice.percent(50) {
                self.push(&mut block, Act::Say);
            }
        }
        block
    }

    fn small_block(&mut self, scope: &mut Scope, depth: usize) -> Block {
        let steps = 1 + self.dice.below(2);
        self.block(scope, steps, depth + 1)
    }

    fn body(&mut self, scope: &mut Scope, depth: usize) -> Body {
        let (gifts, mut given) = scope.give(&mut self.dice);
        let steps = 1 + self.dice.below(4);
        Body { gifts, block: self.block(&mut given, steps, depth + 1) }
    }

    fn bodies(&mut self, scope: &mut Scope, depth: usize) -> Option<Vec<Body>> {
        let number = 2 + self.dice.below(2);
        let is_room = depth < 2 && self.bodies >= number;
        if !is_room {
            return None;
        }
        self.bodies -= number;
        Some((0..number).map(|_| self.body(scope, depth)).collect())
    }

    fn act(&mut self, plan: Plan, scope: &mut Scope, depth: usize) -> Option<Act> {
        Some(match plan {
            Plan::Say => Act::Say,
            Plan::Sleep => Act::Sleep(self.seconds()),
            Plan::Yield => Act::Yield,
            Plan::Spawn if depth < 3 && self.bodies > 0 => {
                self.bodies -= 1;
                let body = self.body(scope, depth);
                let handle = self.dice.percent(85).then(|| self.id());
                if let Some(handle) = handle {
                    scope.add(handle, Kind::Handle);
                }
                Act::Spawn { handle, body }
            }
            Plan::Spawn => return None,
            Plan::Await => {
                let handle = scope.some(&mut self.dice, |kind| kind == Kind::Handle)?;
                scope.remove(handle);
                Act::Await(handle)
            }
            Plan::Abort => Act::Abort(scope.some(&mut self.dice, |kind| kind == Kind::Handle)?),
            Plan::Canceller => {
                let handle = scope.some(&mut self.dice, |kind| kind == Kind::Handle)?;
                let canceller = self.id();
                scope.add(canceller, Kind::Canceller);
                Act::Canceller { handle, canceller }
            }
            Plan::Cancel => {
                Act::Cancel(scope.some(&mut self.dice, |kind| kind == Kind::Canceller)?)
            }
            Plan::Join => Act::Join {
                instrumented: self.dice.percent(60),
                all: self.dice.percent(50),
                bodies: self.bodies(scope, depth)?,
            },
            Plan::Set => {
                Act::Set { bodies: self.bodies(scope, depth)?, sleeps: self.dice.percent(50) }
            }
            Plan::Channel => {
                let (sender, receiver) = (self.id(), self.id());
                scope.add(sender, Kind::Sender(receiver));
                scope.add(receiver, Kind::Receiver);
                let capacity = self.dice.percent(60).then(|| 1 + self.dice.below(2));
                Act::Channel { sender, receiver, capacity }
            }
            Plan::Send => {
                let id = scope.some(&mut self.dice, |kind| matches!(kind, Kind::Sender(_)))?;
                Act::Send(id, self.seconds())
            }
            Plan::Receive => {
                let receiver = scope.source(&mut self.dice, Kind::Receiver)?;
                let sleeps = self.dice.percent(50);
                match self.dice.percent(25) {
                    true => Act::ReceiveAll { receiver, sleeps },
                    false => Act::Receive { receiver, sleeps },
                }
            }
            Plan::Oneshot => {
                let (sender, receiver) = (self.id(), self.id());
                scope.add(sender, Kind::Putter(receiver));
                scope.add(receiver, Kind::Taker);
                Act::Oneshot { sender, receiver }
            }
            Plan::Put => {
                let putter = scope.some(&mut self.dice, |kind| matches!(kind, Kind::Putter(_)))?;
                scope.remove(putter);
                Act::Put(putter)
            }
            Plan::Take => {
                let taker = scope.source(&mut self.dice, Kind::Taker)?;
                scope.remove(taker);
                Act::Take(taker)
            }
            Plan::Notify => {
                let id = self.id();
                scope.add(id, Kind::Notify);
                Act::Notify(id)
            }
            Plan::Notified => {
                let id = scope.some(&mut self.dice, |kind| kind == Kind::Notify)?;
                match self.dice.below(10) {
                    // Main is the one to notify, the tasks are those that wait.
                    0..=5 if depth > 0 => Act::Notified(id),
                    0 | 1 => Act::NotifyWaiters(id),
                    _ => Act::NotifyOne(id),
                }
            }
            Plan::Lock => {
                let id = self.id();
                if self.dice.percent(50) {
                    scope.add(id, Kind::Mutex);
                    Act::Mutex(id)
                } else {
                    scope.add(id, Kind::Semaphore);
                    Act::Semaphore(id, 1 + self.dice.below(2))
                }
            }
            Plan::Locked if self.dice.percent(50) => {
                let id = scope.some(&mut self.dice, |kind| kind == Kind::Mutex)?;
                Act::Locked(id, self.held(scope, depth))
            }
            Plan::Locked => {
                let id = scope.some(&mut self.dice, |kind| kind == Kind::Semaphore)?;
                Act::Permitted(id, self.held(scope, depth))
            }
            Plan::Select => {
                let first = self.first(scope)?;
                let second = self.second(scope, first);
                let [on_first, on_second] = [(); 2].map(|()| self.printed());
                Act::Select { first, second, on_first, on_second }
            }
            Plan::Timeout => {
                Act::Timeout(1 + self.seconds(), self.small_block(&mut scope.clone(), depth + 1))
            }
            Plan::Drop => {
                let is_sender = |kind| matches!(kind, Kind::Sender(_) | Kind::Putter(_));
                let id = scope.some(&mut self.dice, is_sender)?;
                scope.remove(id);
                Act::Drop(id)
            }
        })
    }

    /// What is done while a lock is held: mostly something that takes its time.
    fn held(&mut self, scope: &Scope, depth: usize) -> Block {
        let mut block = Block::new();
        if self.dice.percent(70) {
            let seconds = self.seconds();
            self.push(&mut block, Act::Sleep(seconds));
        }
        block.extend(self.small_block(&mut scope.without_locks(), depth + 2));
        block
    }

    /// What an arm of a `select!` does: it waits for nothing. An arm that is ready at once leaves no
    /// trace in a recording, so that nothing tells that another could have been first; if one of them
    /// waits, what comes later comes at another time.
    fn printed(&mut self) -> Block {
        let mut block = Block::new();
        if self.dice.percent(80) {
            self.push(&mut block, Act::Say);
        }
        block
    }

    fn seconds(&mut self) -> u64 {
        self.dice.weighed(&[(1, 0), (3, 1), (3, 2), (1, 3)])
    }

    fn first(&mut self, scope: &Scope) -> Option<First> {
        let dice = &mut self.dice;
        let some = |dice: &mut Dice, wanted| scope.some(dice, |kind| kind == wanted);
        Some(match dice.below(5) {
            0 => First::Receive(scope.source(dice, Kind::Receiver)?),
            1 => First::Take(scope.source(dice, Kind::Taker)?),
            2 => First::Await(some(dice, Kind::Handle)?),
            3 => First::Notified(some(dice, Kind::Notify)?),
            _ => First::Sleep(self.seconds()),
        })
    }

    /// The second arm waits on something else than the first.
    fn second(&mut self, scope: &Scope, first: First) -> Second {
        let is_receive = matches!(first, First::Receive(_));
        let other = match self.dice.below(3) {
            0 if !is_receive => scope.source(&mut self.dice, Kind::Receiver).map(Second::Receive),
            1 => {
                let taken = if let First::Await(id) = first { Some(id) } else { None };
                let mut others = scope.clone();
                taken.into_iter().for_each(|id| others.remove(id));
                others.some(&mut self.dice, |kind| kind == Kind::Handle).map(Second::Await)
            }
            _ => None,
        };
        other.unwrap_or_else(|| Second::Sleep(self.seconds()))
    }
}
