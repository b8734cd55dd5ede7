//! A schedule as one types it: `delays-0102`, `free-21`.

use crate::choices::Choice;
use crate::clock::Mode;

/// The choices of one schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// When timers fire, and where tasks switch.
    pub mode: Mode,
    /// The choices, where there was one. After the last it is always the first thing that is chosen.
    pub script: Vec<usize>,
}

impl Schedule {
    /// The schedule in which these choices were made.
    pub fn new(mode: Mode, trail: &[Choice]) -> Self {
        let mut script: Vec<usize> = trail.iter().map(|choice| choice.made).collect();
        while script.last() == Some(&0) {
            script.pop();
        }
        Self { mode, script }
    }

    /// Reads what [`Self::name`] has written.
    pub fn parse(name: &str) -> Option<Self> {
        let (mode, choices) = name.rsplit_once('-')?;
        let mode = Mode::parse(mode)?;
        let mut script = Vec::new();
        let mut letters = choices.chars();
        while let Some(letter) = letters.next() {
            script.push(match letter {
                '(' => letters.by_ref().take_while(|letter| *letter != ')').collect::<String>(),
                _ => letter.to_digit(36)?.to_string(),
            });
        }
        let script = script.iter().map(|number| number.parse()).collect::<Result<_, _>>().ok()?;
        Some(Self { mode, script })
    }

    /// One letter or digit for a choice, a number in parentheses for one beyond `z`.
    pub fn name(&self) -> String {
        let mut name = format!("{}-", self.mode.name());
        if self.script.is_empty() {
            name.push('0');
        }
        for made in &self.script {
            match u32::try_from(*made).ok().and_then(|made| char::from_digit(made, 36)) {
                Some(letter) => name.push(letter),
                None => name += &format!("({made})"),
            }
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::Schedule;
    use crate::clock::{Clock, Mode};

    #[test]
    fn a_name_is_read_as_it_was_written() {
        for script in [vec![], vec![1], vec![0, 1, 0, 11, 35, 36, 120, 2]] {
            let schedule = Schedule {
                mode: Mode { clock: Clock::Free, one_thread: true, hasty: true },
                script,
            };
            let read = Schedule::parse(&schedule.name()).expect("it is a name");
            let script = if schedule.script.is_empty() { vec![0] } else { schedule.script };
            assert_eq!(read.script, script);
        }
        for wrong in ["", "0", "free", "tomorrow-1", "delays-?", "free-(x)"] {
            assert_eq!(Schedule::parse(wrong), None, "{wrong}");
        }
    }
}
