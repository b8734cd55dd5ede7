//! Two withdrawals from one account, each with a question to the bank between reading and writing.
//!
//!     cargo run -p locks

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::sleep;

struct Account {
    balance: u32,
}

#[tracing::instrument(skip(account, amount))] // a lane of its own
async fn withdraw(who: &str, account: &Mutex<Account>, amount: u32) {
    println!("{who} asks for the account");
    let mut account = account.lock().await;
    let read = account.balance;
    println!("{who} reads {read}");
    sleep(Duration::from_secs(1)).await; // the bank is asked whether it may be
    account.balance = read - amount;
    println!("{who} leaves {}", account.balance);
} // the guard is dropped here, and the lock is free

#[meanwhile::main(flavor = "current_thread")]
async fn main() {
    let account = Mutex::new(Account { balance: 100 });
    tokio::join!(withdraw("Ann", &account, 30), withdraw("Bob", &account, 20));
    println!("balance: {}", account.into_inner().balance);
}
