//! Random numbers that a seed repeats.

/// SplitMix64.
pub struct Dice(u64);

impl Dice {
    /// The numbers of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        // The remainder of 64 bits by a handful is even enough.
        (self.roll() % bound as u64) as usize
    }

    /// True in so many of 100 cases.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them, if there is one.
    pub fn one_of<T: Copy>(&mut self, things: &[T]) -> Option<T> {
        match things.len() {
            0 => None,
            length => Some(things[self.below(length)]),
        }
    }

    /// One of them, each as often as its weight says.
    pub fn weighed<T: Copy>(&mut self, things: &[(usize, T)]) -> T {
        let mut left = self.below(things.iter().map(|(weight, _)| weight).sum());
        for (weight, thing) in things {
            match left.checked_sub(*weight) {
                Some(less) => left = less,
                None => return *thing,
            }
        }
        unreachable!("what is left is less than the weights together")
    }
}
