"""Records and printed bytes keep their order, whatever is printed."""

import os
import subprocess
import tempfile
import unittest

from tests.recording import command, environment, record, write


class Stdout(unittest.TestCase):
    def test_lines_stand_between_the_records_of_their_lane(self) -> None:
        recording = record("""
            import asyncio

            async def speaker(name):
                print(name, 1)
                await asyncio.sleep(1)
                print(name, 2)

            async def main():
                await asyncio.gather(speaker("a"), speaker("b"))

            asyncio.run(main())
        """)
        story = recording.story()
        prints = [line for line in story if "prints" in line]
        self.assertEqual(prints, [
            "speaker#1 prints a 1", "speaker#2 prints b 1",
            "speaker#1 prints a 2", "speaker#2 prints b 2",
        ])  # fmt: skip
        self.assertEqual(story[story.index(prints[0]) - 1], "0 s  speaker#1 runs")

    def test_half_a_line_comes_before_the_suspension(self) -> None:
        recording = record("""
            import asyncio

            async def main():
                print("half", end="")
                await asyncio.sleep(1)
                print(" and half", end="")

            asyncio.run(main())
        """)
        self.assertEqual(recording.printed, b"half and half")
        before_the_wait = recording.stdout[: recording.stdout.index(b'"waits"')]
        self.assertIn(b"half", before_the_wait)
        self.assertNotIn(b" and half", before_the_wait)

    def test_bytes_that_are_no_text(self) -> None:
        recording = record("""
            import asyncio, sys

            async def main():
                sys.stdout.write("nul \\0 and \\x1e separator\\r\\n")
                sys.stdout.buffer.write(b"\\xff\\xfe\\x1e")
                await asyncio.sleep(1)
                sys.stdout.write("last")

            asyncio.run(main())
        """)
        self.assertEqual(recording.printed, b"nul \0 and \x1e separator\r\n\xff\xfe\x1elast")

    def test_a_line_of_ten_megabytes(self) -> None:
        recording = record("""
            import asyncio

            async def talker():
                print("x" * 10_000_000)
                await asyncio.sleep(1)

            async def main():
                await asyncio.gather(talker(), asyncio.to_thread(print, "y" * 10_000_000))

            asyncio.run(main())
        """)
        self.assertEqual(len(recording.printed), 20_000_002)
        self.assertEqual(sorted(recording.lines), ["x" * 10_000_000, "y" * 10_000_000])
        self.assertEqual(recording.ends()["talker"], "done")

    def test_many_threads_that_print(self) -> None:
        for clock in (None, "real"):
            with self.subTest(clock):
                recording = record(
                    """
                    import asyncio, sys

                    def talk(name):
                        for number in range(200):
                            sys.stdout.write(f"{name} {number}\\n")

                    async def main():
                        calls = [asyncio.to_thread(talk, name) for name in range(8)]
                        beats = [asyncio.sleep(0.001 * beat) for beat in range(50)]
                        await asyncio.gather(*calls, *beats)

                    asyncio.run(main())
                    """,
                    clock=clock,
                )
                expected = {f"{name} {number}" for name in range(8) for number in range(200)}
                self.assertEqual(len(recording.lines), 1600)
                self.assertEqual(set(recording.lines), expected)

    def test_a_stdout_that_the_program_replaces_or_closes(self) -> None:
        recording = record("""
            import asyncio, contextlib, io, os, sys

            async def main():
                with contextlib.redirect_stdout(io.StringIO()) as text:
                    print("kept")
                    await asyncio.sleep(1)
                print(text.getvalue(), end="")
                sys.stdout.close()
                os.close(1)
                await asyncio.sleep(1)

            asyncio.run(main())
        """)
        self.assertEqual(recording.lines, ["kept"])
        self.assertEqual(recording.code, 0)
        self.assertEqual(recording.records[-1]["is"], "returns")
        self.assertEqual(recording.records[-1]["at"], 2_000_000)

    def test_a_record_that_would_be_too_long_is_cut(self) -> None:
        recording = record("""
            import asyncio

            async def deeper(depth):
                if depth:
                    await deeper(depth - 1)
                else:
                    await asyncio.sleep(1)

            async def main():
                await deeper(100)
                raise ValueError("\\0ä\\U0001f600\\ud800" * 5000)

            asyncio.run(main())
        """)
        wait = recording.of("waits")[0]
        self.assertEqual((wait["on"], wait["place"]["line"], "within" in wait), ("sleep", 7, False))
        self.assertEqual(len(recording.of("panics")[0]["message"]), 501)

    def test_a_child_that_is_forked_writes_no_records(self) -> None:
        recording = record("""
            import asyncio, os

            async def main():
                if os.fork() == 0:
                    await asyncio.sleep(0)
                    os._exit(0)
                os.wait()

            asyncio.run(main())
        """)
        self.assertEqual(recording.waits("main"), [])

    def test_nobody_reads(self) -> None:
        source = """
            import asyncio

            async def main():
                while True:
                    await asyncio.sleep(0)

            asyncio.run(main())
        """
        with tempfile.TemporaryDirectory() as folder:
            write(folder, source)
            reader, writer = os.pipe()
            program = subprocess.Popen(
                command("program.py"), cwd=folder, env=environment(), stdout=writer
            )
            os.close(writer)
            os.read(reader, 10)
            os.close(reader)
            self.assertEqual(program.wait(timeout=300), 1)
