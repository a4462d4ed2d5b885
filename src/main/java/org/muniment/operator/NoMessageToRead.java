package org.muniment.operator;

import org.muniment.archive.AccessionNumber;

/// There is no such message, or it is not this reader's to find: the sentence is the same.
final class NoMessageToRead extends RuntimeException {
    NoMessageToRead(AccessionNumber number) {
        super("There is no message " + number + " that you may read. The attempt was written down.");
    }
}
