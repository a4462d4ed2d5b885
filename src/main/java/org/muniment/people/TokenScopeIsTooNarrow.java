package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// The token works, and what is asked is beyond its scopes, or only a person may do it.
final class TokenScopeIsTooNarrow extends AccessRefused {
    TokenScopeIsTooNarrow(String sentence) {
        super(HttpStatus.FORBIDDEN, "token-scope-is-too-narrow", "This token does not do that", sentence);
    }
}
