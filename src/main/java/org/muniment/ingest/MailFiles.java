package org.muniment.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// This is the walk through folders of mail, by name, so that the same folder is always read in the same order. Every
/// file is either mail or told to `others` with the reason why it is not. A folder reached twice, by links, is read
/// once.
final class MailFiles {
    private static final int DEPTH_MAX = 200;
    private static final Set<String> MAILDIR_PLACES = Set.of("cur", "new");

    private final Consumer<MailFile> mail;
    private final BiConsumer<Path, String> others;
    private final Set<Path> visitedFolders = new HashSet<>();

    MailFiles(Consumer<MailFile> mail, BiConsumer<Path, String> others) {
        this.mail = mail;
        this.others = others;
    }

    void visit(Path path) {
        visit(path, 0);
    }

    /// What a person is told about a file that cannot be read.
    static String reason(IOException unreadable) {
        return switch (unreadable) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "there is no such file";
            default -> unreadable.getMessage() == null ? unreadable.toString() : unreadable.getMessage();
        };
    }

    private void visit(Path path, int depth) {
        try {
            if (Files.isDirectory(path)) visitFolder(path, depth);
            else if (Files.isRegularFile(path)) visitFile(path);
            else if (Files.isSymbolicLink(path)) others.accept(path, "The link leads nowhere.");
            else if (Files.exists(path)) others.accept(path, "This is neither a file nor a folder.");
            else others.accept(path, "There is no such file.");
        } catch (IOException unreadable) {
            others.accept(path, "It cannot be read: " + reason(unreadable));
        }
    }

    private void visitFolder(Path folder, int depth) throws IOException {
        if (!visitedFolders.add(folder.toRealPath())) return;
        if (depth > DEPTH_MAX) {
            others.accept(folder, "Folders are nested more than " + DEPTH_MAX + " deep.");
            return;
        }
        List<Path> entries;
        try (Stream<Path> listed = Files.list(folder)) {
            entries = listed.sorted(Comparator.comparing(MailFiles::name)).toList();
        }
        boolean maildir = isMaildir(folder);
        for (Path entry : entries) {
            if (maildir && MAILDIR_PLACES.contains(name(entry)) && Files.isDirectory(entry)) visitMaildirPlace(entry);
            else if (!maildir || !isHousekeeping(name(entry))) visit(entry, depth + 1);
        }
    }

    private static boolean isMaildir(Path folder) {
        return MAILDIR_PLACES.stream().allMatch(place -> Files.isDirectory(folder.resolve(place)));
    }

    /// What a Maildir holds beside mail: deliveries that were never finished, and its servers' own files.
    private static boolean isHousekeeping(String name) {
        return name.equals("tmp")
                || name.equals("maildirfolder")
                || name.equals("subscriptions")
                || name.startsWith("dovecot")
                || name.startsWith("courierimap");
    }

    private void visitMaildirPlace(Path place) throws IOException {
        List<Path> messages;
        try (Stream<Path> listed = Files.list(place)) {
            messages = listed.sorted(Comparator.comparing(MailFiles::name)).toList();
        }
        for (Path message : messages) {
            if (!Files.isRegularFile(message)) visit(message);
            else if (Files.size(message) == 0) others.accept(message, "The file is empty.");
            else mail.accept(new MailFile(message, MailFile.Kind.MESSAGE));
        }
    }

    private void visitFile(Path file) throws IOException {
        String name = name(file).toLowerCase(Locale.ROOT);
        byte[] beginning = beginning(file);
        if (beginning.length == 0) {
            // An empty mailbox is a mailbox all the same.
            if (!name.endsWith(".mbox")) others.accept(file, "The file is empty.");
            return;
        }
        FileBeginning content = new FileBeginning(beginning);
        if (name.endsWith(".eml")) mail.accept(new MailFile(file, MailFile.Kind.MESSAGE));
        else if (content.isMbox()) mail.accept(new MailFile(file, MailFile.Kind.MBOX));
        else if (content.isMessage()) mail.accept(new MailFile(file, MailFile.Kind.MESSAGE));
        else others.accept(file, content.reasonItIsNoMail());
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileBeginning.BYTES);
        }
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
