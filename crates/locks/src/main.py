"""Two withdrawals from one account, each with a question to the bank between reading and writing.

    python3 crates/locks/src/main.py
"""

import asyncio


class Account:
    def __init__(self, balance: int) -> None:
        self.balance = balance
        self.lock = asyncio.Lock()


async def withdraw(who: str, account: Account, amount: int) -> None:
    print(f"{who} asks for the account")
    async with account.lock:
        read = account.balance
        print(f"{who} reads {read}")
        await asyncio.sleep(1)  # the bank is asked whether it may be
        account.balance = read - amount
        print(f"{who} leaves {account.balance}")


async def main() -> None:
    account = Account(100)
    await asyncio.gather(withdraw("Ann", account, 30), withdraw("Bob", account, 20))
    print(f"balance: {account.balance}")


if __name__ == "__main__":
    asyncio.run(main())
