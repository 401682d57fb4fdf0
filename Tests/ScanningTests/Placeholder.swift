// tests of Scanning
