"""govnews."""
