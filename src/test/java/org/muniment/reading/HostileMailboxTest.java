package org.muniment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muniment.HostileMailbox;
import org.muniment.archive.Archive;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.archive.Receipt;
import org.muniment.search.ArchiveSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every hostile message opens, within its limits, and does nothing.
@SpringBootTest(classes = ReadingTest.Opened.class, properties = "hostile.mailbox=true")
@AutoConfigureMockMvc(addFilters = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileMailboxTest {
    private static final long ANSWER_BYTES_MAX = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final MockMvcTester page;
    private final Archive archive;
    private final ArchiveSearch search;
    private final NetworkCanary canary = new NetworkCanary();
    private final Map<String, Long> numbers = new LinkedHashMap<>();

    HostileMailboxTest(@Autowired MockMvcTester page, @Autowired Archive archive, @Autowired ArchiveSearch search)
            throws Exception {
        this.page = page;
        this.archive = archive;
        this.search = search;
    }

    @BeforeAll
    void deliver() throws Exception {
        for (Map.Entry<String, byte[]> letter :
                HostileMailbox.letters(canary.address()).entrySet())
            numbers.put(letter.getKey(), deliver(letter.getValue()));
        assertThat(search.awaitIndexed(archive.size(), Duration.ofMinutes(2))).isTrue();
    }

    @AfterAll
    void nobodyWasAsked() {
        assertThat(canary.visits()).isEmpty();
        canary.close();
    }

    @Test
    void everyMessageOpensWithinItsLimits() throws Exception {
        for (Map.Entry<String, Long> letter : numbers.entrySet()) {
            for (String view : List.of("", "/html", "/source", "/raw")) {
                String address = "/api/messages/" + letter.getValue() + view;
                long start = System.nanoTime();
                MockHttpServletResponse answer =
                        page.get().uri(address).exchange().getResponse();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                String what = letter.getKey() + view;
                assertThat(answer.getStatus()).as(what).isEqualTo(200);
                assertThat(took).as(what).isLessThan(LONGEST);
                assertThat((long) answer.getContentAsByteArray().length)
                        .as(what)
                        .isLessThan(ANSWER_BYTES_MAX);
                noHeaderIsTheSenders(what, answer);
            }
        }
    }

    @Test
    void nothingThatRunsLoadsSubmitsOrLeadsIsLeftInAnyPage() throws Exception {
        for (Map.Entry<String, Long> letter : numbers.entrySet()) {
            MockHttpServletResponse answer = page.get()
                    .uri("/api/messages/" + letter.getValue() + "/html")
                    .exchange()
                    .getResponse();
            String html = answer.getContentAsString();
            if (html.length() > 8 << 20) html = html.substring(0, 8 << 20);
            String body = html.substring(html.indexOf("<body>"));
            for (Element element : Jsoup.parse(body).body().getAllElements()) isHarmless(letter.getKey(), element);
            assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo(HtmlPage.POLICY);
        }
    }

    @Test
    void noNameLooksLikeAnother() throws Exception {
        for (Map.Entry<String, Long> letter : numbers.entrySet()) {
            if (!letter.getKey().startsWith("name-")) continue;
            JsonNode view = json("/api/messages/" + letter.getValue());
            readsAsItIs(letter.getKey(), view.path("subject"));
            for (JsonNode person : view.path("people")) {
                readsAsItIs(letter.getKey(), person.path("name"));
                readsAsItIs(letter.getKey(), person.path("address"));
            }
            assertThat(view.path("attachments").size()).as(letter.getKey()).isEqualTo(2);
            for (JsonNode attachment : view.path("attachments"))
                assertThat(attachment.path("fileName").asString())
                        .as(letter.getKey())
                        .isNotEmpty()
                        .doesNotContainPattern(
                                "[\\p{Cntrl}\\u0080-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
        }
    }

    @Test
    void noResultLooksLikeAnother() throws Exception {
        JsonNode found = json("/api/search?limit=100&q=to:clerk");
        assertThat(found.path("hits").size()).isGreaterThan(5);
        for (JsonNode hit : found.path("hits")) {
            for (String one : List.of("subject", "from")) readsAsItIs(one, hit.path(one));
            for (String many : List.of("to", "recipients", "attachments"))
                for (JsonNode one : hit.path(many)) readsAsItIs(many, one);
            for (JsonNode snippet : hit.path("snippets")) readsAsItIs("snippet", snippet.path("text"));
        }
    }

    private JsonNode json(String address) throws Exception {
        return JsonMapper.shared()
                .readTree(page.get().uri(address).exchange().getResponse().getContentAsString());
    }

    private static void readsAsItIs(String what, JsonNode text) {
        assertThat(text.isString()).as(what).isTrue();
        assertThat(text.asString())
                .as(what)
                .doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]");
    }

    private static void isHarmless(String letter, Element element) {
        String what = letter + ": " + element.normalName();
        assertThat(element.normalName())
                .as(what)
                .isNotIn("script", "style", "link", "meta", "base", "form", "input", "button", "iframe", "object")
                .isNotIn("embed", "video", "audio", "svg", "math", "a", "area", "template", "frame", "select");
        for (Attribute attribute : element.attributes()) {
            assertThat(attribute.getKey())
                    .as(what)
                    .doesNotStartWith("on")
                    .isNotIn("href", "srcset", "action", "formaction", "background", "ping", "id", "name", "target")
                    .isNotIn("poster", "data", "usemap", "srcdoc", "xlink:href", "contenteditable", "tabindex");
            if (attribute.getKey().equals("src"))
                assertThat(attribute.getValue()).matches("data:image/(png|jpeg|gif|webp);.*");
            if (attribute.getKey().equals("style"))
                assertThat(attribute.getValue().toLowerCase(java.util.Locale.ROOT))
                        .as(what)
                        .doesNotContain("url", "import", "expression", "position", "image-set", "behavior", "\\", "--");
        }
    }

    private static void noHeaderIsTheSenders(String what, MockHttpServletResponse answer) {
        for (String name : answer.getHeaderNames()) {
            assertThat(name).as(what).isNotEqualToIgnoringCase("X-Injected").isNotEqualToIgnoringCase("Set-Cookie");
            assertThat(answer.getHeader(name)).as(what).doesNotContain("\r", "\n", "passwd", "..");
        }
    }

    private long deliver(byte[] mail) throws Exception {
        Envelope envelope = new Envelope(
                "test",
                Channel.SMTP,
                Optional.of("prizes@hostile.example"),
                List.of("clerk@city.example"),
                Peer.NONE,
                Instant.EPOCH);
        try (Incoming incoming = archive.receive(envelope)) {
            incoming.body().write(mail);
            return incoming.commit().get() instanceof Receipt.Captured captured
                    ? captured.accession().index()
                    : -1;
        }
    }
}
