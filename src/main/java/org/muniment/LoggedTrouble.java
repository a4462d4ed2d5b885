package org.muniment;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.stream.Collectors;

/// Each line of an exception is set in, so that none of its words can pass for a line of the log's own.
public final class LoggedTrouble extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy trouble) {
        return super.throwableProxyToString(trouble)
                .lines()
                .map(line -> "    " + LoggedMessage.inOneLine(line) + "\n")
                .collect(Collectors.joining());
    }
}
