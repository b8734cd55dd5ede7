//! Answers the runner: reads what it asks, writes what was found.

use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};

use crate::REQUEST;
use crate::clock::{Clock, Mode};
use crate::main_task::{Ending, Verdict};
use crate::schedule::Schedule;
use crate::search::{self, Found};
use crate::trace;

/// What `#[meanwhile::main]` calls: explores the program as the environment asks.
pub fn main<F>(main: fn() -> F)
where
    F: Future + 'static,
    F::Output: Verdict,
{
    let Some(request) = env::var(REQUEST).ok().and_then(|text| request(&text)) else {
        eprintln!("This build is for `cargo xtask explore`; by hand: cargo run -p LESSON.");
        std::process::exit(2);
    };
    let modes: Vec<Value> = match &request.replay {
        Some(schedule) => {
            let found = search::replay(main, schedule);
            let mut replayed = of_mode(schedule.mode, &found, found.is_fit);
            replayed["trace"] = trace::as_json(&found.trace);
            vec![replayed]
        }
        None => Clock::ALL
            .into_iter()
            .map(|clock| {
                let mode = Mode { clock, one_thread: request.one_thread, hasty: request.hasty };
                let found = search::search(main, mode, request.schedules, request.seed);
                let repeats = found.outputs.iter().take(REPEATED).all(|(output, (_, schedule))| {
                    search::replay(main, schedule).outputs.contains_key(output)
                });
                of_mode(mode, &found, repeats)
            })
            .collect(),
    };
    let reply = Value::from(modes).to_string();
    if let Err(error) = fs::write(Path::new(&request.reply), reply) {
        eprintln!("writing {}: {error}", request.reply);
        std::process::exit(1);
    }
    // What a schedule without an end has left behind is not worth dropping.
    std::process::exit(0);
}

/// How many outputs' schedules are run again, to see that they print the same.
const REPEATED: usize = 50;

struct Request {
    schedules: usize,
    one_thread: bool,
    hasty: bool,
    seed: u64,
    replay: Option<Schedule>,
    reply: String,
}

fn request(text: &str) -> Option<Request> {
    let request: Value = serde_json::from_str(text).ok()?;
    let replay = match &request["replay"] {
        Value::Null => None,
        name => Some(Schedule::parse(name.as_str()?)?),
    };
    Some(Request {
        schedules: usize::try_from(request["schedules"].as_u64()?).ok()?,
        one_thread: request["one_thread"].as_bool()?,
        hasty: request["hasty"].as_bool()?,
        seed: request["seed"].as_u64()?,
        replay,
        reply: request["reply"].as_str()?.to_owned(),
    })
}

fn of_mode(mode: Mode, found: &Found, repeats: bool) -> Value {
    let mut outputs: Vec<_> = found.outputs.iter().collect();
    outputs.sort_by(|(a, (often, _)), (b, (seldom, _))| seldom.cmp(often).then_with(|| a.cmp(b)));
    let outputs: Vec<Value> = outputs
        .into_iter()
        .map(|((printed, ending), (times, schedule))| {
            let (ending, message) = words(ending);
            json!({
                "printed": printed,
                "ending": ending,
                "message": message,
                "schedules": times,
                "replay": schedule.name(),
            })
        })
        .collect();
    json!({
        "mode": mode.name(),
        "schedules": found.schedules,
        "complete": found.is_complete,
        "repeats": repeats,
        "over_budget": found.is_over_budget,
        "outputs": outputs,
    })
}

fn words(ending: &Ending) -> (&'static str, Option<&str>) {
    match ending {
        Ending::Returned => ("returned", None),
        Ending::Failed(message) => ("failed", Some(message)),
        Ending::Panicked(message) => ("panicked", Some(message)),
        Ending::Deadlock => ("deadlock", None),
        Ending::Endless => ("endless", None),
    }
}
