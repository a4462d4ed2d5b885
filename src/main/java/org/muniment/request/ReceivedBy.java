package org.muniment.request;

/// This is how a request reached the city.
public enum ReceivedBy {
    COUNTER,
    PAPER,
    MAIL,
    PHONE,
    EMAIL
}
