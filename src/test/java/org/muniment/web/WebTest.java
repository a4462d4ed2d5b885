package org.muniment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = WebOnly.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=0.0.0.0")
class WebTest {
    private static final String HERE = "Host: localhost";

    private final RawHttp http;
    private final int port;

    WebTest(@LocalServerPort int port) {
        this.port = port;
        this.http = new RawHttp(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST", "127.0.0.1:9", "[::1]:8080", "[::1]"})
    void namesOfThisComputerAreAnswered(String name) throws IOException {
        assertThat(http.get("/api/probe", "Host: " + name).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example:8080", "127.0.0.1.evil.example", "192.0.2.7", "[::2]:1"})
    void aReboundNameIsRefusedInWordsForAPerson(String name) throws IOException {
        RawHttp.Answer answer = http.get("/api/probe", "Host: " + name);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body())
                .contains("answers only to the names localhost")
                .doesNotContain("read\n");
    }

    @Test
    void aPeerElsewhereIsRefused() {
        HostGuard guard = new HostGuard(new StaticListableBeanFactory().getBeanProvider(Transport.class));
        assertThat(guard.objectionTo("192.0.2.1", "127.0.0.1", "localhost")).isPresent();
        assertThat(guard.objectionTo("::ffff:192.0.2.1", "127.0.0.1", "localhost"))
                .isPresent();
        assertThat(guard.objectionTo("evil.example", "127.0.0.1", "localhost")).isPresent();
        assertThat(guard.objectionTo("127.0.0.1", "127.0.0.1", null)).isPresent();
        assertThat(guard.objectionTo("::1", "::1", "[::1]:8080")).isEmpty();
    }

    @Test
    void theServerListensOnLoopbackAloneWhateverIsConfigured() throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (!address.isLoopbackAddress())
                    assertThat(answersAt(address)).as(address.toString()).isFalse();
            }
        }
    }

    @Test
    void anotherSiteMayLinkToThePageAndNothingElse() throws IOException {
        String[] link = {HERE, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};
        assertThat(http.get("/nowhere.txt", link).status()).isEqualTo(404);
        assertThat(http.get("/api/probe", link).status()).isEqualTo(403);
        assertThat(http.get("/api/probe", HERE, "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors")
                        .status())
                .isEqualTo(403);
        assertThat(http.get(
                                "/nowhere.txt",
                                HERE,
                                "Sec-Fetch-Site: cross-site",
                                "Sec-Fetch-Dest: iframe",
                                "Sec-Fetch-Mode: navigate")
                        .status())
                .isEqualTo(403);
        assertThat(http.get("/api/probe", HERE, "Origin: https://evil.example").status())
                .isEqualTo(403);
    }

    @Test
    void onlyThePageItselfMayChangeAnything() throws IOException {
        assertThat(http.ask("POST", "/api/probe", HERE, "Sec-Fetch-Site: same-origin")
                        .body())
                .isEqualTo("written");
        for (String site : new String[] {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none", "Accept: */*"}) {
            assertThat(http.ask("POST", "/api/probe", HERE, site).status())
                    .as(site)
                    .isEqualTo(403);
        }
    }

    @Test
    void everyAnswerForbidsLoadingFromElsewhereAndFraming() throws IOException {
        for (String head : new String[] {
            http.get("/api/probe", HERE).head(),
            http.get("/api/probe", "Host: evil.example").head()
        }) {
            assertThat(head)
                    .contains("Content-Security-Policy: default-src 'none'; script-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("Referrer-Policy: no-referrer")
                    .contains("Cache-Control: no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/%70robe",
                "/%61pi/probe",
                "/api/probe;x=1",
                "/api;x/probe",
                "/api//probe",
                "/api/./probe",
                "/api/x/../probe",
                "/api/%2e%2e/api/probe"
            })
    void anAddressWrittenInARoundaboutWayIsRefusedBeforeAnybodyJudgesIt(String address) throws IOException {
        RawHttp.Answer answer = http.get(address, HERE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("read\n").isNotEqualTo("read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/-2C6GPWo_fAr8", "/api/_x-", "/api/a.b-c_d~e"})
    void aSecretInAnAddressMayBeginWithAnyOfItsLetters(String address) throws IOException {
        assertThat(http.get(address, HERE).status()).as("one invitation in 64").isEqualTo(404);
    }

    @Test
    void aFormThatIsNotCompleteIsToldWhereItIsNot() throws IOException {
        String page = "Sec-Fetch-Site: same-origin";
        assertThat(http.post("/api/form", "{\"name\": \"a\", \"count\": 1}", HERE, page)
                        .body())
                .isEqualTo("a");
        for (String form :
                new String[] {"{\"count\": 1}", "{\"name\": null, \"count\": 1}", "{\"name\": [], \"count\": 1}"}) {
            RawHttp.Answer answer = http.post("/api/form", form, HERE, page);
            assertThat(answer.status()).as(form).isEqualTo(400);
            assertThat(answer.body()).contains("\\\"name\\\" is missing or is not what it should be");
        }
        assertThat(http.post("/api/form", "{", HERE, page).body()).contains("not JSON that can be read");
    }

    @Test
    void troubleIsAProblemDocumentThatShowsNothingOfTheInside() throws IOException {
        RawHttp.Answer answer = http.get("/api/broken", HERE);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.head()).contains("Content-Type: application/problem+json");
        assertThat(answer.body())
                .contains("Something went wrong", "reference W")
                .doesNotContain("secret of the house", "IllegalState", "org.muniment");
    }

    @Test
    void anUnknownApiAddressIsAProblemAndNeverThePage() throws IOException {
        RawHttp.Answer answer = http.get("/api/nothing", HERE);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.head()).contains("Content-Type: application/problem+json");
    }

    private boolean answersAt(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
