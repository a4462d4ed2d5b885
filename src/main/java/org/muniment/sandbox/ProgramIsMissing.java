package org.muniment.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/// This is the refusal to go on without a program of the operating system; it says how to install it.
public final class ProgramIsMissing extends Exception {
    public ProgramIsMissing(List<DebianProgram> missing) {
        super("%s %s not installed. Install with: apt-get install %s"
                .formatted(
                        missing.stream().map(DebianProgram::name).distinct().collect(Collectors.joining(", ")),
                        missing.size() == 1 ? "is" : "are",
                        missing.stream()
                                .map(DebianProgram::debianPackage)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" "))));
    }
}
