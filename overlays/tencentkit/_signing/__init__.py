"""The TC3-HMAC-SHA256 signature and the requests that carry it."""
