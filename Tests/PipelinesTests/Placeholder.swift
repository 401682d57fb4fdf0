// tests of Pipelines
