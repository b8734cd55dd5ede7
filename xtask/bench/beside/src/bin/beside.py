"""What is around the work of each program here; the twin of ../lib.rs.

    python3 PROGRAM.py asyncio|uvloop N MILLISECONDS EXTRA
"""

import asyncio
import sys
import time


def measured(work):
    loop, n, milliseconds, extra = sys.argv[1], *map(int, sys.argv[2:5])
    factory = None
    if loop == "uvloop":
        import uvloop

        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(repeated(work, n, milliseconds, extra))


async def repeated(work, n, milliseconds, extra):
    if milliseconds > 0:
        await work(n, extra)
    before = memory("VmRSS:")
    wall, cpu = time.perf_counter_ns(), time.process_time_ns()
    times = 0
    while times == 0 or time.perf_counter_ns() - wall < milliseconds * 1_000_000:
        await work(n, extra)
        times += 1
    wall, cpu = time.perf_counter_ns() - wall, time.process_time_ns() - cpu
    print(times, wall, cpu, max(0, memory("VmHWM:") - before))


def memory(field):
    """The memory of this process in bytes: VmRSS is what it has now, VmHWM the most it has had."""
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith(field):
                return 1024 * int(line.split()[1])
    return 0
