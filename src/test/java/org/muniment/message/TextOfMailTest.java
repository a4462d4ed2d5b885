package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextOfMailTest {
    private static Message parse(byte[] mail) throws IOException {
        return MailParser.parse(new ByteArrayInputStream(mail)).message();
    }

    private static Message parse(String mail) throws IOException {
        return parse(mail.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-8bit", "x-unknown", "x-user-defined", "default_charset", "nonsense"})
    void anUnknownCharsetIsReadAsUtf8IfValidElseAsWindows1252(String label) throws IOException {
        String head = "Content-Type: text/plain; charset=" + label + "\n\n";
        Message utf8 = parse((head + "Zürich").getBytes(UTF_8));
        Message latin = parse(head + "Zürich");
        assertThat(List.of(utf8.bodyText(), latin.bodyText())).containsOnly("Zürich");
        assertThat(utf8.defects()).extracting(Defect::kind).containsExactly(DefectKind.CHARSET_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8 sdq, UTF-8, Zürich",
        "chinesebig5, Big5, 市政府",
        "gb2312, GB18030, 镕市",
        "ks_c_5601-1987, x-windows-949, 서울"
    })
    void labelsOfRealMailMeanWhatTheirSendersMeant(String label, String charset, String text) throws IOException {
        byte[] body = text.getBytes(Charset.forName(charset));
        String mail = "Content-Type: text/plain; charset=\"" + label + "\"\n\n" + new String(body, ISO_8859_1);
        assertThat(parse(mail).bodyText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =?utf-8?B?Wsy8?= =?utf-8?B?cmljaA==?=      | Z̼rich
            =?utf-8?B?WsM=?= =?utf-8?B?vHJpY2g=?=      | Zürich
            =?UTF-8?Q?two words?= and more             | two words and more
            x=?utf-8?Q?glued?=y                        | xgluedy
            =?iso-8859-1*de?Q?Z=FCrich?=               | Zürich
            =?utf-8?Q?unfinished                       | unfinished
            =?no such charset?Q?x?=                    | =?no such charset?Q?x?=
            =?utf-8?X?x?=                              | =?utf-8?X?x?=
            =?utf-8?Q?a?= =?iso-8859-1?Q?=FC?= b       | aü b
            """)
    void encodedWordsAreReadHoweverMailersBreakThem(String subject, String expected) throws IOException {
        assertThat(parse("Subject: " + subject + "\n\n").subject()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            filename="plan.pdf"                                          | plan.pdf
            filename=the plan.pdf                                        | the plan.pdf
            filename*=utf-8''Pl%C3%A4ne.pdf; filename=x.pdf              | Pläne.pdf
            filename*0*=iso-8859-1'de'Pl%E4; filename*1="ne.pdf"         | Pläne.pdf
            filename*1=b.pdf; filename*0=a                               | ab.pdf
            filename="=?utf-8?Q?Pl=C3=A4ne.pdf?="                        | Pläne.pdf
            filename="C:\\TEMP\\plan.pdf"                                | C:\\TEMP\\plan.pdf
            filename="open.pdf                                           | open.pdf
            """)
    void fileNamesAreReadHoweverTheyAreWritten(String parameter, String expected) throws IOException {
        Message message =
                parse("Content-Type: application/pdf\nContent-Disposition: attachment; " + parameter + "\n\nx");
        assertThat(message.attachmentNames()).containsExactly(expected.replace("\\\\", "\\"));
    }

    @Test
    void flowedLinesAreJoinedAndQuotesKept() {
        String flowed = "A long \nline.\n> quoted \n> too\n>> deeper\n\n-- \nAnn\n from\n";
        assertThat(Flowed.unwrap(flowed, Flowed.Spaces.KEPT))
                .isEqualTo("A long line.\n> quoted too\n>> deeper\n\n-- \nAnn\nfrom\n");
        assertThat(Flowed.unwrap("wei \nter\n", Flowed.Spaces.DELETED)).isEqualTo("weiter\n");
    }

    @Test
    void htmlBecomesReadableTextAndHiddenTextStays() {
        String html = """
                <html><head><title>t</title><style>p{}</style></head><body><p>One  <b>bold</b></p><p>Two<br>lines</p>
                <script>evil()</script><!-- no --><span style="display:none">hidden</span>
                <table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
                <ul><li>first</li><li>second</li></ul><a href="https://x.example/">here</a>
                <a href="https://x.example/">https://x.example/</a> <img src=x alt="the seal"><pre>a
                  b</pre></body></html>""";
        assertThat(HtmlText.read(html).text())
                .isEqualTo("One bold\n\nTwo\nlines\n\nhidden\n\na\tb\nc\td\n\n* first\n* second\n\n"
                        + "here (https://x.example/) https://x.example/ [the seal]\na\n  b");
    }

    @Test
    void htmlMayNameItsCharsetItself() throws IOException {
        byte[] html = "<meta charset=\"shift_jis\"><p>東京都".getBytes(Charset.forName("Shift_JIS"));
        assertThat(parse("Content-Type: text/html\n\n" + new String(html, ISO_8859_1))
                        .bodyText())
                .isEqualTo("東京都");
    }

    @Test
    void htmlTooLargeForATreeIsStillRead() {
        String html = "<p>first &amp; foremost</p><style>p{}</style><script>evil()</script>"
                + "<b>x</b> ".repeat(60_000) + "<!-- no --><p>last</p>";
        assertThat(HtmlText.read(html).text())
                .startsWith("first & foremost")
                .endsWith("last")
                .doesNotContain("evil", "no", "p{}");
    }

    @Test
    void theBodyIsThePlainFormUnlessItIsEmpty() throws IOException {
        String mail =
                "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n%s\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b--\n";
        assertThat(parse(mail.formatted("plain")).bodyText()).isEqualTo("plain");
        assertThat(parse(mail.formatted("plain")).allText()).contains("plain", "rich");
        assertThat(parse(mail.formatted(" ")).bodyText()).isEqualTo("rich");
    }

    @Test
    void whatIsSealedIsAttachedAndSaysThatItHidesText() throws IOException {
        for (String type : List.of(
                "application/pkcs7-mime; smime-type=enveloped-data",
                "application/ms-tnef",
                "application/pgp-encrypted",
                "message/external-body")) {
            Message message = parse("Content-Type: " + type + "\n\nx");
            assertThat(message.hidesText()).as(type).isTrue();
        }
        Message signed = parse("Content-Type: application/pkcs7-mime; smime-type=signed-data\n\nx");
        assertThat(signed.defects()).extracting(Defect::kind).containsExactly(DefectKind.SIGNED_INSIDE);
    }

    @Test
    void brokenEncodingsGiveWhatTheyCan() throws IOException {
        assertThat(parse("Content-Transfer-Encoding: base64\n\nQnVk*Z2V0").bodyText())
                .isEqualTo("Budget");
        assertThat(parse("Content-Transfer-Encoding: base64\n\nQg==\ndWRnZXQ").bodyText())
                .isEqualTo("Budget");
        assertThat(parse("Content-Transfer-Encoding: quoted-printable\n\na=3Db =ZZ c=\nd =")
                        .bodyText())
                .isEqualTo("a=b =ZZ cd ");
        String uu = "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n&0G5D9V5T\n`\nend\n";
        assertThat(parse(uu).bodyText()).isEqualTo("Budget");
        Message odd = parse("Content-Transfer-Encoding: x-rot13\n\nOhqtrg");
        assertThat(odd.defects()).extracting(Defect::kind).containsExactly(DefectKind.ENCODING_UNKNOWN);
    }

    @Test
    void textAroundThePartsIsFoundButNotShown() throws IOException {
        Message message = parse("Content-Type: multipart/mixed; boundary=b\n\nbefore\n--b\n\nbody\n--b--\nafter\n");
        assertThat(message.bodyText()).isEqualTo("body");
        assertThat(message.allText()).contains("before", "after");
    }

    @Test
    void linesThatAreNoHeaderFieldsAreKept() throws IOException {
        Message middle = parse("Subject: a\nno field\nFrom: b@x.example\n\nbody");
        assertThat(middle.headers()).contains(new HeaderField("", "no field"));
        assertThat(middle.from()).hasSize(1);
        Message end = parse("Subject: a\nno field\nno field either\n\nbody");
        assertThat(end.bodyText()).isEqualTo("no field\nno field either\nbody");
    }

    @Test
    void aMessageAttachedByItsNameIsReadAsOne() throws IOException {
        Message message = parse("""
                Content-Type: application/octet-stream; name=note.eml
                Content-Transfer-Encoding: base64

                U3ViamVjdDogaW5uZXIKClRleHQu
                """);
        assertThat(message.allText()).isEqualTo("inner\n\nText.");
        assertThat(message.parts().getFirst().isAttachment()).isTrue();
    }
}
