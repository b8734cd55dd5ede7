"""On what a task waits, at which line, and who wakes it: one primitive, one test."""

import sys
import unittest

from tests.recording import Recording, record


def two(first: str, second: str, setup: str) -> Recording:
    """Two tasks, whose bodies begin at line 6 and line 9, and something they share."""
    return record(
        f"import asyncio\nshared = None\n\nasync def first():\n    global shared\n    {first}\n\n"
        f"async def second():\n    {second}\n\n"
        f"async def main():\n    global shared\n    shared = {setup}\n"
        "    await asyncio.gather(first(), second())\n\nasyncio.run(main())\n"
    )


class Waits(unittest.TestCase):
    def sees(
        self, recording: Recording, name: str, waits: list[str], wakes: list[str] | None = None
    ) -> None:
        self.assertEqual(recording.stderr, "")
        self.assertEqual(recording.waits(name), waits)
        if wakes is not None:
            self.assertEqual(recording.wakes(name), wakes)

    def test_sleep(self) -> None:
        recording = two("await asyncio.sleep(1)", "pass", "None")
        self.sees(recording, "first", ["sleep at 6"], ["clock"])

    def test_a_sleep_of_nothing(self) -> None:
        recording = two("await asyncio.sleep(0); print('back')", "print('second')", "None")
        self.sees(recording, "first", ["yield_now at 6"], ["yield"])
        self.assertEqual(recording.lines, ["second", "back"])
        story = recording.story()
        stops = story.index("0 s  first stops")
        self.assertEqual(story[stops + 1], "0 s  first is woken by yield")

    def test_a_queue_that_is_empty(self) -> None:
        recording = two("await shared.get()", "shared.put_nowait(7)", "asyncio.Queue()")
        self.sees(recording, "first", ["recv at 6"], ["second"])

    def test_a_queue_that_is_full(self) -> None:
        put = "await shared.put(1); await shared.put(2)"
        recording = two(put, "await asyncio.sleep(1); await shared.get()", "asyncio.Queue(1)")
        self.sees(recording, "first", ["send at 6"], ["second"])

    def test_a_queue_whose_items_are_not_done(self) -> None:
        join = "shared.put_nowait(1); await shared.join()"
        recording = two(join, "await shared.get(); shared.task_done()", "asyncio.Queue()")
        self.sees(recording, "first", ["queue_join at 6"], ["second"])

    def test_a_lock(self) -> None:
        hold = "async with shared: await asyncio.sleep(1)"
        recording = two(hold, "async with shared: pass", "asyncio.Lock()")
        self.sees(recording, "second", ["lock at 9"], ["first"])

    def test_a_semaphore(self) -> None:
        hold = "async with shared: await asyncio.sleep(1)"
        recording = two(hold, "async with shared: pass", "asyncio.Semaphore(1)")
        self.sees(recording, "second", ["acquire at 9"], ["first"])

    def test_a_bounded_semaphore(self) -> None:
        hold = "await shared.acquire(); await asyncio.sleep(1); shared.release()"
        recording = two(hold, "await shared.acquire()", "asyncio.BoundedSemaphore(1)")
        self.sees(recording, "second", ["acquire at 9"], ["first"])

    def test_an_event(self) -> None:
        recording = two("await shared.wait()", "shared.set()", "asyncio.Event()")
        self.sees(recording, "first", ["notified at 6"], ["second"])

    def test_a_condition(self) -> None:
        recording = record("""
            import asyncio

            async def waiter(condition):
                async with condition:
                    await condition.wait()

            async def main():
                condition = asyncio.Condition()
                task = asyncio.create_task(waiter(condition))
                await asyncio.sleep(1)
                async with condition:
                    condition.notify()
                    await asyncio.sleep(1)
                await task

            asyncio.run(main())
        """)
        self.sees(recording, "waiter", ["condition at 5", "lock at 5"], ["main", "main"])

    def test_a_barrier(self) -> None:
        recording = two("await shared.wait()", "await shared.wait()", "asyncio.Barrier(2)")
        self.sees(recording, "first", ["barrier at 6"], ["second"])

    def test_a_bare_future(self) -> None:
        setup = "asyncio.get_running_loop().create_future()"
        recording = two("await shared", "shared.set_result(7)", setup)
        self.sees(recording, "first", ["future at 6"], ["second"])

    def test_a_shielded_task(self) -> None:
        first = "await asyncio.shield(asyncio.create_task(asyncio.sleep(1)))"
        self.sees(two(first, "pass", "None"), "first", ["join at 6"], ["sleep"])

    def test_wait(self) -> None:
        first = "await asyncio.wait([asyncio.create_task(asyncio.sleep(1))])"
        self.sees(two(first, "pass", "None"), "first", ["join at 6"], ["sleep"])

    def test_wait_with_a_timeout(self) -> None:
        first = "await asyncio.wait([asyncio.create_task(asyncio.sleep(5))], timeout=1)"
        recording = two(first, "pass", "None")
        self.sees(recording, "first", ["join at 6", "timeout at 6"], ["clock"])

    def test_as_completed(self) -> None:
        # Tasks: coroutines it would take in the order of their addresses.
        first = "[await one for one in asyncio.as_completed(shared)]"
        tasks = "[asyncio.create_task(asyncio.sleep(seconds)) for seconds in (2, 1)]"
        recording = two(first, "pass", tasks)
        wakes = ["sleep#2", "sleep#1"]
        self.sees(recording, "first", ["join_next at 6", "join_next at 6"], wakes)

    def test_an_awaitable_that_is_written_by_hand(self) -> None:
        recording = record("""
            import asyncio

            class Place:
                def __await__(self):
                    yield from self.future

            async def main():
                place = Place()
                place.future = asyncio.get_running_loop().create_future()
                asyncio.get_running_loop().call_later(1, place.future.set_result, None)
                await place

            asyncio.run(main())
        """)
        self.assertIn("0 s  main waits: future at 5 in __await__ in main", recording.story())

    def test_the_innermost_line_of_the_program_and_what_is_around_it(self) -> None:
        recording = record("""
            import asyncio

            async def inner():
                await asyncio.sleep(1)

            async def outer():
                await inner()

            async def main():
                await outer()

            asyncio.run(main())
        """)
        wait = recording.of("waits")[0]
        place = {"file": "program.py", "line": 4, "column": 5}
        self.assertEqual(wait["place"], place)
        self.assertEqual(wait["within"][0], {"name": "inner", "place": place})
        self.assertEqual([frame["name"] for frame in wait["within"]], ["inner", "outer", "main"])
        self.assertEqual([frame["place"]["line"] for frame in wait["within"]], [4, 7, 10])


