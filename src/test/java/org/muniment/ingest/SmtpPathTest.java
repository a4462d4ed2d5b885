package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPathTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FROM:<a@b.example>                     | a@b.example
            from: <a@b.example>                    | a@b.example
            FROM:<@one,@two:a@b.example>           | a@b.example
            FROM:<"a b>c"@b.example>               | "a b>c"@b.example
            FROM:<"a\\"b"@b.example> SIZE=3        | "a\\"b"@b.example
            FROM:<"@:"@b.example>                  | "@:"@b.example
            FROM:<postmaster>                      | postmaster
            FROM:<bürger@gemeinde.example>         | bürger@gemeinde.example
            FROM:<a@[127.0.0.1]>                   | a@[127.0.0.1]
            FROM:<a@[IPv6:2001:db8::1]>            | a@[IPv6:2001:db8::1]
            FROM:<imceaex-_o=x_ou=y+20z@b.example> | imceaex-_o=x_ou=y+20z@b.example
            """)
    void addressesAreKeptAsWritten(String argument, String address) {
        assertThat(parse(argument).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FROM",
                "FROM:",
                "FROM:a@b",
                "FROM:<a@b",
                "FROM:<a b@c>",
                "FROM:<a@b>SIZE=1",
                "FROM:<\"a@b>",
                "FROM:<a@>",
                "FROM:<@b>",
                "FROM:<<a@b>>",
                "TO:<a@b>",
                "FROM:<a\u0007@b>"
            })
    void whatIsNoPathIsRefused(String argument) {
        assertThatThrownBy(() -> parse(argument)).isInstanceOf(CommandRefused.class);
    }

    @Test
    void theNullSenderIsEmpty() {
        assertThat(parse("FROM:<>").address()).isEmpty();
        assertThat(parse("FROM:<> SIZE=12 BODY=8BITMIME SMTPUTF8").parameters())
                .containsEntry("SIZE", "12")
                .containsEntry("BODY", "8BITMIME")
                .containsEntry("SMTPUTF8", "");
    }

    @Test
    void aParameterIsGivenOnce() {
        assertThatThrownBy(() -> parse("FROM:<> SIZE=1 size=2")).isInstanceOf(CommandRefused.class);
    }

    private static SmtpPath parse(String argument) {
        return SmtpPath.parse(argument, "FROM:", SmtpReply.SENDER_WRONG);
    }
}
