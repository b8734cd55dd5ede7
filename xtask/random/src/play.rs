//! Runs a program that is data. Each wait is an `.await` of its own, as somebody would write it.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use tokio::sync::mpsc::{self, Receiver, Sender, UnboundedReceiver, UnboundedSender};
use tokio::sync::{Mutex, Notify, Semaphore, oneshot};
use tokio::task::{AbortHandle, JoinHandle, JoinSet, yield_now};
use tokio::time::{sleep, timeout};

use crate::program::{Act, Body, Gift, Id, Step};
use crate::select::{Winner, select};

/// Something that a block has at hand.
pub enum Thing {
    Handle(JoinHandle<()>),
    Canceller(AbortHandle),
    Sender(Sender<u64>),
    UnboundedSender(UnboundedSender<u64>),
    Receiver(Receiver<u64>),
    UnboundedReceiver(UnboundedReceiver<u64>),
    Putter(oneshot::Sender<()>),
    Taker(oneshot::Receiver<()>),
    Notify(Arc<Notify>),
    Mutex(Arc<Mutex<()>>),
    Semaphore(Arc<Semaphore>),
}

/// What a block has at hand. What is not there, because it is used up or its step was taken out, is
/// not used.
pub type Things = BTreeMap<Id, Thing>;

type Running<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Runs the steps.
pub fn block<'a>(steps: &'static [Step], things: &'a mut Things) -> Running<'a> {
    Box::pin(async move {
        for step in steps {
            act(step, things).await;
        }
    })
}

fn given(gifts: &[Gift], things: &mut Things) -> Things {
    let give = |gift: &Gift| {
        let thing = match things.get(&gift.id)? {
            Thing::Canceller(canceller) => Thing::Canceller(canceller.clone()),
            Thing::Sender(sender) if gift.cloned => Thing::Sender(sender.clone()),
            Thing::UnboundedSender(sender) if gift.cloned => Thing::UnboundedSender(sender.clone()),
            Thing::Notify(notify) => Thing::Notify(Arc::clone(notify)),
            Thing::Mutex(mutex) => Thing::Mutex(Arc::clone(mutex)),
            Thing::Semaphore(semaphore) => Thing::Semaphore(Arc::clone(semaphore)),
            _ => things.remove(&gift.id)?,
        };
        Some((gift.id, thing))
    };
    gifts.iter().filter_map(give).collect()
}

async fn task(body: &'static Body, mut things: Things) {
    block(&body.block, &mut things).await;
}

#[tracing::instrument(skip_all)]
async fn coroutine(body: &'static Body, mut things: Things) {
    block(&body.block, &mut things).await;
}

/// One and the same future for both.
async fn branch(instrumented: bool, body: &'static Body, things: Things) {
    if instrumented {
        coroutine(body, things).await;
    } else {
        task(body, things).await;
    }
}

