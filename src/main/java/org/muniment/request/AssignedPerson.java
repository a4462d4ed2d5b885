package org.muniment.request;

import org.muniment.access.PersonId;

/// This is somebody who works on a request.
public record AssignedPerson(PersonId person, String name) {}
