//! A load at one N, as a table to reckon with. The page of costs begins its sections with it, and the
//! chapter `cost` includes it from there.

use crate::bench::contenders::Contender;
use crate::bench::kept::{Figures, Measured, Size};
use crate::bench::loads::Load;
use crate::bench::spread::{Spread, bytes, short, time, times};
use crate::show::grouped;

/// What many programs have at once, at the most; the table is of the largest N up to this.
const MANY: u64 = 10_000;

/// What a table shows.
struct Shown {
    /// What its figures are.
    figures: &'static str,
    of: fn(&Figures) -> &Vec<f64>,
    write: fn(f64) -> String,
    /// How much of it is to be used up.
    whole: f64,
    /// What is said of so many that use it up.
    used_up: &'static str,
}

const TIME: Shown = Shown {
    figures: "processor time",
    of: |figures| &figures.cpu,
    write: time,
    whole: 1e9,
    used_up: "so many fill a second of one core",
};

const MEMORY: Shown = Shown {
    figures: "memory",
    of: |figures| &figures.bytes,
    write: bytes,
    whole: 1e9,
    used_up: "so many fill 1 GB",
};

/// The tables, between the marks by which another page includes them; nothing if there is no figure.
pub fn of(load: &Load, measured: &Measured) -> String {
    let is_whole = |size: &&Size| size.n <= MANY && !size.figures.is_empty();
    let Some(size) = measured.sizes.iter().rfind(is_whole) else { return String::new() };
    let mut text = format!("<!-- ANCHOR: {} -->\n", load.name);
    text += &table(load, size, &TIME);
    if load.sleeps() {
        text += "\nAnd their memory:\n\n";
        text += &table(load, size, &MEMORY);
    }
    text + &format!("<!-- ANCHOR_END: {} -->\n\n", load.name)
}

fn table(load: &Load, size: &Size, shown: &Shown) -> String {
    let Shown { figures, of, write, whole, used_up } = shown;
    let base = Contender::ALL[0];
    let mut text = format!(
        "| {} {} | {figures} for each {} | of the first | {used_up} |\n| --- | ---: | ---: | ---: |\n",
        grouped(size.n),
        load.n,
        load.unit,
    );
    let all = |who: Contender| size.figures.get(&who).map(of).filter(|all| !all.is_empty());
    for who in Contender::ALL {
        let Some(own) = all(who) else { continue };
        let Some(spread) = Spread::of(own.iter().copied()) else { continue };
        let ratio = all(base).filter(|_| who != base);
        let ratio = ratio.and_then(|base| Spread::of_ratios(own, base));
        let ratio = ratio.map_or("1".to_owned(), times);
        let each = write(spread.middle);
        let number = about(whole / spread.middle);
        text += &format!("| {} | {each} | {ratio} | {number} |\n", who.in_a_cell());
    }
    text
}

/// A count to two digits: `3,200,000`.
fn about(number: f64) -> String {
    if number < 100.0 {
        return short(number);
    }
    let rounding = 10_f64.powf(number.log10().floor() - 1.0);
    grouped(((number / rounding).round() * rounding) as u64)
}

#[cfg(test)]
mod tests {
    use super::about;

    #[test]
    fn counts_have_two_digits() {
        let counts = [3_184_713.0, 256_410.0, 999.0, 104.0, 42.0];
        assert_eq!(counts.map(about), ["3,200,000", "260,000", "1,000", "100", "42"]);
    }
}
