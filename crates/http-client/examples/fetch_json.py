"""One page of JSON. Prints nothing: it ends well if the JSON that came back is the server's.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/examples/fetch_json.py
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


async def fetch_data(session: aiohttp.ClientSession, url: str) -> dict[str, str]:
    async with session.get(url) as response:
        response.raise_for_status()
        return await response.json()


async def main() -> None:
    async with aiohttp.ClientSession() as session:
        data = await fetch_data(session, f"{SERVER}/json")
    assert data == {"name": "data"}


if __name__ == "__main__":
    asyncio.run(main())
