"""`python3 -m meanwhile`."""

import sys

from meanwhile.command import main

main(sys.argv[1:])
