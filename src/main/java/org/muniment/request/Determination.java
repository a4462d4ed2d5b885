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

    /// Whether no answer about records is given, so that what is undecided of them may stay so.
    public boolean leavesRecordsUndecided() {
        return this == WITHDRAWN || this == UNPAID || this == DUPLICATE;
    }
}
