"""One module a subject; each gives its jobs."""
