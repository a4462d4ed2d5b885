package org.muniment.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.muniment.archive.PinIsWrong;
import org.muniment.archive.TokenIsMissing;
import org.muniment.deadline.NoSuchOffice;
import org.muniment.fee.FeeIsUnusable;
import org.muniment.review.MarksAreMalformed;
import org.muniment.search.QueryIsMalformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what went wrong into one sentence for the operator and an exit code. Our own refusals are sentences already.
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    record Said(String sentence, int exit) {}

    record Problem(String error) {}

    private Refusals() {}

    static Said say(Throwable failure) {
        return switch (failure) {
            case PinIsWrong wrong -> new Said(sentence(wrong), Answer.NEVER_AGAIN);
            case UncheckedIOException away
            when TokenIsMissing.in(away).isPresent() ->
                say(TokenIsMissing.in(away).get());
            case QueryIsMalformed malformed -> new Said(sentence(malformed), Answer.WRONG_USE);
            case TokenIsNeeded missing -> new Said(sentence(missing), Answer.WRONG_USE);
            case PurposeIsNeeded missing -> new Said(sentence(missing), Answer.WRONG_USE);
            case MarksAreMalformed malformed -> new Said(sentence(malformed), Answer.WRONG_USE);
            case InputIsUnusable wrong -> new Said(sentence(wrong), Answer.WRONG_USE);
            case FeeIsUnusable wrong -> new Said(sentence(wrong), Answer.WRONG_USE);
            case NoSuchOffice unknown -> new Said(sentence(unknown), Answer.WRONG_USE);
            case NoSuchFileException missing ->
                new Said("There is no file or folder " + missing.getFile() + ".", Answer.WRONG_USE);
            case AccessDeniedException denied -> new Said("No permission for " + denied.getFile() + ".", Answer.NO);
            case FileAlreadyExistsException there -> new Said(there.getFile() + " exists already.", Answer.NO);
            case FileSystemException broken -> new Said(broken.getFile() + ": " + broken.getReason() + ".", Answer.NO);
            case Throwable ours when isOurs(ours) -> new Said(sentence(ours), Answer.NO);
            case IOException unreadable
            when unreadable.getMessage() != null -> new Said(sentence(unreadable), Answer.NO);
            case Throwable internal -> internal(internal);
        };
    }

    private static boolean isOurs(Throwable failure) {
        return failure.getClass().getName().startsWith("org.muniment.") && failure.getMessage() != null;
    }

    private static String sentence(Throwable refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private static Said internal(Throwable failure) {
        LOG.debug("A command failed", failure);
        if (System.getenv("MUNIMENT_DEBUG") != null) failure.printStackTrace();
        return new Said(
                "This should not have happened (" + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                        + "). What was kept before it is kept. Run the command again with MUNIMENT_DEBUG=1 and report"
                        + " what it prints.",
                Answer.NO);
    }
}
