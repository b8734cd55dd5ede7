"""Nobody listens at the third address. Its fetch fails at once, the others finish.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/examples/one_host_down.py
"""

import asyncio
import os
import socket
import sys

try:
    import aiohttp
except ImportError:
    sys.exit("This twin needs aiohttp: python3 -m pip install aiohttp")
SERVER = os.environ.get("MEANWHILE_SERVER") or sys.exit(
    "Set MEANWHILE_SERVER to the address printed by: cargo run -p http-client --example server"
)


async def fetch_data(session: aiohttp.ClientSession, i: int, label: str, url: str) -> None:
    print(f"Starting {i} {label}")
    try:
        await read_page(session, url)
        print(f"Finished {i} {label}")
    except aiohttp.ClientConnectorError:
        print(f"Failed {i} {label}: cannot connect")


async def read_page(session: aiohttp.ClientSession, url: str) -> str:
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.text()


async def main() -> None:
    refusing = socket.socket()  # bound, and never listening
    refusing.bind(("127.0.0.1", 0))
    sites = [
        ("https://dev.to", f"{SERVER}/after/600"),
        ("https://medium.com", f"{SERVER}/after/200"),
        ("https://python.org", f"http://127.0.0.1:{refusing.getsockname()[1]}/"),
    ]
    async with aiohttp.ClientSession() as session:
        fetches = [
            asyncio.create_task(fetch_data(session, i, label, url))
            for i, (label, url) in enumerate(sites, start=1)
        ]
        for fetch in fetches:
            await fetch
    refusing.close()


if __name__ == "__main__":
    asyncio.run(main())
