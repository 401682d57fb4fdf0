// tests of Detection
