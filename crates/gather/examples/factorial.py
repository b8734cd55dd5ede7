"""Three factorials at once: nine seconds, the longest of the three.

    python3 crates/gather/examples/factorial.py
"""

import asyncio


async def factorial(name: str, number: int) -> int:
    f = 1
    for i in range(2, number + 1):
        print(f"Task {name}: Compute factorial({number}), currently i={i}...")
        await asyncio.sleep(i)
        f *= i
    print(f"Task {name}: factorial({number}) = {f}")
    return f


async def main() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()  # the loop's own clock never goes backwards; time.time() may

    # A list of results in the order of the arguments, whichever ends first.
    results = await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4))

    print(f"Results: {results}")
    print(f"Completed in {loop.time() - start:.2f} seconds")


if __name__ == "__main__":
    asyncio.run(main())
