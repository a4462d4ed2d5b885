package org.muniment.detection;

/// What words near a number or date say about it. The words themselves stand in `vocabulary.txt`.
enum Label {
    SSN,
    ITIN,
    EIN,
    CARD,
    ROUTING,
    BANK_ACCOUNT,
    ACCOUNT,
    LEDGER,
    PHONE,
    FAX,
    BIRTH,
    OTHER_DATE,
    DRIVER_LICENCE,
    PASSPORT,
    MEDICARE,
    DEA,
    NPI,
    OTHER_NUMBER,
    /// Does not name what follows, but says whose it is.
    HOME(false),
    PERSONAL(false),
    WORK(false);

    private final boolean isNaming;

    Label() {
        this(true);
    }

    Label(boolean isNaming) {
        this.isNaming = isNaming;
    }

    boolean isNaming() {
        return isNaming;
    }
}
