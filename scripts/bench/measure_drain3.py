"""measure_drain3.py FILE LINES masks|bare: seconds Drain3 takes for the first lines of a file, as JSON.

The lines are in memory before the clock starts; after half a minute it stops where it is, which flatters it where it
grows slower with each template. `masks` are seven of the kinds that Drain3's example configuration
masks (its package holds no configuration), written anew: ids in colons, IPv4, two shapes of hex runs, 0x…, numbers,
a quoted command.
"""
import itertools
import json
import logging
import sys
import time

from drain3 import TemplateMiner
from drain3.masking import MaskingInstruction
from drain3.template_miner_config import TemplateMinerConfig

MOST_SECONDS = 30
LEFT, RIGHT = r"((?<=[^A-Za-z0-9])|^)", r"((?=[^A-Za-z0-9])|$)"
MASKS = [
    (r"(?:[0-9a-f]{2,}:){3,}[0-9a-f]{2,}", "ID"),
    (r"\d{1,3}(?:\.\d{1,3}){3}", "IP"),
    (r"(?:[0-9a-f]{6,} ?){3,}", "SEQ"),
    (r"(?:[0-9A-F]{4} ?){4,}", "SEQ"),
    (r"0x[0-9A-Fa-f]+", "HEX"),
    (r"[-+]?\d+", "NUM"),
]
COMMAND = (r"(?<=ran command )\".+?\"", "CMD")


def main(file, count, masked):
    logging.disable(logging.CRITICAL)
    config = TemplateMinerConfig()
    if masked:
        bounded = [(LEFT + "(" + pattern + ")" + RIGHT, name) for pattern, name in MASKS]
        config.masking_instructions = [MaskingInstruction(*mask) for mask in [*bounded, COMMAND]]
    miner = TemplateMiner(config=config)
    with open(file, encoding="utf8", errors="replace") as log:
        lines = [line.rstrip("\n") for line in itertools.islice(log, count)]
    began = time.perf_counter()
    done = 0
    for line in lines:
        miner.add_log_message(line)
        done += 1
        if done % 1000 == 0 and time.perf_counter() - began > MOST_SECONDS:
            break
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "lines": done, "templates": len(miner.drain.clusters)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3] == "masks")
