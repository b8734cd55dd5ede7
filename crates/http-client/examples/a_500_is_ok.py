"""`get` is content with any answer. The status is data until the program asks for it.

    MEANWHILE_SERVER=http://127.0.0.1:PORT python3 crates/http-client/examples/a_500_is_ok.py
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


async def main() -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{SERVER}/broken") as response:
            print(f"status {response.status}, body {await response.text()}")

        async with session.get(f"{SERVER}/broken") as response:
            try:
                response.raise_for_status()
                print("finished")
            except aiohttp.ClientResponseError as error:
                print(f"failed, status {error.status}")


if __name__ == "__main__":
    asyncio.run(main())
