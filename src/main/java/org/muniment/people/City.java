package org.muniment.people;

import java.util.Optional;

/// This is whose archive it is, as every page says it.
///
/// @param seal where the page finds the picture of the seal
public record City(String name, Optional<String> seal) {
    static final City UNNAMED = new City("", Optional.empty());
}
