// Meant: to await from a function that is not async. asyncio would not have come to it: `SyntaxError: 'await' outside async function`.
async fn letters(name: &str) -> usize {
    name.len()
}

fn report(name: &str) {
    println!("{}", letters(name).await);
}

fn main() {
    report("Alice");
}
