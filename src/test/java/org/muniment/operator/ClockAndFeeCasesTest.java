package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every dated case is put to the tool itself. The page is written anew with `-Dcases.write=true`.
class ClockAndFeeCasesTest {
    private static final Path PAGE = Path.of("docs/clock-and-fee-cases.md");
    private static final Map<String, String> NAMES = Map.of(
            "us",
            "Federal",
            "us-ct",
            "Connecticut",
            "us-ma",
            "Massachusetts",
            "us-wi",
            "Wisconsin",
            "us-co",
            "Colorado");

    @TestFactory
    Stream<DynamicTest> theToolAnswersAsTheLawDoes() throws IOException {
        return ClockAndFeeCase.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.jurisdiction() + ": " + one.title(), () -> check(one)));
    }

    @Test
    void thereAreSixtyCasesAndMoreOfAllFiveJurisdictions() throws IOException {
        assertThat(ClockAndFeeCase.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ClockAndFeeCase.all().stream().map(ClockAndFeeCase::jurisdiction))
                .contains("us", "us-ct", "us-ma", "us-wi", "us-co");
    }

    @Test
    void thePageShowsTheseCases() throws IOException {
        String page = page();
        if (Boolean.getBoolean("cases.write")) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE))
                .as("docs/clock-and-fee-cases.md is not of today; run this test with -Dcases.write=true")
                .isEqualTo(page);
    }

    private static void check(ClockAndFeeCase one) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(out, err, Path.of(""), Terminal.Attention.PIPED);
        var settings = new DataFolder.Settings(Path.of("none"), InstantSource.system(), ZoneOffset.UTC);
        int exit = OperatorTool.at(terminal, settings).run((one.command() + " --json").split(" ", -1));
        JsonNode said = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(one.cites());
        if (one.expected().containsKey("refused")) {
            assertThat(exit).isEqualTo(1);
            assertThat(said.path("error").stringValue()).contains(one.expected().get("refused"));
            return;
        }
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        one.expected().forEach((key, value) -> assertThat(at(said, key)).as(key).isEqualTo(value));
        one.also()
                .forEach(also -> assertThat(also(said, also.of())).as(also.of()).isEqualTo(also.is()));
        if (!one.isFee()) checkTrace(said);
    }

    /// The trace has every day from receipt to the date once, and leads to it.
    private static void checkTrace(JsonNode said) {
        if (said.path("dueOn").isNull()) return;
        JsonNode trace = said.path("trace");
        JsonNode last = trace.get(trace.size() - 1);
        assertThat(last.path("date").stringValue()).isEqualTo(said.path("dueOn").stringValue());
        assertThat(last.path("counted").booleanValue()).isTrue();
    }

    private static String at(JsonNode said, String key) {
        return switch (key) {
            case "other" -> text(said.path("otherReading").path("dueOn"));
            default -> text(said.path(key));
        };
    }

    private static String also(JsonNode said, String of) {
        for (JsonNode other : said.path("others"))
            if (other.path("rule").stringValue().equals(of)) return text(other.path("dueOn"));
        for (JsonNode line : said.path("lines"))
            if (line.path("component").stringValue().equals(of))
                return text(line.path("amount")) + " " + line.path("outcome").stringValue();
        return "not there";
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : "none";
    }

    private static String page() throws IOException {
        var page = new StringBuilder("""
                # Clock and fees: dated cases

                What `muniment due` and `muniment fee` answer, for dates and amounts worked out by hand from the statutes and a wall
                calendar. Each case is a test: the command is run and its answer compared. Citations are those of the rows in
                `public-records-law/`; as shipped none is verified, and a city's counsel compares each with the law before
                anybody relies on it. In amounts, parts of a cent are dropped.

                This page is written by `ClockAndFeeCasesTest` from `clock-and-fee-cases.yaml`.
                """);
        for (String jurisdiction : new String[] {"us", "us-ct", "us-ma", "us-wi", "us-co"}) {
            page.append("\n## ").append(NAMES.get(jurisdiction)).append("\n\n");
            for (ClockAndFeeCase one : ClockAndFeeCase.all())
                if (one.jurisdiction().equals(jurisdiction))
                    page.append(
                            """
                            - **%s**: %s. %s [%s]
                              `muniment %s`
                            """.formatted(one.title(), one.expectation(), one.because(), one.cites(), one.command()));
        }
        return page.toString();
    }
}