async fn act(step: &'static Step, things: &mut Things) {
    let number = step.number;
    match &step.act {
        Act::Say => println!("{number}"),
        Act::Sleep(seconds) => sleep(Duration::from_secs(*seconds)).await,
        Act::Yield => yield_now().await,
        Act::Spawn { handle, body } => {
            let given = given(&body.gifts, things);
            let task = tokio::spawn(task(body, given));
            if let Some(id) = handle {
                things.insert(*id, Thing::Handle(task));
            }
        }
        Act::Await(id) => {
            if let Some(Thing::Handle(task)) = things.remove(id) {
                let _ = task.await;
            }
        }
        Act::Abort(id) => {
            if let Some(Thing::Handle(task)) = things.get(id) {
                task.abort();
            }
        }
        Act::Canceller { handle, canceller } => {
            if let Some(Thing::Handle(task)) = things.get(handle) {
                let abort = task.abort_handle();
                things.insert(*canceller, Thing::Canceller(abort));
            }
        }
        Act::Cancel(id) => {
            if let Some(Thing::Canceller(canceller)) = things.get(id) {
                canceller.abort();
            }
        }
        Act::Join { instrumented, all, bodies } => {
            let mut branches = Vec::new();
            for body in bodies {
                branches.push(branch(*instrumented, body, given(&body.gifts, things)));
            }
            join(*all, branches).await;
        }
        Act::Set { bodies, sleeps } => {
            let mut set = JoinSet::new();
            for (seconds, body) in (0..).zip(bodies) {
                let task = task(body, given(&body.gifts, things));
                set.spawn(async move {
                    task.await;
                    seconds
                });
            }
            let mut ended = 0;
            while let Some(task) = set.join_next().await {
                ended += 1;
                println!("{number}.{ended}");
                if let Some(seconds) = task.ok().filter(|_| *sleeps) {
                    sleep(Duration::from_secs(seconds)).await;
                }
            }
        }
        Act::Channel { sender, receiver, capacity: Some(capacity) } => {
            let (tx, rx) = mpsc::channel(*capacity);
            things.insert(*sender, Thing::Sender(tx));
            things.insert(*receiver, Thing::Receiver(rx));
        }
        Act::Channel { sender, receiver, capacity: None } => {
            let (tx, rx) = mpsc::unbounded_channel();
            things.insert(*sender, Thing::UnboundedSender(tx));
            things.insert(*receiver, Thing::UnboundedReceiver(rx));
        }
        Act::Send(id, seconds) => match things.get(id) {
            Some(Thing::Sender(tx)) => {
                let _ = tx.send(*seconds).await;
            }
            Some(Thing::UnboundedSender(tx)) => {
                let _ = tx.send(*seconds);
            }
            _ => {}
        },
        Act::Receive { receiver, sleeps } => {
            let message = match things.get_mut(receiver) {
                Some(Thing::Receiver(rx)) => rx.recv().await,
                Some(Thing::UnboundedReceiver(rx)) => rx.recv().await,
                _ => None,
            };
            if let Some(seconds) = message.filter(|_| *sleeps) {
                sleep(Duration::from_secs(seconds)).await;
            }
        }
        Act::ReceiveAll { receiver, sleeps } => {
            let mut received = 0;
            loop {
                let message = match things.get_mut(receiver) {
                    Some(Thing::Receiver(rx)) => rx.recv().await,
                    Some(Thing::UnboundedReceiver(rx)) => rx.recv().await,
                    _ => None,
                };
                let Some(seconds) = message else { break };
                received += 1;
                println!("{number}.{received}");
                if *sleeps {
                    sleep(Duration::from_secs(seconds)).await;
                }
            }
        }
        Act::Oneshot { sender, receiver } => {
            let (tx, rx) = oneshot::channel();
            things.insert(*sender, Thing::Putter(tx));
            things.insert(*receiver, Thing::Taker(rx));
        }
        Act::Put(id) => {
            if let Some(Thing::Putter(tx)) = things.remove(id) {
                let _ = tx.send(());
            }
        }
        Act::Take(id) => {
            if let Some(Thing::Taker(rx)) = things.remove(id) {
                let _ = rx.await;
            }
        }
        Act::Notify(id) => {
            things.insert(*id, Thing::Notify(Arc::new(Notify::new())));
        }
        Act::NotifyOne(id) => {
            if let Some(Thing::Notify(notify)) = things.get(id) {
                notify.notify_one();
            }
        }
        Act::NotifyWaiters(id) => {
            if let Some(Thing::Notify(notify)) = things.get(id) {
                notify.notify_waiters();
            }
        }
        Act::Notified(id) => {
            if let Some(Thing::Notify(notify)) = things.get(id) {
                notify.notified().await;
            }
        }
        Act::Mutex(id) => {
            things.insert(*id, Thing::Mutex(Arc::new(Mutex::new(()))));
        }
        Act::Semaphore(id, permits) => {
            things.insert(*id, Thing::Semaphore(Arc::new(Semaphore::new(*permits))));
        }
        Act::Locked(id, inner) => {
            if let Some(Thing::Mutex(mutex)) = things.get(id) {
                let mutex = Arc::clone(mutex);
                let _guard = mutex.lock().await;
                block(inner, things).await;
            }
        }
        Act::Permitted(id, inner) => {
            if let Some(Thing::Semaphore(semaphore)) = things.get(id) {
                let semaphore = Arc::clone(semaphore);
                let _permit = semaphore.acquire().await;
                block(inner, things).await;
            }
        }
        Act::Select { first, second, on_first, on_second } => {
            match select(*first, *second, things).await {
                Some(Winner::First) => block(on_first, things).await,
                Some(Winner::Second) => block(on_second, things).await,
                None => {}
            }
        }
        Act::Timeout(seconds, inner) => {
            let _ = timeout(Duration::from_secs(*seconds), block(inner, things)).await;
        }
        Act::Drop(id) => drop(things.remove(id)),
    }
}

async fn join(all: bool, mut branches: Vec<impl Future<Output = ()>>) {
    if all {
        join_all(branches).await;
        return;
    }
    let (c, b, a) = (branches.pop(), branches.pop(), branches.pop());
    match (a, b, c) {
        (Some(a), Some(b), Some(c)) => {
            tokio::join!(a, b, c);
        }
        (None, Some(a), Some(b)) => {
            tokio::join!(a, b);
        }
        _ => unreachable!("two branches or three"),
    }
}
