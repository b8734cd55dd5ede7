"""Threads and sockets, on both clocks."""

import unittest

from tests.recording import record

BOTH = (None, "real")


class Threads(unittest.TestCase):
    def test_a_call_on_a_thread_has_a_lane(self) -> None:
        for clock in BOTH:
            with self.subTest(clock):
                recording = record(
                    """
                    import asyncio, time

                    def count():
                        time.sleep(0.2)
                        print("counted")
                        return 7

                    async def main():
                        print(await asyncio.to_thread(count))

                    asyncio.run(main())
                    """,
                    clock=clock,
                )
                self.assertEqual(recording.lines, ["counted", "7"])
                self.assertEqual(recording.ends(), {"count": "done", "main": "done"})
                self.assertEqual(recording.waits("main"), ["join at 9"])
                self.assertEqual(recording.wakes("main"), ["count"])
                count = recording.of("appears")[1]
                self.assertEqual(
                    (count["kind"], count["parent"], count["place"]["line"]), ("blocking", 0, 9)
                )
                threads = {one["lane"]: one["thread"] for one in recording.of("runs")}
                self.assertEqual(threads, {0: 0, 1: 1})

    def test_the_clock_stands_still_while_a_call_is_under_way(self) -> None:
        recording = record("""
            import asyncio, time

            async def main():
                call = asyncio.get_running_loop().run_in_executor(None, time.sleep, 0.3)
                timer = asyncio.create_task(asyncio.sleep(0.1))
                await call
                print(timer.done())
                await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), 0.05)

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["False"])
        self.assertEqual(recording.ends()["main"], "done")
        self.assertEqual(recording.of("returns")[0]["at"], 0)

    def test_a_call_that_fails_and_one_that_is_cancelled(self) -> None:
        recording = record("""
            import asyncio, concurrent.futures, time

            def fail():
                raise ValueError("no")

            async def main():
                loop = asyncio.get_running_loop()
                with concurrent.futures.ThreadPoolExecutor(1) as pool:
                    slow = loop.run_in_executor(pool, time.sleep, 0.2)
                    waiting = loop.run_in_executor(pool, print, "never")
                    waiting.cancel()
                    await slow
                    try:
                        await loop.run_in_executor(pool, fail)
                    except ValueError as error:
                        print(error)
                await asyncio.sleep(1)

            asyncio.run(main())
        """)
        self.assertEqual(recording.ends(), {
            "print": "cancelled", "sleep": "done", "fail": "panicked", "main": "done",
        })  # fmt: skip
        self.assertEqual(recording.lines, ["no"])
        self.assertEqual(recording.of("returns")[0]["at"], 1_000_000)

    def test_a_call_that_the_executor_refuses(self) -> None:
        recording = record("""
            import asyncio, concurrent.futures

            async def main():
                pool = concurrent.futures.ThreadPoolExecutor(1)
                pool.shutdown()
                try:
                    asyncio.get_running_loop().run_in_executor(pool, print)
                except RuntimeError as error:
                    print(error)
                await asyncio.sleep(1)

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["cannot schedule new futures after shutdown"])
        self.assertEqual(recording.ends(), {"print": "cancelled", "main": "done"})
        self.assertEqual(recording.of("returns")[0]["at"], 1_000_000)

    def test_processes(self) -> None:
        recording = record("""
            import asyncio, concurrent.futures

            async def main():
                with concurrent.futures.ProcessPoolExecutor(1) as pool:
                    loop = asyncio.get_running_loop()
                    print(await loop.run_in_executor(pool, abs, -7))
                await asyncio.sleep(1)

            if __name__ == "__main__":
                asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["7"])
        self.assertEqual(recording.ends(), {"abs": "done", "main": "done"})

    def test_a_call_that_is_over_at_once(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                loop = asyncio.get_running_loop()
                for _ in range(200):
                    await loop.run_in_executor(None, lambda: None)

            asyncio.run(main())
        """)
        self.assertEqual(len(recording.wakes("main")), 200)
        self.assertTrue(all(by.startswith("blocking call#") for by in recording.wakes("main")))

    def test_a_thread_of_the_programs_own(self) -> None:
        for clock in BOTH:
            with self.subTest(clock):
                recording = record(
                    """
                    import asyncio, threading, time

                    def fill(loop, future):
                        time.sleep(0.3)
                        loop.call_soon_threadsafe(future.set_result, "filled")

                    async def main():
                        loop = asyncio.get_running_loop()
                        future = loop.create_future()
                        threading.Thread(target=fill, args=(loop, future)).start()
                        print(await future)

                    asyncio.run(main())
                    """,
                    clock=clock,
                )
                self.assertEqual(recording.lines, ["filled"])
                self.assertEqual(recording.wakes("main"), ["thread"])
                self.assertEqual(recording.waits("main"), ["future at 11"])

    def test_a_deadlock_beside_a_thread_that_wakes_nobody(self) -> None:
        recording = record("""
            import asyncio, threading, time

            async def main():
                threading.Thread(target=time.sleep, args=(0.2,)).start()
                await asyncio.to_thread(print, "an executor's thread stays")
                await asyncio.get_running_loop().create_future()

            asyncio.run(main())
        """)
        self.assertEqual(recording.code, 86)
        self.assertEqual(recording.records[-1]["is"], "limit")
        self.assertEqual(recording.records[-1]["others"], 1)

    def test_threads_that_are_alive_when_the_program_returns_are_told_of(self) -> None:
        recording = record("""
            import threading, time

            def work():
                time.sleep(0.2)
                print("worked")

            threading.Thread(target=work).start()
        """)
        self.assertEqual(recording.story()[-2:], ["outside prints worked", "0 s  returns"])
        self.assertEqual(recording.records[-1]["others"], 1)

    def test_a_loop_in_a_call_on_a_thread(self) -> None:
        recording = record(
            """
            import asyncio

            async def inside():
                await asyncio.sleep(0.1)
                print("inside")

            def call():
                print("before")
                asyncio.run(inside())
                print("after")

            async def main():
                await asyncio.to_thread(call)

            asyncio.run(main())
            """,
            clock="real",
        )
        self.assertEqual(recording.wakes("main"), ["call"])
        wrote = {recording.names[one["lane"]]: one.get("wrote") for one in recording.of("stops")}
        self.assertEqual(wrote, {"main": 0, "inside": None, "call": 20})

    def test_loops_in_threads(self) -> None:
        recording = record(
            """
            import asyncio, threading

            async def inside():
                await asyncio.sleep(0.1)
                print("inside")

            async def main():
                thread = threading.Thread(target=asyncio.run, args=(inside(),))
                thread.start()
                await asyncio.to_thread(thread.join)
                print("main")

            asyncio.run(main())
            """,
            clock="real",
        )
        self.assertEqual(recording.lines, ["inside", "main"])
        kinds = {one["name"]: one["kind"] for one in recording.of("appears")}
        self.assertEqual(kinds, {"main": "root", "inside": "root", "join": "blocking"})


