package org.muniment.review;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.muniment.rendition.FontFace;

/// All text that can be reached from a value, through records and collections.
final class Reachable {
    private Reachable() {}

    static List<String> texts(Object root) {
        List<String> texts = new ArrayList<>();
        collect(root, texts);
        return texts;
    }

    private static void collect(Object value, List<String> texts) {
        switch (value) {
            case String text -> texts.add(text);
            case Collection<?> values -> values.forEach(each -> collect(each, texts));
            case Optional<?> optional -> optional.ifPresent(each -> collect(each, texts));
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents())
                    collect(valueOf(component, record), texts);
            }
            case Number _, Enum<?> _, FontFace _ -> {}
            default -> throw new AssertionError("what is a " + value.getClass());
        }
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
