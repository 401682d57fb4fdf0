// Lifetimes
