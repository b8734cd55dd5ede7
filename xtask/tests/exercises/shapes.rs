//! What other tools read is as its schema says: xtask/schema, docs/src/runner-json.md.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::desk::{Desk, NAME, Said};
use crate::schema::Schema;

fn schema(name: &str) -> Schema {
    Schema::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(name))
}

/// The JSON, which fits its schema.
#[track_caller]
fn fits(name: &str, said: &Said) -> Value {
    let json: Value = serde_json::from_str(&said.stdout).expect("it is JSON");
    let complaints = schema(name).complaints(&json);
    assert!(complaints.is_empty(), "{complaints:#?} in {}", said.stdout);
    assert!(!said.stdout.contains("\\u001b"), "{}", said.stdout);
    assert_eq!(json["version"], 1);
    json
}

fn of_check(said: &Said) -> Value {
    let json = fits("check.schema.json", said);
    let checked = json["checked"].as_array().expect("a list");
    let own = checked.iter().find(|answer| answer["exercise"] == NAME).expect("it is there");
    assert_eq!(said.code == Some(0), checked.iter().all(|answer| answer["right"] == true));
    own.clone()
}

#[test]
fn progress_is_as_its_schema_says() {
    let states = [
        (Desk::new(), "open"),
        (Desk::solved(), "done"),
        (Desk::solved(), "edited"),
        (Desk::solved(), "upgraded"),
    ];
    for (desk, state) in &states {
        match *state {
            "edited" => desk.put("exercise.rs", "// edited\n"),
            "upgraded" => desk.put("answer.json", &(desk.text("answer.json") + " ")),
            _ => {}
        }
        fits("progress.schema.json", &desk.xtask(&["progress", "--json"]));
        assert_eq!(desk.state(), *state);
    }
    let desk = Desk::new();
    desk.remember_all();
    let said = desk.xtask(&["progress", "--json"]);
    let json = fits("progress.schema.json", &said);
    assert_eq!(json["next"], Value::Null);
    assert_eq!(json["done"], json["all"]);
}

#[test]
fn a_check_without_a_run_is_as_its_schema_says() {
    let desk = Desk::new();
    desk.put("exercise.rs", "");
    let emptied = of_check(&desk.xtask(&["check", NAME, "--json"]));
    assert_eq!((&emptied["verdict"], &emptied["right"]), (&"emptied".into(), &false.into()));
    fs::remove_file(desk.file("answer.json")).expect("deleted");
    let lost = of_check(&desk.xtask(&["check", NAME, "--json"]));
    assert_eq!(lost["verdict"], "not judged");
    desk.put("answer.json", &Desk::new().text("answer.json"));
    desk.put("exercise.rs", &desk.text("start.rs"));
    desk.remember_all();
    let known = of_check(&desk.xtask(&["check", "--json"]));
    assert_eq!((&known["verdict"], &known["remembered"]), (&"right".into(), &true.into()));
}

#[test]
#[ignore = "builds answers: cargo xtask ci exercises"]
fn a_check_is_as_its_schema_says() {
    let desk = Desk::new();
    let check = || of_check(&desk.building(&["check", NAME, "--json"]));
    let start = check();
    assert_eq!(start["verdict"], "awaited in turn");
    assert_eq!(start["place"]["file"], "exercise.rs");
    assert_eq!(start["command"], "cargo xtask check factorials");
    assert_eq!(start["checks_differ"], false);
    desk.put("exercise.rs", &desk.text("solution.rs"));
    let right = check();
    assert_eq!((&right["right"], &right["remembered"]), (&true.into(), &false.into()));
    desk.put("checks.rs", "");
    desk.put("exercise.rs", "pub async fn factorials() -> Vec<u64> { 7 }\n");
    let refused = check();
    assert_eq!(refused["verdict"], "does not compile");
    assert_eq!(refused["checks_differ"], true);
    let words = refused["compiler"][0].as_str().expect("the compiler's words");
    assert!(words.contains("E0308"), "{words}");
}

#[test]
fn every_field_is_in_the_book() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("../docs/src/runner-json.md")).expect("the page");
    for name in ["check.schema.json", "progress.schema.json"] {
        let schema = fs::read_to_string(root.join("schema").join(name)).expect("the schema");
        let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
        let objects = schema["$defs"].as_object().expect("objects").values().chain([&schema]);
        for field in objects.flat_map(|object| object["properties"].as_object()).flatten() {
            assert!(page.contains(&format!("`{}`", field.0)), "{name}: `{}`", field.0);
        }
    }
}
