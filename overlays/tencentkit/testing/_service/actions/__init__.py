"""The emulated actions, one module for each kind of resource."""
