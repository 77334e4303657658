"""Parsers of tables: rows, cells, type names and facts in descriptions."""
