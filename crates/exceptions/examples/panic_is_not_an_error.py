"""An error and a mistake are both exceptions: only their classes tell them apart.

    python3 crates/exceptions/examples/panic_is_not_an_error.py
"""

import asyncio


async def price(item: str) -> int:
    await asyncio.sleep(1)
    match item:
        case "tea":
            return 30
        case "coffee":
            raise ValueError("coffee is sold out")  # an answer that the caller expects
        case _:
            raise AssertionError(f"nobody thought of {item}")  # a mistake in this program


async def main() -> None:
    for item in ["tea", "coffee", "milk"]:
        try:
            print(f"{item} costs {await asyncio.create_task(price(item))}")
        except ValueError as error:
            print(f"{item} refused: {error}")
        except Exception as died:
            print(f"{item} died: {died}")
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
