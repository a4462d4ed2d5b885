package org.muniment.inspection;

import java.util.Set;
import org.apache.pdfbox.cos.COSName;

/// Entries whose value names a typeface: a person called Arial is not there.
final class FontNames {
    private static final Set<String> KEYS = Set.of("BaseFont", "FontName", "FontFamily");

    private FontNames() {}

    static boolean isOne(COSName key) {
        return KEYS.contains(key.getName());
    }
}