class Timeouts(unittest.TestCase):
    def test_a_timeout_that_passes(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                try:
                    async with asyncio.timeout(1):
                        await asyncio.sleep(5)
                except TimeoutError:
                    print("late")
                await asyncio.sleep(1)

            asyncio.run(main())
        """)
        self.assertEqual(recording.waits("main"), ["sleep at 6", "timeout at 5", "sleep at 9"])
        self.assertEqual(recording.wakes("main"), ["clock", "clock"])
        self.assertEqual(recording.of("ends")[0]["at"], 2_000_000)

    def test_a_timeout_that_does_not_pass(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                async with asyncio.timeout(5) as deadline:
                    await asyncio.sleep(1)
                    deadline.reschedule(None)
                    await asyncio.sleep(1)

            asyncio.run(main())
        """)
        self.assertEqual(recording.waits("main"), ["sleep at 5", "timeout at 4", "sleep at 7"])

    def test_wait_for(self) -> None:
        recording = record("""
            import asyncio

            async def slow():
                await asyncio.sleep(5)

            async def main():
                try:
                    await asyncio.wait_for(slow(), 1)
                except TimeoutError:
                    print("late")

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["late"])
        self.assertEqual(recording.of("ends")[-1]["at"], 1_000_000)
        if sys.version_info >= (3, 12):
            self.assertEqual(recording.waits("main"), ["sleep at 4", "timeout at 8"])
        else:
            # It makes a task, and waits for its end twice: before and after it is cancelled.
            self.assertEqual(recording.waits("main"), ["join at 8", "timeout at 8", "join at 8"])
            self.assertEqual(recording.ends(), {"slow": "cancelled", "main": "done"})
