// tests of Inputs
