package org.muniment.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import org.muniment.message.Part;

class CityHallTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 23);
    private static final Pattern HOST = Pattern.compile("(?:@|://)([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+)");
    private static final List<Delivery> MAIL = CityHall.deliveries(CityHall.SEED, UNTIL);

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        assertThat(hash(CityHall.deliveries(CityHall.SEED, UNTIL))).isEqualTo(hash(MAIL));
        assertThat(hash(CityHall.deliveries(1, UNTIL))).isNotEqualTo(hash(MAIL));
    }

    @Test
    void aLaterDayMovesTheDatesAndNothingElse() {
        List<Delivery> later = CityHall.deliveries(CityHall.SEED, UNTIL.plusDays(200));
        assertThat(later).hasSameSizeAs(MAIL);
        assertThat(later.getFirst().recipients()).isEqualTo(MAIL.getFirst().recipients());
        assertThat(later.getLast().mail()).contains("Maribeth, this one is ours");
    }

    @Test
    void itIsAboutTwoThousandMessagesOfEveryKindACityGets() throws Exception {
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> ids = new ArrayList<>();
        for (Delivery delivery : MAIL) {
            ParsedCapture capture = read(delivery);
            Message message = capture.messages().getFirst();
            ids.add(message.messageId());
            capture.report().ifPresent(_ -> count(kinds, "journal report"));
            capture.report()
                    .filter(report -> report.recipients().stream()
                            .anyMatch(who -> who.role().name().equals("BCC")))
                    .ifPresent(_ -> count(kinds, "blind copy"));
            if (message.header("List-Id").isPresent()) count(kinds, "list");
            if (!capture.defects().isEmpty() || !message.defects().isEmpty()) count(kinds, "defect");
            for (Part part : message.parts()) count(kinds, part.contentType());
            if (delivery.mail().contains("@counsel.")) count(kinds, "counsel");
        }
        assertThat(ids.stream().distinct().count()).isBetween(1_800L, 2_200L);
        assertThat(MAIL.size()).isBetween(1_900, 2_400);
        assertThat(kinds.get("journal report")).isGreaterThan(300);
        assertThat(kinds.get("blind copy")).isGreaterThan(20);
        assertThat(kinds.get("list")).isGreaterThan(50);
        assertThat(kinds.get("counsel")).isGreaterThan(80);
        assertThat(kinds.get("defect")).isBetween(4, 20);
        for (String type : List.of("text/html", "application/pdf", "image/png", "text/calendar"))
            assertThat(kinds.get(type)).as(type).isGreaterThan(20);
        assertThat(kinds.keySet().stream().filter(kind -> kind.contains("openxml")))
                .hasSize(2);
    }

    @Test
    void nobodyInItCanExist() throws Exception {
        for (Delivery delivery : MAIL) {
            Message message = read(delivery).messages().getFirst();
            String said = delivery.mail().replace("=\r\n", "")
                    + message.parts().stream().map(Part::text).collect(Collectors.joining("\n"));
            assertThat(HOST.matcher(said).results().map(found -> found.group(1)))
                    .allMatch(host -> host.endsWith(".example") || host.equals("journal.report.generator"));
            assertThat(Pattern.compile("\\b555-(?!01)\\d{4}|\\b[0-8]\\d\\d-\\d\\d-\\d{4}\\b")
                            .matcher(message.parts().stream().map(Part::text).collect(Collectors.joining())))
                    .matches(found -> !found.find());
        }
    }

    @Test
    void theCanariesAreWhereTheyShouldBe() {
        assertThat(MAIL.stream().filter(delivery -> delivery.mail().contains(CityHall.PRIVILEGED_CANARY)))
                .isNotEmpty()
                .allMatch(delivery -> delivery.mail().contains("@counsel."));
        assertThat(MAIL.stream().filter(delivery -> delivery.mail().contains(CityHall.PERSONAL_CANARY)))
                .isNotEmpty();
    }

    @Test
    void thePapersAreRealFiles() throws Exception {
        try (var pdf = Loader.loadPDF(Attachments.of("pdf", "Claim form"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(Attachments.of("xlsx", "Bids")).startsWith('P', 'K').isEqualTo(Attachments.of("xlsx", "Bids"));
    }

    private static void count(Map<String, Integer> kinds, String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    private static ParsedCapture read(Delivery delivery) throws IOException {
        return MailParser.parse(new ByteArrayInputStream(delivery.bytes()));
    }

    private static String hash(List<Delivery> deliveries) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        for (Delivery delivery : deliveries) sha256.update(delivery.bytes());
        return HexFormat.of().formatHex(sha256.digest());
    }
}
