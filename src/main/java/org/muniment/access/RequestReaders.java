package org.muniment.access;

/// This is who tells whether somebody may read mail for a records request: `request` keeps it, [WhoAsks] asks it for
/// every address `/api/requests/{id}/…` whose handler takes a [Reader].
public interface RequestReaders {
    /// Returns the actor as a reader whose purpose is the request. Refuses who may not read mail, or not for this
    /// request, and whatever is no request's number.
    Reader readerOf(String request, Actor actor);
}
