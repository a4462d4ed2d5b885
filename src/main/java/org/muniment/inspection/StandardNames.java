package org.muniment.inspection;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;

/// The names that the format itself gives a meaning. They tell nothing of a document.
final class StandardNames {
    private static final Set<String> ALL = all();

    private StandardNames() {}

    static boolean isOne(String name) {
        return name.length() < 3 || ALL.contains(name);
    }

    /// Whether a term is a word of the format, which stands in the bytes of any file: Parent, Length.
    static boolean hold(String term) {
        String folded = FoldedText.of(term);
        return ALL.stream().anyMatch(name -> FoldedText.of(name).contains(folded));
    }

    private static Set<String> all() {
        Set<String> names = new HashSet<>();
        try {
            for (Field field : COSName.class.getFields())
                if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof COSName name)
                    names.add(name.getName());
        } catch (IllegalAccessException changed) {
            throw new IllegalStateException(changed);
        }
        return names;
    }
}
