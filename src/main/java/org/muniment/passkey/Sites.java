package org.muniment.passkey;

import jakarta.servlet.http.HttpServletRequest;
import org.muniment.passkey.Ceremony.Site;

/// This is where the browser says it is. The browser signs where it really is, and the device has keys for that name
/// alone, so a name that is not ours makes the check fail.
final class Sites {
    private Sites() {}

    static Site of(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean isUsual = port == (request.isSecure() ? 443 : 80);
        String origin = request.getScheme() + "://" + request.getServerName() + (isUsual ? "" : ":" + port);
        return new Site(origin, request.getServerName());
    }
}
