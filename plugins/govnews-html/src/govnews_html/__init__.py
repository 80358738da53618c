"""HTML fragments and pages for govnews."""
