"""The command `tencentkit`, built from the generated tables: a new action needs no code here."""
