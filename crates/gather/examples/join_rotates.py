"""The same three downloads through gather: each is a Task, and the timers keep their order.

    python3 crates/gather/examples/join_rotates.py
"""

import asyncio


async def fetch_data(url: str) -> None:
    print(f"Fetching data from {url}...")
    await asyncio.sleep(2)  # stands in for the network
    print(f"Data fetched from {url}")


async def main() -> None:
    await asyncio.gather(
        fetch_data("https://api.example.com/data1"),
        fetch_data("https://api.example.com/data2"),
        fetch_data("https://api.example.com/data3"),
    )


if __name__ == "__main__":
    asyncio.run(main())
