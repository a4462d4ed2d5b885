package org.muniment.singlesignon;

import java.util.Set;

/// This is somebody as the provider vouches for them.
///
/// @param subject the provider's own name of the person, which never passes to another; an address may
/// @param email empty if the provider gave none that may be believed
/// @param groups the names of the directory's groups
/// @param hadTwoFactors whether the provider says it asked for more than one factor (`amr` with `mfa`, RFC 8176)
record VouchedPerson(
        String issuer, String subject, String email, String name, Set<String> groups, boolean hadTwoFactors) {}
