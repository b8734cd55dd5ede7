#[meanwhile::main]
async fn main(name: &str) {
    println!("{name}");
}
