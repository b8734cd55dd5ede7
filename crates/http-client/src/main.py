"""Three pages from one session, finished in the order in which the server answers.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/src/main.py
"""

import asyncio
import os
import sys

try:
    import aiohttp
except ImportError:
    sys.exit("This twin needs aiohttp: python3 -m pip install aiohttp")


async def fetch_data(session: aiohttp.ClientSession, i: int, label: str, url: str) -> None:
    print(f"Starting {i} {label}")
    try:
        await read_page(session, url)
        print(f"Finished {i} {label}")
    except (aiohttp.ClientError, TimeoutError) as error:
        print(f"Failed {i} {label}: {error!r}")


async def read_page(session: aiohttp.ClientSession, url: str) -> str:
    async with session.get(url) as response:  # the headers are here
        response.raise_for_status()
        return await response.text()  # the body is here


def sites() -> list[tuple[str, str]]:
    """The pages named on the command line, or three from the lesson's server."""
    if sys.argv[1:]:
        return [(url, url) for url in sys.argv[1:]]
    server = os.environ.get("MEANWHILE_SERVER") or sys.exit(
        "Set MEANWHILE_SERVER to the address printed by: cargo run -p http-client --example server"
    )
    pages = [("https://dev.to", 600), ("https://medium.com", 200), ("https://python.org", 400)]
    return [(label, f"{server}/after/{ms}") for label, ms in pages]


async def main() -> None:
    # One session, so one pool of connections.
    async with aiohttp.ClientSession() as session:
        fetches = [
            asyncio.create_task(fetch_data(session, i, label, url))
            for i, (label, url) in enumerate(sites(), start=1)
        ]
        for fetch in fetches:
            await fetch


if __name__ == "__main__":
    asyncio.run(main())
