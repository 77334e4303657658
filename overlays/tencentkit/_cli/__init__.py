"""The command `tencentkit`, made of the emitted tables: a new action needs nothing here."""
