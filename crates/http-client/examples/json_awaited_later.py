"""`async with` ends the response. The coroutine that would read its body comes too late.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/examples/json_awaited_later.py
"""

import asyncio
import json
import os
import sys
from collections.abc import Coroutine
from typing import Any

try:
    import aiohttp
except ImportError:
    sys.exit("This twin needs aiohttp: python3 -m pip install aiohttp")
SERVER = os.environ.get("MEANWHILE_SERVER") or sys.exit(
    "Set MEANWHILE_SERVER to the address printed by: cargo run -p http-client --example server"
)


async def fetch_data(session: aiohttp.ClientSession, url: str) -> Coroutine[Any, Any, Any]:
    async with session.get(url) as response:
        print(f"status {response.status}")
        return response.json()  # not awaited here


async def main() -> None:
    async with aiohttp.ClientSession() as session:
        data = await fetch_data(session, f"{SERVER}/json")
        print("fetch_data is over")
        try:
            print(f"the JSON is {json.dumps(await data, separators=(',', ':'))}")
        except aiohttp.ClientError as error:
            print(f"failed: {error}")


if __name__ == "__main__":
    asyncio.run(main())
