"""Three downloads, each a Task with a handle: two seconds.

    python3 crates/tasks/examples/fetch_data.py
"""

import asyncio


async def fetch_data(url: str) -> None:
    print(f"Fetching data from {url}...")
    await asyncio.sleep(2)  # stands in for the network
    print(f"Data fetched from {url}")


async def main() -> None:
    urls = [
        "https://api.example.com/data1",
        "https://api.example.com/data2",
        "https://api.example.com/data3",
    ]
    # Three Tasks. They wait in the loop's queue until main suspends.
    tasks = [asyncio.create_task(fetch_data(url)) for url in urls]
    # gather has nothing left to wrap: it waits for the three.
    await asyncio.gather(*tasks)


if __name__ == "__main__":
    asyncio.run(main())
