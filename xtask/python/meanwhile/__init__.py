"""Records what an asyncio program does, in the words of the crate `records`.

    MEANWHILE_RECORD=mark python3 -m meanwhile PROGRAM.py [ARGS…]

The program runs as `__main__`, on an event loop whose clock is virtual unless MEANWHILE_CLOCK is
`real`. Between its printed lines stand framed records: which task ran when, on what it waited, at
which line, and who woke it.

    command   what was asked for, and what is wrong with it
    program   the file is run as python3 would run it
    journal   records and printed lines go to stdout in one order
    clock     the program's clock, virtual or real
    selector  the virtual clock jumps when nothing can run
    loop      the event loop, whose queue is where every step and every wake is seen
    recorder  lanes: who appears, runs, stops, is woken, ends
    blocking  calls that are handed to threads
    tasks     what asyncio's tasks tell of themselves
    waits     on what a suspended task waits, and at which line
    stack     the frames of a suspended coroutine, and of a call
    sources   which files are the program's own
"""
