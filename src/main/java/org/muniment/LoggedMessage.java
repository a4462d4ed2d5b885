package org.muniment;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/// A message in the log is one line, whatever a peer put into it: nobody forges a line of the log.
public final class LoggedMessage extends ClassicConverter {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029&&[^\\t]]+");

    @Override
    public String convert(ILoggingEvent event) {
        return inOneLine(event.getFormattedMessage());
    }

    static String inOneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
