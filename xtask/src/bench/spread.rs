//! Figures of several rounds as one: the middle one, the smallest and the largest.

use crate::show::grouped;

/// The middle figure, and the two at the ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The middle one; of an even number, the mean of the two in the middle.
    pub middle: f64,
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
}

impl Spread {
    /// Of some figures; none of no figure.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let (least, most) = (*sorted.first()?, *sorted.last()?);
        let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
        Some(Self { middle: (low + high) / 2.0, least, most })
    }

    /// What one came to as a multiple of the other, round by round.
    pub fn of_ratios(figures: &[f64], base: &[f64]) -> Option<Self> {
        let pairs = figures.iter().zip(base).filter(|(_, base)| **base > 0.0);
        Self::of(pairs.map(|(figure, base)| figure / base))
    }
}

/// `× 12 (11–14)`, as a page has it: what stands in the brackets stays together.
pub fn times(of: Spread) -> String {
    format!("× {}", spread(of, short))
}

/// `12 (11–14)`, likewise.
pub fn spread(Spread { middle, least, most }: Spread, write: fn(f64) -> String) -> String {
    format!("{} <small>({}–{})</small>", write(middle), write(least), write(most))
}

/// A number to two digits, or to its unit: `0.52`, `3.1`, `28`, `1,234`.
pub fn short(number: f64) -> String {
    match number.abs() {
        1_000.0.. => grouped(number.round() as u64),
        10.0.. => format!("{number:.0}"),
        1.0.. => format!("{number:.1}"),
        _ => format!("{number:.2}"),
    }
}

/// Nanoseconds as one reads them: `52 ns`, `3.1 µs`, `4.0 ms`, `5.2 s`.
pub fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        1e9.. => format!("{} s", short(nanoseconds / 1e9)),
        1e6.. => format!("{} ms", short(nanoseconds / 1e6)),
        1e3.. => format!("{} µs", short(nanoseconds / 1e3)),
        _ => format!("{} ns", short(nanoseconds)),
    }
}

/// Bytes as one reads them: `380 B`, `2.1 kB`.
pub fn bytes(bytes: f64) -> String {
    match bytes {
        1e9.. => format!("{} GB", short(bytes / 1e9)),
        1e6.. => format!("{} MB", short(bytes / 1e6)),
        1e3.. => format!("{} kB", short(bytes / 1e3)),
        _ => format!("{bytes:.0} B"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Spread, bytes, short, time};

    #[test]
    fn the_middle_is_between_the_ends() {
        assert_eq!(Spread::of([]), None);
        let odd = Spread { middle: 2.0, least: 1.0, most: 9.0 };
        assert_eq!(Spread::of([9.0, 1.0, 2.0]), Some(odd));
        let even = Spread { middle: 3.0, least: 1.0, most: 9.0 };
        assert_eq!(Spread::of([9.0, 1.0, 4.0, 2.0]), Some(even));
    }

    #[test]
    fn ratios_are_taken_within_a_round() {
        let ratios = Spread::of_ratios(&[10.0, 40.0, 3.0], &[1.0, 2.0, 0.0]);
        assert_eq!(ratios, Some(Spread { middle: 15.0, least: 10.0, most: 20.0 }));
    }

    #[test]
    fn figures_are_as_short_as_they_can_be_read() {
        assert_eq!([0.521, 3.13, 28.4, 1234.4].map(short), ["0.52", "3.1", "28", "1,234"]);
        assert_eq!([52.4, 3_140.0, 4e6].map(time), ["52 ns", "3.1 µs", "4.0 ms"]);
        assert_eq!([380.0, 2_110.0].map(bytes), ["380 B", "2.1 kB"]);
    }
}
