package org.muniment.archive;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The serial number of a token, which it tells anybody: seen before a PIN is sent, so that none goes to another one.
/// Java's provider does not say it, so the module is asked itself (PKCS#11 2.40, `C_GetTokenInfo`).
final class TokenSerial {
    private static final Pattern LIBRARY = Pattern.compile("(?m)^\\s*library\\s*=\\s*\"?([^\"\\n]+?)\"?\\s*$");
    private static final Pattern SLOT = Pattern.compile("(?m)^\\s*slot\\s*=\\s*([0-9]+)\\s*$");
    /// A version, padded, then pointers: C_Initialize, C_Finalize, C_GetInfo, C_GetFunctionList, C_GetSlotList,
    /// C_GetSlotInfo.
    private static final long GET_TOKEN_INFO_AT = 7L * Long.BYTES;
    /// Behind the label, the maker and the model.
    private static final long SERIAL_AT = 32 + 32 + 16;
    private static final int SERIAL_BYTES = 16;
    private static final long INFO_BYTES = 512;

    private TokenSerial() {}

    /// The serial number that a store has seen, kept beside its marker.
    record Known(Path file) {
        /// Throws [TokenIsMissing] before the PIN goes to another token.
        void require(Path configuration, Optional<String> found) throws IOException {
            if (found.isEmpty() || !Files.exists(file)) return;
            String known = Files.readString(file).strip();
            if (!known.equals(found.get()))
                throw TokenIsMissing.isOfOtherSerial(configuration, found.get(), known, file);
        }

        /// Keeps it, once the keys were found there.
        void keep(Optional<String> found) throws IOException {
            if (found.isPresent() && !Files.exists(file))
                DurableFiles.replace(file, (found.get() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Empty if the module does not say. The provider has loaded and initialised it before.
    static Optional<String> of(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        Matcher library = LIBRARY.matcher(text);
        Matcher slot = SLOT.matcher(text);
        if (!library.find() || !slot.find()) return Optional.empty();
        try {
            return asked(Path.of(library.group(1)), Long.parseLong(slot.group(1)));
        } catch (IllegalArgumentException notSaid) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<String> asked(Path library, long slot) {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            Optional<MemorySegment> list =
                    SymbolLookup.libraryLookup(library, Arena.global()).find("C_GetFunctionList");
            if (list.isEmpty()) return Optional.empty();
            MemorySegment pointer = arena.allocate(ValueLayout.ADDRESS);
            var getList = linker.downcallHandle(
                    list.get(), FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
            if ((long) getList.invokeExact(pointer) != 0) return Optional.empty();
            MemorySegment functions = pointer.get(ValueLayout.ADDRESS, 0).reinterpret(GET_TOKEN_INFO_AT + Long.BYTES);
            var getInfo = linker.downcallHandle(
                    functions.get(ValueLayout.ADDRESS, GET_TOKEN_INFO_AT),
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
            MemorySegment info = arena.allocate(INFO_BYTES, Long.BYTES);
            if ((long) getInfo.invokeExact(slot, info) != 0) return Optional.empty();
            byte[] serial = info.asSlice(SERIAL_AT, SERIAL_BYTES).toArray(ValueLayout.JAVA_BYTE);
            return Optional.of(new String(serial, StandardCharsets.US_ASCII).strip())
                    .filter(it -> !it.isEmpty());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a function in C throws nothing", impossible);
        }
    }
}
