package org.muniment.detection;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// E-mail addresses of private people: by the provider, or by the words beside them. Those of offices are left alone.
final class EmailAddresses implements Rule {
    private static final Set<String> PROVIDERS = Vocabulary.words("mail_provider");
    private static final String LOCAL_MARKS = "._%+-'";
    private static final int LOCAL_LENGTH_MAX = 64;
    private static final int DOMAIN_LENGTH_MAX = 253;
    private static final Set<String> PUBLIC_BODIES = Set.of("gov", "mil", "us");

    /// The token before the at sign.
    @Override
    public Optional<Candidate> at(Tokens tokens, Labels labels, int token) {
        int at = tokens.to(token);
        if (tokens.charAt(at) != '@' || !tokens.isPartOfWord(at + 1)) return Optional.empty();
        int from = localStart(tokens, at);
        int to = domainEnd(tokens, at + 1);
        if (to < 0 || from < 0) return Optional.empty();
        String domain = domain(tokens, at + 1, to);
        boolean isPersonal = labels.mention(Label.PERSONAL, token, token);
        boolean isProvider = PROVIDERS.contains(domain);
        boolean isPublic = PUBLIC_BODIES.contains(domain.substring(domain.lastIndexOf('.') + 1));
        return Candidate.of(
                PersonalData.PERSONAL_EMAIL,
                from,
                to,
                score(isProvider, isPersonal, isPublic),
                why(isProvider, isPersonal));
    }

    /// Whether an address is at one of these domains or below it, and not at a provider of private people.
    static boolean isAt(Set<String> domains, String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (PROVIDERS.contains(domain)) return false;
        for (int dot = -1; ; dot = domain.indexOf('.', dot + 1)) {
            if (domains.contains(domain.substring(dot + 1))) return true;
            if (domain.indexOf('.', dot + 1) < 0) return false;
        }
    }

    private static int score(boolean isProvider, boolean isPersonal, boolean isPublic) {
        if (isPublic) return 0;
        if (isProvider) return isPersonal ? 92 : 72;
        return isPersonal ? 60 : 20;
    }

    private static String why(boolean isProvider, boolean isPersonal) {
        String where =
                isProvider ? "An address at a provider where private people keep their mail" : "An e-mail address";
        return where
                + (isPersonal ? "; words beside it call it private." : isProvider ? "." : ", not of a public body.");
    }

    private static int localStart(Tokens tokens, int at) {
        int from = at;
        while (from > 0 && at - from <= LOCAL_LENGTH_MAX && isLocal(tokens, from - 1)) from--;
        if (at - from > LOCAL_LENGTH_MAX) return -1;
        while (from < at && !tokens.isPartOfWord(from)) from++;
        return from;
    }

    private static boolean isLocal(Tokens tokens, int index) {
        return tokens.isPartOfWord(index) || LOCAL_MARKS.indexOf(tokens.charAt(index)) >= 0;
    }

    private static int domainEnd(Tokens tokens, int from) {
        int to = from;
        int lastDot = -1;
        while (to - from < DOMAIN_LENGTH_MAX) {
            char character = tokens.charAt(to);
            if (character == '.' && tokens.isPartOfWord(to + 1)) lastDot = to;
            else if (!tokens.isPartOfWord(to) && !isHyphen(tokens, to)) break;
            to++;
        }
        boolean hasTopLevel = lastDot > from && to - lastDot > 2 && !Character.isDigit(tokens.charAt(lastDot + 1));
        return hasTopLevel ? to : -1;
    }

    /// `xn--`: a name in letters other than ASCII has two hyphens.
    private static boolean isHyphen(Tokens tokens, int index) {
        if (tokens.charAt(index) != '-') return false;
        return tokens.isPartOfWord(index + 1) || (tokens.charAt(index + 1) == '-' && tokens.isPartOfWord(index + 2));
    }

    private static String domain(Tokens tokens, int from, int to) {
        StringBuilder domain = new StringBuilder(to - from);
        for (int at = from; at < to; at++) domain.append(Character.toLowerCase(tokens.charAt(at)));
        return domain.toString();
    }
}
