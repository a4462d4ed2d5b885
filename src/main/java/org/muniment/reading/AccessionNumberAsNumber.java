package org.muniment.reading;

import org.muniment.archive.AccessionNumber;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// This is how an accession number stands in JSON: as the bare number people quote.
@JacksonComponent
class AccessionNumberAsNumber extends ValueSerializer<AccessionNumber> {
    @Override
    public void serialize(AccessionNumber number, JsonGenerator json, SerializationContext context) {
        json.writeNumber(number.index());
    }
}
