package org.muniment.request;

/// This is who asks, as far as they said it: absent words are empty. An anonymous requester has no
/// name, and may still have left an address to answer to.
///
/// @param address where letters go, on several lines
public record Requester(
        boolean isAnonymous, String name, String organisation, String address, String email, String phone) {
    private static final int LENGTH_MAX = 200;
    private static final int ADDRESS_LENGTH_MAX = 500;

    public Requester {
        name = isAnonymous ? "" : Written.line("the requester's name", name, LENGTH_MAX);
        organisation = Written.line("the organisation", organisation, LENGTH_MAX);
        address = Written.text("the address", address, ADDRESS_LENGTH_MAX);
        email = Written.line("the e-mail address", email, LENGTH_MAX);
        phone = Written.line("the telephone number", phone, LENGTH_MAX);
        if (!isAnonymous && name.isEmpty())
            throw new IntakeIsIncomplete("Write the requester's name, or tick that the requester gave none.");
        if (!email.isEmpty() && !email.matches("[^\\s@]+@[^\\s@]+"))
            throw new IntakeIsIncomplete("\"" + email + "\" is no e-mail address. Correct it, or leave it empty.");
    }

    /// How lists and letters name them.
    public String shownName() {
        return isAnonymous ? "Anonymous" : name;
    }
}
