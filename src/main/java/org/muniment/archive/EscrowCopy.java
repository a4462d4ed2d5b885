package org.muniment.archive;

import java.util.List;

/// This is one version of the root key that somebody else holds, or held.
///
/// @param holder SHA-256 of the holder's certificate, in hexadecimal
/// @param name whom the certificate names
/// @param sealings all files in which they have it, the oldest first
/// @param isAttested whether the holder attests that it is destroyed
public record EscrowCopy(int root, String holder, String name, List<Sealing> sealings, boolean isAttested) {
    private static final int SHOWN_DIGITS = 16;

    /// A file in which somebody was given it.
    ///
    /// @param entry number of the entry of the log that says so
    /// @param fileSha256 of the file, in hexadecimal
    public record Sealing(long entry, String fileSha256) {
        static Sealing parse(String text) {
            String[] words = text.split(" ", -1);
            if (words.length != 4 || !words[0].equals("entry") || !words[2].equals("file"))
                throw new IllegalArgumentException(text);
            return new Sealing(Long.parseLong(words[1]), words[3]);
        }

        @Override
        public String toString() {
            return "entry " + entry + " file " + fileSha256;
        }
    }

    public EscrowCopy {
        sealings = List.copyOf(sealings);
    }

    /// Returns who holds it, as a person is told.
    String who() {
        return name + " (certificate " + holder.substring(0, Math.min(SHOWN_DIGITS, holder.length())) + ")";
    }
}
