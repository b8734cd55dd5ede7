// Meant: to let an error of `parse` pass through. asyncio would have raised none at the call, whatever the text: nothing has run yet.
use std::num::ParseIntError;

async fn parse(text: &str) -> Result<u32, ParseIntError> {
    text.parse()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), ParseIntError> {
    let number = parse("42")?;
    println!("{number}");
    Ok(())
}
