//! What `cargo xtask explore` finds out about programs whose schedules are known.
//!
//! What builds the explorer is left to `cargo xtask ci explore`: it takes a minute the first time.

use std::collections::HashSet;
use std::process::Command;

use serde_json::Value;
use xtask::choose;
use xtask::course::Course;
use xtask::explore::{Ending, Explored, Found, Order, Request, lines, pairs, quietly};
use xtask::stage::{Terms, play_quietly};

/// What was found out about a program, with the delays and without the clock.
fn explored(program: &str, request: &Request) -> [Found; 2] {
    let course = Course::find().expect("the lessons can be found");
    let wanted = choose::programs(&course, Some(program)).expect("there is such a program");
    let mut all = quietly(&course, &wanted, request).expect("it can be explored");
    match all.remove(0).1 {
        Explored::Found(found) => found.try_into().expect("there are two modes"),
        other => panic!("{program}: {other:?}"),
    }
}

fn texts(found: &Found) -> Vec<Vec<&str>> {
    assert!(found.outputs.iter().all(|output| output.ending == Ending::Returned), "{found:?}");
    found.outputs.iter().map(|output| output.printed.lines().collect()).collect()
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn two_sayers_print_in_one_order_while_the_delays_hold() {
    let [delays, free] = explored("tasks/main", &Request::default());
    let lines = ["Started tasks...", "hello", "world", "Tasks finished."];
    assert!(delays.complete && free.complete);
    assert_eq!(texts(&delays), [lines]);

    let orders = texts(&free);
    assert!(orders.iter().all(|order| order[3] == "Tasks finished."), "{orders:?}");
    let different: HashSet<&[&str]> = orders.iter().map(|order| &order[..3]).collect();
    assert_eq!(different.len(), 6, "three lines in every order: {orders:?}");
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn the_order_of_two_lines_is_kept_or_flips() {
    let both = explored("tasks/main", &Request::default());
    let lines = lines(&both);
    let [delays, free] = &both;
    for pair in pairs(&lines, delays, free) {
        let ends = lines[pair.second].text == "Tasks finished.";
        assert_eq!(pair.delays, Order::Kept, "{pair:?}");
        assert_eq!(pair.free, if ends { Order::Kept } else { Order::Flipped }, "{pair:?}");
    }
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn joined_futures_overlap_and_keep_to_their_delays() {
    let [delays, free] = explored("gather/factorial", &Request::default());
    assert!(delays.complete);
    let outputs = texts(&delays);
    assert_eq!(outputs.len(), 1);
    assert_eq!(outputs[0].len(), 11);
    assert_eq!(outputs[0][9..], ["Results: [2, 6, 24]", "Completed in 9.00 seconds"]);
    // Without the clock the answers are right as well, in each schedule.
    assert!(texts(&free).iter().all(|lines| lines.contains(&"Results: [2, 6, 24]")));
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn a_join_begins_with_the_second_branch_when_it_is_polled_again() {
    let [delays, _] = explored("gather/join_rotates", &Request::default());
    let lines = |order: [u32; 3]| order.map(|n| format!("from https://api.example.com/data{n}"));
    let outputs = texts(&delays);
    assert_eq!(outputs.len(), 1);
    let ends = |line: &str| line.trim_start_matches("Data fetched ").to_owned();
    assert_eq!(outputs[0][3..].iter().map(|line| ends(line)).collect::<Vec<_>>(), lines([2, 3, 1]));
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn on_one_thread_a_task_does_not_begin_before_main_waits() {
    let request = Request { one_thread: true, ..Request::default() };
    let [delays, _] = explored("coroutines/ready_does_not_yield", &request);
    assert!(delays.complete);
    assert_eq!(texts(&delays).len(), 1);

    let [delays, _] = explored("coroutines/ready_does_not_yield", &Request::default());
    let panics = delays.outputs.iter().any(|output| output.ending == Ending::Panicked);
    assert!(panics, "with a thread for each task the assertion of main fails: {delays:?}");
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn a_schedule_is_run_again_by_its_name() {
    let [_, free] = explored("tasks/main", &Request::default());
    for output in &free.outputs {
        let (code, stdout, stderr) = xtask(&["explore", "tasks/main", "--replay", &output.replay]);
        assert_eq!(code, Some(0), "{stderr}");
        let shown: Vec<&str> = stdout.lines().skip(1).map(str::trim).collect();
        let (printed, drawn) = shown.split_at(output.printed.lines().count());
        assert_eq!(printed.join("\n"), output.printed.trim(), "{}", output.replay);
        assert!(drawn.iter().any(|line| line.starts_with("say_after#2 ")), "{stdout}");
        assert!(!stdout.contains("not promised"), "what is not traced is not judged: {stdout}");
    }
    let (code, stdout, _) = xtask(&["explore", "tasks/main", "--replay", "free-zzzz"]);
    assert_eq!(code, Some(1), "{stdout}");
    assert!(stdout.contains("none of its schedules is called free-zzzz"), "{stdout}");
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn more_schedules_than_wanted_are_sampled_and_a_seed_repeats_the_sample() {
    let explored = |seed| {
        let request = Request { schedules: 50, seed, ..Request::default() };
        let [_, free] = explored("tasks/main", &request);
        assert!(!free.complete && free.schedules == 50, "{free:?}");
        free.outputs.into_iter().map(|output| (output.printed, output.replay)).collect::<Vec<_>>()
    };
    assert_eq!(explored(1), explored(1));
    assert_ne!(explored(1), explored(2));
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn each_program_of_the_course_is_explored_or_says_why_not() {
    let course = Course::find().expect("the lessons can be found");
    let wanted: Vec<_> = course.programs().collect();
    let request = Request { schedules: 200, ..Request::default() };
    for (program, explored) in quietly(&course, &wanted, &request).expect("they can be explored") {
        match explored {
            Explored::Found(found) => assert_eq!(found.len(), 2),
            // Only what its attribute says keeps a program from being explored.
            Explored::NotModelled(why) => {
                assert!(why.starts_with("it"), "{}: {why}", program.path())
            }
            Explored::Trouble(what) => panic!("{}: {what}", program.path()),
        }
    }
}

/// tokio's own schedule is one of those that are found.
#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn what_tokio_prints_is_among_what_is_found() {
    let course = Course::find().expect("the lessons can be found");
    let wanted: Vec<_> = course.programs().collect();
    let mut complete = 0;
    let request = Request { one_thread: true, ..Request::default() };
    let explored = quietly(&course, &wanted, &request).expect("they can be explored");
    let played = play_quietly(&course, &wanted, Terms::default()).expect("they can be played");
    for ((program, explored), played) in explored.iter().zip(&played) {
        assert_eq!(program.path(), played.program.path());
        let (Explored::Found(found), Some(play)) = (explored, &played.play) else { continue };
        let printed: String = play
            .recording
            .lines
            .iter()
            .map(|line| String::from_utf8_lossy(&line.text) + "\n")
            .collect();
        if found[0].complete {
            let is_found = found[0].outputs.iter().any(|output| output.printed == printed);
            assert!(is_found, "{}: tokio prints\n{printed}\nfound: {found:#?}", program.path());
            complete += 1;
        }
    }
    assert!(complete > 20, "few of the searches are complete: {complete}");
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn a_program_that_does_not_compile_is_not_modelled_in_the_compilers_words() {
    let (code, stdout, stderr) = xtask(&["explore", "--fixtures", "fixtures/blocks"]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stdout.contains("not modelled: cannot find function `sleep`"), "{stdout}");
    assert!(stdout.contains("0 programs explored, 1 not modelled"), "{stdout}");
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn endings_have_names() {
    for (program, name) in [("waits_for_ever", "deadlock"), ("main_panics", "main panics")] {
        let (code, stdout, stderr) =
            xtask(&["explore", "--fixtures", &format!("fixtures/{program}")]);
        assert_eq!(code, Some(0), "{stderr}");
        assert!(stdout.contains(name), "{program}: {stdout}");
    }
}

#[test]
#[ignore = "builds the explorer: cargo xtask ci explore"]
fn json_has_a_version_and_all_that_was_found() {
    let (code, stdout, stderr) = xtask(&["explore", "tasks/main", "--json"]);
    assert_eq!(code, Some(0), "{stderr}");
    let document: Value = serde_json::from_str(&stdout).expect("it is JSON");
    assert_eq!(document["version"], 1);
    let program = &document["programs"][0];
    assert_eq!(program["program"], "tasks/main");
    assert_eq!(program["modes"][0]["mode"], "delays");
    assert_eq!(program["modes"][0]["complete"], true);
    assert_eq!(program["modes"][1]["outputs"].as_array().map(Vec::len), Some(6));
    assert_eq!(program["lines"][1]["text"], "hello");
    assert_eq!(program["pairs"][0]["delays"], "kept");
    assert_eq!(program["pairs"][0]["free"], "flipped");
}

#[test]
fn what_cannot_be_modelled_is_named_before_anything_is_built() {
    for (program, why) in [
        ("runtime/main", "its main is a plain function"),
        ("sleep-vs-blocking/main", "it asks for the real clock"),
        ("sleep-vs-blocking/another_worker", "it asks for several threads"),
    ] {
        let (code, stdout, stderr) = xtask(&["explore", program]);
        assert_eq!(code, Some(0), "{stderr}");
        assert!(stdout.contains(&format!("not modelled: {why}")), "{stdout}");
    }
}

#[test]
fn a_replay_needs_one_program_and_a_schedule() {
    for (wrong, words) in [
        (["explore", "tasks", "--replay", "free-1"], "--replay takes one program"),
        (["explore", "tasks/main", "--replay", "first"], "`first` is no schedule's name"),
        (["explore", "tasks/main", "--schedules", "0"], "--schedules"),
    ] {
        let (code, stdout, stderr) = xtask(&wrong);
        assert_eq!(code, Some(2), "{stderr}");
        assert_eq!(stdout, "");
        assert!(stderr.contains(words), "{stderr}");
    }
}

fn xtask(arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    let output = command.args(arguments).output().expect("xtask starts");
    let text = |bytes| String::from_utf8(bytes).expect("it says text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}
