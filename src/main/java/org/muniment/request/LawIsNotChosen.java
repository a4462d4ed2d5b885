package org.muniment.request;

import org.springframework.http.HttpStatus;

/// The city has not said whose law counts.
final class LawIsNotChosen extends RequestRefused {
    LawIsNotChosen() {
        super(
                HttpStatus.CONFLICT,
                "law-not-chosen",
                "Nobody has said whose law counts here",
                "Without it no request has a clock. Ask an administrator to choose the city's jurisdiction in the"
                        + " settings, under Calendar; then enter the request.");
    }
}
