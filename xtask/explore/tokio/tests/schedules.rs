//! What small programs print in all of their schedules.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use explorer::clock::{Clock, Mode};
use explorer::search::{Found, replay, search};
use explorer::{Ending, Verdict};
use tokio::sync::{Mutex, Notify, Semaphore, broadcast, mpsc, oneshot, watch};
use tokio::task::{JoinSet, LocalSet, yield_now};
use tokio::time::{Instant, interval, sleep, timeout};

const DELAYS: Mode = Mode { clock: Clock::Delays, one_thread: false, hasty: false };
const FREE: Mode = Mode { clock: Clock::Free, one_thread: false, hasty: false };
const HASTY: Mode = Mode { clock: Clock::Delays, one_thread: true, hasty: true };
const ONE_THREAD: Mode = Mode { clock: Clock::Delays, one_thread: true, hasty: false };

macro_rules! println {
    ($($text:tt)*) => { explorer::print(&(format!($($text)*) + "\n")) };
}

/// All outputs in one line each, in alphabetical order, behind a mark if the search is not complete.
#[track_caller]
fn all<F>(main: fn() -> F, mode: Mode) -> Vec<String>
where
    F: Future + 'static,
    F::Output: Verdict,
{
    let Found { is_complete, outputs, .. } = search(main, mode, 20_000, 1);
    let mut texts: Vec<String> = outputs
        .iter()
        .map(|((printed, ending), (_, schedule))| {
            let again = replay(main, schedule);
            assert!(again.is_fit && again.outputs.len() == 1, "{}", schedule.name());
            assert!(again.outputs.contains_key(&(printed.clone(), ending.clone())));
            let mark = if is_complete { "" } else { "? " };
            let ending = match ending {
                Ending::Returned => String::new(),
                other => format!("{other:?}"),
            };
            format!("{mark}{}{ending}", printed.replace('\n', " ")).trim_end().to_owned()
        })
        .collect();
    texts.sort();
    texts
}

fn ms(number: u64) -> Duration {
    Duration::from_millis(number)
}

/// Says when it is dropped.
struct Farewell;

impl Drop for Farewell {
    fn drop(&mut self) {
        println!("dropped");
    }
}

async fn say(what: &str, after: u64) {
    sleep(ms(after)).await;
    println!("{what}");
}

#[test]
fn delays_hold_until_the_clock_is_free() {
    async fn main() {
        tokio::join!(say("a", 1), say("b", 2));
    }
    assert_eq!(all(main, DELAYS), ["a b"]);
    assert_eq!(all(main, FREE), ["a b", "b a"]);
}

#[test]
fn a_task_prints_anywhere_unless_there_is_one_thread() {
    async fn main() {
        let task = tokio::spawn(async { println!("task") });
        println!("main");
        task.await.expect("it does not panic");
    }
    assert_eq!(all(main, DELAYS), ["main task", "task main"]);
    assert_eq!(all(main, ONE_THREAD), ["main task"]);
}

#[test]
fn a_join_begins_with_the_next_branch_at_each_poll() {
    async fn twice(name: &str) {
        for number in [1, 2] {
            sleep(ms(1)).await;
            println!("{name}{number}");
        }
    }
    async fn main() {
        tokio::join!(twice("a"), twice("b"));
    }
    assert_eq!(all(main, DELAYS), ["b1 a1 a2 b2"]);
}

#[test]
fn a_select_begins_with_any_branch() {
    async fn main() {
        tokio::select! {
            () = async {} => println!("a"),
            () = async {} => println!("b"),
        }
    }
    async fn biased() {
        tokio::select! {
            biased;
            () = async {} => println!("a"),
            () = async {} => println!("b"),
        }
    }
    assert_eq!(all(main, DELAYS), ["a", "b"]);
    assert_eq!(all(biased, DELAYS), ["a"]);
}

#[test]
fn a_timeout_is_over_when_its_time_has_come() {
    async fn main() {
        println!("{:?}", timeout(ms(2), say("in time", 1)).await.is_ok());
        println!("{:?}", timeout(ms(1), say("too late", 2)).await.is_ok());
        println!("{}", Instant::now().elapsed().as_millis());
    }
    assert_eq!(all(main, DELAYS), ["in time true false 0"]);
    assert_eq!(all(main, FREE).len(), 4);
}

#[test]
fn an_interval_ticks_at_its_moments() {
    async fn main() {
        let start = Instant::now();
        let mut ticks = interval(ms(10));
        for _ in 0..3 {
            ticks.tick().await;
            println!("{}", start.elapsed().as_millis());
        }
    }
    assert_eq!(all(main, DELAYS), ["0 10 20"]);
}

#[test]
fn an_aborted_task_is_cancelled_and_drops_what_it_holds() {
    async fn main() {
        let task = tokio::spawn(async {
            let _farewell = Farewell;
            say("slept", 10).await;
        });
        sleep(ms(1)).await;
        task.abort();
        println!("{}", task.await.expect_err("it was aborted").is_cancelled());
    }
    assert_eq!(all(main, DELAYS), ["dropped true"]);
}

