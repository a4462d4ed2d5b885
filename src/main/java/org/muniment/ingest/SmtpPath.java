package org.muniment.ingest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// This is the argument of MAIL or RCPT: a path (RFC 5321 §4.1.2) and parameters, whose names are in upper case. Of a
/// source route only the mailbox at its end is kept (§3.6.1 lets a server ignore the rest). Quoted local parts
/// and UTF-8 (RFC 6531) stay as they were written; the archive takes any address that can be read without doubt.
record SmtpPath(String address, Map<String, String> parameters) {
    private static final int ADDRESS_LENGTH_MAX = 512;
    private static final int PARAMETERS_MAX = 10;

    /// Reads `FROM:<address> NAME=value ...`. The address `<>` is empty here.
    static SmtpPath parse(String argument, String keyword, SmtpReply otherwise) {
        if (!argument.regionMatches(true, 0, keyword, 0, keyword.length())) throw new CommandRefused(otherwise);
        String rest = argument.substring(keyword.length()).stripLeading();
        int end = end(rest);
        if (end < 0) throw new CommandRefused(otherwise);
        String parameters = rest.substring(end + 1);
        if (!parameters.isEmpty() && parameters.charAt(0) != ' ') throw new CommandRefused(otherwise);
        String address = mailbox(rest.substring(1, end));
        if (!isAddress(address)) throw new CommandRefused(otherwise);
        return new SmtpPath(address, parameters(parameters.strip()));
    }

    /// The index of the `>` that closes a path that begins at 0, or -1; one within quotes closes nothing.
    private static int end(String text) {
        if (text.isEmpty() || text.charAt(0) != '<') return -1;
        boolean quoted = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) i++;
            else if (c == '"') quoted = !quoted;
            else if (c == '>' && !quoted) return i;
        }
        return -1;
    }

    private static String mailbox(String path) {
        if (!path.startsWith("@")) return path;
        int colon = path.indexOf(':');
        return colon < 0 ? path : path.substring(colon + 1);
    }

    private static boolean isAddress(String address) {
        if (address.isEmpty()) return true;
        if (address.length() > ADDRESS_LENGTH_MAX) return false;
        boolean quoted = false;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (Character.isISOControl(c)) return false;
            if (c == '\\' && quoted) i++;
            else if (c == '"') quoted = !quoted;
            else if (!quoted && (c == ' ' || c == '<' || c == '(' || c == ')' || c == ',' || c == ';')) return false;
        }
        int at = address.lastIndexOf('@');
        return !quoted && at != 0 && at != address.length() - 1;
    }

    private static Map<String, String> parameters(String text) {
        if (text.isEmpty()) return Map.of();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : text.split(" +", -1)) {
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toUpperCase(Locale.ROOT);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            boolean twice = parameters.put(name, value) != null;
            if (twice || parameters.size() > PARAMETERS_MAX) throw new CommandRefused(SmtpReply.ARGUMENT_WRONG);
        }
        return parameters;
    }
}
