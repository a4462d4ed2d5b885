package org.muniment.mirror;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/// What is asked of one side, perhaps more than once.
interface Question<T> {
    T of(Side side) throws IOException;

    /// Asks the side that is read from. It falls behind if it fails twice and the other one, asked in between, answers:
    /// what fails on both, or once, is no fault of a disk.
    static <T> T ask(Copies copies, Question<T> question) throws IOException {
        Side lead = copies.lead();
        try {
            return question.of(lead);
        } catch (ClosedChannelException closedByOurselves) {
            throw closedByOurselves;
        } catch (IOException failure) {
            if (copies.isAnswer(lead, failure) || Shortage.is(failure)) throw failure;
            return again(copies, question, lead, failure);
        }
    }

    private static <T> T again(Copies copies, Question<T> question, Side lead, IOException failure) throws IOException {
        Side other = copies.other(lead);
        if (!lead.isWhole()) return question.of(other);
        if (!other.isWhole()) throw failure;
        requireAnswer(copies, question, lead, failure);
        try {
            return question.of(lead);
        } catch (IOException twice) {
            if (copies.isAnswer(lead, twice) || Shortage.is(twice)) throw twice;
            copies.leaveBehind(lead, twice);
            return question.of(other);
        }
    }

    /// That the other has no such file says nothing against a disk that lives: the other may have lost it.
    private static <T> void requireAnswer(Copies copies, Question<T> question, Side lead, IOException failure)
            throws IOException {
        Side other = copies.other(lead);
        try {
            var _ = question.of(other);
        } catch (IOException there) {
            if (copies.isAnswer(other, there) && !lives(lead)) return;
            failure.addSuppressed(there);
            throw failure;
        }
    }

    private static boolean lives(Side side) {
        try {
            return side.pairing().isPresent();
        } catch (IOException dead) {
            return false;
        }
    }
}
