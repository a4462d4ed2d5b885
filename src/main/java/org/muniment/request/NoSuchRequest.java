package org.muniment.request;

import org.springframework.http.HttpStatus;

/// There is no such request, or it is not the person's to see: whoever asks is not told which.
public final class NoSuchRequest extends RequestRefused {
    NoSuchRequest() {
        super(
                HttpStatus.NOT_FOUND,
                "no-such-request",
                "There is no such request",
                "This request does not exist, or nobody assigned it to you. Go back to the board, or ask the records"
                        + " officer to assign it to you.");
    }
}
