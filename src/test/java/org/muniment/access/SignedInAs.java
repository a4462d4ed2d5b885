package org.muniment.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// This is who makes a test's request, without a session:
/// `page.get().uri(…).with(SignedInAs.a(Role.COUNSEL).reading())`.
/// As a bean, `everywhere()` makes it so for every request that does not say otherwise.
public record SignedInAs(Optional<Actor> actor, Optional<Purpose> purpose) implements RequestPostProcessor {
    public static final Purpose PURPOSE = new Purpose(Purpose.Kind.RECORDS_REQUEST, "2026-014");

    /// A person of these roles, number 7, who sees the whole city and has stated no purpose.
    public static SignedInAs a(Role... roles) {
        Actor actor = new Actor(new PersonId(7), "Ana Rivera", Set.of(roles), Set.of(), "127.0.0.1");
        return new SignedInAs(Optional.of(actor), Optional.empty());
    }

    public static SignedInAs the(Actor actor) {
        return new SignedInAs(Optional.of(actor), Optional.empty());
    }

    public static SignedInAs nobody() {
        return new SignedInAs(Optional.empty(), Optional.empty());
    }

    /// With a stated purpose.
    public SignedInAs reading() {
        return new SignedInAs(actor, Optional.of(PURPOSE));
    }

    public SignedInAs reading(Purpose stated) {
        return new SignedInAs(actor, Optional.of(stated));
    }

    public MockMvcBuilderCustomizer everywhere() {
        return builder -> builder.defaultRequest(MockMvcRequestBuilders.get("/").with(this));
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        request.removeAttribute(Actor.class.getName());
        request.removeAttribute(Purpose.class.getName());
        actor.ifPresent(who -> Asking.is(request, who));
        purpose.ifPresent(what -> Asking.isFor(request, what));
        return request;
    }
}
