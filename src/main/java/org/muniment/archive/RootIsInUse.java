package org.muniment.archive;

/// Refusal: a version of the root key that the archive still needs is not destroyed.
public final class RootIsInUse extends RuntimeException {
    RootIsInUse(RootKeys.Version version) {
        super(
                version.isNewest()
                        ? "Version " + version.number()
                                + " of the root key is the newest, which wraps what is new. Make"
                                + " another one first: `muniment keys rotate`."
                        : "Version " + version.number() + " of the root key still opens " + version.segments()
                                + " segments. Wrap them by the newest one first: `muniment keys rotate`.");
    }
}
