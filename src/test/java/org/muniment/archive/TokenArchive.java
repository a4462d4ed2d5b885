package org.muniment.archive;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.muniment.alarm.Alarms;

/// A process with an archive whose root keys are in a token: what is logged in to a token is logged in to for the whole
/// process. Each line it prints is a name and a value.
final class TokenArchive {
    private static final long SEGMENT_BYTES = 6 << 10;
    private static final int MESSAGES = 10;

    private final Fixture fixture;
    private final Path folder;

    private TokenArchive(Path folder, Alarms alarms) {
        this.folder = folder;
        this.fixture = new Fixture(folder, alarms);
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        try (var alarms = Alarms.in(folder.resolve("workflow"), () -> Fixture.NOON)) {
            var here = new TokenArchive(folder, alarms);
            switch (args[0]) {
                case "begin" -> here.begin();
                case "go-on" -> here.goOn();
                case "rotate" -> here.rotate();
                case "read" -> here.read();
                case "away" -> here.away(alarms);
                case "refusals" -> here.refusals();
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    private void begin() throws IOException {
        fixture.settings = ArchiveSettings.standard().withSegmentBytesMax(SEGMENT_BYTES);
        try (var archive = fixture.open()) {
            keep(archive);
            say("segments", "" + archive.rootKeys().versions());
            say("secret", secret(archive));
        }
    }

    private void goOn() throws Exception {
        fixture.settings = ArchiveSettings.standard().withSegmentBytesMax(SEGMENT_BYTES);
        try (var archive = fixture.open()) {
            say("secret", secret(archive));
            long begun = System.nanoTime();
            archive.rootKeys().rotate();
            System.err.println("a rotation took "
                    + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
            keep(archive);
            int newest = archive.rootKeys().versions().getLast().number();
            say("older-keys", "" + archive.rootKeys().inTokenBefore(newest));
            for (int old = 1; old < newest; old++) archive.rootKeys().destroy(old);
            say("older-keys-later", "" + archive.rootKeys().inTokenBefore(newest));
            keep(archive);
            say("whole", isWhole(archive));
            say("versions", "" + archive.rootKeys().versions());
            say("escrow", refusal(() -> archive.rootKeys().escrowPart()));
        }
    }

    private void rotate() throws Exception {
        fixture.settings = ArchiveSettings.standard().withSegmentBytesMax(SEGMENT_BYTES);
        try (var archive = fixture.open()) {
            archive.rootKeys().rotate();
            keep(archive);
            say("whole", isWhole(archive));
        }
    }

    private void read() throws Exception {
        fixture.settings = ArchiveSettings.standard().withSegmentBytesMax(SEGMENT_BYTES);
        try (var archive = fixture.open()) {
            say("whole", isWhole(archive));
        }
    }

    /// The token ends all sessions and cannot be found for a moment.
    private void away(Alarms alarms) throws Exception {
        fixture.settings = ArchiveSettings.standard().withSegmentBytesMax(SEGMENT_BYTES);
        Path named = folder.resolve("token.cfg");
        Path hidden = folder.resolve("hidden.cfg");
        try (var archive = fixture.open()) {
            keep(archive);
            endSessions(Files.readString(named));
            Files.move(named, hidden);
            try {
                for (int i = 0; i < 2; i++) keep(archive);
                say("refused", "nothing");
            } catch (RuntimeException refused) {
                say("refused", refused.getMessage() + " " + refused.getCause());
            }
            say("alarm", "" + alarms.standing());
            Files.move(hidden, named);
            keep(archive);
            say("alarm-later", "" + alarms.standing());
            say("read-only", "" + archive.readOnlyReason());
            say("whole", isWhole(archive));
        }
    }

    /// Does to the provider's sessions what a token does that was reset.
    @SuppressWarnings("restricted")
    private static void endSessions(String configuration) throws Exception {
        var slot = Pattern.compile("slot = ([0-9]+)").matcher(configuration);
        if (!slot.find()) throw new IllegalStateException(configuration);
        var function = SymbolLookup.libraryLookup(TokenTest.MODULE, Arena.global())
                .find("C_CloseAllSessions")
                .orElseThrow();
        var description = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
        Object ended;
        try {
            ended = Linker.nativeLinker()
                    .downcallHandle(function, description)
                    .invokeWithArguments(Long.parseLong(slot.group(1)));
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        if (!Long.valueOf(0).equals(ended)) throw new IllegalStateException("not ended: " + ended);
    }

    private void refusals() throws Exception {
        Path token = folder.resolve("token.cfg");
        say("not-named", opening(Optional.empty(), "2468"));
        say("slot-gone", opening(Optional.of(folder.resolve("gone.cfg")), "2468"));
        say("no-module", opening(Optional.of(folder.resolve("module.cfg")), "2468"));
        say("no-pin", opening(Optional.of(token), ""));
        say("wrong-pin", opening(Optional.of(token), "1357"));
        say("other-token", opening(Optional.of(folder.resolve("other.cfg")), "2468"));
        Path serial = folder.resolve("data/store/keys/token-serial");
        byte[] known = Files.readAllBytes(serial);
        Files.delete(serial);
        say("other-serial-accepted", opening(Optional.of(folder.resolve("other.cfg")), "2468"));
        Files.write(serial, known);
        fixture.settings = settings(Optional.of(token), "2468");
        try (var archive = fixture.open()) {
            say("whole", isWhole(archive));
            say("secret", secret(archive));
        }
        byte[] marker = Files.readAllBytes(folder.resolve("data/store/keys/token"));
        marker[marker.length / 2] ^= 1;
        Files.write(folder.resolve("data/store/keys/token"), marker);
        say("damaged", opening(Optional.of(token), "2468"));
        Files.delete(folder.resolve("data/store/keys/token"));
        say("not-used", opening(Optional.of(token), "2468"));
    }

    private String opening(Optional<Path> token, String pin) throws Exception {
        ArchiveSettings settings = settings(token, pin);
        return refusal(() -> {
            fixture.settings = settings;
            try (var archive = Archive.open(fixture.data(), settings, fixture.alarms, fixture.clock)) {
                return archive.size();
            }
        });
    }

    private ArchiveSettings settings(Optional<Path> token, String pin) {
        Optional<char[]> given = Optional.of(pin.toCharArray()).filter(it -> it.length > 0);
        return new ArchiveSettings(
                _ -> folder.resolve("no.pin"),
                new PassphraseSource(given, PassphraseSource.VARIABLE, _ -> Optional.empty()),
                token,
                SEGMENT_BYTES,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofMillis(20),
                new SecureRandom());
    }

    private interface Attempt {
        Object attempt() throws Exception;
    }

    private static String refusal(Attempt attempt) throws Exception {
        try {
            return "nothing was refused: " + attempt.attempt();
        } catch (TokenIsMissing | StoreIsDamaged | EscrowIsRefused refused) {
            return refused.getClass().getSimpleName() + ": " + refused.getMessage();
        }
    }

    private static void keep(Archive archive) {
        for (int i = 0; i < MESSAGES; i++)
            Fixture.keep(archive, Fixture.smtp("clerk@city.example"), message(archive.size()));
    }

    private static byte[] message(long number) {
        return Fixture.bytes(new Random(number), 2_000);
    }

    /// Every message is the one that was kept, and the full check finds nothing.
    private static String isWhole(Archive archive) throws IOException {
        List<String> wrong = new ArrayList<>(Fixture.findings(archive, IntegrityCheck.Level.FULL));
        int read = 0;
        try (EntryReader entries = archive.entries(new AccessionNumber(0))) {
            for (var next = entries.next(); next.isPresent(); next = entries.next())
                if (next.get() instanceof LogEntry.Capture capture) {
                    var number = capture.message().accession();
                    byte[] found = Fixture.raw(archive, number);
                    if (!java.util.Arrays.equals(found, message(number.index()))) wrong.add("message " + number);
                    read++;
                }
        }
        return read + " read, wrong " + wrong;
    }

    private static String secret(Archive archive) {
        return HexFormat.of().formatHex(archive.keyFor("a test").getEncoded());
    }

    private static void say(String name, String value) {
        System.out.println(name + " " + value);
    }
}
