package org.muniment.review;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// What the law leaves no choice about, or counsel called privileged, would be given away by somebody
/// else; or counsel's answer would be taken back.
final class OnlyCounselOverrides extends RequestRefused {
    private OnlyCounselOverrides(String sentence) {
        super(HttpStatus.FORBIDDEN, "only-counsel-overrides", "Counsel decides this", sentence);
    }

    static OnlyCounselOverrides ofMandatory(String code) {
        return new OnlyCounselOverrides("Withholding under " + code
                + " is not the city's to choose, so only counsel may take it away. Refer the"
                + " item to counsel (5), or undo it if it was you who did it last.");
    }

    static OnlyCounselOverrides ofAnswer() {
        return new OnlyCounselOverrides("Counsel answered last, and only counsel takes that back. Decide the"
                + " item, or ask counsel again (5).");
    }

    static OnlyCounselOverrides ofPrivilegedMark() {
        return new OnlyCounselOverrides("Counsel called this item privileged, so only counsel may change or take"
                + " away a mark in it that is final. Withhold it (4), or ask counsel again (5).");
    }

    static OnlyCounselOverrides ofPrivilege() {
        return new OnlyCounselOverrides(
                "Counsel called this item privileged, so only counsel may let it go. Withhold it"
                        + " (4), or ask counsel again (5).");
    }
}
