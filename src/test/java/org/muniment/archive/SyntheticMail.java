package org.muniment.archive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Mail that nobody wrote, from a seed: the headers programs add, the shapes of bodies, English of city business.
final class SyntheticMail {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(-6));
    private static final String[] FIRST =
            "James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Chris Karen Maria Daniel Nancy Ahmed Wei"
                    .split(" ");
    private static final String[] LAST =
            "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Nguyen Patel Kim"
                    .split(" ");
    private static final String[] HOSTS =
            "cityhall.example mail.example.org example.com outlook.example gmail.example lists.example.net police.city.example publicworks.city.example county.example.gov"
                    .split(" ");
    private final Random random;
    private final List<String> blocks;

    SyntheticMail(Random random) {
        this.random = random;
        this.blocks = SyntheticText.blocks();
    }

    Envelope envelope(Instant base) {
        Instant at = base.plusMillis(random.nextInt(1_000_000_000));
        String host = pick(HOSTS);
        if (random.nextInt(4) == 0)
            return new Envelope("file-import", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, at);
        List<String> to =
                Stream.generate(this::address).limit(1 + random.nextInt(3)).toList();
        var peer = new Peer(
                "10." + random.nextInt(256) + "." + random.nextInt(256) + ".7:" + (1024 + random.nextInt(60000)),
                "mx" + random.nextInt(9) + "." + host,
                random.nextBoolean() ? "TLSv1.3 TLS_AES_256_GCM_SHA384" : "",
                "");
        return new Envelope(
                pick("m365-journal", "google-journal", "unauthenticated", "postfix"),
                Channel.SMTP,
                Optional.of(random.nextInt(3) == 0 ? "" : address()),
                to,
                peer,
                at);
    }

    String message() {
        String end = random.nextInt(3) == 0 ? "\n" : "\r\n";
        String boundary = hex(random.nextBoolean() ? 28 : 16);
        String html = random.nextInt(3) == 0 ? "multipart" : "plain";
        String text = transport() + headers(html.equals("plain") ? plainType() : multipartType(boundary));
        text += html.equals("plain") ? "\n" + body() : "\n" + alternatives(boundary);
        return text.replace("\n", end);
    }

    private String transport() {
        var text = new StringBuilder();
        if (random.nextBoolean())
            text.append("Return-Path: <").append(address()).append(">\n");
        for (int i = 1 + random.nextInt(5); i > 0; i--) text.append(received());
        if (random.nextInt(2) == 0) text.append(authentication());
        if (random.nextInt(2) == 0) text.append(exchange());
        if (random.nextInt(3) == 0) text.append(list());
        return text.toString();
    }

    private String received() {
        String from = "mx" + random.nextInt(20) + "." + pick(HOSTS);
        String at = date();
        return pick(
                "Received: from %s (%s [192.0.2.%d])\n\tby %s (Postfix) with ESMTPS id %s\n\tfor <%s>; %s (CST)\n"
                        .formatted(
                                from,
                                from,
                                random.nextInt(256),
                                pick(HOSTS),
                                hex(10).toUpperCase(Locale.ROOT),
                                address(),
                                at),
                "Received: from %s (2603:10b6:%s::%d) by\n %s with HTTPS; %s\n"
                        .formatted(from, hex(3), random.nextInt(99), pick(HOSTS), at),
                "Received: from %s ([198.51.100.%d]:%d helo=%s)\n\tby %s with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384\n\t(Exim 4.96)\n\t(envelope-from <%s>)\n\tid 1%s-00%s-0A; %s\n"
                        .formatted(
                                from,
                                random.nextInt(256),
                                1024 + random.nextInt(60000),
                                from,
                                pick(HOSTS),
                                address(),
                                hex(5),
                                hex(4),
                                at),
                "Received: by %s with SMTP id %s;\n        %s (PST)\n".formatted(from, hex(26), at),
                "Received: from localhost (localhost [127.0.0.1])\n\tby %s (Postfix) with ESMTP id %s;\n\t%s (EST)\n"
                        .formatted(from, hex(9).toUpperCase(Locale.ROOT), at),
                "Received: from %s ([192.0.2.%d]) by %s (8.17.1/8.17.1) with ESMTP id %s\n\tfor <%s>; %s\n"
                        .formatted(from, random.nextInt(256), pick(HOSTS), hex(14), address(), at));
    }

    private String authentication() {
        String host = pick(HOSTS);
        return "Authentication-Results: mx.%1$s;\n       dkim=pass header.i=@%1$s header.s=selector1 header.b=%2$s;\n       spf=pass (%1$s: domain of %3$s designates 192.0.2.1 as permitted sender) smtp.mailfrom=%3$s;\n       dmarc=pass (p=QUARANTINE sp=QUARANTINE dis=NONE) header.from=%1$s\n"
                        .formatted(host, hex(8), address())
                + "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\n        d=%s; s=20230601; t=%d; x=%d;\n        h=to:subject:message-id:date:from:in-reply-to:references:mime-version\n         :from:to:cc:subject:date:message-id:reply-to;\n        bh=%s=;\n        b=%s\n         %s==\n"
                        .formatted(
                                host,
                                1_700_000_000 + random.nextInt(90_000_000),
                                1_700_000_000 + random.nextInt(90_000_000),
                                hex(43),
                                hex(60),
                                hex(60));
    }

    private String exchange() {
        return "X-MS-Has-Attach:\nX-MS-TNEF-Correlator:\nx-ms-publictraffictype: Email\nx-ms-traffictypediagnostic: %1$s:EE_|%2$s:EE_\nx-ms-office365-filtering-correlation-id: %3$s\nx-ms-exchange-senderadcheck: 1\nx-microsoft-antispam: BCL:0;\nx-forefront-antispam-report: CIP:255.255.255.255;CTRY:;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;H:%1$s;PTR:;CAT:NONE;SFS:;DIR:OUT;SFP:1102;\nX-MS-Exchange-Organization-AuthSource: %1$s\nX-MS-Exchange-Organization-AuthAs: Internal\nX-MS-Exchange-Organization-SCL: 1\nX-MS-Exchange-CrossTenant-originalarrivaltime: %4$s (UTC)\nX-MS-Exchange-CrossTenant-fromentityheader: Hosted\nX-MS-Exchange-CrossTenant-id: %3$s\nX-MS-Exchange-CrossTenant-mailboxtype: HOSTED\nX-MS-Exchange-Transport-CrossTenantHeadersStamped: %2$s\nX-OriginatorOrg: %5$s\n"
                .formatted(
                        hex(12).toUpperCase(Locale.ROOT),
                        hex(12).toUpperCase(Locale.ROOT),
                        hex(36),
                        date(),
                        pick(HOSTS));
    }

    private String list() {
        String name = pick("announce", "discuss", "dev", "users", "commits", "council");
        String host = pick(HOSTS);
        return "List-Id: <%1$s.%2$s>\nList-Unsubscribe: <https://%2$s/mailman/options/%1$s>,\n\t<mailto:%1$s-request@%2$s?subject=unsubscribe>\nList-Archive: <https://%2$s/pipermail/%1$s/>\nList-Post: <mailto:%1$s@%2$s>\nList-Help: <mailto:%1$s-request@%2$s?subject=help>\nList-Subscribe: <https://%2$s/mailman/listinfo/%1$s>,\n\t<mailto:%1$s-request@%2$s?subject=subscribe>\nErrors-To: %1$s-bounces@%2$s\nSender: %1$s-bounces@%2$s\nPrecedence: list\nX-Mailman-Version: 2.1.39\nX-BeenThere: %1$s@%2$s\nMailing-List: contact %1$s-help@%2$s; run by ezmlm\nDelivered-To: mailing list %1$s@%2$s\n"
                .formatted(name, host);
    }

    private String headers(String type) {
        var text = new StringBuilder();
        text.append("From: ").append(person()).append('\n');
        text.append("To: ").append(person()).append('\n');
        if (random.nextInt(3) == 0)
            text.append("CC: ")
                    .append(person())
                    .append(",\n\t")
                    .append(person())
                    .append('\n');
        text.append("Subject: ")
                .append(pick("", "Re: ", "RE: ", "Fwd: ", "FW: ", "[External] "))
                .append(pick(SyntheticText.SUBJECTS))
                .append('\n');
        text.append("Thread-Topic: ").append(pick(SyntheticText.SUBJECTS)).append('\n');
        text.append("Date: ").append(date()).append('\n');
        text.append("Message-ID: <")
                .append(hex(24))
                .append('@')
                .append(pick(HOSTS))
                .append(">\n");
        if (random.nextBoolean())
            text.append("In-Reply-To: <")
                    .append(hex(24))
                    .append('@')
                    .append(pick(HOSTS))
                    .append(">\nReferences: <")
                    .append(hex(24))
                    .append('@')
                    .append(pick(HOSTS))
                    .append(">\n");
        text.append(pick(
                "",
                "X-Mailer: Microsoft Outlook 16.0\n",
                "User-Agent: Mozilla Thunderbird\n",
                "X-Mailer: Apple Mail (2.3774.500.171.1.1)\n",
                "User-Agent: Mutt/2.2.12\n"));
        text.append(
                pick(
                        "",
                        "Accept-Language: en-US\nContent-Language: en-US\n",
                        "X-Priority: 3\nImportance: Normal\n",
                        "X-Spam-Status: No, score=-2.1 required=5.0 tests=BAYES_00,DKIM_SIGNED,\n\tDKIM_VALID,DKIM_VALID_AU,SPF_HELO_NONE,SPF_PASS autolearn=ham\n\tautolearn_force=no version=3.4.6\nX-Spam-Level:\nX-Virus-Scanned: amavisd-new at example.org\n"));
        return text.append(type).append("MIME-Version: 1.0\n").toString();
    }

    private String plainType() {
        return "Content-Type: text/plain; charset="
                + pick("\"utf-8\"", "UTF-8; format=flowed", "us-ascii", "iso-8859-1", "\"windows-1252\"")
                + "\nContent-Transfer-Encoding: " + pick("7bit", "8bit", "quoted-printable") + "\n";
    }

    private String multipartType(String boundary) {
        return "Content-Type: multipart/" + pick("alternative", "mixed", "related;\n\ttype=\"multipart/alternative\"")
                + ";\n\tboundary=\"" + boundary + "\"\n";
    }

    private String alternatives(String boundary) {
        return "--" + boundary + "\n" + plainType() + "\n" + body() + "\n--" + boundary
                + "\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\n"
                + pick(SyntheticText.HTML_HEADS) + "<p class=3D\"MsoNormal\">" + sentences(6)
                + "<o:p></o:p></p>\n<div dir=3D\"ltr\">" + sentences(3)
                + "<br></div>\n" + SyntheticText.HTML_TAIL + "\n--" + boundary + "--\n";
    }

    private String body() {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--)
            text.append(sentences(1 + random.nextInt(5))).append("\n\n");
        if (random.nextInt(2) == 0)
            text.append("On ")
                    .append(date())
                    .append(", ")
                    .append(person())
                    .append(" wrote:\n> ")
                    .append(sentences(2).replace("\n", "\n> "))
                    .append("\n>\n");
        return text.append(blocks.get(random.nextInt(blocks.size()))).toString();
    }

    private String sentences(int count) {
        return Stream.generate(() -> pick(SyntheticText.SENTENCES))
                .limit(count)
                .collect(Collectors.joining(random.nextBoolean() ? " " : "\n"));
    }

    private String person() {
        return pick(FIRST) + " " + pick(LAST) + " <" + address() + ">";
    }

    private String address() {
        return (pick(FIRST) + "." + pick(LAST)).toLowerCase(Locale.ROOT) + "@" + pick(HOSTS);
    }

    private String date() {
        return DATE.format(Instant.ofEpochSecond(1_500_000_000L + random.nextInt(300_000_000)));
    }

    private String hex(int characters) {
        return random.ints(characters, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
