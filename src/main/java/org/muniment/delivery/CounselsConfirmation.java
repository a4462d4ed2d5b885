package org.muniment.delivery;

import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.law.Verifications;
import org.springframework.stereotype.Component;

/// This is where counsel confirms, with the act that finalises a release, the exemptions it names
/// that nobody has verified.
@Component
final class CounselsConfirmation {
    private final Verifications verifications;

    CounselsConfirmation(Verifications verifications) {
        this.verifications = verifications;
    }

    /// Counsel's word verifies the row itself, for this release and the next.
    void confirm(UsedLaw law, Set<String> confirmed, Actor by) {
        var missing = law.unverified().stream()
                .filter(row -> !confirmed.contains(row.exemption().id().value()) || !by.is(Role.COUNSEL))
                .map(row -> row.exemption().code())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty())
            throw new ReleaseIsNotReady(
                    by.is(Role.COUNSEL)
                            ? "Nobody has verified these exemptions: %s. Confirm each, having compared it with the law."
                                    .formatted(missing)
                            : "Nobody has verified these exemptions: %s. Counsel has to confirm them, here or on the page of the law."
                                    .formatted(missing));
        for (var row : law.unverified()) verifications.verify(row.exemption().provision(), by);
    }
}
