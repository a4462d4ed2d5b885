package org.muniment;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogLinesTest {
    private static final String FORGED = "EHLO x\r\n2026-11-23T00:00:00.000 ERROR Alarms: forged\u2028and more";

    @AfterEach
    void forget() {
        System.clearProperty("MUNIMENT_LOG");
    }

    @Test
    void nobodyForgesALineOfTheLog() throws JoranException {
        String log = logged("text");
        assertThat(log.lines().filter(line -> !line.startsWith("    "))).singleElement();
        assertThat(log).contains("EHLO x 2026-11-23T00:00:00.000 ERROR Alarms: forged and more", "IllegalState");
    }

    @Test
    void aCollectorGetsOneJsonObjectALine() throws JoranException {
        String log = logged("json");
        assertThat(log.lines()).singleElement();
        JsonNode line = JsonMapper.shared().readTree(log);
        assertThat(line.get("level").asString()).isEqualTo("WARN");
        assertThat(line.get("formattedMessage").asString()).isEqualTo("peer said " + FORGED);
    }

    private static String logged(String form) throws JoranException {
        System.setProperty("MUNIMENT_LOG", form);
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        LoggerContext context = new LoggerContext();
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
            context.getLogger("org.muniment.Peer")
                    .warn("peer said {}", FORGED, new IllegalStateException(FORGED));
        } finally {
            context.stop();
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
