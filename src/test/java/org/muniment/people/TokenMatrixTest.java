package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.Asking;
import org.muniment.access.EndpointRules;
import org.muniment.access.Role;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/// Every endpoint, every role, every scope of a personal token: what a program reaches for its person.
class TokenMatrixTest {
    /// The requirement, by hand: what a token with this scope opens, to whom [EndpointRules] opens
    /// it. What is not named here no token opens: what only a person does, and counsel's desk.
    private static final String TABLE = """
            admin       DELETE /api/departments/{id}
            admin       DELETE /api/people/{id}/roles/{role}
            admin       DELETE /api/people/{id}/tokens
            admin       DELETE /api/settings/calendar/closures/{id}
            admin       DELETE /api/settings/calendar/offices/{id}
            admin       DELETE /api/settings/seal
            admin       GET /api/audit
            admin       GET /api/audit/log/checkpoint
            admin       GET /api/audit/messages/{accession}
            admin       GET /api/audit/people
            admin       GET /api/audit/people/{person}
            admin       GET /api/departments
            admin       GET /api/handovers/{token}
            admin       GET /api/health
            admin       GET /api/health/details
            admin       GET /api/integrity
            admin       GET /api/integrity/reports/{name}
            admin       GET /api/integrity/reports/{name}/note
            admin       GET /api/people
            admin       GET /api/people/duties
            admin       GET /api/people/{id}
            admin       GET /api/people/{person}/access-requests/{id}
            admin       GET /api/policy
            admin       GET /api/policy/acknowledgements
            admin       GET /api/settings
            admin       GET /api/settings/calendar
            admin       GET /api/settings/letterhead
            admin       GET /api/settings/log
            admin       GET /api/settings/releases
            admin       GET /api/settings/seal
            admin       GET /log/checkpoint
            admin       GET /log/tile/**
            admin       GET /log/tile/entries/**
            admin       POST /api/alarms/{id}/acknowledge
            admin       POST /api/audit/exports
            admin       POST /api/departments
            admin       POST /api/handovers/{token}/download
            admin       POST /api/integrity/checks
            admin       POST /api/people
            admin       POST /api/people/{id}/disable
            admin       POST /api/people/{id}/enable
            admin       POST /api/people/{id}/invitation
            admin       POST /api/people/{id}/reset
            admin       POST /api/people/{id}/roles
            admin       POST /api/people/{person}/access-requests
            admin       POST /api/policy
            admin       POST /api/settings/calendar/closures
            admin       POST /api/settings/calendar/offices
            admin       PUT /api/departments/{id}
            admin       PUT /api/people/{id}/departments
            admin       PUT /api/people/{id}/leaving
            admin       PUT /api/settings
            admin       PUT /api/settings/calendar/offices/{id}
            admin       PUT /api/settings/calendar/place
            admin       PUT /api/settings/letterhead
            admin       PUT /api/settings/log
            admin       PUT /api/settings/releases
            admin       PUT /api/settings/seal
            read:mail   GET /api/messages/{accession}
            read:mail   GET /api/messages/{accession}/attachments/{part}
            read:mail   GET /api/messages/{accession}/conversation
            read:mail   GET /api/messages/{accession}/html
            read:mail   GET /api/messages/{accession}/raw
            read:mail   GET /api/messages/{accession}/source
            read:mail   POST /api/messages/{accession}/proof
            read:search GET /api/search
            read:search POST /api/search/exports
            """;

    @TempDir
    Path folder;

    private PeopleRoom room;

    @BeforeEach
    void open() {
        room = new PeopleRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aTokenOpensWhatTheTableSaysAndNothingElse() throws Exception {
        Map<String, String> table = table();
        assertThat(EndpointRules.all().keySet()).containsAll(table.keySet());
        for (Role role : Role.values()) {
            for (TokenScope scope : TokenScope.values()) {
                String token = token(role, scope);
                Set<String> expected = EndpointRules.all().entrySet().stream()
                        .filter(entry -> scope.text().equals(table.get(entry.getKey())))
                        .filter(entry -> entry.getValue().isForAnybody()
                                || (scope.leaves(role) && entry.getValue().admits(role)))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(opened(token))
                        .as("what a token with %s opens to %s; a new endpoint needs a decision in TABLE", scope, role)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aReadingScopeLeavesAnAdministratorNoRoleAndAdminLeavesAReaderNone() throws Exception {
        for (Role role : Role.values()) {
            for (TokenScope scope : TokenScope.values()) {
                Optional<Actor> actor = actor(token(role, scope), "GET " + pathFor(scope));
                assertThat(actor).isPresent();
                assertThat(actor.get().roles())
                        .isEqualTo((scope == TokenScope.ADMIN) == role.readsMail() ? Set.of() : Set.of(role));
            }
        }
    }

    private static String pathFor(TokenScope scope) {
        return switch (scope) {
            case READ_SEARCH -> "/api/search";
            case READ_MAIL -> "/api/messages/1";
            case ADMIN -> "/api/people";
        };
    }

    private static Map<String, String> table() {
        Map<String, String> table = new TreeMap<>();
        TABLE.lines().map(line -> line.split("\\s+", 2)).forEach(parts -> table.put(parts[1], parts[0]));
        return table;
    }

    /// The token filter and then the rule, as a request meets them.
    private Set<String> opened(String token) throws Exception {
        Set<String> opened = new TreeSet<>();
        for (Map.Entry<String, EndpointRules.Rule> entry : EndpointRules.all().entrySet()) {
            boolean isOpen = actor(token, entry.getKey())
                    .filter(actor -> entry.getValue().isForAnybody()
                            || Arrays.stream(Role.values()).allMatch(entry.getValue()::admits)
                            || actor.roles().stream().anyMatch(entry.getValue()::admits))
                    .isPresent();
            if (isOpen) opened.add(entry.getKey());
        }
        return opened;
    }

    private Optional<Actor> actor(String token, String endpoint) throws Exception {
        AtomicReference<Exception> refusal = new AtomicReference<>();
        TokenFilter filter = new TokenFilter(room.tokenSignIn, (_, _, _, refused) -> {
            refusal.set(refused);
            return new ModelAndView();
        });
        String[] words = endpoint.split(" ", 2);
        var request = new MockHttpServletRequest(words[0], words[1].replaceAll("\\{[^}]*}", "1"));
        request.addHeader("Authorization", "Bearer " + token);
        AtomicReference<Optional<Actor>> passed = new AtomicReference<>(Optional.empty());
        filter.doFilter(
                request,
                new MockHttpServletResponse(),
                (asked, _) -> passed.set(Asking.actorOf((jakarta.servlet.http.HttpServletRequest) asked)));
        assertThat(passed.get().isPresent()).isEqualTo(refusal.get() == null);
        return passed.get();
    }

    private String token(Role role, TokenScope scope) {
        String email = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + System.nanoTime() + "@city.example";
        return TokenHolder.in(room.database, room::now, email, role, scope).token();
    }
}
