"""Listings over all their pages, for threads and for event loops."""

from __future__ import annotations

from ._pager import AsyncListingPager as AsyncListingPager
from ._pager import ListingPager as ListingPager

__all__ = [
    "AsyncListingPager",
    "ListingPager",
]
