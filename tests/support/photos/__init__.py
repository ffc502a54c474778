"""Photos and parts of their files put together by hand, damaged, and judged by other programs."""
