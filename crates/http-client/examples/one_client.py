"""A session holds a pool of connections: one session uses one again, a session for each request
connects each time.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/examples/one_client.py
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


async def connection(session: aiohttp.ClientSession, url: str) -> str:
    """The number of the connection that carried the request."""
    async with session.get(url) as response:
        number = await response.text()
    await asyncio.sleep(0.1)  # as the Rust program, whose pool takes the connection back in a task
    return number


async def main() -> None:
    url = f"{SERVER}/connection"

    async with aiohttp.ClientSession() as session:
        connections = {await connection(session, url) for _ in range(3)}
    print(f"one client, 3 requests: {len(connections)} connection")

    connections = set()
    for _ in range(3):
        async with aiohttp.ClientSession() as session:
            connections.add(await connection(session, url))
    print(f"3 clients, 3 requests: {len(connections)} connections")


if __name__ == "__main__":
    asyncio.run(main())
