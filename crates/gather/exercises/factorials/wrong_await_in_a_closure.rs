//! Wrong: a comprehension with `await` in it is a `map` with `.await` in it.
//! Earns: does not compile

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    [("A", 4), ("B", 2), ("C", 3)]
        .into_iter()
        .map(|(name, number)| factorial(name, number).await)
        .collect()
}
