// tests of Aging
