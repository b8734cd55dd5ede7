//! A program as somebody would write it, roughly. What a step prints is its number.

use crate::program::{Act, Body, First, Second, Step};

/// The whole program.
pub fn text(steps: &[Step]) -> String {
    let mut text = String::from("async fn main() {\n");
    write(&mut text, steps, 1);
    text + "}\n"
}

fn write(text: &mut String, steps: &[Step], depth: usize) {
    for step in steps {
        let indent = "    ".repeat(depth);
        let number = step.number;
        let inner = |block: &[Step]| {
            let mut inner = String::new();
            write(&mut inner, block, depth + 1);
            inner
        };
        let many = |bodies: &[Body]| {
            let one = |body: &Body| {
                let mut inner = String::new();
                write(&mut inner, &body.block, depth + 2);
                format!("{indent}    async {}{{\n{inner}{indent}    }},\n", gifts(body))
            };
            bodies.iter().map(one).collect::<String>()
        };
        let said = match &step.act {
            Act::Say => format!("println!(\"{number}\");"),
            Act::Sleep(seconds) => format!("sleep({seconds}).await;"),
            Act::Yield => "yield_now().await;".to_owned(),
            Act::Spawn { handle, body } => {
                let name = handle.map_or(String::new(), |id| format!("let task{id} = "));
                let (gifts, inner) = (gifts(body), inner(&body.block));
                format!("{name}spawn(async {gifts}{{\n{inner}{indent}}});")
            }
            Act::Await(id) => format!("task{id}.await;"),
            Act::Abort(id) => format!("task{id}.abort();"),
            Act::Canceller { handle, canceller } => {
                format!("let abort{canceller} = task{handle}.abort_handle();")
            }
            Act::Cancel(id) => format!("abort{id}.abort();"),
            Act::Join { instrumented, all, bodies } => {
                let name = if *all { "join_all" } else { "join!" };
                let lanes = if *instrumented { " // instrumented" } else { "" };
                format!("{name}({lanes}\n{}{indent}).await;", many(bodies))
            }
            Act::Set { bodies, sleeps } => {
                let (tasks, sleep) =
                    (many(bodies), if *sleeps { " sleep(its place).await;" } else { "" });
                format!(
                    "let set = JoinSet::from(\n{tasks}{indent});\n{indent}while join_next().await \
                     {{ println!(\"{number}.N\");{sleep} }}"
                )
            }
            Act::Channel { sender, receiver, capacity } => {
                let new = match capacity {
                    Some(capacity) => format!("channel({capacity})"),
                    None => "unbounded_channel()".to_owned(),
                };
                format!("let (tx{sender}, rx{receiver}) = {new};")
            }
            Act::Send(id, seconds) => format!("tx{id}.send({seconds}).await;"),
            Act::Receive { receiver, sleeps } => match sleeps {
                true => format!("sleep(rx{receiver}.recv().await).await;"),
                false => format!("rx{receiver}.recv().await;"),
            },
            Act::ReceiveAll { receiver, sleeps } => {
                let sleep = if *sleeps { " sleep(message).await;" } else { "" };
                format!(
                    "while let Some(message) = rx{receiver}.recv().await {{ println!(\"{number}.N\");{sleep} }}"
                )
            }
            Act::Oneshot { sender, receiver } => {
                format!("let (tx{sender}, rx{receiver}) = oneshot();")
            }
            Act::Put(id) => format!("tx{id}.send();"),
            Act::Take(id) => format!("rx{id}.await;"),
            Act::Notify(id) => format!("let notify{id} = Notify::new();"),
            Act::NotifyOne(id) => format!("notify{id}.notify_one();"),
            Act::NotifyWaiters(id) => format!("notify{id}.notify_waiters();"),
            Act::Notified(id) => format!("notify{id}.notified().await;"),
            Act::Mutex(id) => format!("let mutex{id} = Mutex::new();"),
            Act::Semaphore(id, permits) => format!("let permits{id} = Semaphore::new({permits});"),
            Act::Locked(id, block) => {
                format!("with mutex{id}.lock().await {{\n{}{indent}}}", inner(block))
            }
            Act::Permitted(id, block) => {
                format!("with permits{id}.acquire().await {{\n{}{indent}}}", inner(block))
            }
            Act::Select { first, second, on_first, on_second } => {
                let arms = [(arm(*first), on_first), (other_arm(*second), on_second)];
                let arm = |(arm, block): (String, &Vec<Step>)| {
                    let mut inner = String::new();
                    write(&mut inner, block, depth + 2);
                    format!("{indent}    {arm} => {{\n{inner}{indent}    }}\n")
                };
                format!("select! {{\n{}{indent}}}", arms.map(arm).concat())
            }
            Act::Timeout(seconds, block) => {
                format!("timeout({seconds}, async {{\n{}{indent}}}).await;", inner(block))
            }
            Act::Drop(id) => format!("drop(tx{id});"),
        };
        text.push_str(&format!("{indent}{said}"));
        if !matches!(step.act, Act::Say) {
            text.push_str(&format!("  // {number}"));
        }
        text.push('\n');
    }
}

fn gifts(body: &Body) -> String {
    let gift = |gift: &crate::program::Gift| match gift.cloned {
        true => format!("{}.clone()", gift.id),
        false => gift.id.to_string(),
    };
    match body.gifts.as_slice() {
        [] => String::new(),
        gifts => format!("with {} ", gifts.iter().map(gift).collect::<Vec<_>>().join(", ")),
    }
}

fn arm(arm: First) -> String {
    match arm {
        First::Receive(id) => format!("rx{id}.recv()"),
        First::Take(id) => format!("rx{id}"),
        First::Await(id) => format!("task{id}"),
        First::Notified(id) => format!("notify{id}.notified()"),
        First::Sleep(seconds) => format!("sleep({seconds})"),
    }
}

fn other_arm(arm: Second) -> String {
    match arm {
        Second::Receive(id) => format!("rx{id}.recv()"),
        Second::Await(id) => format!("task{id}"),
        Second::Sleep(seconds) => format!("sleep({seconds})"),
    }
}
