//! A plot on two logarithmic axes, as SVG for a page of the book: no script, no blank line, and the
//! colours of its stylesheet. Series are told apart by the shape of their marks and by name.

use std::fmt::Write;

use crate::bench::contenders::Contender;
use crate::bench::spread::Spread;
use crate::book::html;
use crate::show::grouped;

/// What is drawn.
pub struct Plot<'a> {
    /// The name of the element, unlike all others of the page.
    pub id: &'a str,
    /// What it shows, in a few words.
    pub title: &'a str,
    /// What stands along the horizontal axis.
    pub across: &'a str,
    /// How a figure of the vertical axis is written.
    pub write: fn(f64) -> String,
    /// The series: each N, and what was measured.
    pub series: Vec<(Contender, Vec<(u64, Spread)>)>,
}

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 330.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 524.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 270.0;

/// Half of a mark's width.
const MARK: f64 = 5.0;

impl Plot<'_> {
    /// The drawing; nothing if there is nothing to draw.
    pub fn svg(&self) -> String {
        let Some((least, most)) = self.reach() else { return String::new() };
        let numbers = self.numbers();
        let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
        let x = |n: u64| {
            let share = (n as f64 / first as f64).ln() / (last as f64 / first as f64).ln();
            LEFT + 14.0 + (RIGHT - LEFT - 28.0) * if share.is_finite() { share } else { 0.5 }
        };
        let (low, high) = (least.log10().floor(), most.log10().ceil());
        let high = if high > low { high } else { low + 1.0 };
        let y = |figure: f64| BOTTOM - (BOTTOM - TOP) * (figure.log10() - low) / (high - low);
        let (id, title) = (self.id, html::text(self.title));
        let mut svg = format!(
            "<svg id=\"{id}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
             xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" \
             height=\"{HEIGHT}\" style=\"font-family:inherit;font-size:13px\" fill=\"currentColor\">\n\
             <title id=\"{id}-title\">{title}</title>\n\
             <desc id=\"{id}-desc\">Both axes are logarithmic. The numbers are in the table below.</desc>\n"
        );
        let decades = (0..=(high - low) as u32).map(|decade| 10f64.powf(low + f64::from(decade)));
        for figure in decades {
            rule(&mut svg, (LEFT, y(figure)), (RIGHT, y(figure)));
            let label = (self.write)(figure).replace(".0 ", " ");
            text(&mut svg, (LEFT - 8.0, y(figure) + 4.5), "end", &label);
        }
        for n in numbers {
            rule(&mut svg, (x(n), BOTTOM), (x(n), BOTTOM + 5.0));
            text(&mut svg, (x(n), BOTTOM + 20.0), "middle", &grouped(n));
        }
        text(&mut svg, ((LEFT + RIGHT) / 2.0, BOTTOM + 44.0), "middle", self.across);
        for (who, points) in &self.series {
            let places: Vec<(f64, f64)> =
                points.iter().map(|(n, spread)| (x(*n), y(spread.middle))).collect();
            let ends = points.iter().map(|(n, at)| (x(*n), y(at.least), y(at.most)));
            group(&mut svg, *who, &places, ends);
        }
        svg + "</svg>\n"
    }

    /// Each N that was measured.
    fn numbers(&self) -> Vec<u64> {
        let all = self.series.iter().flat_map(|(_, points)| points.iter().map(|(n, _)| *n));
        let mut numbers: Vec<u64> = all.collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The smallest and the largest figure; none if there is no figure.
    fn reach(&self) -> Option<(f64, f64)> {
        let figures = self.series.iter().flat_map(|(_, points)| points);
        let ends = figures.flat_map(|(_, spread)| [spread.least, spread.most]);
        Spread::of(ends.filter(|figure| *figure > 0.0)).map(|all| (all.least, all.most))
    }

    /// What the marks mean: for each series its mark, its name, and its largest N if others go on.
    pub fn legend(&self) -> String {
        let last = self.numbers().last().copied();
        let entry = |(who, points): &(Contender, Vec<(u64, Spread)>)| {
            let to = points.last().map(|(n, _)| *n);
            let until = match to {
                Some(n) if Some(n) != last => format!(", to {}", grouped(n)),
                _ => String::new(),
            };
            let mut sign = String::new();
            mark(&mut sign, *who, (17.0, 8.0));
            format!(
                "<li><svg width=\"34\" height=\"16\" aria-hidden=\"true\" style=\"{}\">\
                 <path fill=\"none\" stroke-width=\"1.6\" stroke-dasharray=\"{}\" d=\"M1 8h32\"/>{sign}</svg> \
                 {who}{until}</li>\n",
                style(*who),
                dashes(*who),
            )
        };
        let entries: String = self.series.iter().map(entry).collect();
        format!("<ul class=\"mw-legend\" aria-label=\"What the marks mean\">\n{entries}</ul>\n")
    }
}

