"""Laws of the serialized form, for values of every class."""

from __future__ import annotations

import copy
import json
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews import wire
from govnews.model import Bundle
from govnews.testing import strategies as gs
from govnews.wire import _json

WITH_FORM = [cls for cls in gs.classes() if cls.__name__ not in {"PartialDate", "Period"}]
ANYTHING = st.sampled_from(gs.classes()).flatmap(st.from_type)
RECORDS = st.sampled_from(WITH_FORM).flatmap(st.from_type)


@pytest.mark.parametrize("cls", gs.classes(), ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_what_is_unstructured_structures_back(cls, data):
    """Every value of every class survives its wire form, and the JSON of it."""
    value = data.draw(st.from_type(cls))

    plain = wire.unstructure(value)

    assert value == wire.structure(plain, cls)
    assert value == wire.structure(json.loads(json.dumps(plain)), cls)


@given(gs.bundles())
def test_a_document_reads_back_and_its_bytes_are_stable(bundle):
    """Decode inverts encode, and writing what was read gives the same bytes."""
    data = wire.encode(bundle)

    again = wire.decode(data)

    assert bundle == again
    assert data == wire.encode(again)


@given(gs.bundles())
def test_lines_read_back(bundle):
    """Every item survives its line of JSON Lines, and a line has no line end inside."""
    lines = [wire.encode_item(item) for item in bundle.items()]

    assert bundle == Bundle.from_items(map(wire.decode_item, lines))
    assert not any(b"\n" in line or b"\r" in line for line in lines)


@given(RECORDS, RECORDS)
def test_equal_values_have_equal_bytes_and_different_ones_differ(one, other):
    """Bytes tell values of one class apart exactly as `==` does."""
    if type(one) is type(other):
        assert (one == other) == (wire.encode(one) == wire.encode(other))


@given(ANYTHING)
def test_copies_are_equal_and_hash_alike(value):
    """Pickling, copying and evolving give equal values with the same hash."""
    twins = [pickle.loads(pickle.dumps(value)), copy.deepcopy(value), attrs.evolve(value)]

    assert all(value == twin and hash(value) == hash(twin) for twin in twins)


@given(gs.bundles(), st.sampled_from([0, 1, 2, 4]))
def test_bytes_are_the_same_without_orjson(bundle, indent):
    """The `fast` extra changes no byte, whatever the indent."""
    plain = wire.unstructure(bundle)

    assert _json.plain_dumps(plain, indent=indent) == wire.encode(bundle, indent=indent)


@given(gs.bundles(), st.sampled_from([0, 2]))
def test_an_indented_document_reads_back(bundle, indent):
    """Blanks between tokens mean nothing."""
    assert bundle == wire.decode(wire.encode(bundle, indent=indent))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_spelled_in_one_way(number):
    """A float in extra keeps its exact value and Python's spelling."""
    bundle = Bundle(extra={"a:b": number})

    data = wire.encode(bundle)

    assert repr(number).encode() in data
    assert bundle == wire.decode(data)


@given(RECORDS)
def test_fields_that_equal_their_defaults_are_left_out(value):
    """No key of the wire form says what its absence would say."""
    plain = wire.unstructure(value)

    for name in plain.keys() - {"type", "schema"}:
        assert getattr(value, name) != attrs.fields_dict(type(value))[name].default
