package org.muniment.demo;

import static org.muniment.demo.MailProgram.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What the city's mail servers make of a letter on its way to the archive: the mail server inside sends journal
/// reports (MS-XJRNL), the gateway copies with its trace. Some letters come both ways: two captures of one message.
final class MailServers {
    static final String JOURNAL = "archive@journal." + Citizen.CITY;
    static final String JOURNAL_SOURCE = "exchange-journal";
    static final String GATEWAY_SOURCE = "mail-gateway";

    private MailServers() {}

    static List<Delivery> deliveries(Letter letter, Random random) {
        String mail = MailProgram.write(letter, random);
        List<Delivery> deliveries = new ArrayList<>();
        boolean isReported = !letter.bcc().isEmpty() || (letter.touchesTheCity() && random.nextInt(5) < 2);
        if (isReported) deliveries.add(reported(letter, mail));
        if (!isReported || random.nextInt(12) == 0) deliveries.add(copied(letter, mail, random));
        return deliveries;
    }

    private static Delivery reported(Letter letter, String mail) {
        var envelope = new StringBuilder();
        field(envelope, "Sender", letter.from().address());
        field(envelope, "Subject", letter.subject());
        field(envelope, "Message-Id", "<" + letter.id() + ">");
        letter.to().forEach(who -> field(envelope, "To", who.address()));
        letter.cc().forEach(who -> field(envelope, "Cc", who.address()));
        letter.bcc().forEach(who -> field(envelope, "Bcc", who.address()));
        var report = new StringBuilder();
        String mark = "journal_" + letter.id().substring(0, 16);
        field(report, "From", MailProgram.mailbox(letter.from()));
        field(report, "To", JOURNAL);
        field(report, "Subject", MimeText.header(letter.subject()));
        field(report, "Date", MailProgram.date(letter.at()));
        field(
                report,
                "Message-ID",
                "<%s@journal.report.generator>".formatted(letter.id().substring(0, 16)));
        report.append("X-MS-Journal-Report:\r\n");
        field(report, "Auto-Submitted", "auto-generated");
        field(report, "MIME-Version", "1.0");
        field(report, "Content-Type", "multipart/mixed; boundary=\"" + mark + "\"");
        report.append("\r\n--").append(mark).append("\r\n");
        report.append(MimeText.part(
                "text/plain", envelope.toString().replace("\r\n", "\n").stripTrailing()));
        report.append("\r\n--").append(mark).append("\r\nContent-Type: message/rfc822\r\n\r\n");
        report.append(mail).append("\r\n--").append(mark).append("--\r\n");
        return new Delivery(
                letter.at(), JOURNAL_SOURCE, "journal-errors@" + Citizen.CITY, List.of(JOURNAL), report.toString());
    }

    private static Delivery copied(Letter letter, String mail, Random random) {
        String domain =
                letter.from().address().substring(letter.from().address().indexOf('@') + 1);
        var trace = new StringBuilder();
        field(trace, "Return-Path", "<" + letter.from().address() + ">");
        field(
                trace,
                "Received",
                "from mx.%s (mx.%s [192.0.2.%d])\r\n\tby gateway.%s (Postfix) with ESMTPS id %08X;\r\n\t%s"
                        .formatted(
                                domain,
                                domain,
                                1 + random.nextInt(250),
                                Citizen.CITY,
                                random.nextInt(),
                                MailProgram.date(letter.at().plusSeconds(4))));
        if (!letter.list().isEmpty()) list(trace, letter);
        List<String> recipients = letter.everyRecipient().map(Citizen::address).toList();
        return new Delivery(letter.at(), GATEWAY_SOURCE, letter.from().address(), recipients, trace + mail);
    }

    private static void list(StringBuilder head, Letter letter) {
        String address = letter.to().getFirst().address();
        String host = address.substring(address.indexOf('@') + 1);
        field(head, "List-Id", "<%s.%s>".formatted(letter.list(), host));
        field(head, "List-Post", "<mailto:" + address + ">");
        field(head, "List-Unsubscribe", "<mailto:%s-request@%s?subject=unsubscribe>".formatted(letter.list(), host));
        field(head, "Precedence", "list");
    }
}
