// Empty: only the dependency is needed.
