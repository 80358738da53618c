"""Plain text and Markdown for govnews."""
