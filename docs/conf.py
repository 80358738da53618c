"""How Sphinx builds the site: `sphinx-build -W docs docs/_build`."""

from __future__ import annotations

import importlib.metadata

from sphinx.util.inspect import TypeAliasForwardRef

project = "govnews"
author = "The govnews maintainers"
copyright = author
release = importlib.metadata.version("govnews")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
]

exclude_patterns = ["_build"]
root_doc = "index"

# Nothing is fetched during a build: no intersphinx.
nitpicky = False
suppress_warnings = [
    # Pages link to files of the repository, such as the changelog, which are no pages here.
    "myst.xref_missing",
]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
add_module_names = False
# Text kinds are shown by their names, not by the rule behind them.
autodoc_type_aliases = {
    name: name for name in ("Country", "FieldPath", "Lang", "Line", "Natural", "Prose", "Ref")
}
# Within a tuple or a union Sphinx shows an alias by its repr.
TypeAliasForwardRef.__repr__ = lambda self: self.name
default_role = "py:obj"

html_theme = "furo"
html_title = "govnews"
html_show_sourcelink = False
