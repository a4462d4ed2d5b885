package org.muniment.access;

/// This is somebody who may read mail, and what for. As a parameter of a controller's method it is given only to
/// who has a role that reads mail and has stated a purpose; others are refused before the method runs.
public record Reader(Actor actor, Purpose purpose) {}
