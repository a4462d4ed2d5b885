package org.muniment.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What one of a bundle's two checks says of it.
public record Verdict(int exit, String output) {
    public static Verdict ofShell(Path bundle, String... arguments) throws IOException, InterruptedException {
        return run("bash", bundle.resolve("verify.sh").toString(), arguments);
    }

    public static Verdict ofPython(Path bundle, String... arguments) throws IOException, InterruptedException {
        return run("python3", bundle.resolve("verify.py").toString(), arguments);
    }

    static Verdict run(String program, String file, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(program, file));
        all.addAll(List.of(arguments));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), output);
    }
}
