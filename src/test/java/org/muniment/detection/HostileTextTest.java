package org.muniment.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final int CHARACTERS = 200_000;
    private static final long SEED = 20_261_123;

    /// In proportion to its length this takes a second; if it took the square of it, many minutes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1-",
                "1 ",
                "12-3",
                "123-45-",
                "4111 ",
                "(",
                "+1 ",
                "a@",
                "a.",
                "@",
                ".-_",
                "A1",
                "12 Mill ",
                "1 St. ",
                "St ",
                "ssn ",
                "ssn: ",
                "ssn 1 ",
                "account ",
                "|",
                "a | ",
                "a, ",
                " ",
                "\n",
                "1\n",
                "born ",
                "4/4/",
                "May 4 ",
                "xn--",
                "a-",
                "home ",
                "１",
                "😀",
                "driver license A-1-"
            })
    void isReadInTimeInProportionToItsLength(String repeated) {
        String text = repeated.repeat(CHARACTERS / repeated.length());
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Findings.in(text));
    }

    @Test
    void whatStandsInItIsWithinItAndDoesNotOverlap() {
        Random random = new Random(SEED);
        String letters = "0123456789  --..//,,\n\n()@#:|$ABSaest";
        List<String> words =
                List.of("SSN ", "DOB ", "account ", " Street", "4111 1111 1111 1111", "😀", "Apt. ", "@gmail.com");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++)
                if (random.nextInt(6) == 0) text.append(words.get(random.nextInt(words.size())));
                else text.append(letters.charAt(random.nextInt(letters.length())));
            int codePoints = text.codePointCount(0, text.length());
            int end = 0;
            for (Finding finding : Findings.in(text.toString()).found()) {
                assertThat(finding.from())
                        .as("seed %d round %d: %s", SEED, round, text)
                        .isGreaterThanOrEqualTo(end);
                end = finding.to();
            }
            assertThat(end).as("seed %d round %d: %s", SEED, round, text).isLessThanOrEqualTo(codePoints);
        }
    }

    @Test
    void aTextWithMoreThanAnybodyWouldLookThroughIsSaidToBe() {
        Findings findings = Findings.in("SSN 223-45-6780. ".repeat(6_000));
        assertThat(findings.isCutShort()).isTrue();
        assertThat(findings.found()).hasSize(Findings.FOUND_MAX);
    }
}
