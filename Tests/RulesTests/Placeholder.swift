// tests of Rules
