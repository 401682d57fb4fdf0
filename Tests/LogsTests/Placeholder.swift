// tests of Logs
