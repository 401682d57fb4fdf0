// tests of Catalogue
