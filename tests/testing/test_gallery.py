"""The gallery leaves nothing out."""

import attrs

from govnews import wire
from govnews.model._shape import slots_of
from govnews.testing import gallery
from govnews.testing.strategies import classes


def set_in(value, found):
    """Collect class and name of each field that differs from its default."""
    if isinstance(value, tuple):
        for member in value:
            set_in(member, found)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            inner = getattr(value, attribute.name)
            if inner != attribute.default:
                found.add((type(value), attribute.name))
            set_in(inner, found)


def test_each_field_is_set():
    """There is no field of any class that no bundle sets."""
    found = set()
    for bundle in gallery():
        set_in(bundle, found)
    wanted = {(cls, slot.name) for cls in classes() for slot in slots_of(cls)}
    assert set() == wanted - found


def test_is_the_same_each_time():
    """The bundles hang on nothing but the model."""
    gallery.cache_clear()
    first = [wire.encode(bundle) for bundle in gallery()]
    gallery.cache_clear()
    assert first == [wire.encode(bundle) for bundle in gallery()]


def test_bundles_differ():
    """Each round tries other values."""
    assert len(gallery()) == len({wire.encode(bundle) for bundle in gallery()})
