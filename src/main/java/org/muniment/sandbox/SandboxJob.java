package org.muniment.sandbox;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// This is one run of a program: its arguments, its standard input, and the files it may read, each under the name
/// it has inside (`/in/NAME`; a folder may be given as well). Nothing else of the machine's files is there but the
/// system's programs and fonts, and what `shown` lists.
///
/// @param shown folders that are read-only inside, at the place they have outside: a program's own parts
public record SandboxJob(
        DebianProgram program,
        List<String> arguments,
        InputStream input,
        Map<String, Path> files,
        List<Path> shown,
        SandboxLimits limits) {
    /// Where the program finds the files it may read.
    public static final String INPUT_FOLDER = "/in/";

    public SandboxJob {
        arguments = List.copyOf(arguments);
        files = Map.copyOf(files);
        shown = List.copyOf(shown);
        for (var name : files.keySet())
            if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*"))
                throw new IllegalArgumentException("not a plain file name: " + name);
    }

    public SandboxJob(
            DebianProgram program,
            List<String> arguments,
            InputStream input,
            Map<String, Path> files,
            SandboxLimits limits) {
        this(program, arguments, input, files, List.of(), limits);
    }

    /// A run that reads one file, under [#INPUT_FOLDER] and the name given, and no standard input.
    public static SandboxJob reading(
            DebianProgram program, List<String> arguments, String name, Path file, SandboxLimits limits) {
        return new SandboxJob(program, arguments, InputStream.nullInputStream(), Map.of(name, file), limits);
    }
}
