package org.muniment.archive;

/// The capture was taken into custody and later destroyed, as an entry of the log authorised. That it was there stays
/// provable; what it held is gone.
public final class CaptureWasDestroyed extends RuntimeException {
    private final transient AccessionNumber authorisation;

    CaptureWasDestroyed(AccessionNumber number, AccessionNumber authorisation) {
        super("Capture " + number + " was destroyed, as entry " + authorisation
                + " of the log authorised: its content is gone. The log still proves that it was kept until then.");
        this.authorisation = authorisation;
    }

    /// The entry of the log that authorised it.
    public AccessionNumber authorisation() {
        return authorisation;
    }
}
