package org.muniment.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.muniment.law.LawBook;
import org.muniment.law.Provision;
import org.muniment.law.Verifications;
import org.muniment.production.Letterhead;
import org.muniment.production.Papers;
import org.muniment.proof.Testimony;
import org.muniment.rendition.FontShelf;
import org.muniment.sandbox.Sandbox;
import org.muniment.testimony.CaptureConfiguration;
import org.muniment.testimony.CertificatePress;
import org.muniment.testimony.RecordsTestimony;

/// This is what a data folder and the law say in the certificate of a proof bundle.
public final class FolderTestimony {
    private FolderTestimony() {}

    public static Testimony of(
            DataFolder folder, RecordsTestimony.Law law, Papers papers, Supplier<Letterhead> letterhead)
            throws IOException {
        return new RecordsTestimony(
                configuration(folder),
                folder.alarms(),
                folder.checks(),
                law,
                new CertificatePress(papers, letterhead),
                folder.clock(),
                folder.zone());
    }

    /// What governs capture in a folder now.
    static CaptureConfiguration configuration(DataFolder folder) throws IOException {
        return CaptureConfiguration.of(folder.path(), folder.settings().archive(), version());
    }

    /// At the tool: on no letterhead, and without making tables in a folder nobody signs in to.
    static Testimony atTheTool(DataFolder folder) throws IOException {
        LawBook book = LawBook.shipped();
        Predicate<Provision> isVerified = folder.hasPeople()
                ? Verifications.in(folder.workflow(), book, folder.archive(), folder.audit(), folder.clock())
                        ::isVerified
                : _ -> false;
        Papers papers = new Papers(
                folder.archive(),
                Sandbox.onThisMachine(),
                FolderTestimony::fonts,
                folder.path().resolve("temporary"));
        return of(folder, new RecordsTestimony.Law(book, isVerified, Optional::empty), papers, () -> Letterhead.NONE);
    }

    private static FontShelf fonts() {
        try {
            return FontShelf.ofThisMachine();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String version() {
        String version = FolderTestimony.class.getPackage().getImplementationVersion();
        return version == null ? "(a build without a version)" : version;
    }
}
