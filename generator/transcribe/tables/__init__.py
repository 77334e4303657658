"""Tables of a page: rows, cells, type names and facts in descriptions."""
