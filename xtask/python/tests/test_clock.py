"""The virtual clock, its limit, the real clock."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from tests.recording import (
    OPENING,
    PACKAGES,
    Recording,
    command,
    environment,
    record,
    write,
)

LIMIT = 7_200_000_000


class VirtualClock(unittest.TestCase):
    def test_times_are_exact(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                for seconds in (2.01, 0.99, 0.1, 0.1, 0.1, 0.7, 1e-6, 1 / 3, 3600):
                    await asyncio.sleep(seconds)

            asyncio.run(main())
        """)
        at = [one["at"] for one in recording.of("wakes")]
        self.assertEqual(at, [
            2_010_000, 3_000_000, 3_100_000, 3_200_000, 3_300_000, 4_000_000, 4_000_001, 4_333_334,
            3_604_333_334,
        ])  # fmt: skip
        self.assertLess(recording.records[-1]["wall"], 60_000_000)

    def test_timers_for_the_same_instant_ring_in_the_order_in_which_they_were_set(self) -> None:
        source = """
            import asyncio

            async def nap(name, *naps):
                for seconds in naps:
                    await asyncio.sleep(seconds)
                print(name)

            async def main():
                same = [nap(number, 0.3) for number in range(20)]
                await asyncio.gather(nap("in parts", 0.1, 0.1, 0.1), *same, nap("in two", 0.2, 0.1))

            asyncio.run(main())
        """
        recording = record(source)
        self.assertEqual(recording.lines, [*map(str, range(20)), "in two", "in parts"])
        self.assertEqual(recording.printed, record(source, recorded=False).printed)
        self.assertEqual({one["at"] for one in recording.of("ends")}, {300_000})

    def test_a_sleep_that_never_ends(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                await asyncio.sleep(float("inf"))

            asyncio.run(main())
        """)
        self.assertEqual(recording.code, 86)
        self.assertEqual(recording.records[-1]["at"], LIMIT)

    def test_the_loop_tells_the_virtual_time(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                began = loop.time()
                loop.call_at(began + 2, print, "at two")
                loop.call_later(3, print, "never").cancel()
                await asyncio.sleep(5)
                print(loop.time() - began)

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["at two", "5.0"])

    def test_a_deadlock_jumps_to_the_limit(self) -> None:
        recording = record("""
            import asyncio

            async def stuck(queue):
                await queue.get()

            async def main():
                await asyncio.sleep(1)
                print("half a line", end="")
                await asyncio.create_task(stuck(asyncio.Queue()))

            asyncio.run(main())
        """)
        self.assertEqual(recording.code, 86)
        self.assertEqual(recording.records[-1]["is"], "limit")
        self.assertEqual(recording.records[-1]["at"], LIMIT)
        self.assertEqual(recording.records[-1]["others"], 0)
        self.assertEqual(recording.records[-2]["at"], 1_000_000)
        self.assertEqual(recording.printed, b"half a line")

    def test_a_timer_for_ever_comes_to_the_limit_step_by_step(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                while True:
                    await asyncio.sleep(60)

            asyncio.run(main())
        """)
        self.assertEqual(recording.code, 86)
        at = [one["at"] for one in recording.of("wakes")]
        self.assertEqual(at, list(range(60_000_000, LIMIT, 60_000_000)))
        self.assertEqual(recording.records[-1]["at"], LIMIT)

    def test_a_task_that_yields_for_ever_is_recorded_until_it_is_killed(self) -> None:
        source = """
            import asyncio

            async def main():
                while True:
                    await asyncio.sleep(0)

            asyncio.run(main())
        """
        with tempfile.TemporaryDirectory() as folder:
            write(folder, source)
            program = subprocess.Popen(
                command("program.py"), cwd=folder, env=environment(), stdout=subprocess.PIPE
            )
            assert program.stdout is not None
            frames = [program.stdout.readline() for _ in range(1000)]
            program.kill()
            program.wait()
            program.stdout.close()
        self.assertTrue(all(frame.startswith(OPENING) for frame in frames))
        wakes = Recording(b"".join(frames), "", 0).of("wakes")
        self.assertGreater(len(wakes), 200)
        self.assertEqual({(one["at"], one["by"]) for one in wakes}, {(0, "yield")})

    def test_the_time_of_a_thread_that_blocks_is_the_walls(self) -> None:
        recording = record("""
            import asyncio, time

            async def main():
                time.sleep(0.2)
                await asyncio.sleep(1)

            asyncio.run(main())
        """)
        stops = recording.of("stops")[0]
        self.assertEqual(stops["at"], 0)
        self.assertGreater(stops["wall"], 200_000)


class RealClock(unittest.TestCase):
    def test_seconds_take_a_second(self) -> None:
        recording = record(
            """
            import asyncio

            async def main():
                await asyncio.sleep(0.3)
                print("slept")

            asyncio.run(main())
            """,
            clock="real",
        )
        begins, wakes = recording.records[0], recording.of("wakes")[0]
        self.assertEqual(begins["clock"], "real")
        self.assertEqual(wakes["at"], wakes["wall"])
        self.assertTrue(300_000 <= wakes["at"] < 30_000_000, wakes)

    def test_the_bytes_that_a_lane_printed_are_counted(self) -> None:
        source = """
            import asyncio

            async def main():
                print("zwölf")
                await asyncio.sleep(0.1)
                print("half", end=" ")
                await asyncio.to_thread(print, "on a thread")

            asyncio.run(main())
        """
        recording = record(source, clock="real")
        wrote = [(recording.names[one["lane"]], one["wrote"]) for one in recording.of("stops")]
        self.assertEqual(sorted(wrote), [("main", 0), ("main", 5), ("main", 7), ("print", 12)])
        self.assertFalse(any("wrote" in one for one in record(source).of("stops")))

    def test_what_a_program_imports_is_not_its_time(self) -> None:
        source = """
            try:
                import json, slow_library
            except ImportError:
                raise
            import asyncio, helper
            assert helper.OWN

            async def main():
                pass

            asyncio.run(main())
        """
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder, "site-packages")
            library.mkdir()
            Path(library, "slow_library.py").write_text("import time\ntime.sleep(1)\n")
            packages = f"{PACKAGES}{os.pathsep}{library}"
            Path(library, "helper.py").write_text("OWN = False\n")
            recording = record(source, clock="real", PYTHONPATH=packages, helper="OWN = True\n")
        self.assertLess(recording.of("appears")[0]["at"], 1_000_000)
        self.assertEqual(recording.code, 0)
