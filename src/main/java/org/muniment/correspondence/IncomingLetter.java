package org.muniment.correspondence;

import java.time.Instant;
import java.time.LocalDate;

/// This is something that came in about a request.
record IncomingLetter(
        long id,
        Dispatch.Way way,
        LocalDate receivedOn,
        String from,
        String about,
        String words,
        String by,
        Instant at) {}
