//! `cargo xtask bench`: the same work in tokio and in asyncio, side by side, and what the course's own
//! tools cost. It writes `docs/costs.json`, and the page `docs/src/costs.md` that this gives.

use std::time::Instant;

use anyhow::Result;

use crate::course::Course;
use crate::show::{self, grouped};
use crate::{Misuse, Outcome};

pub mod conditions;
pub mod contenders;
pub mod glance;
pub mod joined;
pub mod kept;
pub mod loads;
pub mod own;
pub mod page;
pub mod plot;
pub mod rig;
pub mod rounds;
pub mod spread;

use conditions::{Conditions, load_average, today};
use contenders::Contender;
use kept::{Kept, Made, Measured, Own, Size};
use loads::{LOADS, Load};
use own::{Bench, OWN};
use rig::Rig;
use rounds::Effort;
use spread::{Spread, short, time};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// Few rounds of small N.
    pub quick: bool,
    /// One load, or one bench of the course's own costs.
    pub only: Option<String>,
    /// The course's own costs, and not the loads.
    pub own: bool,
    /// Measures nothing, and makes the page of what is kept.
    pub page: bool,
}

/// A name that nothing has.
fn unknown(name: &str) -> Misuse {
    let loads: Vec<&str> = LOADS.iter().map(|load| load.name).collect();
    let own: Vec<&str> = OWN.iter().map(|bench| bench.name).collect();
    Misuse(format!(
        "nothing that is measured is called `{name}`: --only takes {}, or with --own {}",
        loads.join(", "),
        own.join(", ")
    ))
}

/// Measures, keeps the figures, and makes the page.
pub fn bench(course: &Course, request: &Request) -> Result<Outcome> {
    let root = &course.root;
    let only = request.only.as_ref();
    let began = Instant::now();
    if request.page {
        // Nothing is measured; the page is made below.
    } else if request.own {
        let wanted: Vec<&Bench> = match only {
            Some(name) => vec![Bench::named(name).ok_or_else(|| unknown(name))?],
            None => OWN.iter().collect(),
        };
        let rig = Rig::set_up(root)?;
        for bench in wanted {
            let made = made(course, &rig, bench.rounds(request.quick), request.quick)?;
            let said = bench.run(root, request.quick)?;
            let command = format!("cargo xtask bench --own --only {}", bench.name);
            let own = Own { made, command, left_out: said.left_out, tables: said.tables };
            keep(course, bench.name, |kept| kept.take_own(bench.name, own))?;
        }
    } else {
        let wanted: Vec<&Load> = match only {
            Some(name) => vec![Load::named(name).ok_or_else(|| unknown(name))?],
            None => LOADS.iter().collect(),
        };
        let rig = Rig::set_up(root)?;
        let effort = Effort { quick: request.quick };
        for load in wanted {
            let made = made(course, &rig, effort.rounds(), request.quick)?;
            let (sizes, left_out) = rounds::measure(&rig, load, effort)?;
            show::print(&summary(load, &sizes, &left_out));
            let measured = Measured { made, left_out, sizes };
            keep(course, load.name, |kept| kept.take_load(load.name, measured))?;
        }
    }
    // The page is made of what is in the file, whoever makes it.
    page::write(root, &Kept::read(root)?)?;
    let took = show::about(began.elapsed());
    show::print(&format!("Made {} from {}, {took}.\n", page::FILE, kept::FILE));
    Ok(Outcome::Fine)
}

fn made(course: &Course, rig: &Rig, rounds: usize, quick: bool) -> Result<Made> {
    let conditions = Conditions::of_this_machine(&course.root, &rig.python)?;
    Ok(Made { date: today(), quick, rounds, load_average: load_average(), conditions })
}

/// Whatever is interrupted later, what has been measured stays.
fn keep(course: &Course, name: &str, take: impl FnOnce(&mut Kept) -> bool) -> Result<()> {
    let mut kept = Kept::read(&course.root)?;
    if take(&mut kept) {
        return kept.write(&course.root);
    }
    show::print(&format!(
        "{name}: {} has the figures of a whole run, and keeps them. A quick run does not replace them.\n",
        kept::FILE
    ));
    Ok(())
}

/// A load's figures for the screen.
fn summary(load: &Load, sizes: &[Size], left_out: &[String]) -> String {
    let mut text = format!("{}\n", show::heading(load.title));
    let [base, others @ ..] = Contender::ALL;
    for size in sizes {
        let of = |who: Contender| {
            let figures = size.figures.get(&who)?;
            Some(if load.sleeps() { &figures.cpu } else { &figures.wall })
        };
        let Some(own) = of(base) else { continue };
        let middle = Spread::of(own.iter().copied()).map_or(0.0, |spread| spread.middle);
        let mut line =
            format!("  N = {}: {base} {} a {}", grouped(size.n), time(middle), load.unit);
        for who in others {
            let Some(at) = of(who).and_then(|figures| Spread::of_ratios(figures, own)) else {
                continue;
            };
            let (middle, least, most) = (short(at.middle), short(at.least), short(at.most));
            line += &format!(", {who} × {middle} ({least}–{most})");
        }
        text += &(line + "\n");
    }
    left_out.iter().for_each(|sentence| text += &format!("  Left out: {sentence}\n"));
    text
}
