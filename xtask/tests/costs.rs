//! What the page of costs is made of. Nothing here asserts anything about time.

use std::collections::BTreeMap;
use std::fs;

use xtask::bench::conditions::Conditions;
use xtask::bench::contenders::Contender;
use xtask::bench::kept::{self, Figures, Kept, Made, Measured, Own, Size, Table};
use xtask::bench::loads::LOADS;
use xtask::bench::own::OWN;
use xtask::bench::page;
use xtask::course::Course;

/// Figures of every load and every bench, as some machine could make them.
fn some() -> Kept {
    let conditions = Conditions {
        cpu: "a processor".into(),
        cores: 2,
        memory: 8 << 30,
        system: "Linux".into(),
        rustc: "rustc 1.95.0".into(),
        tokio: "1.54.1".into(),
        reqwest: "0.13.5".into(),
        python: "3.11.7".into(),
        uvloop: String::new(),
        aiohttp: "3.14.5".into(),
    };
    let made =
        Made { date: "2026-01-02".into(), quick: false, rounds: 3, load_average: 0.1, conditions };
    let mut kept = Kept::default();
    for load in &LOADS {
        let figures = |first: f64| Figures {
            wall: vec![first, 1.5 * first, 1.25 * first],
            cpu: vec![first, first, first],
            bytes: if load.sleeps() { vec![3.0 * first; 3] } else { Vec::new() },
        };
        let who = [(Contender::CurrentThread, 100.0), (Contender::Asyncio, 2_000.0)];
        let sizes = load
            .sizes
            .iter()
            .map(|n| Size { n: *n, figures: who.map(|(who, first)| (who, figures(first))).into() });
        let left_out = vec!["uvloop: it could not be installed from PyPI.".to_owned()];
        let measured = Measured { made: made.clone(), left_out, sizes: sizes.collect() };
        kept.loads.insert(load.name.to_owned(), measured);
    }
    for bench in &OWN {
        let table = Table {
            title: "a title".into(),
            head: vec!["what".into(), "seconds".into(), "ours is × of it".into()],
            rows: vec![("ours".into(), vec![vec![0.5], vec![1.0, 0.9, 1.25]])],
        };
        let command = format!("cargo xtask bench --own --only {}", bench.name);
        let own = Own { made: made.clone(), command, left_out: Vec::new(), tables: vec![table] };
        kept.own.insert(bench.name.to_owned(), own);
    }
    kept
}

#[test]
fn the_page_is_what_the_figures_give() {
    let course = Course::find().expect("the course is read");
    let kept = Kept::read(&course.root).expect("the figures are read");
    let there = fs::read_to_string(course.root.join(page::FILE)).expect("the page is read");
    let mend = "make it again: cargo xtask bench --page";
    assert!(there == page::of(&kept), "{} is not what {} gives: {mend}", page::FILE, kept::FILE);
}

#[test]
fn the_figures_are_read_as_they_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let root: &cargo_metadata::camino::Utf8Path =
        folder.path().try_into().expect("its path is text");
    assert_eq!(Kept::read(root).expect("there is nothing"), Kept::default());
    fs::create_dir(root.join("docs")).expect("made");
    some().write(root).expect("written");
    assert_eq!(Kept::read(root).expect("read"), some());
}

#[test]
fn each_figure_stands_beside_its_command() {
    let page = page::of(&some());
    assert!(page.starts_with("<!-- Made by `cargo xtask bench"), "{page}");
    for load in &LOADS {
        let command = format!("`cargo xtask bench --only {}`, 3 rounds", load.name);
        assert!(page.contains(&command), "{command}");
        assert!(page.contains(&format!("id=\"plot-{}\"", load.name)));
        load.unfair.iter().for_each(|unfair| assert!(page.contains(unfair), "{unfair}"));
    }
    for bench in &OWN {
        assert!(page.contains(&format!("`cargo xtask bench --own --only {}`", bench.name)));
    }
    assert!(page.contains("× 20 <small>(20–20)</small>"), "{page}");
    assert!(page.contains("0.50 | 1.0 <small>(0.90–1.2)</small>"), "{page}");
}

#[test]
fn each_load_can_be_reckoned_with_at_a_glance() {
    let page = page::of(&some());
    for load in &LOADS {
        let (_, rest) =
            page.split_once(&format!("<!-- ANCHOR: {} -->", load.name)).expect("it begins");
        let (glance, _) =
            rest.split_once(&format!("<!-- ANCHOR_END: {} -->", load.name)).expect("it ends");
        // 100 ns of a second: ten million; and twenty times that in asyncio.
        let row = "| tokio current_<wbr>thread | 100 ns | 1 | 10,000,000 |";
        assert!(glance.contains(row), "{glance}");
        let row = "| asyncio | 2.0 µs | × 20 <small>(20–20)</small> | 500,000 |";
        assert!(glance.contains(row), "{glance}");
    }
}

#[test]
fn no_drawing_is_broken_off_by_a_blank_line() {
    let page = page::of(&some());
    let drawings: Vec<&str> = page.split("<svg id").skip(1).collect();
    assert_eq!(drawings.len(), LOADS.len() + 1, "one a load, and one of memory");
    for drawing in drawings {
        let (drawing, _) = drawing.split_once("</svg>").expect("it ends");
        assert!(!drawing.contains("\n\n"), "{drawing}");
        assert!(!drawing.contains("uvloop"), "what was not measured is not drawn: {drawing}");
    }
}

#[test]
fn without_figures_there_is_no_claim() {
    let page = page::of(&Kept::default());
    assert!(!page.contains("| N |") && !page.contains("<svg"), "{page}");
}

#[test]
fn a_quick_run_does_not_replace_a_whole_one() {
    let name = LOADS[0].name;
    let whole = some().loads[name].clone();
    let quick = Measured { made: Made { quick: true, ..whole.made.clone() }, ..whole.clone() };
    let mut kept = Kept { loads: BTreeMap::new(), ..Kept::default() };
    assert!(kept.take_load(name, quick.clone()), "it is better than nothing");
    assert!(page::of(&kept).contains("**A quick run**"), "and says what it is");
    assert!(kept.take_load(name, whole.clone()));
    assert!(!kept.take_load(name, quick));
    assert_eq!(kept.loads[name], whole);
}

#[test]
fn every_program_has_its_twin() {
    let course = Course::find().expect("the course is read");
    let programs = course.root.join("xtask/bench/beside/src/bin");
    for load in &LOADS {
        for ending in ["rs", "py"] {
            let file = programs.join(format!("{}.{ending}", load.program));
            assert!(file.is_file(), "{file} is not there");
        }
    }
}
