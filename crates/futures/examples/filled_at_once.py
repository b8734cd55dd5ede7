"""A place that is filled before anybody looks: nothing is awaited, so nothing needs the place.

    python3 crates/futures/examples/filled_at_once.py
"""

import asyncio


async def my_coroutine() -> str:
    await asyncio.sleep(1)
    return "Any Async Output"


def main() -> None:
    # A future belongs to a loop. This one never runs.
    loop = asyncio.new_event_loop()
    my_future: asyncio.Future[str] = loop.create_future()
    output = asyncio.run(my_coroutine())  # the whole program happens here, on another loop
    my_future.set_result(output)
    result = my_future.result()
    print(result)
    loop.close()


if __name__ == "__main__":
    main()
