"""Vietnamese for govnews: reading facts from text."""
