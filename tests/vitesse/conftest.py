"""Pages visited twice, without a clock: what the second visit costs is counted, not timed."""

from tests.pages.conftest import route_pages_through_app

__all__ = ["route_pages_through_app"]
