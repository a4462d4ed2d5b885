package org.muniment.reading;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// This is our rule told to the API's description: what a record has is always there, unless it is an [Optional] or
/// says that it may be null.
final class RecordsSayWhatIsAlwaysThere implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> described = context.getDefinedModels().getOrDefault(nameIn(schema), schema);
            described.setRequired(Arrays.stream(java.getRawClass().getRecordComponents())
                    .filter(RecordsSayWhatIsAlwaysThere::isAlwaysThere)
                    .map(RecordComponent::getName)
                    .toList());
        }
        return schema;
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        return component.getType() != Optional.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String nameIn(Schema<?> schema) {
        String reference = schema.get$ref() == null ? String.valueOf(schema.getName()) : schema.get$ref();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
