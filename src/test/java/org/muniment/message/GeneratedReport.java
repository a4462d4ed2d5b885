package org.muniment.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/// This wraps a message in an Exchange journal report.
final class GeneratedReport {
    private GeneratedReport() {}

    /// `secret` becomes the local part of a recipient that only the report names.
    static byte[] around(GeneratedMail inner, String secret, Random random) {
        String boundary = "report_" + GeneratedWords.canary(random);
        String messageIdLine = "Message-Id: <" + inner.messageId() + ">\r\n";
        String subjectLine = "Subject: in a report\r\n";
        boolean isSubjectFirst = random.nextBoolean();
        String comma = random.nextBoolean() ? ", " : " ";
        String role = random.nextBoolean() ? "Bcc" : "Recipient";
        String head = "Message-ID: <" + boundary + "@journal.report.generator>\r\n"
                + "X-MS-Journal-Report:\r\n"
                + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n"
                + "MIME-Version: 1.0\r\n\r\n"
                + "--" + boundary + "\r\nContent-Type: text/plain; charset=\"utf-8\"\r\n\r\n"
                + "Sender: sender@city.example.gov\r\n"
                + (isSubjectFirst ? subjectLine + messageIdLine : messageIdLine + subjectLine)
                + "To: staff@city.example.gov" + comma + "Expanded: all@city.example.gov\r\n"
                + role + ": " + secret + "@press.example\r\n\r\n"
                + "--" + boundary + "\r\nContent-Type: message/rfc822\r\n\r\n";
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(head.getBytes(UTF_8));
        raw.writeBytes(inner.raw());
        raw.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return raw.toByteArray();
    }
}
