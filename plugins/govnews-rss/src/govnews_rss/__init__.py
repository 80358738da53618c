"""RSS, Atom and JSON Feed for govnews."""
