// tests of Archives
