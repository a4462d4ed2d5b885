package org.muniment.request;

/// This is how a request ends.
public enum Determination {
    GRANTED("granted"),
    GRANTED_IN_PART("granted in part"),
    DENIED("denied"),
    NO_RECORDS("no records"),
    NOT_DESCRIBED("not described so that records can be found"),
    WITHDRAWN("withdrawn"),
    UNPAID("unpaid"),
    DUPLICATE("duplicate"),
    REFERRED("referred"),
    NOT_OUR_RECORD("not our record"),
    OTHER("other");

    private final String words;

    Determination(String words) {
        this.words = words;
    }

    /// As it stands in a sentence.
    public String words() {
        return words;
    }

    /// Whether the requester was refused something, so that a time to appeal begins.
    public boolean isDenial() {
        return this == DENIED || this == GRANTED_IN_PART || this == NO_RECORDS || this == NOT_DESCRIBED;
    }

    /// Whether it speaks about records, so that nothing of them may be left undecided.
    public boolean isAboutRecords() {
        return this == GRANTED || this == GRANTED_IN_PART || this == DENIED || this == NO_RECORDS;
    }
}
