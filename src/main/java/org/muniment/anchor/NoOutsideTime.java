package org.muniment.anchor;

/// Nobody outside says what time it is, so nothing may be destroyed.
public final class NoOutsideTime extends RuntimeException {
    NoOutsideTime() {
        super("Nothing is destroyed without an outside time stamp that holds. Name a time-stamp authority in"
                + " anchors.properties and run `muniment anchor`.");
    }
}
