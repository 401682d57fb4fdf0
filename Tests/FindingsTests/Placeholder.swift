// tests of Findings
