"""The photographic and colour logic of Tintype: no Qt, no printing, no global state."""
