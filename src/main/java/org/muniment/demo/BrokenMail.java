package org.muniment.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// Mail as bad programs send it. It is kept, shown as far as it goes, and its defects are named.
final class BrokenMail {
    private static final String FROM = "scanner@" + Citizen.CITY;
    private static final String TO = "tobin.askerly@" + Citizen.CITY;

    private BrokenMail() {}

    static List<Delivery> from(LocalDateTime first) {
        List<Delivery> deliveries = new ArrayList<>();
        String all = String.join(MimeText.CRLF, StoryBook.lines("broken.txt"));
        for (String mail : all.split("%%\r\n", -1))
            deliveries.add(new Delivery(
                    first.plusDays(90L * deliveries.size()),
                    MailServers.GATEWAY_SOURCE,
                    FROM,
                    List.of(TO),
                    "From: Old Scanner <%s>\r\nTo: Tobin Askerly <%s>\r\n".formatted(FROM, TO) + mail));
        return deliveries;
    }
}
