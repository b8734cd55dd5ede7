//! The page `docs/src/costs.md`, made of the figures and of nothing else.

use cargo_metadata::camino::Utf8Path;

use crate::bench::conditions::Conditions;
use crate::bench::contenders::Contender;
use crate::bench::glance;
use crate::bench::joined::joined;
use crate::bench::kept::{Figures, Kept, Made, Measured, Own, Size, Table};
use crate::bench::loads::{LOADS, Load};
use crate::bench::own::OWN;
use crate::bench::plot::Plot;
use crate::bench::spread::{Spread, bytes, short, spread, time, times};
use crate::files::replace;
use crate::show::{capital, count, grouped};

/// The page, from the course's folder.
pub const FILE: &str = "docs/src/costs.md";

/// Below so many tasks, memory is pages and not tasks.
const SHOWS_MEMORY: u64 = 1_000;

/// Writes it.
pub fn write(root: &Utf8Path, kept: &Kept) -> anyhow::Result<()> {
    replace(&root.join(FILE), of(kept).as_bytes())
}

/// The page that these figures give.
pub fn of(kept: &Kept) -> String {
    let conditions = Distinct::of(kept);
    let mut page = "<!-- Made by `cargo xtask bench --page` from docs/costs.json, which `cargo xtask bench` \
                    and `cargo xtask bench --own` write. -->\n\
                    # What it costs\n\n\
                    The same work in tokio and in asyncio, measured side by side, and what the course's own \
                    tools cost.\n\
                    Every figure was made by the command that stands above it.\n\n"
        .to_owned();
    if conditions.is_quick {
        page += QUICK;
        page.push('\n');
    }
    page += HOW_TO_READ;
    page += &machines(&conditions);
    for load in &LOADS {
        if let Some(measured) = kept.loads.get(load.name) {
            page += &section(load, measured, &conditions);
        }
    }
    let own: Vec<_> =
        OWN.iter().filter_map(|bench| Some((bench, kept.own.get(bench.name)?))).collect();
    if !own.is_empty() {
        page += "## What the course itself costs\n\n";
        for (bench, own) in own {
            page += &format!("### {}\n\n{}\n\n", bench.title, bench.what);
            page += &own_section(own, &conditions);
        }
    }
    page.trim_end().to_owned() + "\n"
}

const HOW_TO_READ: &str = "\
## How to read the figures

All that stand in one table ran by turns, round after round, so that a machine that is busy with something \
else is so for all of them.
A ratio is taken within a round.
What is shown is the middle one of the rounds, and in brackets the smallest and the largest: × 12 (11–14).
Where the brackets of two overlap, this page does not say which is quicker.
A program does its work once before it is measured, to warm up, then again and again for as long as it is \
measured; the start of the process is no part of it.

The Rust programs are built with `--release`, without link-time optimization and without the recorder; the Python programs \
run as they come, with their garbage collector on and asyncio's debug mode off.
They lie side by side in `xtask/bench/beside/src/bin`.

In the drawings both axes are logarithmic, and the strokes at a mark go from the smallest to the largest.

";

/// What is said of a quick run.
const QUICK: &str =
    "**A quick run**: it shows that the bench works. These are not figures to rely on.\n";

/// The machines and versions that figures are of, each once.
struct Distinct<'a> {
    all: Vec<&'a Conditions>,
    /// Whether every run was a quick one.
    is_quick: bool,
}

impl<'a> Distinct<'a> {
    fn of(kept: &'a Kept) -> Self {
        let mut all: Vec<&Conditions> = Vec::new();
        let loads = LOADS.iter().filter_map(|load| Some(&kept.loads.get(load.name)?.made));
        let own = OWN.iter().filter_map(|bench| Some(&kept.own.get(bench.name)?.made));
        let mut is_quick = true;
        for made in loads.chain(own) {
            is_quick &= made.quick;
            if !all.contains(&&made.conditions) {
                all.push(&made.conditions);
            }
        }
        Self { is_quick: is_quick && !all.is_empty(), all }
    }

    /// ` on machine 2`, where there is more than one.
    fn which(&self, made: &Made) -> String {
        let place = self.all.iter().position(|conditions| **conditions == made.conditions);
        match place {
            Some(place) if self.all.len() > 1 => format!(" on machine {}", place + 1),
            _ => String::new(),
        }
    }
}

fn machines(conditions: &Distinct) -> String {
    let mut text = String::new();
    let is_only = conditions.all.len() == 1;
    for (place, conditions) in conditions.all.iter().enumerate() {
        text += &match is_only {
            true => "## The machine\n\n".to_owned(),
            false => format!("## Machine {}\n\n", place + 1),
        };
        text += "| what | which |\n| --- | --- |\n";
        for (what, which) in conditions.rows() {
            text += &format!("| {what} | {which} |\n");
        }
        text.push('\n');
    }
    text
}

fn made(made: &Made, command: &str, conditions: &Distinct) -> String {
    let Made { date, rounds, load_average, conditions: machine, .. } = made;
    let which = conditions.which(made);
    let mut text = format!(
        "`{command}`, {}, {date}{which}. In the minute before, {load_average} processes on average wanted one \
         of its {} cores.\n",
        count(*rounds, "round"),
        machine.cores
    );
    if made.quick && !conditions.is_quick {
        text += QUICK;
    }
    text + "\n"
}

