// tests of Patterns
