"""The fake as tests use it: seeding, fault injection, call log and expectations."""
