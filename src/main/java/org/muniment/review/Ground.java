package org.muniment.review;

/// This is why something is withheld: a row of the jurisdiction's menu, and what that row wants to be
/// named with it.
///
/// @param exemption the row's id, such as `us-ct/exemption/1-210-b-2`
/// @param detail the row's required sub-field, such as the other statute; empty where the row wants
/// none
public record Ground(String exemption, String detail) {
    private static final int EXEMPTION_LENGTH_MAX = 200;
    private static final int DETAIL_LENGTH_MAX = 300;

    public Ground {
        exemption = exemption.strip();
        detail = detail.strip();
        if (exemption.isEmpty() || exemption.length() > EXEMPTION_LENGTH_MAX)
            throw new ReviewIsMalformed("Choose an exemption from the menu.");
        if (detail.length() > DETAIL_LENGTH_MAX)
            throw new ReviewIsMalformed("The detail of an exemption has at most " + DETAIL_LENGTH_MAX + " characters.");
    }

    public static Ground of(String exemption) {
        return new Ground(exemption, "");
    }
}
