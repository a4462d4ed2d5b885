package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A request that would change something does not come from the page of this session.
final class CsrfTokenIsWrong extends AccessRefused {
    CsrfTokenIsWrong() {
        super(
                HttpStatus.FORBIDDEN,
                "csrf-token-is-wrong",
                "The page is out of date",
                "Nothing was changed, because the page does not belong to the present session. Reload it and try again.");
    }
}
