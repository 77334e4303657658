"""Parse tables: rows, cells, type names and facts in descriptions."""
