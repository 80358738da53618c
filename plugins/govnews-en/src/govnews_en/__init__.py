"""English for govnews: reading facts from text."""
