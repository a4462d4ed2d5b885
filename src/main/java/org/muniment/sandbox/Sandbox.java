package org.muniment.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// This is where programs we did not write meet bytes we do not trust: bubblewrap with no network, no home, no data
/// folder, no capability, and a limit on memory, processor, time and output. There is no way to run one without it.
public final class Sandbox {
    /// The only folders a program is taken from, and, with the libraries and data beside them, all it can see.
    private static final List<Path> PROGRAM_FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    private static final DebianProgram BUBBLEWRAP = new DebianProgram("bwrap", "bubblewrap");
    private static final DebianProgram PRLIMIT = new DebianProgram("prlimit", "util-linux");
    private static final int ERROR_TEXT_BYTES_MAX = 16 << 10;

    private final List<Path> folders;

    private Sandbox(List<Path> folders) {
        this.folders = folders;
    }

    public static Sandbox onThisMachine() {
        return new Sandbox(PROGRAM_FOLDERS);
    }

    /// A machine on which nothing is installed: it can only refuse. Shows what a caller does then.
    public static Sandbox withNothingInstalled() {
        return new Sandbox(List.of());
    }

    /// Refuses in one sentence, with the command that helps, unless bubblewrap and every program given are installed.
    public void require(DebianProgram... programs) throws ProgramIsMissing {
        var missing = new ArrayList<DebianProgram>();
        for (var program : List.of(BUBBLEWRAP, PRLIMIT)) if (!isInstalled(program)) missing.add(program);
        for (var program : programs) if (!isInstalled(program)) missing.add(program);
        if (!missing.isEmpty()) throw new ProgramIsMissing(missing);
    }

    /// Runs one program to its end, or to the first limit it meets. Blocks no longer than the job's wall time.
    public SandboxOutcome run(SandboxJob job) throws IOException, ProgramIsMissing {
        require(job.program());
        // The kernel ends the sandbox with the *thread* that started it; this call stays until the program is gone.
        var builder = new ProcessBuilder(command(job));
        // Of what this process was told, nothing is a sandboxed program's business.
        builder.environment().keySet().removeIf(name -> name.startsWith("MUNIMENT_"));
        var process = builder.start();
        try {
            return outcome(process, job);
        } finally {
            process.destroyForcibly();
        }
    }

    private SandboxOutcome outcome(Process process, SandboxJob job) throws IOException {
        Thread.ofVirtual().start(() -> feed(process, job.input()));
        var output = new BoundedOutput(process.getInputStream(), job.limits().outputBytesMax(), process);
        var errors = new BoundedOutput(process.getErrorStream(), ERROR_TEXT_BYTES_MAX, process);
        var readingOutput = CompletableFuture.supplyAsync(output::read, Thread::startVirtualThread);
        var readingErrors = CompletableFuture.supplyAsync(errors::readAndDropTheRest, Thread::startVirtualThread);
        var ended = await(process, job);
        if (!ended) process.destroyForcibly();
        byte[] bytes = readingOutput.join();
        String errorText = BoundedOutput.text(readingErrors.join());
        if (output.overflowed()) return new SandboxOutcome.Stopped(SandboxOutcome.Limit.OUTPUT, errorText);
        if (!ended) return new SandboxOutcome.Stopped(SandboxOutcome.Limit.WALL_TIME, errorText);
        return SandboxOutcome.of(process.exitValue(), bytes, errorText);
    }

    private static boolean await(Process process, SandboxJob job) throws IOException {
        try {
            return process.waitFor(job.limits().wallTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + job.program().name() + " ran in the sandbox", e);
        }
    }

    /// A program may end before it has read its input; what it did not want is no error of ours.
    private static void feed(Process process, InputStream input) {
        try (var stdin = process.getOutputStream()) {
            input.transferTo(stdin);
        } catch (IOException closedByProgram) {
            return;
        }
    }

    private List<String> command(SandboxJob job) {
        var command = new ArrayList<String>();
        command.add(path(BUBBLEWRAP).toString());
        command.addAll(List.of("--unshare-user", "--unshare-all", "--uid", "65534", "--gid", "65534"));
        command.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"));
        command.addAll(List.of("--setenv", "LANG", "C.UTF-8", "--setenv", "PATH", "/usr/bin"));
        for (var shown : List.of("/usr/bin", "/usr/lib", "/usr/share")) bind(command, shown);
        for (var shown : List.of("/usr/lib64", "/etc/ld.so.cache", "/etc/fonts")) bind(command, shown);
        for (var link : List.of("bin", "lib", "lib64")) command.addAll(List.of("--symlink", "usr/" + link, "/" + link));
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        command.addAll(List.of("--size", Long.toString(job.limits().scratchBytesMax()), "--tmpfs", "/tmp"));
        for (var shown : job.shown()) bind(command, shown.toString());
        job.files()
                .forEach((name, file) ->
                        command.addAll(List.of("--ro-bind", real(file).toString(), SandboxJob.INPUT_FOLDER + name)));
        command.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
        command.addAll(limits(job.limits()));
        command.add("/usr/bin/" + job.program().name());
        command.addAll(job.arguments());
        return command;
    }

    private static void bind(List<String> command, String folder) {
        command.addAll(List.of("--ro-bind-try", folder, folder));
    }

    private static List<String> limits(SandboxLimits limits) {
        long seconds = limits.processorTime().toSeconds();
        return List.of(
                "/usr/bin/prlimit",
                "--as=" + limits.memoryBytesMax(),
                // Asked to end one second before it is killed: that signal says why.
                "--cpu=%1$d:%2$d".formatted(seconds, seconds + 1),
                "--fsize=" + limits.scratchBytesMax(),
                "--core=0",
                "--nofile=64",
                "--");
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isInstalled(DebianProgram program) {
        return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program.name())));
    }

    private Path path(DebianProgram program) {
        return folders.stream()
                .map(folder -> folder.resolve(program.name()))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
