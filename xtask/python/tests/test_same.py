"""A program prints what it prints without the recorder, and is recorded alike each time."""

import unittest

from tests.recording import Recording, record

BUSY = """
    import asyncio

    async def producer(queue, lock):
        for number in range(5):
            async with lock:
                await asyncio.sleep(0.1 * (number % 2))
            await queue.put(number)
        raise ValueError("empty")

    async def consumer(queue, name):
        while True:
            number = await queue.get()
            print(name, number)
            queue.task_done()
            await asyncio.sleep(0)

    async def ticks():
        for tick in range(3):
            await asyncio.sleep(0.25)
            yield tick

    async def main():
        queue, lock, ready = asyncio.Queue(2), asyncio.Lock(), asyncio.Event()
        consumers = [asyncio.create_task(consumer(queue, name)) for name in "abc"]
        asyncio.get_running_loop().call_later(0.3, ready.set)
        producers = [producer(queue, lock) for _ in range(3)]
        print(await asyncio.gather(*producers, ready.wait(), return_exceptions=True))
        async for tick in ticks():
            print(tick)
        await queue.join()
        try:
            async with asyncio.timeout(1), asyncio.TaskGroup() as group:
                for seconds in (3, 2):
                    group.create_task(asyncio.sleep(seconds))
        except TimeoutError:
            print("timeout")
        done, pending = await asyncio.wait(consumers, timeout=0.1)
        print(len(done), len(pending))

    asyncio.run(main())
"""


def without_wall(recording: Recording) -> list[object]:
    """All of it but the wall's clock."""
    return [recording.printed, *({**one, "wall": 0} for one in recording.records)]


class Same(unittest.TestCase):
    def test_fifty_recordings_of_a_program_are_alike(self) -> None:
        first = without_wall(record(BUSY))
        self.assertGreater(len(first), 200)
        for _ in range(49):
            self.assertEqual(without_wall(record(BUSY)), first)

    def test_the_printed_lines_are_those_of_the_plain_program(self) -> None:
        plain = record(BUSY, recorded=False)
        recording = record(BUSY)
        self.assertEqual(recording.lines, plain.lines)
        self.assertEqual(recording.stderr, plain.stderr)

    def test_ready_tasks_run_in_the_order_in_which_they_became_ready(self) -> None:
        source = """
            import asyncio

            async def worker(name, event, lock):
                print(name, "begins")
                await event.wait()
                async with lock:
                    print(name, "has it")
                    await asyncio.sleep(0)
                await asyncio.sleep(0)
                print(name, "ends")

            async def main():
                event, lock = asyncio.Event(), asyncio.Lock()
                loop = asyncio.get_running_loop()
                tasks = [asyncio.create_task(worker(name, event, lock)) for name in "abcd"]
                loop.call_soon(print, "soon")
                await asyncio.sleep(0)
                event.set()
                tasks[1].cancel()
                tasks[1].add_done_callback(lambda task: print("callback"))
                print(await asyncio.gather(*tasks, return_exceptions=True))

            asyncio.run(main())
        """
        self.assertEqual(record(source).lines, record(source, recorded=False).lines)

    def test_every_frame_belongs_to_the_words_of_a_recording(self) -> None:
        words = {
            "begins": {"version", "runtime", "clock", "threads"},
            "appears": {"lane", "kind", "name", "parent", "place"},
            "runs": {"lane"},
            "stops": {"lane"},
            "waits": {"lane", "on", "place"},
            "wakes": {"lane", "by"},
            "ends": {"lane", "how"},
            "returns": {"others"},
        }
        for one in record(BUSY).records:
            always = {"at", "wall", "thread", "is", *words[one["is"]]}
            self.assertEqual(set(one) - {"within"}, always)
            self.assertEqual(list(one)[:4], ["at", "wall", "thread", "is"])

    def test_runs_and_stops_come_in_pairs_and_ends_last(self) -> None:
        running, ended = None, set()
        for one in record(BUSY).records:
            lane = one.get("lane")
            self.assertNotIn(lane, ended)
            if one["is"] == "runs":
                self.assertIsNone(running)
                running = lane
            elif one["is"] == "stops":
                self.assertEqual(running, lane)
                running = None
            elif one["is"] == "waits":
                self.assertEqual(running, lane)
            elif one["is"] == "ends":
                ended.add(lane)