class Sockets(unittest.TestCase):
    def test_streams(self) -> None:
        for clock in BOTH:
            with self.subTest(clock):
                recording = record(
                    """
                    import asyncio

                    async def answer(reader, writer):
                        writer.write(await reader.readline())
                        writer.close()
                        await writer.wait_closed()

                    async def main():
                        server = await asyncio.start_server(answer, "127.0.0.1", 0)
                        port = server.sockets[0].getsockname()[1]
                        reader, writer = await asyncio.open_connection("127.0.0.1", port)
                        writer.write(b"hello\\n")
                        print((await reader.readline()).decode(), end="")
                        writer.close()
                        server.close()

                    asyncio.run(main())
                    """,
                    clock=clock,
                )
                self.assertEqual(recording.lines, ["hello"])
                self.assertIn("socket at 13", recording.waits("main"))
                self.assertIn("driver", recording.wakes("main"))
                ends = recording.ends()
                self.assertEqual((ends["answer"], ends["main"]), ("done", "done"))
                answer = recording.of("appears")[recording.lane("answer")]
                self.assertEqual((answer["parent"], answer["place"]), (None, None))

    def test_a_subprocess(self) -> None:
        recording = record("""
            import asyncio, sys

            async def main():
                child = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(7)")
                print(await child.wait())

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["7", "0"])
        self.assertIn("process at 5", recording.waits("main"))
