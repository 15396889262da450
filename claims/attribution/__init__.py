"""Who says so: attribution links, and what they do to a claim."""

from claims.attribution.attach import find_links

__all__ = ["find_links"]
