package de.kim.kit.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Describes a record's component as required unless its type is {@code @Nullable}, as it is read.
 */
final class RequiredUnlessNullable implements ModelConverter {
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    @SuppressWarnings("rawtypes") // of the interface
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            Schema model = model(resolved, context);
            if (model != null && model.getProperties() != null) {
                require(raw, model);
            }
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes")
    private static @Nullable Schema model(Schema resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void require(Class<?> type, Schema model) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean listed =
                    model.getRequired() != null
                            && model.getRequired().contains(component.getName());
            if (!listed
                    && model.getProperties().containsKey(component.getName())
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                model.addRequiredItem(component.getName());
            }
        }
    }
}
