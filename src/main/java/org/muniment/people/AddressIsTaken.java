package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Somebody with this e-mail address is in the list already.
final class AddressIsTaken extends AccessRefused {
    AddressIsTaken(String address) {
        super(
                HttpStatus.CONFLICT,
                "address-is-taken",
                "This person is in the list already",
                "There is already a person with the address " + address
                        + ". Find them in the list; who was disabled can be enabled again.");
    }
}
