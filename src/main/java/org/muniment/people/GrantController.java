package org.muniment.people;

import java.util.List;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The grants that wait for a second person, over HTTP.
@RestController
@RequestMapping(path = "/api/grants", produces = MediaType.APPLICATION_JSON_VALUE)
class GrantController {
    private final PeopleDesk desk;
    private final RoleGiving roles;

    GrantController(PeopleDesk desk, RoleGiving roles) {
        this.desk = desk;
        this.roles = roles;
    }

    /// Those that wait, oldest first. To whoever has no part in giving roles, their own only.
    @GetMapping
    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    List<GrantLine> waiting(Actor actor) {
        return roles.waiting().stream()
                .filter(grant -> isVisible(grant, actor))
                .map(grant -> desk.line(grant, actor))
                .toList();
    }

    /// By counsel; or by whoever becomes the archive's first counsel.
    @PostMapping("/{id:\\d{1,18}}/confirm")
    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    GrantLine confirm(@PathVariable long id, Actor actor) {
        return desk.line(roles.confirm(actor, visible(id, actor)), actor);
    }

    @PostMapping("/{id:\\d{1,18}}/decline")
    @Allowed(Role.COUNSEL)
    GrantLine decline(@PathVariable long id, Actor actor) {
        return desk.line(roles.decline(actor, visible(id, actor)), actor);
    }

    private Grant visible(long id, Actor actor) {
        return roles.find(id).filter(grant -> isVisible(grant, actor)).orElseThrow(() -> new NotThere("grant"));
    }

    private static boolean isVisible(Grant grant, Actor actor) {
        return actor.is(Role.COUNSEL)
                || actor.is(Role.ADMINISTRATOR)
                || actor.is(Role.AUDITOR)
                || grant.person().equals(actor.person());
    }
}
