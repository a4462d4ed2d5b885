package org.muniment.merklelog;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What the tests of the log share: one key, and entries that differ in content and length.
final class Logs {
    static final LogKey KEY = LogKey.of("archive.example.gov/log", pair());

    private Logs() {}

    private static KeyPair pair() {
        return LogKey.generatePair(new SecureRandom());
    }

    static byte[] entry(long index) {
        return ("entry " + index + " ".repeat((int) (index % 17))).getBytes(StandardCharsets.UTF_8);
    }

    static List<byte[]> entries(long from, long to) {
        List<byte[]> entries = new ArrayList<>();
        for (long i = from; i < to; i++) entries.add(entry(i));
        return entries;
    }

    static Hash root(long size) {
        RootCalculator tree = new RootCalculator();
        for (long i = 0; i < size; i++) tree.append(Hash.ofLeaf(entry(i)));
        return tree.root();
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
