package org.muniment.sandbox;

/// This is a program of the operating system, and the Debian package that brings it.
public record DebianProgram(String name, String debianPackage) {
    public DebianProgram {
        if (!name.matches("[a-z][a-z0-9_.+-]*")) throw new IllegalArgumentException("not a program's name: " + name);
        if (!debianPackage.matches("[a-z0-9][a-z0-9.+-]*"))
            throw new IllegalArgumentException("not a Debian package: " + debianPackage);
    }
}
