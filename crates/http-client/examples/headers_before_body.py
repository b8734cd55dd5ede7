"""`get` ends when the headers are here. By its headers page 1 is first, by its body it is last.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/examples/headers_before_body.py
"""

import asyncio
import os
import sys

try:
    import aiohttp
except ImportError:
    sys.exit("This twin needs aiohttp: python3 -m pip install aiohttp")
SERVER = os.environ.get("MEANWHILE_SERVER") or sys.exit(
    "Set MEANWHILE_SERVER to the address printed by: cargo run -p http-client --example server"
)


async def fetch_data(session: aiohttp.ClientSession, i: int, url: str) -> None:
    async with session.get(url) as response:
        print(f"Headers {i}")
        await response.text()
        print(f"Body {i}")


async def main() -> None:
    async with aiohttp.ClientSession() as session:
        # The headers of page 1 come at once, its body 300 ms later. Page 2 comes whole, after 150 ms.
        first = asyncio.create_task(fetch_data(session, 1, f"{SERVER}/held/300"))
        second = asyncio.create_task(fetch_data(session, 2, f"{SERVER}/after/150"))
        await first
        await second


if __name__ == "__main__":
    asyncio.run(main())
