package org.muniment.singlesignon;

/// The operator's file does not say what single sign-on needs.
public final class SingleSignOnIsMisconfigured extends RuntimeException {
    SingleSignOnIsMisconfigured(String why) {
        super(SingleSignOnSettings.FILE + " in the data folder cannot be used: " + why
                + ". Mend or remove the file and start again.");
    }
}
