package org.muniment.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// This is a message's HTML made harmless: what it says and roughly how it looked, and nothing that runs, asks,
/// submits, leads away or loads. Only pictures the message itself carries are shown, as data within the page. The
/// policy is a list of what may stay; the page is framed without any right besides (`MessageController.html`), so
/// each wall would do alone.
final class SafeHtml {
    private static final Pattern CARRIED_PICTURE =
            Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}%?");

    private final PolicyFactory policy;

    /// `pictureByContentId` gives a `data:` address for a Content-ID, if the message carries such a picture.
    SafeHtml(Function<String, Optional<String>> pictureByContentId) {
        policy = new HtmlPolicyBuilder()
                .allowCommonInlineFormattingElements()
                .allowCommonBlockElements()
                .allowElements("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th")
                .allowElements("pre", "hr", "dl", "dt", "dd", "address", "center", "abbr", "cite", "q", "kbd", "samp")
                .allowWithoutAttributes("span", "font")
                .allowAttributes("align", "valign", "dir", "lang", "title", "bgcolor", "color", "face")
                .globally()
                .allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan")
                .matching(LENGTH)
                .globally()
                .allowStyling()
                .allowUrlProtocols("cid", "data", "http", "https", "mailto")
                .allowElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("src")
                .matching((element, attribute, address) -> carriedPicture(address, pictureByContentId))
                .onElements("img")
                .allowAttributes("href")
                .onElements("a")
                .allowElements(SafeHtml::linkThatLeadsNowhere, "a")
                .toFactory();
    }

    String of(String hostile) {
        return policy.sanitize(hostile);
    }

    private static @Nullable String carriedPicture(
            String address, Function<String, Optional<String>> pictureByContentId) {
        if (CARRIED_PICTURE.matcher(address).matches()) return address;
        if (!address.regionMatches(true, 0, "cid:", 0, 4)) return null;
        return pictureByContentId.apply(address.substring(4)).orElse(null);
    }

    /// A link becomes its words, with the address to read but not to follow: following it would tell its owner that the
    /// city reads this message now.
    private static String linkThatLeadsNowhere(String element, List<String> attributes) {
        for (int at = 0; at + 1 < attributes.size(); at += 2) {
            if (attributes.get(at).equals("href")) attributes.set(at, "title");
        }
        attributes.add("class");
        attributes.add("link");
        return "span";
    }
}
