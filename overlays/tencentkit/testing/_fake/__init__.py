"""The fake as a test uses it: seeding, faults, expectations."""
