"""Settings of all tests: no deadlines and no dice, so that a run depends on the code and not on the machine."""

import os

from hypothesis import HealthCheck, settings

# Many small matrices: threads of the linear algebra library wait for each other longer than they work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

settings.register_profile(
    "lodeline", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("lodeline")
