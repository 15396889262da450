"""Who says so: attribution links, and what they do to a claim."""

from claims.attribution.attach import find_links
from claims.attribution.factuality import judge

__all__ = ["find_links", "judge"]
