"""The id of a claim: a hash of what it says and where, so that the same claim read twice is the same claim."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from lodeline.claims.claim import Claim, ClaimId

OUTSIDE = ("id", "confidence", "rule", "reader", "support", "also")
"""Fields that tell how a claim was found, not what it says."""


def claim_id(claim: Claim) -> ClaimId:
    """First 16 hexadecimal digits of the SHA-256 of the claim's document, stretch and slots as canonical JSON."""
    said = {each.name: getattr(claim, each.name) for each in fields(claim) if each.name not in OUTSIDE}
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=plain)
    return ClaimId(hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:16])


def plain(value: Any) -> str | dict[str, Any]:
    """Decimals as text without an exponent or loose zeros; sums, quantities and parties by their fields."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
