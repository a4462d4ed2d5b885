package org.muniment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muniment.access.Actor;
import org.muniment.access.Departments;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.access.SignedInAs;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Peer;
import org.muniment.search.ArchiveSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A city's mail with some of counsel's in it: nobody but counsel learns a word of that, by any way there is.
@SpringBootTest(
        classes = {ReadingTest.Opened.class, QuarantineTest.PoliceDepartment.class},
        properties = "quarantine=true")
@AutoConfigureMockMvc(addFilters = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarantineTest {
    private static final String CANARY = "xylocanary";
    private static final SignedInAs OFFICER = SignedInAs.a(Role.RECORDS_OFFICER).reading();
    private static final SignedInAs REVIEWER = SignedInAs.a(Role.REVIEWER).reading();
    private static final SignedInAs COUNSEL = SignedInAs.a(Role.COUNSEL).reading();
    private static final SignedInAs POLICE = SignedInAs.the(
                    new Actor(new PersonId(9), "Paul", Set.of(Role.RECORDS_OFFICER), Set.of(3L), "127.0.0.1"))
            .reading();
    private static final List<String> NUMBERS = List.of("0", "1", "2", "3", "4", "5");

    private final MockMvcTester page;
    private final Archive archive;
    private final ArchiveSearch search;

    QuarantineTest(@Autowired MockMvcTester page, @Autowired Archive archive, @Autowired ArchiveSearch search) {
        this.page = page;
        this.archive = archive;
        this.search = search;
    }

    @TestConfiguration
    static class PoliceDepartment {
        @Bean
        Departments departments() {
            return numbers -> numbers.contains(3L) ? Set.of("@police.city.example") : Set.of();
        }
    }

    @BeforeAll
    void receive() throws Exception {
        // 0: open. 1: to counsel. 2: open, answers it. 3: counsel's BCC by envelope. 4: a phrase. 5: counsel attached.
        deliver(
                "ana@city.example",
                "chief@police.city.example",
                "Budget",
                "<a@x>",
                "",
                "The levy grows.",
                "x@city.example");
        deliver(
                "ana@city.example",
                "avery@law.city.example",
                CANARY,
                "<b@x>",
                "<a@x>",
                "The levy " + CANARY,
                "x@city.example");
        deliver(
                "chief@police.city.example",
                "ana@city.example",
                "Re: Budget",
                "<c@x>",
                "<b@x>",
                "=SUM(levy)",
                "x@city.example");
        deliver(
                "ana@city.example",
                "chief@police.city.example",
                "Hidden",
                "<d@x>",
                "<a@x>",
                "levy " + CANARY,
                "Avery+cases@LAW.city.example");
        deliver(
                "ana@city.example",
                "bob@else.example",
                "Deal",
                "<e@x>",
                "",
                "Levy, attorney work product! " + CANARY,
                "x@city.example");
        deliver("bob@else.example", "ana@city.example", "Fwd", "<f@x>", "", attached(), "x@city.example");
        awaitAll();
        addRule("DOMAIN", "law.city.example");
        addRule("PHRASE", "Attorney Work Product");
    }

    @Test
    void onlyTheirNumberIsTold() {
        assertThat(page.get().uri("/api/search?q=levy").with(OFFICER))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 2, "captures": 2, "quarantined": 4, "hits": [{"subject": "Budget"}, {"subject": "Re: Budget"}],
                 "overview": {"unit": "DAY", "bars": [{"messages": 2}], "sources": [{"messages": 2}]}}""");
        assertThat(page.get().uri("/api/search?q=levy").with(COUNSEL))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": 6, \"quarantined\": 0}");
        assertThat(page.get().uri("/api/search?q=levy").with(POLICE))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": 2, \"quarantined\": 1}");
    }

    @Test
    void noAnswerToAnyoneButCounselHoldsTheCanary() throws Exception {
        for (var reader : List.of(OFFICER, REVIEWER, POLICE)) {
            for (var answer : everything(reader)) {
                assertThat(answer.getContentAsString()).doesNotContainIgnoringCase(CANARY);
                for (var header : answer.getHeaderNames())
                    assertThat(answer.getHeaders(header).toString()).doesNotContainIgnoringCase(CANARY);
            }
        }
        assertThat(everything(COUNSEL))
                .anySatisfy(answer -> assertThat(answer.getContentAsString()).contains(CANARY));
    }

    @Test
    void aHiddenMessageIsAnsweredAsOneThatDoesNotExist() throws Exception {
        for (var way : List.of("", "/html", "/source", "/raw", "/conversation", "/attachments/1")) {
            var hidden = answer("/api/messages/1" + way, OFFICER);
            var absent = answer("/api/messages/4711" + way, OFFICER);
            assertThat(hidden.getStatus()).isEqualTo(404);
            assertThat(hidden.getContentAsString().replace("/messages/1", "/messages/4711"))
                    .isEqualTo(absent.getContentAsString());
            assertThat(answer("/api/messages/4711" + way, COUNSEL).getContentAsString())
                    .isEqualTo(absent.getContentAsString());
        }
        assertThat(page.post().uri("/api/messages/1/proof").with(OFFICER)).hasStatus(404);
    }

    @Test
    void aConversationLeadsThroughNothingHidden() {
        // 2 answers 1, which is hidden; only through it would 0 be reached.
        assertThat(page.get().uri("/api/messages/2/conversation").with(OFFICER))
                .bodyJson()
                .hasPathSatisfying("$.length()", length -> assertThat(length).isEqualTo(1));
        assertThat(page.get().uri("/api/messages/2/conversation").with(COUNSEL))
                .bodyJson()
                .hasPathSatisfying("$.length()", length -> assertThat(length).isEqualTo(4));
    }

    @Test
    void counselReleasesWithAReasonAndTakesBack() throws Exception {
        long logged = archive.size();
        assertThat(post("/api/privilege/releases", "{\"accession\": 4, \"reason\": \" \"}", COUNSEL))
                .hasStatus(400);
        assertThat(post("/api/privilege/releases", "{\"accession\": 0, \"reason\": \"open\"}", COUNSEL))
                .hasStatus(404);
        assertThat(post("/api/privilege/releases", "{\"accession\": 4, \"reason\": \"waived\"}", OFFICER))
                .hasStatus(403);
        var released = post("/api/privilege/releases", "{\"accession\": 4, \"reason\": \"waived\"}", COUNSEL);
        assertThat(released).hasStatus(201);
        String id = released.getResponse().getContentAsString().replaceAll(".*\"id\":(\\d+).*", "$1");
        assertThat(page.get().uri("/api/messages/4").with(OFFICER)).hasStatusOk();
        assertThat(page.get().uri("/api/search?q=levy").with(OFFICER))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": 3, \"quarantined\": 3}");
        assertThat(post("/api/privilege/releases/" + id + "/take-back", "{\"reason\": \"erred\"}", COUNSEL))
                .hasStatus(204);
        assertThat(page.get().uri("/api/messages/4").with(OFFICER)).hasStatus(404);
        assertThat(kinds(logged)).containsExactly("privilege-released", "privilege-release-taken-back");
    }

    @Test
    void aDoubleClickReleasesOnce() throws Exception {
        Callable<String> click = () -> {
            var answer = post("/api/privilege/releases", "{\"accession\": 4, \"reason\": \"waived\"}", COUNSEL)
                    .getResponse();
            return answer.getStatus() == 201 ? answer.getContentAsString() : "";
        };
        List<String> released = new ArrayList<>();
        try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
            for (Future<String> answer : clicks.invokeAll(List.of(click, click, click, click)))
                if (!answer.get().isEmpty()) released.add(answer.get());
        }
        assertThat(released).hasSize(1);
        String id = released.getFirst().replaceAll(".*\"id\":(\\d+).*", "$1");
        post("/api/privilege/releases/" + id + "/take-back", "{\"reason\": \"erred\"}", COUNSEL);
        assertThat(page.get().uri("/api/messages/4").with(OFFICER)).hasStatus(404);
    }

    @Test
    void rulesAreCounselsAndCountWhatEachKeepsBack() throws Exception {
        assertThat(page.get().uri("/api/privilege/rules").with(OFFICER)).hasStatus(403);
        assertThat(page.get().uri("/api/privilege/rules").with(SignedInAs.a(Role.ADMINISTRATOR)))
                .hasStatus(403);
        assertThat(page.get().uri("/api/privilege/rules").with(COUNSEL))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"keptBack": 4, "rules": [{"kind": "DOMAIN", "keptBack": 3}, {"kind": "PHRASE", "keptBack": 1}]}""");
        assertThat(page.get()
                        .uri("/api/privilege/rules/count?kind=ADDRESS&text=bob@else.example")
                        .with(COUNSEL))
                .bodyJson()
                .isLenientlyEqualTo("{\"keptBack\": 2}");
        assertThat(page.get().uri("/api/privilege/messages?q=deal").with(COUNSEL))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": 1, \"hits\": [{\"subject\": \"Deal\"}]}");
        assertThat(post("/api/privilege/rules", "{\"kind\":\"DOMAIN\",\"text\":\"gov\",\"note\":\"\"}", COUNSEL))
                .hasStatus(400);
        assertThat(page.get().uri("/api/audit").with(SignedInAs.a(Role.AUDITOR)))
                .hasStatusOk()
                .bodyText()
                .contains("domain law.city.example", "a phrase")
                .doesNotContainIgnoringCase("work product");
    }

    @Test
    void anExportListsEveryMessageInScopeAndNoFormula() throws Exception {
        assertThat(post("/api/search/exports", "{\"q\": \"levy\", \"reason\": \"\"}", OFFICER))
                .hasStatus(400);
        var answer = post("/api/search/exports", "{\"q\": \"levy\", \"reason\": \"for the clerk\"}", OFFICER)
                .getResponse();
        assertThat(answer.getHeader("Muniment-Messages")).isEqualTo("2");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }

    @Test
    void anAttachmentAndTheProofAreDownloadsOnly() throws Exception {
        var attachment = answer("/api/messages/5/attachments/2", COUNSEL);
        assertThat(attachment.getContentType()).isEqualTo("application/octet-stream");
        assertThat(attachment.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(attachment.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        var proof = page.post()
                .uri("/api/messages/0/proof")
                .with(OFFICER)
                .exchange()
                .getResponse();
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(proof.getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) names.add(entry.getName());
        }
        assertThat(names).contains("proof-of-message-0/verify.sh", "proof-of-message-0/items/0/raw.eml");
        assertThat(TakeAwayController.safeName("../../e\u202Efdp.exe", "2")).isEqualTo("e_fdp.exe");
    }

    @Test
    void pagesFollowEachOtherByCursor() throws Exception {
        var first = answer("/api/search?q=levy&limit=1&sort=OLDEST", OFFICER).getContentAsString();
        assertThat(first).contains("\"Budget\"");
        String next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(answer("/api/search?q=levy&limit=1&sort=OLDEST&after=" + next, OFFICER)
                        .getContentAsString())
                .contains("\"Re: Budget\"")
                .doesNotContain("\"Budget\"", "\"next\":\"");
        assertThat(answer("/api/search?q=levy&after=nonsense", OFFICER).getStatus())
                .isEqualTo(400);
    }

    private List<MockHttpServletResponse> everything(SignedInAs reader) throws Exception {
        var answers = new ArrayList<MockHttpServletResponse>();
        for (var uri : List.of(
                "/api/search?q=*",
                "/api/search?q=levy&sort=OLDEST",
                "/api/search?q=levy&limit=1",
                "/api/search?q=recipient:law.city.example",
                "/api/search?q=xyl*",
                "/api/search?q=NOT budget",
                "/api/privilege/rules",
                "/api/privilege/messages",
                "/api/privilege/releases")) answers.add(answer(uri, reader));
        for (var number : NUMBERS) {
            for (var way : List.of("", "/html", "/source", "/raw", "/conversation", "/attachments/1", "/attachments/2"))
                answers.add(answer("/api/messages/" + number + way, reader));
            answers.add(page.post()
                    .uri("/api/messages/" + number + "/proof")
                    .with(reader)
                    .exchange()
                    .getResponse());
        }
        answers.add(post("/api/search/exports", "{\"q\": \"*\", \"reason\": \"all\"}", reader)
                .getResponse());
        return answers;
    }

    private MockHttpServletResponse answer(String uri, SignedInAs reader) {
        return page.get().uri(uri).with(reader).exchange().getResponse();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String uri, String json, SignedInAs by) {
        return page.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(by)
                .exchange();
    }

    private void addRule(String kind, String text) {
        String rule = "{\"kind\": \"%s\", \"text\": \"%s\", \"note\": \"test\"}".formatted(kind, text);
        assertThat(post("/api/privilege/rules", rule, COUNSEL)).hasStatus(201);
    }

    private List<String> kinds(long from) throws Exception {
        var kinds = new ArrayList<String>();
        try (var entries = archive.entries(new AccessionNumber(from))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next())
                if (entry.get() instanceof LogEntry.Lifecycle(var _, var _, var event)) kinds.add(event.kind());
        }
        return kinds;
    }

    private void awaitAll() throws Exception {
        assertThat(search.awaitIndexed(archive.size(), Duration.ofSeconds(30))).isTrue();
    }

    private static String attached() {
        return """
                --b
                Content-Type: text/plain

                levy, see below
                --b
                Content-Type: message/rfc822

                From: avery@law.city.example
                Subject: Advice

                %s
                --b--
                """.formatted(CANARY);
    }

    private void deliver(
            String from, String to, String subject, String id, String answers, String body, String recipient)
            throws Exception {
        String type = body.startsWith("--b") ? "multipart/mixed; boundary=b" : "text/plain";
        String reference = answers.isEmpty() ? "" : "In-Reply-To: " + answers + "\n";
        String mail = """
                From: %s
                To: %s
                Subject: %s
                Date: Tue, 01 Sep 2026 09:%02d:00 -0500
                Message-ID: %s
                %sMIME-Version: 1.0
                Content-Type: %s

                %s
                """.formatted(from, to, subject, archive.size(), id, reference, type, body);
        var envelope =
                new Envelope("test", Channel.SMTP, Optional.of(from), List.of(recipient), Peer.NONE, Instant.EPOCH);
        try (var incoming = archive.receive(envelope)) {
            incoming.body().write(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            incoming.commit().get();
        }
    }
}
