package org.muniment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniment.access.Role;
import org.muniment.access.SignedInAs;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.archive.Receipt;
import org.muniment.audit.AuditTrail;
import org.muniment.proof.KnownReleases;
import org.muniment.proof.ProofBundle;
import org.muniment.proof.ProofZip;
import org.muniment.proof.Testimony;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchSettings;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(classes = ReadingTest.Opened.class)
@AutoConfigureMockMvc(addFilters = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ReadingTest {
    private static final String LETTER = mail("""
            From: Ana Rivera <ana@city.example>
            To: council@city.example
            Subject: Sewer bond
            Date: Tue, 01 Sep 2026 09:11:00 -0500
            Message-ID: <bond@city.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html; charset=utf-8

            <p>The <b>budget</b></p><script>x</script><img src="cid:seal@city.example"><img src="http://a.example/p">
            --r
            Content-Type: image/png
            Content-ID: <seal@city.example>
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --r--
            --b
            Content-Type: application/pdf; name="../../levy.pdf"
            Content-Disposition: attachment; filename="../../levy.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --b
            Content-Type: message/rfc822

            From: resident@mail.example
            Subject: The dock

            Closed since July.
            --b--
            """);

    private final MockMvcTester page;
    private final Archive archive;
    private final ArchiveSearch search;

    ReadingTest(@Autowired MockMvcTester page, @Autowired Archive archive, @Autowired ArchiveSearch search) {
        this.page = page;
        this.archive = archive;
        this.search = search;
    }

    @BeforeAll
    void capture() throws Exception {
        deliver(LETTER, "council@city.example");
        deliver("Received: by another way\r\n" + LETTER, "mayor@city.example");
        assertThat(search.awaitIndexed(archive.size(), Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aSearchCountsMessagesAndSaysHowFarTheIndexIs() {
        assertThat(page.get().uri("/api/search?q=budget"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"query": "budget", "total": 1, "captures": 2, "unsearchable": 0, "indexedThrough": 2,
                         "archived": 2, "hits": [{"message": {"accession": 0, "captures": [0, 1]},
                         "subject": "Sewer bond", "sentAt": "2026-09-01T14:11:00Z"}]}""");
    }

    @Test
    void aMalformedSearchIsRefusedWithPlaceAndRemedy() {
        assertThat(page.get().uri("/api/search?q={q}", "budget AND ("))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyJson()
                .hasPathSatisfying(
                        "$.position", place -> assertThat(place).asNumber().isNotNull())
                .hasPathSatisfying("$.hint", hint -> assertThat(hint).asString().endsWith("."));
    }

    @Test
    void aMessageGathersThePeopleOfAllItsCaptures() {
        assertThat(page.get().uri("/api/messages/0")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"accession": 0, "subject": "Sewer bond", "hasHtml": true, "isTextCut": false,
                         "capturesLeftOut": 0, "captures": [{"accession": 0}, {"accession": 1}],
                         "attachments": [{"fileName": "../../levy.pdf", "contentType": "application/pdf"},
                          {"fileName": "Message: The dock"}],
                         "attachedMail": [{"subject": "The dock"}],
                         "people": [
                          {"role": "From", "name": "Ana Rivera", "knownFrom": ["header", "envelope"]},
                          {"role": "To", "address": "council@city.example", "knownFrom": ["header", "envelope"]},
                          {"role": "Recipient", "address": "mayor@city.example", "knownFrom": ["envelope"]}]}""");
    }

    @Test
    void theHtmlIsHarmlessAndShowsOnlyWhatTheMessageCarries() throws Exception {
        MockHttpServletResponse answer =
                page.get().uri("/api/messages/0/html").exchange().getResponse();
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo(HtmlPage.POLICY);
        assertThat(answer.getContentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.getContentAsString())
                .contains("<b>budget</b>", "src=\"data:image/png;base64,iVBORw0KGgo")
                .doesNotContain("<script", "a.example");
    }

    @Test
    void theBytesComeBackAsTheyCameUnderANameOfOurs() throws Exception {
        MockHttpServletResponse answer =
                page.get().uri("/api/messages/0/raw").exchange().getResponse();
        assertThat(answer.getContentAsByteArray()).isEqualTo(LETTER.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.getContentType()).isEqualTo("message/rfc822");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"message-0.eml\"");
        assertThat(page.get().uri("/api/messages/0/source")).hasBodyTextEqualTo(LETTER);
    }

    @Test
    void aNumberWithoutACaptureIsAProblem() {
        assertThat(page.get().uri("/api/messages/77"))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .isLenientlyEqualTo("{\"title\": \"There is no such message\"}");
        assertThat(page.get().uri("/api/messages/-1")).hasStatus(404);
        assertThat(page.get().uri("/api/messages/../../etc")).hasStatus4xxClientError();
    }

    @Test
    void mailIsReadOnlyByWhoHasARoleForIt() {
        assertThat(page.get().uri("/api/search?q=budget").with(SignedInAs.nobody()))
                .hasStatus(401);
        for (Role role : new Role[] {Role.ADMINISTRATOR, Role.AUDITOR, Role.APPROVER}) {
            for (String uri : new String[] {"/api/search?q=budget", "/api/messages/0", "/api/messages/0/raw"}) {
                assertThat(page.get().uri(uri).with(SignedInAs.a(role).reading()))
                        .as(role + " " + uri)
                        .hasStatus(403)
                        .bodyText()
                        .doesNotContain("Sewer");
            }
        }
    }

    @Test
    void everythingReadAndEveryRefusalIsWrittenDownForTheAuditor() {
        page.get().uri("/api/search?q={q}", "canary-query OR bond").exchange();
        page.get().uri("/api/messages/1/raw").exchange();
        page.get().uri("/api/messages/4711").exchange();
        page.get()
                .uri("/api/search?q=budget")
                .with(SignedInAs.a(Role.RECORDS_OFFICER))
                .exchange();
        SignedInAs auditor = SignedInAs.a(Role.AUDITOR);
        assertThat(page.get().uri("/api/audit?limit=4").with(auditor))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"lines": [
                          {"act": "REFUSED", "what": "409 Say what you are reading for: GET /api/search for: budget"},
                          {"act": "REFUSED", "shown": [4711], "purpose": {"reference": "2026-014"}},
                          {"act": "DOWNLOADED", "shown": [1], "name": "Ana Rivera", "from": "127.0.0.1"},
                          {"act": "SEARCHED", "shown": [0, 1], "what": "1 of 1 messages shown for: canary-query OR bond"}]}""");
        assertThat(page.get().uri("/api/audit/messages/1").with(auditor))
                .hasStatusOk()
                .bodyText()
                .contains("DOWNLOADED", "canary-query")
                .doesNotContain("Sewer");
        assertThat(page.get().uri("/api/audit/messages/1").with(SignedInAs.a(Role.ADMINISTRATOR)))
                .hasStatusOk()
                .bodyText()
                .contains("DOWNLOADED")
                .doesNotContain("canary-query");
        assertThat(page.get().uri("/api/audit")).hasStatus(403);
    }

    @Test
    void neitherLogsNorTheTrailHoldWhatAMessageSays(CapturedOutput logged) {
        for (String view : new String[] {"", "/html", "/source", "/raw"})
            assertThat(page.get().uri("/api/messages/0" + view)).hasStatusOk();
        assertThat(page.get().uri("/api/search?q=levy")).hasStatusOk();
        SignedInAs auditor = SignedInAs.a(Role.AUDITOR);
        String trail = read("/api/audit?limit=200", auditor)
                + read("/api/audit/messages/0", auditor)
                + read("/api/audit/people/7", auditor)
                + read("/api/me/audit", auditor);
        assertThat(trail).contains("OPENED", "DOWNLOADED", "SEARCHED");
        for (String content :
                new String[] {"Sewer bond", "Closed since July", "levy.pdf", "<b>budget</b>", "JVBERi0"}) {
            assertThat(trail).as("the trail").doesNotContain(content);
            assertThat(logged.getAll()).as("the log").doesNotContain(content);
        }
    }

    @Test
    void theTrailIsTakenAwayOnlyWithAReasonAndThatIsAnEntryToo() throws Exception {
        SignedInAs auditor = SignedInAs.a(Role.AUDITOR);
        assertThat(page.get().uri("/api/search?q={q}", "cmd")).hasStatusOk();
        var export = page.post().uri("/api/audit/exports").contentType("application/json");
        assertThat(export.with(auditor).content("{\"reason\": \" \"}")).hasStatus(400);
        var taken = page.post()
                .uri("/api/audit/exports")
                .contentType("application/json")
                .with(auditor)
                .content("{\"reason\": \"council question 12\", \"act\": [\"SEARCHED\"]}")
                .exchange();
        assertThat(taken.getResponse().getContentType()).startsWith("text/csv");
        assertThat(taken.getResponse().getContentAsString())
                .startsWith("entry,")
                .contains("shown for: cmd,")
                .doesNotContain("OPENED");
        assertThat(read("/api/audit?act=AUDIT_EXPORTED", auditor)).contains("reason: council question 12");
    }

    private String read(String uri, SignedInAs who) {
        try {
            return page.get().uri(uri).with(who).exchange().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void deliver(String mail, String recipient) throws Exception {
        Envelope envelope = new Envelope(
                "test", Channel.SMTP, Optional.of("ana@city.example"), List.of(recipient), Peer.NONE, Instant.EPOCH);
        try (Incoming incoming = archive.receive(envelope)) {
            incoming.body().write(mail.getBytes(StandardCharsets.UTF_8));
            assertThat(incoming.commit().get()).isInstanceOf(Receipt.Captured.class);
        }
    }

    private static String mail(String text) {
        return text.replace("\n", "\r\n");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.muniment.access",
                "org.muniment.audit",
                "org.muniment.privilege",
                "org.muniment.reading",
                "org.muniment.web"
            },
            excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
    static class Opened {
        private final Path folder;

        Opened() throws IOException {
            folder = Files.createDirectories(Path.of("target/reading-test"));
        }

        @Bean
        MockMvcBuilderCustomizer signedIn() {
            return SignedInAs.a(Role.RECORDS_OFFICER).reading().everywhere();
        }

        @Bean
        WorkflowDatabase workflow() throws IOException {
            return WorkflowDatabase.in(Files.createTempDirectory(folder, "workflow"));
        }

        @Bean
        Alarms alarms(WorkflowDatabase workflow) {
            return Alarms.in(workflow, InstantSource.system());
        }

        @Bean
        AuditTrail auditTrail(WorkflowDatabase workflow, Alarms alarms) throws IOException {
            ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
            Path trail = Files.createTempDirectory(folder, "audit");
            return AuditTrail.in(trail, settings, workflow, alarms, InstantSource.system());
        }

        @Bean
        ProofZip proofZip(Archive archive) {
            return new ProofZip(
                    new ProofBundle(archive, InstantSource.system(), Testimony.NONE), folder.resolve("temporary"));
        }

        @Bean
        ReleasesOpenTo releases() {
            return _ -> KnownReleases.NOT_LOOKED_FOR;
        }

        @Bean
        Archive archive(Alarms alarms) throws IOException {
            ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
            return Archive.open(Files.createTempDirectory(folder, "data"), settings, alarms, InstantSource.system());
        }

        @Bean
        ArchiveSearch archiveSearch(Archive archive, Alarms alarms, ZoneId zone) throws IOException {
            Path index = Files.createTempDirectory(folder, "index");
            ArchiveSearch search =
                    ArchiveSearch.open(index, archive, alarms, InstantSource.system(), SearchSettings.in(zone));
            search.start();
            return search;
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("America/Chicago");
        }
    }
}
