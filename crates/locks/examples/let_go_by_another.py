"""A Lock belongs to nobody: another task may let go of it.

    python3 crates/locks/examples/let_go_by_another.py
"""

import asyncio


async def clean_up(room: asyncio.Lock) -> None:
    print("clean_up: begins")
    await asyncio.sleep(1)
    print("clean_up: lets go")
    room.release()


async def main() -> None:
    room = asyncio.Lock()
    await room.acquire()
    print("main: has the room")
    cleaning = asyncio.create_task(clean_up(room))
    print("main: asks for the room")
    await room.acquire()
    print("main: has the room again")
    await cleaning


if __name__ == "__main__":
    asyncio.run(main())
