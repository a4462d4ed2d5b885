package org.muniment.singlesignon;

import java.util.Set;

/// This is somebody as the provider vouches for them.
///
/// @param subject the provider's own name of the person, which never passes to another; an address may
/// @param email empty if the provider gave none that may be believed
/// @param groups the names of the directory's groups
/// @param hadTwoFactors whether the provider says that it asked for two factors, and lately
record VouchedPerson(String issuer, String subject, String email, Set<String> groups, boolean hadTwoFactors) {}
