"""The client closes its half, and reads on: what is done with writing is not done with reading.

    python3 crates/streams/examples/half_close.py
"""

import asyncio
from asyncio import StreamReader, StreamWriter


async def serve(reader: StreamReader, writer: StreamWriter) -> None:
    """Reads numbers until no more will come, and answers with their sum."""
    numbers = await reader.read()  # until the client's half is closed
    print("server: no more will come")
    await asyncio.sleep(0.2)  # it works on them
    writer.write(str(sum(map(int, numbers.split()))).encode())
    writer.close()  # nothing else closes it


async def client(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"2\n3\n4\n")
    await writer.drain()
    print("client: has written")
    await asyncio.sleep(0.2)
    writer.write_eof()  # without it both would wait for ever
    answer = await reader.read()
    print(f"client: the sum is {answer.decode()}")
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    await client(server.sockets[0].getsockname()[1])
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