#[test]
fn a_panic_ends_its_task_and_no_other() {
    async fn main() {
        let task = tokio::spawn(async { panic!("a bug") });
        let died: tokio::task::JoinError = task.await.expect_err("it panics");
        println!("{:?}", died.into_panic().downcast_ref::<&str>());
    }
    async fn in_main() {
        panic!("a bug in main");
    }
    assert_eq!(all(main, DELAYS), ["Some(\"a bug\")"]);
    assert_eq!(all(in_main, DELAYS), ["Panicked(\"a bug in main\")"]);
}

#[test]
fn what_is_left_when_main_returns_is_dropped() {
    async fn main() {
        tokio::spawn(say("never", 10));
        say("main", 1).await;
    }
    assert_eq!(all(main, DELAYS), ["main"]);
    assert_eq!(all(main, FREE), ["main", "main never", "never main"]);
}

#[test]
fn main_is_not_over_before_what_is_left_has_been_dropped() {
    async fn main() {
        tokio::spawn(async {
            let _farewell = Farewell;
            sleep(ms(10)).await;
        });
        say("main", 1).await;
    }
    assert_eq!(all(main, DELAYS), ["main dropped"]);
}

#[test]
fn a_wait_is_no_choice() {
    async fn main() {
        say("a", 1).await;
        say("b", 1).await;
    }
    let found = search(main, FREE, 10, 1);
    assert!(found.is_complete);
    assert_eq!(found.schedules, 1);
}

#[test]
fn a_deadlock_has_its_name() {
    async fn main() {
        let (sender, receiver) = oneshot::channel::<()>();
        println!("waits");
        let _ = receiver.await;
        drop(sender);
    }
    assert_eq!(all(main, DELAYS), ["waits Deadlock"]);
}

#[test]
fn two_locks_in_two_orders_are_a_deadlock_in_some_schedules() {
    async fn both(first: Arc<Mutex<()>>, second: Arc<Mutex<()>>) {
        let _first = first.lock().await;
        let _second = second.lock().await;
    }
    async fn main() {
        let (a, b) = (Arc::new(Mutex::new(())), Arc::new(Mutex::new(())));
        let tasks = [both(a.clone(), b.clone()), both(b, a)].map(tokio::spawn);
        for task in tasks {
            task.await.expect("it does not panic");
        }
        println!("done");
    }
    assert_eq!(all(main, DELAYS), ["Deadlock", "done"]);
}

#[test]
fn a_loop_without_an_end_has_its_name() {
    async fn main() {
        loop {
            yield_now().await;
        }
    }
    assert_eq!(all(main, DELAYS), ["? Endless"]);
}

#[test]
fn a_task_that_yields_lets_another_run() {
    async fn main() {
        let flag = Arc::new(std::sync::atomic::AtomicBool::new(false));
        let setter = Arc::clone(&flag);
        tokio::spawn(async move { setter.store(true, std::sync::atomic::Ordering::Relaxed) });
        while !flag.load(std::sync::atomic::Ordering::Relaxed) {
            yield_now().await;
        }
        println!("set");
    }
    assert_eq!(all(main, DELAYS), ["set"]);
}

#[test]
fn in_haste_a_task_that_yields_may_go_on_at_once() {
    async fn main() {
        let other = tokio::spawn(async { println!("other") });
        yield_now().await;
        println!("main");
        other.await.expect("it does not panic");
    }
    assert_eq!(all(main, ONE_THREAD), ["other main"]);
    assert_eq!(all(main, HASTY), ["main other", "other main"]);
}

#[test]
fn a_branch_that_yields_does_not_stop_the_other_branches() {
    async fn main() {
        let task = tokio::spawn(async { println!("task") });
        tokio::join!(yield_now(), async { println!("branch") });
        task.await.expect("it does not panic");
    }
    assert_eq!(all(main, DELAYS), ["branch task", "task branch"]);
}

#[test]
fn tasks_that_have_yielded_go_on_in_any_order() {
    async fn main() {
        let task = |name: &'static str| {
            tokio::spawn(async move {
                println!("{name}0");
                yield_now().await;
                println!("{name}1");
            })
        };
        for task in [task("a"), task("b")] {
            task.await.expect("it does not panic");
        }
    }
    assert_eq!(all(main, ONE_THREAD), ["a0 b0 a1 b1", "a0 b0 b1 a1", "b0 a0 a1 b1", "b0 a0 b1 a1"]);
}

#[test]
fn a_task_that_has_yielded_once_goes_on_as_any_other() {
    async fn main() {
        let a = tokio::spawn(async {
            yield_now().await;
            let c = tokio::spawn(async { println!("c") });
            println!("a");
            c.await.expect("it does not panic");
        });
        a.await.expect("it does not panic");
    }
    assert_eq!(all(main, DELAYS), ["a c", "c a"]);
}

#[test]
fn who_is_busier_than_tokio_lets_it_be_is_named() {
    async fn receive<const MESSAGES: u32>() {
        let (sender, mut receiver) = mpsc::unbounded_channel();
        (0..MESSAGES).for_each(|message| sender.send(message).expect("main receives"));
        drop(sender);
        yield_now().await;
        while receiver.recv().await.is_some() {}
    }
    assert!(!search(receive::<120>, DELAYS, 10, 1).is_over_budget);
    assert!(search(receive::<140>, DELAYS, 10, 1).is_over_budget);
}