fn section(load: &Load, measured: &Measured, conditions: &Distinct) -> String {
    let Load { name, title, what, program, n, unit, .. } = load;
    let mut text = format!("## {title}\n\n{what}\n`{program}.rs` and `{program}.py`.\n\n");
    text += &made(&measured.made, &format!("cargo xtask bench --only {name}"), conditions);
    text += &glance::of(load, measured);
    let (time_of, kind): (Of, &str) = match load.sleeps() {
        true => (|figures| &figures.cpu, "processor time"),
        false => (|figures| &figures.wall, "time on the wall"),
    };
    let across = format!("N: {n}");
    let figure = |id: &str, kind: &str, of: Of, write: fn(f64) -> String, least: u64| {
        let title = format!("{title}: {kind} for each {unit}, by the number of {n}");
        let series = series(&measured.sizes, of, least);
        let plot = Plot { id, title: &title, across: &across, write, series };
        framed(&plot)
    };
    text += &figure(&format!("plot-{name}"), kind, time_of, time, 0);
    text += &format!("{}, {kind} for each {unit}:\n\n", capital(n));
    text += &table(&measured.sizes, time_of, time, 0);
    if load.sleeps() {
        let of: Of = |figures| &figures.bytes;
        text += &figure(&format!("plot-{name}-memory"), "memory", of, bytes, SHOWS_MEMORY);
        text += &format!("{}, memory for each {unit}:\n\n", capital(n));
        text += &table(&measured.sizes, of, bytes, SHOWS_MEMORY);
    } else {
        text += &format!("The same runs, processor time for each {unit}, of all threads:\n\n");
        text += &table(&measured.sizes, |figures| &figures.cpu, time, 0);
    }
    text += "What is not a fair comparison:\n\n";
    for unfair in load.unfair {
        text += &format!("- {unfair}\n");
    }
    text.push('\n');
    text + &left_out(&measured.left_out)
}

/// Which figures.
type Of = fn(&Figures) -> &Vec<f64>;

fn series(sizes: &[Size], of: Of, least: u64) -> Vec<(Contender, Vec<(u64, Spread)>)> {
    let points = |who: Contender| {
        let sizes = sizes.iter().filter(|size| size.n >= least);
        let points = sizes.filter_map(|size| {
            let spread = Spread::of(of(size.figures.get(&who)?).iter().copied())?;
            (spread.least > 0.0).then_some((size.n, spread))
        });
        points.collect::<Vec<_>>()
    };
    let all = Contender::ALL.into_iter().map(|who| (who, points(who)));
    all.filter(|(_, points)| !points.is_empty()).collect()
}

/// A drawing that scrolls where there is no room, below what its marks mean.
fn framed(plot: &Plot<'_>) -> String {
    let svg = plot.svg();
    if svg.is_empty() {
        return String::new();
    }
    let (title, legend) = (crate::book::html::text(plot.title), plot.legend());
    format!(
        "<figure class=\"mw-figure\">\n<figcaption>{title}</figcaption>\n{legend}<div class=\"mw-scroll\" \
         tabindex=\"0\" role=\"region\" aria-label=\"Drawing: {title}\">\n{svg}</div>\n</figure>\n\n"
    )
}

/// A row for each N: what the first takes, and how many times that the others take.
fn table(sizes: &[Size], of: Of, write: fn(f64) -> String, least: u64) -> String {
    let [base, others @ ..] = Contender::ALL;
    let mut text = format!("| N | {} |", base.in_a_cell());
    others.iter().for_each(|who| text += &format!(" {} |", who.in_a_cell()));
    text += &format!("\n| ---: | ---: |{}\n", " ---: |".repeat(others.len()));
    for size in sizes.iter().filter(|size| size.n >= least) {
        let figures = |who: Contender| size.figures.get(&who).map(of).filter(|all| !all.is_empty());
        let own = figures(base).and_then(|all| Spread::of(all.iter().copied()));
        let own = own.map(|own| spread(own, write));
        text += &format!("| {} | {} |", grouped(size.n), own.as_deref().unwrap_or("–"));
        for who in others {
            let ratio = match (figures(who), figures(base)) {
                (Some(all), Some(base)) => Spread::of_ratios(all, base),
                _ => None,
            };
            text += &format!(" {} |", ratio.map_or("–".to_owned(), times));
        }
        text.push('\n');
    }
    text + "\n"
}

fn left_out(sentences: &[String]) -> String {
    if sentences.is_empty() {
        return String::new();
    }
    let lines: String = sentences.iter().map(|sentence| format!("- {sentence}\n")).collect();
    format!("Left out:\n\n{lines}\n")
}

fn own_section(own: &Own, conditions: &Distinct) -> String {
    let mut text = made(&own.made, &own.command, conditions);
    for table in joined(&own.tables) {
        let title = capital(table.title.trim_end_matches(':'));
        // A figure alone is a sentence.
        if let [(name, cells)] = &table.rows[..]
            && let [only] = &cells[..]
        {
            text += &format!("{title}, {name}: {}.\n\n", cell(only));
            continue;
        }
        if !title.is_empty() {
            text += &format!("{title}:\n\n");
        }
        text += &own_table(&table);
    }
    text + &left_out(&own.left_out)
}

fn own_table(Table { head, rows, .. }: &Table) -> String {
    let figures = " ---: |".repeat(head.len().saturating_sub(1));
    let mut text = format!("| {} |\n| --- |{figures}\n", head.join(" | "));
    for (name, cells) in rows {
        let cells = cells.iter().map(|cell| format!(" {} |", self::cell(cell)));
        text += &format!("| {name} |{}\n", cells.collect::<String>());
    }
    text + "\n"
}

fn cell(figures: &[f64]) -> String {
    match figures {
        [one] => short(*one),
        &[middle, least, most] => spread(Spread { middle, least, most }, short),
        _ => "–".to_owned(),
    }
}
