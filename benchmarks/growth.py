"""How the cost of deriving the ledger grows: seconds and peak memory at ten times the claims.

usage: growth.py [CLAIMS ...] [--json]

Each size (1,000, 10,000 and 100,000 unless told otherwise) runs in a process of its own, one after the other, over
claims made by grown_claims.py. Seconds are of the processor, so that a busy machine does not count, and of the
derivation alone; the peak is of the whole process, claims included. `digest` is that of the canonical export: it tells
whether two versions say the same.
"""

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import time

import grown_claims

from lodeline.ledger.book import telling
from lodeline.ledger.export import canonical_bytes
from lodeline.ledger.history import derive

SIZES = (1_000, 10_000, 100_000)


def measured(claims: int) -> dict[str, int | float | str]:
    """One derivation in this process."""
    tellings = [telling(page, claim) for page, read in grown_claims.pages(claims) for claim in read.claims]
    start = time.process_time()
    entries = derive(tellings)
    seconds = time.process_time() - start
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "claims": len(tellings),
        "entries": len(entries),
        "seconds": round(seconds, 2),
        "peak_mb": peak_mb,
        "digest": hashlib.sha256(canonical_bytes(entries, ())).hexdigest()[:16],
    }


def apart(claims: int) -> dict[str, int | float | str]:
    """The same in a fresh process, so that no size pays or profits for another."""
    ran = subprocess.run([sys.executable, __file__, str(claims), "--json", "--here"], capture_output=True, text=True)
    if ran.returncode:
        raise SystemExit(ran.stderr)
    row: dict[str, int | float | str] = json.loads(ran.stdout)[0]
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="*", type=int, default=SIZES)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    rows = [measured(size) if args.here else apart(size) for size in args.claims]
    if args.json:
        print(json.dumps(rows))
        return
    before = None
    for row in rows:
        times = "" if before is None else f"  x{float(row['seconds']) / before:.1f} in time"
        print("  ".join(f"{name} {value}" for name, value in row.items()) + times)
        before = float(row["seconds"])


if __name__ == "__main__":
    main()
