// tests of Digests
