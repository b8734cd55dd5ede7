"""Three writes, two lines: read gives what has arrived, readline gives lines.

    python3 crates/streams/examples/split_reads.py
"""

import asyncio
import json
from asyncio import StreamReader, StreamWriter


async def by_read(reader: StreamReader, writer: StreamWriter) -> None:
    while data := await reader.read(1024):
        print(f"read: {json.dumps(data.decode())}")
    writer.close()


async def by_line(reader: StreamReader, writer: StreamWriter) -> None:
    while line := await reader.readline():
        print(f"line: {json.dumps(line.decode().removesuffix(chr(10)))}")
    writer.close()


async def client(port: int) -> None:
    """Sends two lines in three pieces, then waits until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in ["hel", "lo\nwor", "ld\n"]:
        writer.write(piece.encode())
        await writer.drain()
        await asyncio.sleep(0.2)
    writer.write_eof()
    await reader.read()
    writer.close()


async def main() -> None:
    for handle in (by_read, by_line):
        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        await client(server.sockets[0].getsockname()[1])
        server.close()


if __name__ == "__main__":
    asyncio.run(main())
