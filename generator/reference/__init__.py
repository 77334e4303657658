"""openapi.json -> the reference pages of the documentation site: one for each action, made when the site is built."""
