package org.muniment.delivery;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// A link to a package that is none, or works no more: nobody is told which.
final class LinkLeadsNowhere extends RequestRefused {
    LinkLeadsNowhere() {
        super(
                HttpStatus.NOT_FOUND,
                "link-leads-nowhere",
                "This link leads nowhere",
                "It may be mistyped, or it works no more. Ask the office that sent it to you for a new one.");
    }
}