/// A line through the middles with a mark on each, and at each a line from the smallest to the largest.
fn group(
    svg: &mut String,
    who: Contender,
    places: &[(f64, f64)],
    ends: impl Iterator<Item = (f64, f64, f64)>,
) {
    let points: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let _ = writeln!(svg, "<g style=\"{}\">", style(who));
    let _ = writeln!(
        svg,
        "<polyline fill=\"none\" stroke-width=\"1.6\" stroke-dasharray=\"{}\" points=\"{}\"/>",
        dashes(who),
        points.join(" ")
    );
    for (x, least, most) in ends {
        let _ = writeln!(
            svg,
            "<path fill=\"none\" stroke-width=\"1.2\" d=\"M{x:.1} {least:.1}V{most:.1}M{:.1} \
             {least:.1}h6M{:.1} {most:.1}h6\"/>",
            x - 3.0,
            x - 3.0
        );
    }
    for place in places {
        mark(svg, who, *place);
        svg.push('\n');
    }
    *svg += "</g>\n";
}

fn style(who: Contender) -> &'static str {
    match who {
        Contender::CurrentThread => "fill:var(--mw-run,#0b62b0);stroke:var(--mw-run,#0b62b0)",
        Contender::MultiThread => "fill:var(--mw-spawn,#6b3fa0);stroke:var(--mw-spawn,#6b3fa0)",
        Contender::Asyncio => "fill:var(--mw-wake,#8f5300);stroke:var(--mw-wake,#8f5300)",
        Contender::Uvloop => "fill:var(--mw-cancelled,#9c2140);stroke:var(--mw-cancelled,#9c2140)",
    }
}

fn dashes(who: Contender) -> &'static str {
    match who {
        Contender::CurrentThread => "none",
        Contender::MultiThread => "7 3",
        Contender::Asyncio => "2 3",
        Contender::Uvloop => "8 3 2 3",
    }
}

/// A disc, a square, a triangle, a diamond.
fn mark(svg: &mut String, who: Contender, (x, y): (f64, f64)) {
    let _ = match who {
        Contender::CurrentThread => {
            write!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{MARK}\"/>")
        }
        Contender::MultiThread => {
            let (x, y, side) = (x - MARK + 0.5, y - MARK + 0.5, 2.0 * MARK - 1.0);
            write!(svg, "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{side}\" height=\"{side}\"/>")
        }
        Contender::Asyncio => {
            let (top, bottom) = (y - MARK - 0.5, y + MARK - 0.5);
            write!(svg, "<path d=\"M{x:.1} {top:.1}L{:.1} {bottom:.1}H{:.1}Z\"/>", x + 5.5, x - 5.5)
        }
        Contender::Uvloop => {
            write!(svg, "<path d=\"M{x:.1} {:.1}l6 6l-6 6l-6 -6Z\"/>", y - 6.0)
        }
    };
}

fn rule(svg: &mut String, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) {
    let _ = writeln!(
        svg,
        "<line x1=\"{x:.1}\" y1=\"{y:.1}\" x2=\"{to_x:.1}\" y2=\"{to_y:.1}\" \
         style=\"stroke:var(--mw-quiet,#59616c)\" stroke-opacity=\"0.45\"/>"
    );
}

fn text(svg: &mut String, (x, y): (f64, f64), anchor: &str, words: &str) {
    let words = html::text(words);
    let _ =
        writeln!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{words}</text>");
}

#[cfg(test)]
mod tests {
    use super::Plot;
    use crate::bench::contenders::Contender;
    use crate::bench::spread::{Spread, time};

    fn plot(figures: [f64; 4]) -> Plot<'static> {
        let series = Contender::ALL.into_iter().zip(figures).map(|(who, middle)| {
            let spread = Spread { middle, least: middle * 0.9, most: middle * 1.2 };
            (who, vec![(10, spread), (1000, spread)])
        });
        Plot { id: "p", title: "a <b>", across: "tasks", write: time, series: series.collect() }
    }

    #[test]
    fn it_is_one_piece_of_html_that_asks_for_nothing() {
        let svg = plot([80.0, 90.0, 2_000.0, 1_500.0]).svg();
        roxmltree::Document::parse(&svg).expect("it is XML");
        assert!(svg.lines().all(|line| !line.trim().is_empty()), "{svg}");
        assert!(svg.contains("role=\"img\"") && svg.contains("a &lt;b&gt;"), "{svg}");
        for forbidden in ["<script", "href", "NaN", "inf"] {
            assert!(!svg.contains(forbidden), "{forbidden} in {svg}");
        }
    }

    #[test]
    fn each_series_has_its_mark_in_the_legend() {
        let mut plot = plot([80.0, 90.0, 2_000.0, 1_500.0]);
        plot.series[3].1.truncate(1);
        let legend = plot.legend();
        assert_eq!(legend.matches("<li><svg").count(), 4, "{legend}");
        assert!(
            legend.contains("</svg> asyncio</li>") && legend.contains("</svg> uvloop, to 10</li>")
        );
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(Plot { series: Vec::new(), ..plot([1.0; 4]) }.svg(), "");
    }
}
