package org.muniment.rendition;

/// This is how a message's shown passages become pages. Safe for use by several threads.
public final class PageLayout {
    private final PageFormat format;
    private final FontShelf fonts;

    public PageLayout(PageFormat format, FontShelf fonts) {
        this.format = format;
        this.fonts = fonts;
    }

    /// Never fails on any text, unless the message has more than 10,000 pages ([RenditionIsTooLong]).
    public Rendition layOut(ShownMessage message) {
        return new MessageLayout(message, format, fonts).rendition();
    }
}
