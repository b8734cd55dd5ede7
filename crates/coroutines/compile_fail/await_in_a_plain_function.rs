// Meant: to await from a function that is not async. Python refuses too: SyntaxError, 'await' outside async function.
async fn letters(name: &str) -> usize {
    name.len()
}

fn report(name: &str) {
    println!("{}", letters(name).await);
}

fn main() {
    report("Alice");
}
