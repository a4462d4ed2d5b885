package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;

/// This is a way to sign in beside the password. As a bean it is shown on the sign-in page, where it works.
public enum OfferedWay {
    PASSKEY;

    /// Whether a browser that asked so can use it.
    boolean worksAt(HttpServletRequest request) {
        return switch (this) {
            case PASSKEY -> keepsPasskeys(request);
        };
    }

    // A browser keeps passkeys for a name reached safely, never for an address of numbers (W3C Web Authentication,
    // § 5.1.3 and its "effective domain").
    private static boolean keepsPasskeys(HttpServletRequest request) {
        String name = request.getServerName();
        boolean isAddress = name.contains(":") || name.matches("[0-9.]+");
        return !isAddress && (request.isSecure() || name.equals("localhost"));
    }
}
