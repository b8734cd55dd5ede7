"""Five ways in which a fetch fails, each an exception of its own; and one fetch that goes well.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/examples/five_failures.py
"""

import asyncio
import json
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


async def fetch_json(session: aiohttp.ClientSession, url: str) -> dict[str, str]:
    async with session.get(url) as response:
        response.raise_for_status()
        return json.loads(await response.read())


def describe(error: Exception) -> str:
    match error:
        case TimeoutError():  # asked first: a connection that takes too long is both
            return "timed out"
        case aiohttp.ClientConnectorError():
            return "unreachable"
        case aiohttp.ClientResponseError(status=status):
            return f"status {status}"
        case aiohttp.ClientPayloadError():
            return "body cut short"
        case json.JSONDecodeError():
            return "bad JSON"
        case _:
            return str(error)


async def main() -> None:
    refusing = socket.socket()  # bound, and never listening
    refusing.bind(("127.0.0.1", 0))
    pages = [
        ("closed port", f"http://127.0.0.1:{refusing.getsockname()[1]}/"),
        ("/after/5000", f"{SERVER}/after/5000"),
        ("/broken", f"{SERVER}/broken"),
        ("/cut", f"{SERVER}/cut"),
        ("/bad-json", f"{SERVER}/bad-json"),
        ("/json", f"{SERVER}/json"),
    ]
    timeout = aiohttp.ClientTimeout(total=0.5)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        for page, url in pages:
            try:
                data = await fetch_json(session, url)
                print(f"{page}: {data['name']}")
            except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                print(f"{page}: {describe(error)}")
    refusing.close()


if __name__ == "__main__":
    asyncio.run(main())
