package org.muniment.web;

/// This is the order in which a request meets the filters: headers first, so that even a refusal carries them.
final class Filters {
    static final int HEADERS = -300;
    static final int HOST = -200;
    static final int PLAIN_ADDRESS = -190;
    static final int REDIRECT = -150;
    static final int CROSS_ORIGIN = -100;

    private Filters() {}
}
