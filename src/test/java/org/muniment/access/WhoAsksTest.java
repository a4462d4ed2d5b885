package org.muniment.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@WebMvcTest(WhoAsksTest.Rooms.class)
@ContextConfiguration(classes = {WhoAsksTest.Rooms.class, AccessProblems.class})
@Import(WhoAsks.class)
class WhoAsksTest {
    private final MockMvcTester page;

    WhoAsksTest(@Autowired MockMvcTester page) {
        this.page = page;
    }

    @Test
    void aMethodWithoutARuleIsRefusedToEveryone() {
        assertThat(page.get()
                        .uri("/api/rooms/forgotten")
                        .with(SignedInAs.a(Role.values()).reading()))
                .hasStatus(403);
        assertThat(page.get().uri("/api/rooms/open").with(SignedInAs.nobody())).hasStatusOk();
    }

    @Test
    void readingNeedsAPersonThenARoleThenAPurpose() {
        refuses(SignedInAs.nobody(), 401, "sign-in-needed");
        refuses(SignedInAs.a(Role.ADMINISTRATOR).reading(), 403, "mail-is-not-yours-to-read");
        refuses(SignedInAs.a(Role.REVIEWER).reading(), 403, "not-your-role");
        refuses(SignedInAs.a(Role.COUNSEL), 409, "purpose-needed");
        assertThat(page.get()
                        .uri("/api/rooms/mail")
                        .with(SignedInAs.a(Role.COUNSEL).reading()))
                .hasStatusOk()
                .hasBodyTextEqualTo("2026-014");
    }

    @Test
    void whoIsSignedInMayWhateverTheRole() {
        assertThat(page.get().uri("/api/rooms/me").with(SignedInAs.a())).hasBodyTextEqualTo("Ana Rivera");
        assertThat(page.get().uri("/api/rooms/me").with(SignedInAs.nobody())).hasStatus(401);
    }

    private void refuses(SignedInAs who, int status, String slug) {
        assertThat(page.get().uri("/api/rooms/mail").with(who))
                .hasStatus(status)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:muniment:problem:" + slug);
    }

    @Controller
    @ResponseBody
    static class Rooms {
        @GetMapping("/api/rooms/forgotten")
        String forgotten() {
            return "";
        }

        @GetMapping("/api/rooms/open")
        @Allowed(to = Allowed.Everyone.ANYBODY)
        String open() {
            return "";
        }

        @GetMapping("/api/rooms/me")
        @Allowed(to = Allowed.Everyone.SIGNED_IN)
        String me(Actor actor) {
            return actor.name();
        }

        @GetMapping("/api/rooms/mail")
        @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
        String mail(Reader reader) {
            return reader.purpose().reference();
        }
    }
}
