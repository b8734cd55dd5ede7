"""How the package is called, and what a program sees of it."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from tests.recording import Recording, command, environment, record, write


def call(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Calls the package with these arguments."""
    env = {**environment(), **variables}
    start = [sys.executable, "-m", "meanwhile", *arguments]
    return subprocess.run(start, env=env, capture_output=True, text=True, timeout=300)


class Command(unittest.TestCase):
    def test_without_a_mark_it_says_how_it_is_called(self) -> None:
        done = call("program.py", MEANWHILE_RECORD="")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("MEANWHILE_RECORD=mark python3 -m meanwhile PROGRAM.py", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_help(self) -> None:
        done = call("--help", MEANWHILE_RECORD="")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("MEANWHILE_CLOCK", done.stdout)

    def test_misuse(self) -> None:
        for arguments, words in [
            ((), "no program was named"),
            (("missing.py",), "missing.py cannot be read (No such file or directory)"),
        ]:
            with self.subTest(words):
                done = call(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(words, done.stderr)
                self.assertEqual(len(done.stderr.splitlines()), 1)
        done = call("program.py", MEANWHILE_CLOCK="fast")
        self.assertEqual(done.returncode, 2)

    def test_the_program_is_main(self) -> None:
        source = """
            import sys, pickle
            from helper import HELP

            class Thing:
                pass

            print(__name__, __file__ == sys.modules["__main__"].__file__, sys.argv, HELP)
            print(type(pickle.loads(pickle.dumps(Thing()))) is Thing, __spec__, __doc__)
        """
        printed = []
        for recorded in (True, False):
            with tempfile.TemporaryDirectory() as folder:
                write(folder, source)
                (Path(folder) / "helper.py").write_text("HELP = 'helper'\n")
                done = subprocess.run(
                    command(f"{folder}/program.py", "one", "--two", recorded=recorded),
                    env=environment(),
                    capture_output=True,
                    check=True,
                )
                text = Recording(done.stdout, "", 0).printed.decode()
                printed.append(text.replace(folder, ""))
        self.assertEqual(printed[0], printed[1])
        self.assertIn("['/program.py', 'one', '--two'] helper", printed[0])

    def test_places_are_told_from_the_packages_folder(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "src")
            source.mkdir()
            Path(folder, "Cargo.toml").write_text("")
            Path(source, "steps.py").write_text(
                "import asyncio\nasync def nap():\n    await asyncio.sleep(1)\n"
            )
            write(str(source), "import asyncio, steps\nasyncio.run(steps.nap())\n")
            done = subprocess.run(
                command("src/program.py"), cwd=folder, env=environment(), capture_output=True
            )
        recording = Recording(done.stdout, done.stderr.decode(), done.returncode)
        files = [one["place"]["file"] for one in recording.records if "place" in one]
        self.assertEqual(files, ["src/program.py", "src/steps.py"])

    def test_a_task_of_a_library_has_the_librarys_name_and_no_place(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder, "site-packages", "parlour")
            library.mkdir(parents=True)
            Path(library, "__init__.py").write_text(
                "import asyncio\nasync def serve():\n    await asyncio.sleep(1)\n"
                "def start(given=None):\n    return asyncio.create_task(given or serve())\n"
            )
            write(folder, """
                import asyncio, sys
                sys.path.append(f"{sys.path[0]}/site-packages")
                import parlour

                async def own():
                    await asyncio.sleep(1)

                async def main():
                    await parlour.start()
                    await parlour.start(own())

                asyncio.run(main())
            """)  # fmt: skip
            done = subprocess.run(
                command("program.py"), cwd=folder, env=environment(), capture_output=True
            )
        recording = Recording(done.stdout, done.stderr.decode(), done.returncode)
        lanes = [(one["name"], one["place"]) for one in recording.of("appears")[1:]]
        self.assertEqual(lanes, [("parlour", None), ("own", None)])
        self.assertEqual(recording.waits("parlour"), ["sleep at None"])
        self.assertEqual(recording.waits("own"), ["sleep at 6"])

    def test_asyncios_debug_mode(self) -> None:
        recording = record(
            """
            import asyncio

            async def main():
                await asyncio.gather(asyncio.sleep(1), asyncio.to_thread(print, "thread"))

            asyncio.run(main(), debug=True)
            """
        )
        self.assertEqual(recording.stderr, "")
        self.assertEqual(recording.ends(), {"print": "done", "to_thread": "done",
                                            "sleep": "done", "main": "done"})  # fmt: skip
