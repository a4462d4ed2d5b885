package org.muniment.workflow;

/// A sealed value does not open: it was changed, moved, or sealed under another archive's key.
public final class SealIsBroken extends RuntimeException {
    SealIsBroken(String place) {
        super("The value sealed as \"" + place + "\" does not open with this archive's key. Was the workflow database"
                + " put beside another archive? If not, restore both from one backup.");
    }
}
