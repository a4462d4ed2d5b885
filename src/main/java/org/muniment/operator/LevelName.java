package org.muniment.operator;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.muniment.archive.IntegrityCheck.Level;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How a level of the integrity check is written: `third-party`, not `THIRD_PARTY`.
final class LevelName implements ITypeConverter<Level> {
    @Override
    public Level convert(String given) {
        return Arrays.stream(Level.values())
                .filter(level -> level.word().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("“" + given + "” is none of "
                        + Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", ")) + "."));
    }
}
