package org.muniment.singlesignon;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// This is what a token says about somebody, read once its signature, issuer, audience, nonce and
/// age are right. Of what the provider does not say plainly, nothing is believed.
final class IdToken {
    /// How old the directory's own asking for a password may be: as long as an unused screen stays open.
    static final Duration OLDEST_PROOF = Duration.ofMinutes(15);

    private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(1);
    private static final int SUBJECT_LENGTH_MAX = 255;

    private IdToken() {}

    /// Throws [ProviderDoesNotVouch].
    static VouchedPerson read(IDTokenClaimsSet claims, SingleSignOnSettings settings, Instant begunAt) {
        String subject = claims.getSubject().getValue();
        if (subject.isBlank() || subject.length() > SUBJECT_LENGTH_MAX)
            throw new ProviderDoesNotVouch("the subject is no name");
        Optional<Instant> provedAt =
                Optional.ofNullable(claims.getAuthenticationTime()).map(Date::toInstant);
        Instant oldest = begunAt.minus(OLDEST_PROOF).minus(CLOCKS_APART_MAX);
        if (provedAt.filter(at -> at.isBefore(oldest)).isPresent())
            throw new ProviderDoesNotVouch(
                    "the directory last asked for the password too long ago, at " + provedAt.orElseThrow());
        boolean saysTwoFactors = settings.saysTwoFactors(listOf(claims, "amr"), textOf(claims, "acr"));
        boolean isBelieved = settings.isEmailTrusted() || Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        return new VouchedPerson(
                settings.issuer(),
                subject,
                isBelieved ? textOf(claims, "email") : "",
                listOf(claims, settings.groupClaim()),
                // A proof of unknown age stands for a password at most: the screen may have been left alone since.
                saysTwoFactors && provedAt.isPresent());
    }

    private static String textOf(IDTokenClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof String text ? text : "";
    }

    // One value may come without its list.
    private static Set<String> listOf(IDTokenClaimsSet claims, String claim) {
        Object said = claims.getClaim(claim);
        if (said instanceof String text) return Set.of(text);
        return said instanceof Collection<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
