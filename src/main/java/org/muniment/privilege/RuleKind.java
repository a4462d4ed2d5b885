package org.muniment.privilege;

import java.util.regex.Pattern;
import org.muniment.search.KeptBack;

/// This is what a rule looks at.
enum RuleKind {
    /// An address of counsel.
    ADDRESS,
    /// A domain of counsel, with its subdomains.
    DOMAIN,
    /// Words in a row, anywhere in the text.
    PHRASE;

    private static final int LENGTH_MAX = 320;
    private static final Pattern ONE_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
    // One label alone would be everybody's: "gov".
    private static final Pattern ONE_DOMAIN = Pattern.compile("@?[^\\s@.]+(\\.[^\\s@.]+)+");

    /// The text as it is kept; throws [RuleIsMalformed].
    String checked(String given) {
        String text = given.strip();
        if (text.isEmpty() || text.length() > LENGTH_MAX)
            throw new RuleIsMalformed("Write what the rule looks for, in 1 to 320 characters.");
        return switch (this) {
            case ADDRESS -> {
                if (!ONE_ADDRESS.matcher(text).matches())
                    throw new RuleIsMalformed("Write one e-mail address, such as avery.stone@law.city.gov.");
                yield text;
            }
            case DOMAIN -> {
                if (!ONE_DOMAIN.matcher(text).matches())
                    throw new RuleIsMalformed("Write one domain with a dot in it, such as law.city.gov.");
                yield text.startsWith("@") ? text.substring(1) : text;
            }
            case PHRASE -> {
                if (!KeptBack.isPhrase(text))
                    throw new RuleIsMalformed("Write a phrase with at least one letter or digit.");
                yield text;
            }
        };
    }
}
