"""Word documents (DOCX) for govnews."""
