package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotUnstuffingTest {
    @Test
    void onlyADotBetweenTwoCrLfEndsABody() throws IOException {
        assertThat(unstuffed("a\r\n.\r\nQUIT\r\n")).isEqualTo("a\r\n");
        assertThat(unstuffed(".\r\n")).isEmpty();
        assertThat(unstuffed("..\r\n.\r\n")).isEqualTo(".\r\n");
        assertThat(unstuffed(".a\r\n...b\r\n.\r\n")).isEqualTo("a\r\n..b\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r\n.\n",
                "\r.\r",
                "\r\n.\r",
                "\r.\r\n",
                "\r\n.\r\r\n",
                "\n.\r",
                "\r\n\0.\r\n",
                "\r\n.\0\r\n",
                "\r\n. \r\n"
            })
    void nothingThatLooksLikeTheEndIsTheEnd(String false_) throws IOException {
        String sent = "a" + false_ + "MAIL FROM:<smuggled@example.org>";
        String kept = sent.replace("\r\n.", "\r\n");
        assertThat(unstuffed(sent + "\r\n.\r\n")).isEqualTo(kept + "\r\n");
    }

    @Test
    void whatIsStuffedComesBackHoweverItIsSplit() throws IOException {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String body = randomBody(random);
            String stuffed = (body.startsWith(".") ? "." : "") + body.replace("\r\n.", "\r\n..");
            String sent = stuffed + (body.isEmpty() || body.endsWith("\r\n") ? "" : "\r\n") + ".\r\n";
            String expected = body.isEmpty() || body.endsWith("\r\n") ? body : body + "\r\n";
            assertThat(unstuffed(sent, 1 + random.nextInt(8)))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    private static String randomBody(Random random) {
        String[] pieces = {"\r\n", ".", "\r", "\n", "a", "\0", "\r\n.", "..", "\r\n.\r"};
        StringBuilder body = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) body.append(pieces[random.nextInt(pieces.length)]);
        return body.toString();
    }

    private static String unstuffed(String sent) throws IOException {
        String whole = unstuffed(sent, Integer.MAX_VALUE);
        for (int size = 1; size < 6; size++) assertThat(unstuffed(sent, size)).isEqualTo(whole);
        return whole;
    }

    private static String unstuffed(String sent, int pieceSize) throws IOException {
        byte[] bytes = sent.getBytes(ISO_8859_1);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DotUnstuffing dots = new DotUnstuffing();
        for (int from = 0; from < bytes.length && !dots.isAtEnd(); ) {
            int to = (int) Math.min(bytes.length, (long) from + pieceSize);
            int used = dots.pass(bytes, from, to, body);
            assertThat(used == to || dots.isAtEnd()).isTrue();
            from = used;
        }
        assertThat(dots.isAtEnd()).as("the body ends").isTrue();
        return body.toString(ISO_8859_1);
    }
}
