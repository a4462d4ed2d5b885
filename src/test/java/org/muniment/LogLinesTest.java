package org.muniment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogLinesTest {
    private static final String FORGED = "EHLO x\r\n2026-11-23T00:00:00.000 ERROR Alarms: forged\u2028and more";

    @Test
    void nobodyForgesALineOfTheLog() throws IOException {
        String log = logged("text");
        var _ = assertThat(log.lines().filter(line -> !line.startsWith("    "))).singleElement();
        assertThat(log).contains("EHLO x 2026-11-23T00:00:00.000 ERROR Alarms: forged and more", "IllegalState");
    }

    @Test
    void aCollectorGetsOneJsonObjectALine() throws IOException {
        String log = logged("json");
        var _ = assertThat(log.lines()).singleElement();
        JsonNode line = JsonMapper.shared().readTree(log);
        assertThat(line.get("level").asString()).isEqualTo("WARN");
        assertThat(line.get("formattedMessage").asString()).isEqualTo("peer said " + FORGED);
    }

    /// A virtual machine reads its logging's configuration once, so each form gets one of its own.
    private static String logged(String form) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder speaker = new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=logback.xml",
                "-DMUNIMENT_LOG=" + form,
                Speaker.class.getName());
        // Java says on the same stream that it was given these.
        speaker.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return new String(speaker.start().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static final class Speaker {
        public static void main(String[] arguments) {
            LoggerFactory.getLogger("org.muniment.Peer")
                    .warn("peer said {}", FORGED, new IllegalStateException(FORGED));
        }
    }
}
