package org.muniment.message;

import java.util.Locale;

/// This is one mailbox as an address field names it. What could not be read as an address stays whole in
/// `name`, with an empty `address`; so does the name of a group without members.
public record EmailAddress(String name, String address) {
    /// Returns the address with its domain in lower case, for comparing; the part before the `@` stays as it
    /// is.
    public String comparable() {
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    /// Returns `Name <address>`, or the one of the two that is there.
    @Override
    public String toString() {
        if (name.isEmpty()) return address;
        return address.isEmpty() ? name : name + " <" + address + ">";
    }
}
