// tests of Reporting
