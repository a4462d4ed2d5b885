package org.muniment.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.access.Role;
import org.muniment.access.SignedInAs;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = LawPageTest.Opened.class)
@AutoConfigureMockMvc(addFilters = false)
class LawPageTest {
    private static final SignedInAs OFFICER = SignedInAs.a(Role.RECORDS_OFFICER);
    private static final SignedInAs COUNSEL = SignedInAs.a(Role.COUNSEL);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvcTester server;

    LawPageTest(@Autowired MockMvcTester server) {
        this.server = server;
    }

    @Test
    void theCitysOwnLawIsNamedAmongTheFive() throws Exception {
        JsonNode said = read("/api/law", OFFICER);
        assertThat(said.path("home").asString()).isEqualTo("us-ct");
        assertThat(said.path("jurisdictions")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .hasSize(5)
                .contains("Connecticut", "Wisconsin");
    }

    @Test
    void everyRowSaysWhereItIsFromAndHowFarItIsKnown() throws Exception {
        JsonNode page = read("/api/law/us-ct", OFFICER);
        assertThat(page.path("mayVerify").asBoolean()).isFalse();
        for (JsonNode section : page.path("sections"))
            for (JsonNode row : section.path("rows")) {
                assertThat(row.path("citation").asString()).isNotBlank();
                assertThat(row.path("source").path("title").asString()).isNotBlank();
                assertThat(row.path("standing").asString()).isNotBlank();
            }
        JsonNode drafts = row(page, "us-ct/exemption/1-210-b-1");
        assertThat(drafts.path("isInUse").asBoolean()).isTrue();
        assertThat(drafts.path("details")
                        .valueStream()
                        .map(detail -> detail.path("key").asString()))
                .contains("code", "boxLabel")
                .doesNotContain("plain", "citation");
    }

    @Test
    void counselVerifiesWhatIsOnTheScreenAndTakesItBack() throws Exception {
        String id = "us-wi/exemption/19-36-8";
        String hash = row(read("/api/law/us-wi", COUNSEL), id).path("hash").asString();
        JsonNode verified =
                JSON.readTree(send("/api/law/verifications", COUNSEL, "statement", "I compared it.", id, hash)
                        .getContentAsString());
        assertThat(verified.path("standing").asString()).isEqualTo("VERIFIED");
        assertThat(verified.path("verification").path("by").asString()).isEqualTo("Ana Rivera");
        JsonNode withdrawn = JSON.readTree(send("/api/law/withdrawals", COUNSEL, "reason", "It was amended.", id, hash)
                .getContentAsString());
        assertThat(withdrawn.path("standing").asString()).isEqualTo("READ_IN_A_SOURCE");
        assertThat(withdrawn.path("history").get(0).path("withdrawnReason").asString())
                .isEqualTo("It was amended.");
        assertThat(send("/api/law/withdrawals", COUNSEL, "reason", "Again.", id, hash)
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void aTextThatIsNoLongerThereIsNotVerified() throws Exception {
        MockHttpServletResponse answer = send(
                "/api/law/verifications", COUNSEL, "statement", "Yes.", "us-ct/exemption/1-210-b-2", "0".repeat(64));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("no-such-provision");
    }

    @Test
    void withoutAStatementNothingIsVerified() throws Exception {
        String id = "us-ct/exemption/1-210-b-3-b";
        String hash = row(read("/api/law/us-ct", COUNSEL), id).path("hash").asString();
        assertThat(send("/api/law/verifications", COUNSEL, "statement", " ", id, hash)
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void aRecordsOfficerReadsTheLawAndVerifiesNothing() throws Exception {
        assertThat(send(
                                "/api/law/verifications",
                                OFFICER,
                                "statement",
                                "Yes.",
                                "us-ct/exemption/1-210-b-2",
                                "0".repeat(64))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotInForceOnTheDayIsExpired() throws Exception {
        assertThat(row(read("/api/law/us-co", OFFICER), "us-co/exemption/24-72-204-3-a-viii")
                        .path("standing")
                        .asString())
                .isEqualTo("EXPIRED");
        assertThat(row(read("/api/law/us-co?day=1995-01-01", OFFICER), "us-co/exemption/24-72-204-3-a-viii")
                        .path("standing")
                        .asString())
                .isEqualTo("READ_IN_A_SOURCE");
    }

    private JsonNode read(String address, SignedInAs who) throws Exception {
        MockHttpServletResponse answer =
                server.get().uri(address).with(who).exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString());
    }

    private MockHttpServletResponse send(
            String address, SignedInAs who, String word, String text, String row, String hash) {
        String body = """
                {"row": "%s", "hash": "%s", "%s": "%s"}""".formatted(row, hash, word, text);
        return server.post()
                .uri(address)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
    }

    private static JsonNode row(JsonNode page, String id) {
        return page.path("sections")
                .valueStream()
                .flatMap(section -> section.path("rows").valueStream())
                .filter(row -> row.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.muniment.law", "org.muniment.access", "org.muniment.web"},
            excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
    static class Opened {
        private final Path folder;

        Opened() throws IOException {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/law-test")), "law");
        }

        @Bean
        WorkflowDatabase workflow() {
            return WorkflowDatabase.in(folder.resolve("workflow"));
        }

        @Bean
        Alarms alarms(WorkflowDatabase workflow) {
            return Alarms.in(workflow, clock());
        }

        @Bean
        AuditTrail auditTrail(WorkflowDatabase workflow, Alarms alarms) {
            return AuditTrail.in(folder.resolve("audit"), settings(), workflow, alarms, clock());
        }

        @Bean
        Archive archive(Alarms alarms) throws IOException {
            return Archive.open(folder, settings(), alarms, clock());
        }

        @Bean
        HomeJurisdiction home() {
            return () -> Optional.of(new JurisdictionId("us-ct"));
        }

        @Bean
        RowsInUse inUse() {
            return () -> Set.of(new ProvisionId("us-ct/exemption/1-210-b-1"));
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-11-23T15:00:00Z"));
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("America/New_York");
        }

        private ArchiveSettings settings() {
            return ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        }
    }
}
