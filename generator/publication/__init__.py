"""Releases of product wheels: settings, version decision, changelog, build and upload of all products (docs/design/product-releases.md)."""
