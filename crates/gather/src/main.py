"""Three downloads at once: two seconds, not six.

    python3 crates/gather/src/main.py
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
    # Three coroutine objects. Nothing has run yet: a call builds an object.
    downloads = [fetch_data(url) for url in urls]
    # gather wraps each in a Task and waits for all three.
    await asyncio.gather(*downloads)


if __name__ == "__main__":
    asyncio.run(main())
