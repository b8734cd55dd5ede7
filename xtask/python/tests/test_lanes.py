"""Who appears, runs, stops, is woken, ends: whole stories."""

import sys
import unittest

from tests.recording import record


class Lanes(unittest.TestCase):
    maxDiff = None

    def test_a_task_that_is_awaited(self) -> None:
        recording = record("""
            import asyncio

            async def worker():
                await asyncio.sleep(1)
                return 7

            async def main():
                task = asyncio.create_task(worker())
                print(await task)

            asyncio.run(main())
        """)
        self.assertEqual(recording.story(), [
            "0 s  begins",
            "0 s  main appears: root at 11",
            "0 s  main runs",
            "0 s  worker appears: task by main at 8",
            "0 s  main waits: join at 9 in main",
            "0 s  main stops",
            "0 s  worker runs",
            "0 s  worker waits: sleep at 4 in worker",
            "0 s  worker stops",
            "1 s  worker is woken by clock",
            "1 s  worker runs",
            "1 s  worker stops",
            "1 s  worker ends: done",
            "1 s  main is woken by worker",
            "1 s  main runs",
            "main prints 7",
            "1 s  main stops",
            "1 s  main ends: done",
            "1 s  returns",
        ])  # fmt: skip
        self.assertEqual(recording.code, 0)

    def test_gather_makes_tasks(self) -> None:
        recording = record("""
            import asyncio

            async def nap(seconds):
                await asyncio.sleep(seconds)
                print(seconds)

            async def main():
                await asyncio.gather(
                    nap(2),
                    nap(1),
                )

            asyncio.run(main())
        """)
        self.assertEqual(recording.story(), [
            "0 s  begins",
            "0 s  main appears: root at 13",
            "0 s  main runs",
            "0 s  nap#1 appears: task by main at 8",
            "0 s  nap#2 appears: task by main at 8",
            "0 s  main waits: join at 8 in main",
            "0 s  main stops",
            "0 s  nap#1 runs",
            "0 s  nap#1 waits: sleep at 4 in nap",
            "0 s  nap#1 stops",
            "0 s  nap#2 runs",
            "0 s  nap#2 waits: sleep at 4 in nap",
            "0 s  nap#2 stops",
            "1 s  nap#2 is woken by clock",
            "1 s  nap#2 runs",
            "nap#2 prints 1",
            "1 s  nap#2 stops",
            "1 s  nap#2 ends: done",
            "2 s  nap#1 is woken by clock",
            "2 s  nap#1 runs",
            "nap#1 prints 2",
            "2 s  nap#1 stops",
            "2 s  nap#1 ends: done",
            "2 s  main is woken by nap#1",
            "2 s  main runs",
            "2 s  main stops",
            "2 s  main ends: done",
            "2 s  returns",
        ])  # fmt: skip

    def test_a_task_group(self) -> None:
        recording = record("""
            import asyncio

            async def nap(seconds):
                await asyncio.sleep(seconds)

            async def main():
                async with asyncio.TaskGroup() as group:
                    group.create_task(nap(1))
                    group.create_task(nap(2))

            asyncio.run(main())
        """)
        appear = [(one["name"], one["parent"], one["place"]["line"])
                  for one in recording.of("appears")]  # fmt: skip
        self.assertEqual(appear, [("main", None, 11), ("nap", 0, 8), ("nap", 0, 9)])
        self.assertEqual(recording.waits("main"), ["join at 7"])
        self.assertEqual(recording.wakes("main"), ["nap#2"])

    def test_several_loops_share_a_clock(self) -> None:
        recording = record("""
            import asyncio

            async def nap(seconds):
                await asyncio.sleep(seconds)
                print(seconds, asyncio.get_running_loop().time())

            asyncio.run(nap(1))
            print("between")
            loop = asyncio.new_event_loop()
            loop.run_until_complete(nap(2))
            loop.close()
            with asyncio.Runner() as runner:
                runner.run(nap(3))
                runner.run(nap(4))
            loop = asyncio.SelectorEventLoop()
            loop.run_until_complete(nap(5))
        """)
        self.assertEqual(
            recording.lines, ["1 1.0", "between", "2 3.0", "3 6.0", "4 10.0", "5 15.0"]
        )
        self.assertEqual([one["kind"] for one in recording.of("appears")], ["root"] * 5)
        self.assertEqual(
            [one["at"] // 1_000_000 for one in recording.of("ends")], [1, 3, 6, 10, 15]
        )
        self.assertIn("outside prints between", recording.story())

    def test_a_task_that_is_made_before_the_loop_runs_is_no_root(self) -> None:
        recording = record("""
            import asyncio

            async def early():
                await asyncio.sleep(1)

            async def main():
                await asyncio.sleep(2)

            loop = asyncio.new_event_loop()
            task = loop.create_task(early())
            loop.run_until_complete(main())
        """)
        kinds = {one["name"]: one["kind"] for one in recording.of("appears")}
        self.assertEqual(kinds, {"early": "task", "main": "root"})

    def test_a_task_that_is_made_by_hand(self) -> None:
        recording = record("""
            import asyncio

            async def worker():
                await asyncio.sleep(1)

            async def main():
                loop = asyncio.get_running_loop()
                await asyncio.Task(worker(), loop=loop)
                make = lambda loop, coro, **rest: asyncio.Task(coro, loop=loop, **rest)
                loop.set_task_factory(make)
                await asyncio.create_task(worker(), name="of the factory")

            asyncio.run(main())
        """)
        self.assertEqual(recording.stderr, "")
        self.assertEqual(recording.ends(), {"worker#1": "done", "worker#2": "done", "main": "done"})
        self.assertEqual(recording.waits("main"), ["join at 8", "join at 11"])

    @unittest.skipIf(sys.version_info >= (3, 14), "asyncio itself does not run them as they are")
    def test_a_task_that_is_written_in_python(self) -> None:
        recording = record("""
            import asyncio

            async def worker():
                await asyncio.sleep(0)
                await asyncio.sleep(1)
                print(asyncio.current_task().get_name())

            async def main():
                loop = asyncio.get_running_loop()
                await asyncio.tasks._PyTask(worker(), loop=loop, name="by hand")

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["by hand"])
        self.assertEqual(recording.waits("worker"), ["yield_now at 4", "sleep at 5"])
        self.assertEqual(recording.wakes("worker"), ["yield", "clock"])
        self.assertEqual(recording.ends(), {"worker": "done", "main": "done"})

    def test_a_task_that_nobody_holds_is_dropped(self) -> None:
        recording = record("""
            import asyncio, gc

            async def forgotten():
                await asyncio.get_running_loop().create_future()

            async def main():
                asyncio.create_task(forgotten())
                await asyncio.sleep(1)
                gc.collect()
                print("collected")

            asyncio.run(main())
        """)
        story = recording.story()
        self.assertLess(
            story.index("1 s  forgotten ends: cancelled"), story.index("main prints collected")
        )

    def test_an_async_generator(self) -> None:
        recording = record("""
            import asyncio

            async def numbers():
                try:
                    for number in range(3):
                        await asyncio.sleep(1)
                        yield number
                finally:
                    print("closed")

            async def main():
                async for number in numbers():
                    print(number)
                    if number == 1:
                        break
                await asyncio.sleep(1)

            asyncio.run(main())
        """)
        story = recording.story()
        self.assertIn("0 s  main waits: sleep at 6 in numbers in main", story)
        self.assertIn("2 s  numbers appears: task", story)
        self.assertIn("numbers prints closed", story)

    def test_what_asyncio_runs_for_itself_is_no_lane(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                await asyncio.to_thread(print, "on a thread")

            asyncio.run(main())
        """)
        self.assertEqual(set(recording.names.values()), {"main", "print"})

    def test_a_callback_hands_on_who_is_behind_it(self) -> None:
        recording = record("""
            import asyncio

            async def waiter(future):
                await future

            async def main():
                loop = asyncio.get_running_loop()
                futures = [loop.create_future() for _ in range(3)]
                first, second, third = [asyncio.create_task(waiter(one)) for one in futures]
                await asyncio.sleep(1)
                loop.call_soon(futures[0].set_result, None)
                loop.call_later(1, futures[1].set_result, None)
                loop.call_later(2, loop.call_soon, futures[2].set_result, None)
                await third

            asyncio.run(main())
        """)
        wakes = [recording.wakes(f"waiter#{number}") for number in (1, 2, 3)]
        self.assertEqual(wakes, [["main"], ["clock"], ["clock"]])
        self.assertEqual(recording.waits("waiter#1"), ["future at 4"])
