"""Names in running text: where they begin and end, and which of them are one."""
