package org.muniment.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// This is a [BareJournal] in a process of its own.
final class BareProcess implements AutoCloseable {
    private final Process process;
    private final StringBuffer said = new StringBuffer();
    private final OptionalInt port;
    private final Thread atExit = new Thread(this::end);

    private BareProcess(Process process) throws IOException {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(atExit);
        BufferedReader output = process.inputReader();
        this.port = port(output);
        Thread.ofVirtual().start(() -> output.lines().forEach(this::remember));
    }

    /// How one is started.
    ///
    /// @param data its data folder
    /// @param passphrase its passphrase file
    /// @param wrapper what its command stands behind, such as `strace` with its options
    /// @param options of its virtual machine
    /// @param segmentBytesMax size at which a segment is sealed
    /// @param mirror its mirror, if it has one
    record Start(
            Path data,
            Path passphrase,
            List<String> wrapper,
            List<String> options,
            long segmentBytesMax,
            Optional<Path> mirror) {
        static Start in(Path data, Path passphrase) {
            return new Start(data, passphrase, List.of(), List.of(), 512L << 20, Optional.empty());
        }

        Start behind(List<String> command) {
            return new Start(data, passphrase, command, options, segmentBytesMax, mirror);
        }

        Start with(String... jvmOptions) {
            return new Start(data, passphrase, wrapper, List.of(jvmOptions), segmentBytesMax, mirror);
        }

        Start withSegmentBytesMax(long bytes) {
            return new Start(data, passphrase, wrapper, options, bytes, mirror);
        }

        Start mirroredTo(Path folder) {
            return new Start(data, passphrase, wrapper, options, segmentBytesMax, Optional.of(folder));
        }

        /// Returns when it takes mail, or when it has ended without ever doing so.
        BareProcess now() throws IOException {
            List<String> command = new ArrayList<>(wrapper);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:+UseSerialGC"));
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareJournal.class.getName()));
            Stream.of(data, passphrase, 0, segmentBytesMax)
                    .map(Object::toString)
                    .forEach(command::add);
            mirror.ifPresent(folder -> command.add(folder.toString()));
            return new BareProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        }
    }

    private OptionalInt port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("port ")) return OptionalInt.of(Integer.parseInt(line.substring("port ".length())));
            remember(line);
        }
        return OptionalInt.empty();
    }

    private void remember(String line) {
        said.append(line).append('\n');
    }

    /// Empty if it ended before it took mail.
    OptionalInt port() {
        return port;
    }

    int portOrFail() {
        return port.orElseThrow(() -> new AssertionError("the receiver did not start:\n" + said));
    }

    /// What it printed so far, but for its port.
    String said() {
        return said.toString();
    }

    /// The end of it.
    String lastSaid() {
        return said.substring(Math.max(0, said.length() - 3_000));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Kills it, and what it stands behind; returns when both are gone.
    void kill() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        // The wrapper first would let go of what it traces.
        List<ProcessHandle> inner = process.descendants().toList();
        for (ProcessHandle handle : inner) handle.destroyForcibly();
        process.destroyForcibly();
        process.onExit().join();
        for (ProcessHandle handle : inner) handle.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
