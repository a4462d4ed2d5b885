package org.muniment.people;

import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is left to do about people, over HTTP.
@RestController
class PeopleDutiesController {
    private final PeopleDuties duties;

    PeopleDutiesController(PeopleDuties duties) {
        this.duties = duties;
    }

    @GetMapping(path = "/api/people/duties", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    PeopleDuties.Open open() {
        return duties.open();
    }
}
