// tests of Lifetimes
