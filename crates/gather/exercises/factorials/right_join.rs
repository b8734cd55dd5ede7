//! Right: `join!` for a number of futures that you can count in the source. It prints the lines that
//! come at the same instant in another order, since it begins each poll with the next of its futures.
//! That order was never promised, so no other is asked for.

use crate::factorial;

pub async fn factorials() -> Vec<u64> {
    let (a, b, c) = tokio::join!(factorial("A", 4), factorial("B", 2), factorial("C", 3));
    vec![a, b, c]
}
