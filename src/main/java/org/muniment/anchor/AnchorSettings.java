package org.muniment.anchor;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.muniment.alarm.MailRelay;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.WitnessKey;

/// This is `anchors.properties` of a data folder: who is asked to vouch for the log. Without the file nobody is.
///
/// @param mailedTo people who get the newest checkpoint by mail
record AnchorSettings(List<TimeStampAuthority> authorities, List<Witness> witnesses, List<String> mailedTo) {
    static final String FILE = "anchors.properties";
    private static final int EACH_MAX = 8;

    /// Throws [AnchorIsRefused], in a sentence, if the file cannot be used.
    static AnchorSettings in(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        Properties given = new Properties();
        if (Files.exists(file)) {
            try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                given.load(text);
            } catch (IllegalArgumentException malformed) {
                throw new AnchorIsRefused(FILE + ": " + malformed.getMessage() + ".");
            }
        }
        List<TimeStampAuthority> authorities = new ArrayList<>();
        for (String name : names(given, "authorities")) authorities.add(authority(given, name, dataFolder));
        List<Witness> witnesses = new ArrayList<>();
        for (String name : names(given, "witnesses")) witnesses.add(witness(given, name));
        List<String> mailedTo = list(given, "mail-to");
        for (String address : mailedTo)
            if (!MailRelay.isAddress(address))
                throw new AnchorIsRefused(FILE + ": \"" + address + "\" is not an address that mail can go to.");
        return new AnchorSettings(List.copyOf(authorities), List.copyOf(witnesses), mailedTo);
    }

    private static TimeStampAuthority authority(Properties given, String name, Path dataFolder) throws IOException {
        String prefix = "authority." + name;
        Path pem = dataFolder.resolve(required(given, prefix + ".certificates"));
        if (!Files.exists(pem)) throw new AnchorIsRefused(FILE + " names " + pem + ", which is not there.");
        TrustedCertificates trusted = TrustedCertificates.of(Files.readAllBytes(pem), pem.toString());
        return new TimeStampAuthority(name, address(given, prefix), trusted);
    }

    private static Witness witness(Properties given, String name) {
        String prefix = "witness." + name;
        try {
            WitnessKey key = WitnessKey.parse(required(given, prefix + ".key"));
            return new Witness(name, address(given, prefix), key);
        } catch (NoteIsMalformed wrong) {
            throw new AnchorIsRefused(FILE + ": " + wrong.getMessage() + ".");
        }
    }

    private static URI address(Properties given, String prefix) {
        String text = required(given, prefix + ".address");
        try {
            URI address = new URI(text);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (isWeb && address.getHost() != null && address.getUserInfo() == null) return address;
        } catch (URISyntaxException noAddress) {
            // Said below.
        }
        throw new AnchorIsRefused(FILE + ": \"" + text + "\" is not the address of a server (https or http).");
    }

    private static List<String> names(Properties given, String what) {
        List<String> names = list(given, what);
        for (String name : names)
            if (!AnchorName.isBy(name) || name.equals("mail"))
                throw new AnchorIsRefused(FILE + ": \"" + name + "\" in " + what
                        + " is not a name of at most 40 lower-case letters and digits.");
        return names;
    }

    private static List<String> list(Properties given, String what) {
        List<String> items = Arrays.stream(given.getProperty(what, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        if (items.size() > EACH_MAX) throw new AnchorIsRefused(FILE + ": at most " + EACH_MAX + " " + what + ".");
        return items;
    }

    private static String required(Properties given, String name) {
        String value = given.getProperty(name, "").strip();
        if (value.isEmpty()) throw new AnchorIsRefused(FILE + " does not say \"" + name + "\".");
        return value;
    }
}
