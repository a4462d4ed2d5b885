package org.muniment.message;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.Event;

/// This listens to MIME4J for multiparts that end without their closing line.
final class PrematureEnd extends DecodeMonitor {
    private boolean heard;

    @Override
    public boolean warn(String error, String dropDesc) {
        heard |= error.equals(Event.MIME_BODY_PREMATURE_END.toString());
        return false;
    }

    @Override
    public boolean isListening() {
        return true;
    }

    /// Whether it was heard since the last call.
    boolean takeHeard() {
        boolean was = heard;
        heard = false;
        return was;
    }
}
