"""The incremental engine: fingerprints, the store, what is stale, and workers. The standard library alone."""
