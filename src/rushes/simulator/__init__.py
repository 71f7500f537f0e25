"""A stand-in for the service: real HTTP on loopback, real clips, a billing ledger."""
