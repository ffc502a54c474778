"""Programs that measure what the documents state; each says how it is called."""
