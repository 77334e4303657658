"""Comparison of newer vendor documentation with the shipped spec."""
