"""A Queue does not know whether anybody will get from it: whoever waits to put waits on.

    python3 crates/semaphores/examples/receiver_gone.py
"""

import asyncio


async def produce(queue: asyncio.Queue[int]) -> None:
    for number in range(2):
        await queue.put(number)
        print(f"put {number}")


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(1)
    producer = asyncio.create_task(produce(queue))
    await asyncio.sleep(1)
    print("main receives nothing")
    del queue  # the producer has it still

    try:
        async with asyncio.timeout(1):
            await producer
        print("the producer is done")
    except TimeoutError:
        print("the producer still waits")


if __name__ == "__main__":
    asyncio.run(main())
