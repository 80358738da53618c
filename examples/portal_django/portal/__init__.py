"""A portal on Django: upload a page, see its facts, fetch it back in the format you ask for."""
