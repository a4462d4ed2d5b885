package org.muniment.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.muniment.access.Role;

/// This is what a personal token may be used for, at most.
public enum TokenScope {
    READ_SEARCH("read:search"),
    READ_MAIL("read:mail"),
    ADMIN("admin");

    private final String text;

    TokenScope(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }

    @JsonCreator
    static TokenScope of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new EntryIsWrong("A scope is read:search, read:mail or admin."));
    }

    /// Whether a role does anything under this scope: reading scopes leave the reading roles, `admin` the others.
    boolean leaves(Role role) {
        return (this != ADMIN) == role.readsMail();
    }
}
