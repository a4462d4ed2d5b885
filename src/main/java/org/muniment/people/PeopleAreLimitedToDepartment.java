package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Removing a department would show the whole city to those who were to see only this part of it.
final class PeopleAreLimitedToDepartment extends AccessRefused {
    PeopleAreLimitedToDepartment(String name, int people) {
        super(
                HttpStatus.CONFLICT,
                "people-are-limited-to-department",
                "People are limited to this department",
                (people == 1 ? "One person is" : people + " people are") + " limited to " + name
                        + ". Without it they would see the whole city's mail. Change their departments first.");
    }
}
