"""Exceptions, cancellation, exit codes."""

import unittest

from tests.recording import record

GROUP = """
    import asyncio

    async def worker(name, seconds):
        try:
            await asyncio.sleep(seconds)
            raise ValueError(name)
        except asyncio.CancelledError:
            print(name, "is cut off")
            raise

    async def main():
        try:
            async with asyncio.TaskGroup() as group:
                for name, seconds in [("a", 3), ("b", 2), ("c", 1), ("d", 4)]:
                    group.create_task(worker(name, seconds))
        except* ValueError as errors:
            print(errors.exceptions)

    asyncio.run(main())
"""


class Endings(unittest.TestCase):
    maxDiff = None

    def test_an_exception_that_leaves_a_task(self) -> None:
        recording = record("""
            import asyncio

            async def clumsy():
                raise ValueError("dropped it")

            async def main():
                try:
                    await asyncio.create_task(clumsy())
                except ValueError as error:
                    print(error)

            asyncio.run(main())
        """)
        self.assertEqual(recording.ends(), {"clumsy": "panicked", "main": "done"})
        self.assertEqual(recording.of("panics"), [])
        self.assertNotIn(b"dropped it", recording.stdout.replace(recording.printed, b""))
        self.assertEqual(recording.code, 0)
        self.assertEqual(recording.of("returns")[0], recording.records[-1])

    def test_an_exception_that_nobody_retrieves_is_complained_of(self) -> None:
        source = """
            import asyncio

            async def clumsy():
                raise ValueError("lost")

            async def main():
                asyncio.create_task(clumsy())
                await asyncio.sleep(1)

            asyncio.run(main())
        """
        recording = record(source)
        self.assertEqual(recording.ends(), {"clumsy": "panicked", "main": "done"})
        self.assertIn("Task exception was never retrieved", recording.stderr)
        self.assertIn("ValueError: lost", recording.stderr)

    def test_an_exception_that_nobody_catches(self) -> None:
        source = """
            import asyncio

            async def clumsy():
                raise ValueError("dropped it")

            async def main():
                print("before")
                try:
                    await asyncio.create_task(clumsy())
                except ValueError as error:
                    raise RuntimeError("and broke it") from error

            asyncio.run(main())
        """
        recording, plain = record(source), record(source, recorded=False)
        self.assertEqual(recording.ends(), {"clumsy": "panicked", "main": "panicked"})
        panic = recording.of("panics")[0]
        self.assertEqual(panic["message"], "RuntimeError: and broke it")
        self.assertEqual((panic["lane"], panic["place"]["line"]), (0, 11))
        story = recording.story()
        self.assertEqual(story[-3:], [
            "0 s  main panics: RuntimeError: and broke it at 11",
            "0 s  main stops",
            "0 s  main ends: panicked",
        ])  # fmt: skip
        self.assertEqual(recording.of("returns"), [])
        self.assertEqual((recording.code, plain.code), (1, 1))
        folderless = [line for line in recording.stderr.splitlines() if "program.py" not in line]
        self.assertEqual(
            folderless, [line for line in plain.stderr.splitlines() if "program.py" not in line]
        )

    def test_an_exception_group(self) -> None:
        recording = record(GROUP)
        self.assertEqual(recording.ends(), {
            "worker#3": "panicked", "worker#1": "cancelled", "worker#2": "cancelled",
            "worker#4": "cancelled", "main": "done",
        })  # fmt: skip
        self.assertEqual(
            recording.lines,
            ["a is cut off", "b is cut off", "d is cut off", "(ValueError('c'),)"],
        )
        self.assertEqual(recording.wakes("worker#1"), ["worker#3"])

    def test_siblings_are_cancelled_in_the_order_in_which_they_were_made(self) -> None:
        recording = record("""
            import asyncio

            async def worker(number):
                try:
                    await asyncio.sleep(number)
                    raise ValueError(number)
                except asyncio.CancelledError:
                    print(number)
                    raise

            async def main():
                try:
                    async with asyncio.TaskGroup() as group:
                        for number in range(40):
                            group.create_task(worker(number))
                except* ValueError:
                    pass

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, [str(number) for number in range(1, 40)])

    def test_gather_that_returns_exceptions(self) -> None:
        recording = record("""
            import asyncio

            async def might_fail(number):
                if number == 2:
                    raise ValueError(number)
                await asyncio.sleep(1)
                return number

            async def main():
                print(await asyncio.gather(*map(might_fail, (1, 2, 3)), return_exceptions=True))

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["[1, ValueError(2), 3]"])
        self.assertEqual(recording.ends(), {
            "might_fail#2": "panicked", "might_fail#1": "done", "might_fail#3": "done",
            "main": "done",
        })  # fmt: skip
        self.assertEqual(recording.wakes("main"), ["might_fail#3"])

    def test_cancellation(self) -> None:
        recording = record("""
            import asyncio

            async def worker():
                try:
                    await asyncio.sleep(5)
                finally:
                    await asyncio.sleep(1)
                    print("cleaned up")

            async def never_begins():
                print("never")

            async def main():
                task = asyncio.create_task(worker())
                await asyncio.sleep(1)
                unborn = asyncio.create_task(never_begins())
                task.cancel()
                unborn.cancel()
                print(await asyncio.gather(task, unborn, return_exceptions=True))

            asyncio.run(main())
        """)
        ends = {"never_begins": "cancelled", "worker": "cancelled", "main": "done"}
        self.assertEqual(recording.ends(), ends)
        self.assertEqual(recording.wakes("worker"), ["main", "clock"])
        self.assertEqual(recording.waits("worker"), ["sleep at 5", "sleep at 7"])
        self.assertEqual(recording.wakes("never_begins"), [])
        self.assertEqual(recording.lines[0], "cleaned up")

    def test_a_task_that_is_left_when_main_returns(self) -> None:
        recording = record("""
            import asyncio

            async def worker():
                try:
                    await asyncio.sleep(5)
                finally:
                    print("cut off")

            async def main():
                task = asyncio.create_task(worker())
                await asyncio.sleep(1)

            asyncio.run(main())
        """)
        story = recording.story()
        self.assertEqual(story[-7:], [
            "1 s  main ends: done",
            "1 s  worker is woken by unknown",
            "1 s  worker runs",
            "worker prints cut off",
            "1 s  worker stops",
            "1 s  worker ends: cancelled",
            "1 s  returns",
        ])  # fmt: skip

    def test_a_task_that_cancels_itself(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                asyncio.current_task().cancel()
                try:
                    await asyncio.sleep(5)
                except asyncio.CancelledError:
                    print("cancelled")

            asyncio.run(main())
        """)
        self.assertEqual(recording.wakes("main"), ["main"])
        story = recording.story()
        self.assertLess(story.index("0 s  main stops"), story.index("0 s  main is woken by main"))

    def test_exit_codes(self) -> None:
        for argument, code in [("", 0), ("3", 3), ("'no'", 1)]:
            with self.subTest(argument):
                recording = record(f"""
                    import asyncio, sys

                    async def main():
                        sys.exit({argument})

                    asyncio.run(main())
                """)
                self.assertEqual(recording.code, code)
                self.assertEqual(recording.ends(), {"main": "done"})
                self.assertEqual(recording.records[-1]["is"], "returns")

    def test_an_exception_outside_of_any_task(self) -> None:
        recording = record("""
            def break_it():
                raise KeyError("k")

            break_it()
        """)
        self.assertEqual(
            recording.story(), ["0 s  begins", "0 s  nobody panics: KeyError: 'k' at 2"]
        )
        self.assertEqual(recording.code, 1)
        self.assertNotIn("runpy", recording.stderr)
        self.assertNotIn("meanwhile", recording.stderr)

    def test_a_program_that_does_not_compile(self) -> None:
        recording = record("def f(:\n")
        self.assertEqual(recording.code, 1)
        self.assertIn("SyntaxError", recording.stderr)
        self.assertNotIn("meanwhile", recording.stderr)

    def test_a_keyboard_interrupt(self) -> None:
        source = """
            import asyncio, os, signal

            async def main():
                asyncio.get_running_loop().call_later(1, os.kill, os.getpid(), signal.SIGINT)
                await asyncio.sleep(5)

            asyncio.run(main())
        """
        recording = record(source)
        self.assertEqual(recording.ends(), {"main": "cancelled"})
        self.assertEqual(recording.code, record(source, clock="real", recorded=False).code)
        self.assertIn("KeyboardInterrupt", recording.stderr)
