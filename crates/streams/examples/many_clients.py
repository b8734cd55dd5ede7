"""An echo for many clients: start_server makes a task for each connection by itself.

    python3 crates/streams/examples/many_clients.py
"""

import asyncio
from asyncio import StreamReader, StreamWriter


async def echo(reader: StreamReader, writer: StreamWriter) -> None:
    """Works on each line, then sends it back."""
    while line := await reader.readline():
        await asyncio.sleep(0.15)
        writer.write(line)
        await writer.drain()
    writer.close()


async def client(name: str, thinks: int, reader: StreamReader, writer: StreamWriter) -> None:
    """Thinks, says its name and reads what comes back."""
    print(f"{name} thinks for {thinks} ms")
    await asyncio.sleep(thinks / 1000)
    writer.write(f"{name}\n".encode())
    writer.write_eof()
    answer = await reader.read()
    print(f"back comes {answer.decode().strip()}")
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(echo, "127.0.0.1", 0)  # a task for each connection
    port = server.sockets[0].getsockname()[1]
    connected = await asyncio.open_connection("127.0.0.1", port)
    slow = asyncio.create_task(client("slow", 400, *connected))
    connected = await asyncio.open_connection("127.0.0.1", port)
    quick = asyncio.create_task(client("quick", 150, *connected))
    await slow
    await quick
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
