package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final CommonPasswords COMMON = CommonPasswords.shipped();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1qaz2wsx3edc",
                "passwordpassword",
                "Password1234!",
                "P@ssw0rd2026!!",
                "aaaaaaaaaaaa",
                "1234567890123",
                "abcdefghijkl",
                "baseballbaseball1",
                "letmein!!!!!!",
                "123456789012345"
            })
    void whatIsGuessedFirstIsCommon(String password) {
        assertThat(COMMON.hold(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"seven gulls over the harbor", "correct horse battery", "Zwölf Möwen am Kai", "tQ7-vex-Lorn-22x"
            })
    void whatIsLongAndUncommonIsNot(String password) {
        assertThat(COMMON.hold(password)).isFalse();
    }

    /// RFC 6238, appendix B, SHA-1; its last six digits.
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        Instant at = Instant.ofEpochSecond(second);
        assertThat(Totp.code(secret, at)).isEqualTo(code);
        assertThat(Totp.step(secret, code, at, -1)).hasValue(second / 30);
        assertThat(Totp.step(secret, code, at, second / 30)).as("again").isEmpty();
        assertThat(Totp.step(secret, code, at.plusSeconds(90), -1)).as("later").isEmpty();
    }

    @Test
    void aKeyIsWrittenAsAppsReadIt() {
        assertThat(Secrets.base32("12345678901234567890".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.bytes("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("12345678901234567890");
    }
}
