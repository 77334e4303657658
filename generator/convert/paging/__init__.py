"""Rules that infer the pagination of an action from its names, types and texts (`x-tc-pagination`; docs/design/pagination.md)."""
