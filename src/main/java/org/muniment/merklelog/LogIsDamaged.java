package org.muniment.merklelog;

import java.io.IOException;

/// This says that what is on disk is not the log that was signed. Nothing is repaired and nothing is signed;
/// a person must look, with the folder copied aside first.
public final class LogIsDamaged extends IOException {
    LogIsDamaged(String sentence) {
        super(sentence);
    }
}
