"""The TC3-HMAC-SHA256 signature."""
