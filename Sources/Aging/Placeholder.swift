// Aging
