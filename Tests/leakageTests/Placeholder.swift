// tests of leakage
