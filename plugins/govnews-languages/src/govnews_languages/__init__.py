"""Spanish, French, Portuguese and Indonesian for govnews, as data."""
