package org.muniment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    private static final DebianProgram BASH = new DebianProgram("bash", "bash");

    private static final SandboxLimits SMALL =
            new SandboxLimits(256 << 20, Duration.ofSeconds(1), Duration.ofSeconds(5), 1 << 20, 1 << 20);

    private final Sandbox sandbox = Sandbox.onThisMachine();

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatTheProgramPrintedAndItsExitCode() throws Exception {
        var outcome = finished("echo out; echo err >&2; exit 3", SMALL);
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(text(outcome)).isEqualTo("out\n");
        assertThat(outcome.errorText()).isEqualTo("err");
    }

    @Test
    void inputComesByPipe() throws Exception {
        var input = new ByteArrayInputStream("by pipe".getBytes(StandardCharsets.UTF_8));
        var job = new SandboxJob(BASH, List.of("-c", "cat"), input, Map.of(), SMALL);
        assertThat(text((SandboxOutcome.Finished) sandbox.run(job))).isEqualTo("by pipe");
    }

    @Test
    void aFileGivenCanBeReadAndNotWritten() throws Exception {
        var file = Files.writeString(folder.resolve("mail.pdf"), "bytes");
        var script = "cat /in/a.pdf; (echo x > /in/a.pdf) 2>/dev/null || echo ' refused'";
        var job = SandboxJob.reading(BASH, List.of("-c", script), "a.pdf", file, SMALL);
        assertThat(text((SandboxOutcome.Finished) sandbox.run(job))).isEqualTo("bytes refused\n");
        assertThat(file).hasContent("bytes");
    }

    @Test
    void nothingElseOfTheMachineIsThere() throws Exception {
        Files.writeString(folder.resolve("secret"), "canary");
        var home = System.getProperty("user.home");
        var script = "cat '%s/secret'; ls -A '%s' /home /root /var /srv /opt /etc/passwd /etc/shadow; echo /*"
                .formatted(folder, home);
        var outcome = finished(script + " 2>/dev/null", SMALL);
        assertThat(text(outcome).strip().split(" "))
                .containsExactlyInAnyOrder("/bin", "/dev", "/etc", "/lib", "/lib64", "/proc", "/tmp", "/usr");
        assertThat(text(finished("echo x > /usr/share/x || echo x > /etc/x || echo kept", SMALL)))
                .isEqualTo("kept\n");
    }

    @Test
    void theNetworkIsOutOfReachEvenOnThisMachine() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var connect = "exec 3<>/dev/tcp/127.0.0.1/%d && echo reached".formatted(server.getLocalPort());
            assertThat(text(finished(connect + " 2>/dev/null; true", SMALL))).isEmpty();
            assertThat(text(finished("tail -n +3 /proc/net/dev | grep -v lo: ; true", SMALL)))
                    .isEmpty();
        }
    }

    @Test
    void theProgramSeesNoOtherProcessHoldsNoPowerAndNoEnvironment() throws Exception {
        assertThat(text(finished("echo /proc/[0-9]* | wc -w", SMALL)).strip()).matches("[1-4]");
        assertThat(text(finished("grep -E 'Cap(Eff|Prm|Bnd)' /proc/self/status | tr -dc 1-9a-f", SMALL)))
                .doesNotContainPattern("[1-9]");
        assertThat(text(finished("env | cut -d= -f1 | sort | tr '\\n' ' '", SMALL)))
                .isEqualTo("LANG PATH PWD SHLVL _ ");
        assertThat(text(finished("grep NoNewPrivs /proc/self/status", SMALL))).contains("1");
    }

    @Test
    void isEndedAtItsWallTime() throws Exception {
        var limits = new SandboxLimits(256 << 20, Duration.ofSeconds(1), Duration.ofMillis(300), 1 << 20, 1 << 20);
        assertThat(limit("sleep 60", limits)).isEqualTo(SandboxOutcome.Limit.WALL_TIME);
    }

    @Test
    void isEndedAtItsProcessorTime() throws Exception {
        assertThat(limit("while :; do :; done", SMALL)).isEqualTo(SandboxOutcome.Limit.PROCESSOR_TIME);
    }

    @Test
    void isEndedWhenItPrintsTooMuch() throws Exception {
        assertThat(limit("yes", SMALL)).isEqualTo(SandboxOutcome.Limit.OUTPUT);
    }

    @Test
    void isRefusedMemoryAndRoomOverItsLimits() throws Exception {
        assertThat(finished("dd if=/dev/zero of=/dev/null bs=400M count=1", SMALL)
                        .exitCode())
                .isNotZero();
        assertThat(text(finished("head -c 2000000 /dev/zero > /tmp/big; stat -c %s /tmp/big", SMALL))
                        .strip())
                .isEqualTo(Integer.toString(1 << 20));
    }

    @Test
    void aMissingProgramIsRefusedWithTheCommandThatInstallsIt() {
        var bare = Sandbox.withNothingInstalled();
        assertThatThrownBy(() -> bare.require(new DebianProgram("pdftotext", "poppler-utils")))
                .isInstanceOf(ProgramIsMissing.class)
                .hasMessage("bwrap, prlimit, pdftotext are not installed."
                        + " Install with: apt-get install bubblewrap poppler-utils util-linux");
        assertThatThrownBy(() -> sandbox.require(new DebianProgram("no-such-tool", "no-such-package")))
                .hasMessage("no-such-tool is not installed. Install with: apt-get install no-such-package");
    }

    private SandboxOutcome.Finished finished(String script, SandboxLimits limits) throws Exception {
        return (SandboxOutcome.Finished) run(script, limits);
    }

    private SandboxOutcome.Limit limit(String script, SandboxLimits limits) throws Exception {
        return ((SandboxOutcome.Stopped) run(script, limits)).limit();
    }

    private SandboxOutcome run(String script, SandboxLimits limits) throws Exception {
        return sandbox.run(
                new SandboxJob(BASH, List.of("-c", script), InputStream.nullInputStream(), Map.of(), limits));
    }

    private static String text(SandboxOutcome.Finished outcome) {
        return outcome.outputText();
    }
}
