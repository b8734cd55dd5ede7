//! The choices that make a schedule.

/// A choice that was made, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which, from 0.
    pub made: usize,
    /// Of how many.
    pub of: usize,
}

/// Makes the choices of one schedule and keeps them.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    script: Vec<usize>,
    dice: Option<Dice>,
    trail: Vec<Choice>,
}

impl Choices {
    /// Makes the choices of the script; after its end the first of each.
    pub fn scripted(script: Vec<usize>) -> Self {
        Self { script, ..Self::default() }
    }

    /// Leaves each choice to chance.
    pub fn random(seed: u64) -> Self {
        Self { dice: Some(Dice(seed)), ..Self::default() }
    }

    /// One of `of` things. Where there is one thing only, nothing is chosen.
    pub fn choose(&mut self, of: usize) -> usize {
        if of <= 1 {
            return 0;
        }
        let scripted = self.script.get(self.trail.len()).copied();
        let made = match (scripted, &mut self.dice) {
            (Some(made), _) => made.min(of - 1),
            (None, Some(dice)) => dice.below(of),
            (None, None) => 0,
        };
        self.trail.push(Choice { made, of });
        made
    }

    /// Whether the script was one of this program's.
    pub fn fit(&self) -> bool {
        let made = self.trail.iter().map(|choice| choice.made);
        self.script.len() <= self.trail.len()
            && self.script.iter().copied().eq(made.take(self.script.len()))
    }

    /// What was chosen so far.
    pub fn trail(&self) -> &[Choice] {
        &self.trail
    }

    /// The script of the schedule that comes next in depth-first order; none after the last.
    pub fn next_script(&self) -> Option<Vec<usize>> {
        let last = self.trail.iter().rposition(|choice| choice.made + 1 < choice.of)?;
        let mut script: Vec<usize> = self.trail[..=last].iter().map(|choice| choice.made).collect();
        script[last] += 1;
        Some(script)
    }
}

/// Random numbers that a seed repeats (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        // The remainder of 64 bits by a handful is even enough.
        (self.roll() % bound as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Choices;

    #[test]
    fn depth_first_comes_by_every_schedule_once() {
        let mut seen = Vec::new();
        let mut script = Some(Vec::new());
        while let Some(next) = script {
            let mut choices = Choices::scripted(next);
            // The second choice depends on the first.
            let first = choices.choose(3);
            let second = choices.choose(first + 1);
            seen.push((first, second));
            script = choices.next_script();
        }
        assert_eq!(seen, [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2)]);
    }

    #[test]
    fn a_seed_repeats_itself() {
        let draw = |seed| {
            let mut choices = Choices::random(seed);
            (0..20).map(|_| choices.choose(5)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }
}