#[test]
fn what_is_sent_comes_in_its_order() {
    async fn main() {
        let (sender, mut receiver) = mpsc::channel(1);
        for name in ["a", "b"] {
            let sender = sender.clone();
            tokio::spawn(async move {
                for number in [1, 2] {
                    sender.send(format!("{name}{number}")).await.expect("main receives");
                }
            });
        }
        drop(sender);
        while let Some(message) = receiver.recv().await {
            println!("{message}");
        }
    }
    // On one thread who sends second waits behind the other's second message.
    assert_eq!(all(main, ONE_THREAD), ["a1 a2 b1 b2", "b1 b2 a1 a2"]);
    assert_eq!(all(main, DELAYS).len(), 6);
}

#[test]
fn who_waits_longest_is_notified_first() {
    async fn main() {
        let notify = Arc::new(Notify::new());
        let waiter = |name: &'static str, after| {
            let notify = Arc::clone(&notify);
            tokio::spawn(async move {
                sleep(ms(after)).await;
                notify.notified().await;
                println!("{name}");
            })
        };
        let tasks = [waiter("first", 1), waiter("second", 2)];
        sleep(ms(3)).await;
        notify.notify_one();
        sleep(ms(1)).await;
        notify.notify_one();
        for task in tasks {
            task.await.expect("it does not panic");
        }
    }
    assert_eq!(all(main, DELAYS), ["first second"]);
}

#[test]
fn permits_are_taken_and_given_back() {
    async fn main() {
        let permits = Arc::new(Semaphore::new(1));
        let task = |name: &'static str| {
            let permits = Arc::clone(&permits);
            tokio::spawn(async move {
                let _permit = permits.acquire().await.expect("it is open");
                println!("{name} in");
                sleep(ms(1)).await;
                println!("{name} out");
            })
        };
        for task in [task("a"), task("b")] {
            task.await.expect("it does not panic");
        }
    }
    assert_eq!(all(main, DELAYS), ["a in a out b in b out", "b in b out a in a out"]);
}

#[test]
fn a_watched_value_changes() {
    async fn main() {
        let (sender, mut receiver) = watch::channel(0);
        let task = tokio::spawn(async move {
            receiver.changed().await.expect("the sender lives");
            println!("{}", *receiver.borrow());
        });
        sleep(ms(1)).await;
        sender.send(1).expect("the task watches");
        task.await.expect("it does not panic");
    }
    assert_eq!(all(main, DELAYS), ["1"]);
}

#[test]
fn a_broadcast_reaches_all() {
    async fn main() {
        let (sender, mut receiver) = broadcast::channel(4);
        let mut other = sender.subscribe();
        sender.send("x").expect("two listen");
        println!("{:?} {:?}", receiver.recv().await, other.recv().await);
    }
    assert_eq!(all(main, DELAYS), ["Ok(\"x\") Ok(\"x\")"]);
}

#[test]
fn a_set_hands_out_tasks_as_they_end() {
    async fn main() {
        let mut set = JoinSet::new();
        for (name, after) in [("slow", 2), ("quick", 1), ("never", 100)] {
            set.spawn(async move {
                sleep(ms(after)).await;
                name
            });
        }
        while let Some(Ok(name)) = set.join_next().await {
            println!("{name}");
            if name == "slow" {
                set.abort_all();
            }
        }
        println!("{}", set.len());
    }
    assert_eq!(all(main, DELAYS), ["quick slow 0"]);
}

#[test]
fn local_tasks_need_not_be_send() {
    async fn main() {
        let names = Rc::new(RefCell::new(Vec::new()));
        let set = LocalSet::new();
        for name in ["a", "b"] {
            let names = Rc::clone(&names);
            set.spawn_local(async move { names.borrow_mut().push(name) });
        }
        set.await;
        println!("{}", names.borrow().len());
    }
    assert_eq!(all(main, DELAYS), ["2"]);
}

#[test]
fn an_error_of_main_is_an_ending() {
    async fn main() -> Result<(), String> {
        Err("no tea".to_owned())
    }
    assert_eq!(all(main, DELAYS), ["Failed(\"\\\"no tea\\\"\")"]);
}

#[test]
fn a_sample_repeats_itself() {
    async fn main() {
        let tasks: Vec<_> = ["a", "b", "c", "d", "e"]
            .map(|name| tokio::spawn(async move { println!("{name}") }))
            .into();
        for task in tasks {
            task.await.expect("it does not panic");
        }
    }
    let counts = |seed| {
        let found = search(main, DELAYS, 100, seed);
        assert!(!found.is_complete && found.schedules == 100);
        let mut counts: Vec<_> =
            found.outputs.into_iter().map(|(output, (times, _))| (output, times)).collect();
        counts.sort();
        counts
    };
    assert_eq!(counts(1), counts(1));
    assert_ne!(counts(1), counts(2));
}
