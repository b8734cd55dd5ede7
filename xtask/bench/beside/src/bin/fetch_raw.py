"""N requests over at most 100 connections, written and read by hand: no HTTP library. The port of the
server comes last on the command line.
"""

import asyncio

from beside import measured

CONNECTIONS = 100
REQUEST = b"GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n"


async def fetch_all(n, port):
    connections = min(CONNECTIONS, n)
    tasks = []
    for connection in range(connections):
        requests = n // connections + (connection < n % connections)
        tasks.append(asyncio.create_task(over_one_connection(port, requests)))
    for task in tasks:
        await task


async def over_one_connection(port, requests):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(requests):
        writer.write(REQUEST)
        await writer.drain()
        assert await body(reader) == b'{"name":"data"}'
    writer.close()
    await writer.wait_closed()


async def body(reader):
    length = 0
    while len(line := await reader.readline()) > 2:
        if line.startswith(b"content-length: "):
            length = int(line.removeprefix(b"content-length: "))
    return await reader.readexactly(length)


measured(fetch_all)
