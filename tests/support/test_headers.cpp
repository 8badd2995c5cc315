// Gives the headers that all test programs share a program to be compiled for.
